/** The reading side of the page: what is read now, and when it is read again. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { PricesCells } from "../sheet/placing/prices-place";
import type { TradesPlace } from "../sheet/placing/trades-blocks";
import type { Day } from "../values/plain-date";
import type { Engine } from "./engine/contract";
import { mayBePrices, samePrices, touchedBy, whenSettled, type Touched } from "./follow";
import type { PaneWorkbook } from "./pane-workbook";
import type { BookRead, PricesRead } from "./read-book";
import type { UnderWay } from "./under-way";
import { findAndRead, findPrices, readPlace, readSelected, withPlace, type PlaceRead, type Reading, type ReadingJob } from "./reading";

export interface TradesOnSheet {
  readonly reading: Reading;
  /** Every place found, the one being read among them. */
  readonly places: readonly TradesPlace[];
  readonly prices: PricesRead | null;
  /** Cells changed since the reading, and the range is too long to read again by itself. */
  readonly stale: boolean;
  /** Grows with everything read anew. */
  readonly revision: number;
  /** Why the selection could not be used; what was read before still stands. */
  readonly notice: string | null;
  readonly findAgain: () => void;
  /** After an import: reads its Table. */
  readonly readTable: (tableName: string) => void;
  readonly read: (place: TradesPlace) => void;
  readonly readSelection: () => void;
  readonly readSelectedPrices: () => void;
  /** After prices were written: reads them, looking for them where there were none. */
  readonly findPricesAgain: () => void;
  readonly cancel: () => void;
}

/** Longer ranges are read again on the button only, so that typing stays quick. */
const ROWS_READ_AGAIN_BY_ITSELF = 20_000;
const CHANGES_SETTLE_MS = 400;
const AT_FIRST: Reading = { state: "working", doing: "Looking for trades", share: null };

/** @param underWay is told of edits until what was read of them is shown */
export function useTrades(workbook: PaneWorkbook, engine: Engine, asOf: Day, underWay: UnderWay): TradesOnSheet {
  const [reading, setReading] = useState(AT_FIRST);
  const [places, setPlaces] = useState<readonly TradesPlace[]>([]);
  const [prices, setPrices] = useState<PricesRead | null>(null);
  const [stale, setStale] = useState(false);
  const [revision, setRevision] = useState(0);
  const [notice, setNotice] = useState<string | null>(null);
  const stop = useRef(new AbortController());
  const shown = useRef<BookRead | null>(null);
  /** The form over the settings stays while they are read again. */
  const isFormShown = useRef(false);
  const pricesCells = useRef<PricesCells | null>(null);
  const day = useRef(asOf);
  /** Ends what is under way once the newest revision is drawn, and its questions are asked. */
  const shownThen = useRef<(() => void)[]>([]);
  useEffect(() => {
    for (const end of shownThen.current.splice(0)) end();
  }, [revision]);

  const show = useCallback((next: PlaceRead) => {
    shown.current = next.reading.state === "read" ? next.reading.book : null;
    isFormShown.current = next.reading.state === "failed" && next.reading.settings !== undefined;
    pricesCells.current = next.prices;
    setPrices(shown.current?.prices ?? null);
    setStale(false);
    setNotice(null);
    setReading(next.reading);
    setRevision((before) => before + 1);
  }, []);

  /** Starts a job and ends the one before. `quietly`: what is shown stays until the new answer is there. */
  const start = useCallback(
    (quietly: boolean): ReadingJob => {
      stop.current.abort();
      stop.current = new AbortController();
      const { signal } = stop.current;
      const working: ReadingJob["working"] = (doing, share) => {
        if (!quietly && !signal.aborted) setReading({ state: "working", doing, share });
      };
      return { workbook, engine, asOf: day.current, prices: pricesCells.current?.place ?? null, signal, working };
    },
    [workbook, engine],
  );

  const findAgain = useCallback(async (tableName?: string) => {
    const end = underWay.begin();
    const now = shown.current?.place ?? null;
    const wanted = tableName === undefined ? null : await placeOfTable(workbook, tableName);
    const before = wanted ?? now;
    const job = start(now !== null || isFormShown.current);
    const found = await findAndRead(job, before).finally(() => (job.signal.aborted ? end() : undefined));
    if (job.signal.aborted) return;
    shownThen.current.push(end);
    setPlaces(found.places);
    show(found);
  }, [workbook, start, show, underWay]);

  const read = useCallback(
    async (place: TradesPlace) => {
      const job = start(false);
      const next = await readPlace(job, place);
      if (!job.signal.aborted) show(next);
    },
    [start, show],
  );

  const readSelection = useCallback(async () => {
    const before = shown.current;
    const job = start(before !== null);
    const { place, ...next } = await readSelected(job);
    if (job.signal.aborted) return;
    if (place === null && before !== null && next.reading.state === "failed") return setNotice(next.reading.sentence);
    if (place !== null) setPlaces((known) => withPlace(known, place));
    show(next);
  }, [start, show]);

  /** New prices, or another day, over the trades as they were read. */
  const turn = useCallback(
    async (next: PricesCells | null) => {
      pricesCells.current = next;
      if (shown.current === null) return;
      const end = underWay.begin();
      const turned = await engine.turn({ prices: next, asOf: day.current });
      if (!turned.ok) return end();
      shownThen.current.push(end);
      setPrices(turned.value);
      setRevision((before) => before + 1);
    },
    [engine, underWay],
  );

  const readSelectedPrices = useCallback(async () => {
    const place = await workbook.selectedPrices();
    const cells = place.ok ? await workbook.readPrices(place.value) : place;
    setNotice(cells.ok ? null : cells.problem.sentence);
    if (cells.ok) await turn(cells.value);
  }, [workbook, turn]);

  const findPricesAgain = useCallback(async () => turn(await findPrices(workbook, pricesCells.current?.place ?? null)), [workbook, turn]);

  const refresh = useCallback(
    async (touched: Touched) => {
      if (touched.trades || shown.current === null) return findAgain();
      await findPricesAgain();
    },
    [findAgain, findPricesAgain],
  );

  /** Formulas were calculated, perhaps to the same results: then nothing happens. */
  const comparePrices = useCallback(async () => {
    const before = pricesCells.current;
    if (before === null) return;
    const now = await workbook.readPrices(before.place);
    if (now.ok && pricesCells.current === before && !samePrices(before, now.value)) await turn(now.value);
  }, [workbook, turn]);

  const lookAgain = useCallback(() => void findAgain(), [findAgain]);

  useFollowing({ workbook, shown, prices: pricesCells, setStale, refresh, underWay });
  useFollowingCalculations(workbook, pricesCells, comparePrices);
  useEffect(() => void findAgain(), [findAgain]);
  useEffect(() => {
    if (day.current === asOf) return;
    day.current = asOf;
    void turn(pricesCells.current);
  }, [asOf, turn]);

  return {
    reading,
    places,
    prices,
    stale,
    revision,
    notice,
    findAgain: lookAgain,
    readTable: (tableName) => void findAgain(tableName),
    read: (place) => void read(place),
    readSelection: () => void readSelection(),
    readSelectedPrices: () => void readSelectedPrices(),
    findPricesAgain: () => void findPricesAgain(),
    cancel: () => {
      stop.current.abort();
      show({ reading: { state: "failed", sentence: "Stopped. Nothing was read.", block: null }, prices: null });
    },
  };
}

async function placeOfTable(workbook: PaneWorkbook, tableName: string): Promise<TradesPlace | null> {
  const found = await workbook.findTrades();
  return found.ok ? (found.value.find((place) => place.tableName === tableName) ?? null) : null;
}

interface Following {
  readonly workbook: PaneWorkbook;
  readonly shown: { readonly current: BookRead | null };
  readonly prices: { readonly current: PricesCells | null };
  readonly setStale: (stale: boolean) => void;
  readonly refresh: (touched: Touched) => Promise<void>;
  readonly underWay: UnderWay;
}

/** Reads again shortly after the trades, the prices or the settings change. */
function useFollowing({ workbook, shown, prices, setStale, refresh, underWay }: Following): void {
  useEffect(() => {
    let end: (() => void) | null = null;
    const settling = whenSettled((touched) => {
      const ended = end;
      end = null;
      void refresh(touched).finally(() => ended?.());
    }, CHANGES_SETTLE_MS);
    void workbook.watchChanges((changed) => {
      const book = shown.current;
      const touched = touchedBy(changed, book, prices.current?.place ?? null);
      const isLong = book !== null && book.place.block.rows > ROWS_READ_AGAIN_BY_ITSELF;
      if (isLong && touched.trades) setStale(true);
      const read = isLong ? { ...touched, trades: false } : touched;
      if (read.trades || read.prices) end ??= underWay.begin();
      settling.touch(read);
    });
    return () => {
      settling.end();
      end?.();
    };
  }, [workbook, shown, prices, setStale, refresh, underWay]);
}

/** `onChanged` tells nothing of prices that are formulas or Stocks cells. */
function useFollowingCalculations(
  workbook: PaneWorkbook,
  prices: { readonly current: PricesCells | null },
  comparePrices: () => Promise<void>,
): void {
  useEffect(() => {
    const settling = whenSettled(() => void comparePrices(), CHANGES_SETTLE_MS);
    void workbook.watchCalculations((calculated) => {
      settling.touch({ trades: false, prices: mayBePrices(calculated, prices.current?.place ?? null) });
    });
    return () => settling.end();
  }, [workbook, prices, comparePrices]);
}
