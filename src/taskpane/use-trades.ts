/** The reading side of the page: what is read now, and when it is read again. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { PricesCells } from "../sheet/placing/prices-place";
import type { TradesPlace } from "../sheet/placing/trades-blocks";
import type { Day } from "../values/plain-date";
import type { Engine } from "./engine/contract";
import { mayBePrices, samePrices, touchedBy, whenSettled, type Touched } from "./follow";
import type { PaneWorkbook } from "./pane-workbook";
import type { BookRead, PricesRead } from "./read-book";
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

export function useTrades(workbook: PaneWorkbook, engine: Engine, asOf: Day): TradesOnSheet {
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
    const now = shown.current?.place ?? null;
    const wanted = tableName === undefined ? null : await placeOfTable(workbook, tableName);
    const before = wanted ?? now;
    const job = start(now !== null || isFormShown.current);
    const found = await findAndRead(job, before);
    if (job.signal.aborted) return;
    setPlaces(found.places);
    show(found);
  }, [workbook, start, show]);

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
      const turned = await engine.turn({ prices: next, asOf: day.current });
      if (!turned.ok) return;
      setPrices(turned.value);
      setRevision((before) => before + 1);
    },
    [engine],
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

  useFollowing(workbook, shown, pricesCells, setStale, refresh);
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
    findAgain: () => void findAgain(),
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

/** Reads again shortly after the trades, the prices or the settings change. */
function useFollowing(
  workbook: PaneWorkbook,
  shown: { readonly current: BookRead | null },
  prices: { readonly current: PricesCells | null },
  setStale: (stale: boolean) => void,
  refresh: (touched: Touched) => Promise<void>,
): void {
  useEffect(() => {
    const settling = whenSettled((touched) => void refresh(touched), CHANGES_SETTLE_MS);
    void workbook.watchChanges((changed) => {
      const book = shown.current;
      const touched = touchedBy(changed, book, prices.current?.place ?? null);
      const isLong = book !== null && book.place.block.rows > ROWS_READ_AGAIN_BY_ITSELF;
      if (isLong && touched.trades) setStale(true);
      settling.touch(isLong ? { ...touched, trades: false } : touched);
    });
    return () => settling.end();
  }, [workbook, shown, prices, setStale, refresh]);
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
