/** The reading side of the page: finds the trades, reads them, books them, and follows changes. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { CellBlock } from "../sheet/placing/addresses";
import { SETTINGS_SHEET } from "../sheet/placing/settings-rows";
import type { TradesPlace } from "../sheet/placing/trades-blocks";
import type { PaneWorkbook } from "./pane-workbook";
import { readBook, type BookRead } from "./read-book";

export type Reading =
  | { readonly state: "working"; readonly doing: string; readonly share: number | null }
  | { readonly state: "nothing" }
  /** Trades are there but cannot be read, or Excel refused. */
  | { readonly state: "failed"; readonly sentence: string; readonly place: TradesPlace | null }
  | { readonly state: "read"; readonly book: BookRead };

export interface TradesOnSheet {
  readonly reading: Reading;
  /** Every place found, the one being read among them. */
  readonly places: readonly TradesPlace[];
  /** Cells changed since the reading, and the range is too long to read again by itself. */
  readonly stale: boolean;
  readonly findAgain: () => void;
  readonly read: (place: TradesPlace) => void;
  readonly readSelection: () => void;
  readonly cancel: () => void;
  /** While on, changes are taken for our own and not read again. */
  readonly quiet: (on: boolean) => void;
}

/** Longer ranges are read again on the button only, so that typing stays quick. */
const ROWS_READ_AGAIN_BY_ITSELF = 20_000;
const CHANGES_SETTLE_MS = 400;

const DAYS_FROM_1904 =
  "This workbook counts its days from 1904 (File, Options, Advanced). Taxlot reads days counted from 1900, so every date would be four years off. Use a workbook with that option off.";

export function useTrades(workbook: PaneWorkbook): TradesOnSheet {
  const [reading, setReading] = useState<Reading>({ state: "working", doing: "Looking for trades", share: null });
  const [places, setPlaces] = useState<readonly TradesPlace[]>([]);
  const [stale, setStale] = useState(false);
  const stop = useRef(new AbortController());
  const shown = useRef<BookRead | null>(null);
  const isQuiet = useRef(false);

  const start = useCallback((): AbortSignal => {
    stop.current.abort();
    stop.current = new AbortController();
    return stop.current.signal;
  }, []);

  const show = useCallback((next: Reading) => {
    shown.current = next.state === "read" ? next.book : null;
    setStale(false);
    setReading(next);
  }, []);

  const readPlace = useCallback(
    async (place: TradesPlace, signal: AbortSignal, keepShowing: boolean) => {
      const working = (doing: string, share: number | null): void => {
        if (!keepShowing && !signal.aborted) setReading({ state: "working", doing, share });
      };
      working("Reading the trades", 0);
      const cells = await workbook.readTradesCells(place, {
        signal,
        onProgress: (rowsDone, rows) => working("Reading the trades", rows === 0 ? null : rowsDone / rows),
      });
      if (signal.aborted) return;
      if (!cells.ok) return show({ state: "failed", sentence: cells.problem.sentence, place });
      const settings = await workbook.findSettings();
      if (signal.aborted) return;
      if (!settings.ok) return show({ state: "failed", sentence: settings.problem.sentence, place });
      working("Booking the lots", null);
      await nextFrame();
      const book = await readBook(cells.value, settings.value, nextFrame);
      if (signal.aborted) return;
      show(
        book.ok
          ? { state: "read", book: book.value }
          : { state: "failed", sentence: book.problem.sentence, place: cells.value.place },
      );
    },
    [workbook, show],
  );

  const findAgain = useCallback(async () => {
    const signal = start();
    const before = shown.current?.place ?? null;
    if (before === null) setReading({ state: "working", doing: "Looking for trades", share: null });
    const [found, from1904] = await Promise.all([workbook.findTrades(), workbook.countsDaysFrom1904()]);
    if (signal.aborted) return;
    if (from1904) return show({ state: "failed", sentence: DAYS_FROM_1904, place: null });
    if (!found.ok) return show({ state: "failed", sentence: found.problem.sentence, place: null });
    setPlaces(found.value);
    const place = found.value.find((candidate) => before !== null && samePlace(candidate, before)) ?? found.value[0];
    if (place === undefined) return show({ state: "nothing" });
    if (place.missing.length > 0) return show({ state: "failed", sentence: missingColumns(place), place });
    await readPlace(place, signal, before !== null);
  }, [workbook, start, show, readPlace]);

  const read = useCallback(
    (place: TradesPlace) => {
      const signal = start();
      if (place.missing.length > 0) show({ state: "failed", sentence: missingColumns(place), place });
      else void readPlace(place, signal, false);
    },
    [start, show, readPlace],
  );

  const readSelection = useCallback(async () => {
    const signal = start();
    const place = await workbook.selectedPlace();
    if (signal.aborted) return;
    if (!place.ok) return show({ state: "failed", sentence: place.problem.sentence, place: null });
    setPlaces((known) => (known.some((other) => samePlace(other, place.value)) ? known : [...known, place.value]));
    await readPlace(place.value, signal, false);
  }, [workbook, start, show, readPlace]);

  useFollowing(workbook, shown, isQuiet, setStale, findAgain);
  useEffect(() => {
    void findAgain();
  }, [findAgain]);

  return {
    reading,
    places,
    stale,
    findAgain: () => void findAgain(),
    read,
    readSelection: () => void readSelection(),
    cancel: () => {
      start();
      show({ state: "failed", sentence: "Stopped. Nothing was read.", place: null });
    },
    quiet: (on) => {
      isQuiet.current = on;
    },
  };
}

/** Reads again shortly after the trades or the settings change. */
function useFollowing(
  workbook: PaneWorkbook,
  shown: { readonly current: BookRead | null },
  isQuiet: { readonly current: boolean },
  setStale: (stale: boolean) => void,
  findAgain: () => Promise<void>,
): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void workbook.watchChanges((changed) => {
      const book = shown.current;
      if (isQuiet.current || (book !== null && !concerns(changed, book))) return;
      if (book !== null && book.place.block.rows > ROWS_READ_AGAIN_BY_ITSELF) return setStale(true);
      clearTimeout(timer);
      timer = setTimeout(() => void findAgain(), CHANGES_SETTLE_MS);
    });
    return () => clearTimeout(timer);
  }, [workbook, shown, isQuiet, setStale, findAgain]);
}

/** The change touches the trades, the row below them, or the settings. */
function concerns(changed: CellBlock, { place, settings }: BookRead): boolean {
  if (changed.sheet === (settings?.block.sheet ?? SETTINGS_SHEET)) return true;
  const { block } = place;
  return (
    changed.sheet === block.sheet &&
    changed.row <= block.row + block.rows &&
    changed.column < block.column + block.columns
  );
}

function samePlace(a: TradesPlace, b: TradesPlace): boolean {
  return (
    a.tableName === b.tableName &&
    a.block.sheet === b.block.sheet &&
    a.block.row === b.block.row &&
    a.block.column === b.block.column
  );
}

function missingColumns({ missing }: TradesPlace): string {
  const columns = missing.join(", ");
  return `These look like trades, but no heading says ${columns}. Name the column ${missing.length === 1 ? "so" : "so, each"}, then press “Read again”.`;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
