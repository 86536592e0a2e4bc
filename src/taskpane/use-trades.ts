/** The reading side of the page: what is read now, and when it is read again. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { CellBlock } from "../sheet/placing/addresses";
import { SETTINGS_SHEET } from "../sheet/placing/settings-rows";
import type { TradesPlace } from "../sheet/placing/trades-blocks";
import type { PaneWorkbook } from "./pane-workbook";
import type { BookRead } from "./read-book";
import { findAndRead, readPlace, readSelected, withPlace, type Reading, type ReadingJob } from "./reading";

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
}

/** Longer ranges are read again on the button only, so that typing stays quick. */
const ROWS_READ_AGAIN_BY_ITSELF = 20_000;
const CHANGES_SETTLE_MS = 400;
const AT_FIRST: Reading = { state: "working", doing: "Looking for trades", share: null };

export function useTrades(workbook: PaneWorkbook): TradesOnSheet {
  const [reading, setReading] = useState(AT_FIRST);
  const [places, setPlaces] = useState<readonly TradesPlace[]>([]);
  const [stale, setStale] = useState(false);
  const stop = useRef(new AbortController());
  const shown = useRef<BookRead | null>(null);

  const show = useCallback((next: Reading) => {
    shown.current = next.state === "read" ? next.book : null;
    setStale(false);
    setReading(next);
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
      return { workbook, signal, working };
    },
    [workbook],
  );

  const findAgain = useCallback(async () => {
    const before = shown.current?.place ?? null;
    const job = start(before !== null);
    const found = await findAndRead(job, before);
    if (job.signal.aborted) return;
    setPlaces(found.places);
    show(found.reading);
  }, [start, show]);

  const read = useCallback(
    async (place: TradesPlace) => {
      const job = start(false);
      const next = await readPlace(job, place);
      if (!job.signal.aborted) show(next);
    },
    [start, show],
  );

  const readSelection = useCallback(async () => {
    const job = start(false);
    const { place, reading: next } = await readSelected(job);
    if (job.signal.aborted) return;
    if (place !== null) setPlaces((known) => withPlace(known, place));
    show(next);
  }, [start, show]);

  useFollowing(workbook, shown, setStale, findAgain);
  useEffect(() => void findAgain(), [findAgain]);

  return {
    reading,
    places,
    stale,
    findAgain: () => void findAgain(),
    read: (place) => void read(place),
    readSelection: () => void readSelection(),
    cancel: () => {
      stop.current.abort();
      show({ state: "failed", sentence: "Stopped. Nothing was read.", place: null });
    },
  };
}

/** Reads again shortly after the trades or the settings change. */
function useFollowing(
  workbook: PaneWorkbook,
  shown: { readonly current: BookRead | null },
  setStale: (stale: boolean) => void,
  findAgain: () => Promise<void>,
): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void workbook.watchChanges((changed) => {
      const book = shown.current;
      if (book !== null && !concerns(changed, book)) return;
      if (book !== null && book.place.block.rows > ROWS_READ_AGAIN_BY_ITSELF) return setStale(true);
      clearTimeout(timer);
      timer = setTimeout(() => void findAgain(), CHANGES_SETTLE_MS);
    });
    return () => clearTimeout(timer);
  }, [workbook, shown, setStale, findAgain]);
}

/** The change touches the trades, cells above or below them, or the settings. What we write stands to their right. */
function concerns(changed: CellBlock, { place, settings }: BookRead): boolean {
  if (changed.sheet === (settings?.block.sheet ?? SETTINGS_SHEET)) return true;
  const { block } = place;
  return changed.sheet === block.sheet && changed.column < block.column + block.columns;
}
