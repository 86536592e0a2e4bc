/** Finds, reads and books the trades, step by step; knows nothing of React. */
import type { CellBlock } from "../sheet/placing/addresses";
import { cellOf } from "../sheet/placing/addresses";
import type { PricesCells, PricesPlace } from "../sheet/placing/prices-place";
import type { SettingsFound } from "../sheet/placing/settings-rows";
import type { TradesPlace } from "../sheet/placing/trades-blocks";
import type { Day } from "../values/plain-date";
import { Stopped, type Engine } from "./engine/contract";
import type { PaneWorkbook } from "./pane-workbook";
import type { BookRead } from "./read-book";

export type Reading =
  | { readonly state: "working"; readonly doing: string; readonly share: number | null }
  | { readonly state: "nothing" }
  /** Trades are there but cannot be read, or Excel refused. */
  | {
      readonly state: "failed";
      readonly sentence: string;
      readonly block: CellBlock | null;
      /** A row of these settings is why: the form can mend it. */
      readonly settings?: SettingsFound;
    }
  | { readonly state: "read"; readonly book: BookRead };

export interface ReadingJob {
  readonly workbook: PaneWorkbook;
  readonly engine: Engine;
  readonly asOf: Day;
  /** The prices read before; the same ones are looked for first. */
  readonly prices: PricesPlace | null;
  readonly signal: AbortSignal;
  /** What is being done now. */
  readonly working: (doing: string, share: number | null) => void;
}

export interface PlaceRead {
  readonly reading: Reading;
  readonly prices: PricesCells | null;
}

const DAYS_FROM_1904 =
  "This workbook counts its days from 1904 (File, Options, Advanced). Taxlot reads days counted from 1900, so every date would be four years off. Use a workbook with that option off.";

/** Looks through the workbook; reads the place read before if it is still there, else the first one found. */
export async function findAndRead(
  job: ReadingJob,
  before: TradesPlace | null,
): Promise<PlaceRead & { readonly places: readonly TradesPlace[] }> {
  job.working("Looking for trades", null);
  const [found, from1904] = await Promise.all([job.workbook.findTrades(), job.workbook.countsDaysFrom1904()]);
  if (!found.ok) return { places: [], ...failed(found.problem.sentence, null) };
  if (from1904) return { places: [], ...failed(DAYS_FROM_1904, null) };
  const places = found.value;
  if (before?.selected === true) {
    const read = await readPlace(job, before);
    if (read.reading.state === "read") return { places: withPlace(places, before), ...read };
  }
  const place = before === null ? places[0] : (placeNear(places, before) ?? places[0]);
  return { places, ...(place === undefined ? { reading: { state: "nothing" } as const, prices: null } : await readPlace(job, place)) };
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

export async function readPlace(job: ReadingJob, place: TradesPlace): Promise<PlaceRead> {
  const { workbook, engine, signal, working, asOf } = job;
  if (place.missing.length > 0) return failed(missingColumns(place), place.block);
  working("Reading the trades", 0);
  const cells = await workbook.readTradesCells(place, {
    signal,
    onProgress: (rowsDone, rows) => working("Reading the trades", rows === 0 ? null : rowsDone / rows),
  });
  if (!cells.ok) return failed(cells.problem.sentence, place.block);
  const settings = await workbook.findSettings();
  if (!settings.ok) return failed(settings.problem.sentence, null);
  const prices = await findPrices(workbook, job.prices);
  try {
    const book = await engine.read({ ...cells.value, settings: settings.value, prices, asOf }, { signal, working });
    if (book.ok) return { reading: { state: "read", book: book.value }, prices };
    const row = settingsRow(book.problem.sentence, settings.value);
    if (row === null || settings.value === null) return failed(book.problem.sentence, cells.value.place.block);
    return { reading: { state: "failed", sentence: book.problem.sentence, block: row, settings: settings.value }, prices };
  } catch (error) {
    return failed(error instanceof Stopped ? "Stopped. Nothing was read." : `The trades could not be booked: ${wordsOf(error)}`, place.block);
  }
}

/** The prices read before if they are still there, else the first found; null where there are none or Excel cannot tell. */
export async function findPrices(workbook: PaneWorkbook, before: PricesPlace | null): Promise<PricesCells | null> {
  if (before !== null) {
    const again = await workbook.readPrices(before);
    if (again.ok) return again.value;
  }
  const found = await workbook.findPrices();
  const place = found.ok ? found.value[0] : undefined;
  if (place === undefined) return null;
  const cells = await workbook.readPrices(place);
  return cells.ok ? cells.value : null;
}

/** Reads what the user has selected. */
export async function readSelected(job: ReadingJob): Promise<PlaceRead & { readonly place: TradesPlace | null }> {
  const place = await job.workbook.selectedPlace();
  if (!place.ok) return { place: null, ...failed(place.problem.sentence, null) };
  return { place: place.value, ...(await readPlace(job, place.value)) };
}

/** Two findings of one place: the trades may have grown, their headings stay where they are. */
export function startsWhere(a: { readonly block: CellBlock }, b: { readonly block: CellBlock }): boolean {
  return a.block.sheet === b.block.sheet && a.block.row === b.block.row && a.block.column === b.block.column;
}

/** "Settings row 4: …" is about the fourth row of the settings range. */
function settingsRow(sentence: string, settings: SettingsFound | null): CellBlock | null {
  const row = /^Settings row (\d+):/.exec(sentence)?.[1];
  return row === undefined || settings === null ? null : { ...cellOf(settings.block, Number(row) - 1, 0), columns: settings.block.columns };
}

function failed(sentence: string, block: CellBlock | null): PlaceRead {
  return { reading: { state: "failed", sentence, block }, prices: null };
}

function missingColumns({ missing }: TradesPlace): string {
  return `These look like trades, but no heading says ${missing.join(" or ")}. Name the column, then press “Read again”.`;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

