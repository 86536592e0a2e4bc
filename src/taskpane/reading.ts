/** Finds, reads and books the trades, step by step; knows nothing of React. */
import type { TradesPlace } from "../sheet/placing/trades-blocks";
import type { Outcome } from "../values/outcome";
import type { PaneWorkbook } from "./pane-workbook";
import { readBook, type BookRead } from "./read-book";

export type Reading =
  | { readonly state: "working"; readonly doing: string; readonly share: number | null }
  | { readonly state: "nothing" }
  /** Trades are there but cannot be read, or Excel refused. */
  | { readonly state: "failed"; readonly sentence: string; readonly place: TradesPlace | null }
  | { readonly state: "read"; readonly book: BookRead };

export interface ReadingJob {
  readonly workbook: PaneWorkbook;
  readonly signal: AbortSignal;
  /** What is being done now. */
  readonly working: (doing: string, share: number | null) => void;
}

const DAYS_FROM_1904 =
  "This workbook counts its days from 1904 (File, Options, Advanced). Taxlot reads days counted from 1900, so every date would be four years off. Use a workbook with that option off.";

/** Looks through the workbook; reads the place read before if it is still there, else the first one found. */
export async function findAndRead(
  job: ReadingJob,
  before: TradesPlace | null,
): Promise<{ readonly places: readonly TradesPlace[]; readonly reading: Reading }> {
  job.working("Looking for trades", null);
  const [found, from1904] = await Promise.all([job.workbook.findTrades(), job.workbook.countsDaysFrom1904()]);
  if (!found.ok) return { places: [], reading: failed(found, null) };
  if (from1904) return { places: [], reading: { state: "failed", sentence: DAYS_FROM_1904, place: null } };
  const places = found.value;
  if (before?.selected === true) {
    const reading = await readPlace(job, before);
    if (reading.state === "read") return { places: withPlace(places, before), reading };
  }
  const place = before === null ? places[0] : (placeNear(places, before) ?? places[0]);
  return { places, reading: place === undefined ? { state: "nothing" } : await readPlace(job, place) };
}

/** The place that starts where the old one did; or, when rows were put in above it, one on the same sheet. */
function placeNear(places: readonly TradesPlace[], before: TradesPlace): TradesPlace | undefined {
  return (
    places.find((place) => startsWhere(place, before)) ?? places.find(({ block }) => block.sheet === before.block.sheet)
  );
}

/** The places with a selected one, named once. */
export function withPlace(places: readonly TradesPlace[], place: TradesPlace): readonly TradesPlace[] {
  return [...places.filter((other) => !startsWhere(other, place)), place];
}

export async function readPlace(job: ReadingJob, place: TradesPlace): Promise<Reading> {
  const { workbook, signal, working } = job;
  if (place.missing.length > 0) return { state: "failed", sentence: missingColumns(place), place };
  working("Reading the trades", 0);
  const cells = await workbook.readTradesCells(place, {
    signal,
    onProgress: (rowsDone, rows) => working("Reading the trades", rows === 0 ? null : rowsDone / rows),
  });
  if (!cells.ok) return failed(cells, place);
  const settings = await workbook.findSettings();
  if (!settings.ok) return failed(settings, place);
  working("Booking the lots", null);
  await breathe();
  const book = await readBook(cells.value, settings.value, breathe);
  return book.ok ? { state: "read", book: book.value } : failed(book, cells.value.place);
}

/** Reads what the user has selected. */
export async function readSelected(job: ReadingJob): Promise<{ readonly place: TradesPlace | null; readonly reading: Reading }> {
  const place = await job.workbook.selectedPlace();
  if (!place.ok) return { place: null, reading: failed(place, null) };
  return { place: place.value, reading: await readPlace(job, place.value) };
}

/** Two findings of one place: the trades may have grown, their headings stay where they are. */
export function startsWhere(a: TradesPlace, b: TradesPlace): boolean {
  return a.block.sheet === b.block.sheet && a.block.row === b.block.row && a.block.column === b.block.column;
}

function failed(outcome: Outcome<never> | Extract<Outcome<unknown>, { ok: false }>, place: TradesPlace | null): Reading {
  return { state: "failed", sentence: outcome.ok ? "" : outcome.problem.sentence, place };
}

function missingColumns({ missing }: TradesPlace): string {
  return `These look like trades, but no heading says ${missing.join(" or ")}. Name the column, then press “Read again”.`;
}

/** A turn of the event loop, in which the page paints and Excel is heard. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
