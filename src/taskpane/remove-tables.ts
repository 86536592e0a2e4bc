/** “Remove what I wrote” over several tables and sheets: each one that is unchanged goes, each other one stays and is named. */
import { addressForReading, cellOf } from "../sheet/placing/addresses";
import { tableToWrite } from "../sheet/placing/result-tables";
import type { WrittenImport } from "../sheet/placing/import-write";
import type { WrittenSheet } from "../sheet/placing/sheet-draft";
import type { WrittenTable } from "../sheet/placing/writing";
import { done, type Outcome } from "../values/outcome";
import type { PaneWorkbook } from "./pane-workbook";
import { capitalized, joined } from "./sentences";

export interface Removal<T> {
  readonly gone: readonly T[];
  readonly stayed: readonly T[];
  /** What went, what stays and why. */
  readonly sentence: string;
}

export async function removeTables(
  removeWritten: PaneWorkbook["removeWritten"],
  tables: readonly WrittenTable[],
): Promise<Removal<WrittenTable>> {
  return removeEach(removeWritten, tables, nameOf, "stay");
}

export async function removeWrittenSheets(
  removeSheets: PaneWorkbook["removeSheets"],
  sheets: readonly WrittenSheet[],
): Promise<Removal<WrittenSheet>> {
  const removed = await removeSheets(sheets);
  const outcomeOf = (written: WrittenSheet): Outcome<string | null> => (removed.ok ? (removed.value[sheets.indexOf(written)] ?? done(null)) : removed);
  return removeEach((written) => Promise.resolve(outcomeOf(written)), sheets, ({ sheetName }) => `sheet ‘${sheetName}’`, "stays");
}

/** The last one first: rows of an earlier one stand above it in the same Table. */
export async function removeImports(removeImport: PaneWorkbook["removeImport"], imports: readonly WrittenImport[]): Promise<Removal<WrittenImport>> {
  return removeEach(removeImport, [...imports].reverse(), nameOfImport, "stays");
}

/** `the import of schwab.csv` */
export function nameOfImport({ rows, sources }: WrittenImport): string {
  const files = sources.map(({ file }) => file.name);
  return files.length > 0 ? `the import of ${joined(files)}` : `rows imported into table ${rows?.tableName ?? ""}`;
}

async function removeEach<T>(
  remove: (written: T) => Promise<Outcome<string | null>>,
  all: readonly T[],
  nameOfOne: (written: T) => string,
  stays: string,
): Promise<Removal<T>> {
  const gone: T[] = [];
  const stayed: T[] = [];
  const remarks: string[] = [];
  for (const written of all) {
    const outcome = await remove(written);
    (outcome.ok ? gone : stayed).push(written);
    if (!outcome.ok) remarks.push(remarkOn(outcome.problem.sentence, `${capitalized(nameOfOne(written))} ${stays}`));
    else if (outcome.value !== null) remarks.push(outcome.value);
  }
  return { gone, stayed, sentence: [opening(gone.map(nameOfOne), stayed.length), ...remarks].join(" ") };
}

/** Some refusals end by naming what stays; that is said once. */
function remarkOn(sentence: string, stays: string): string {
  return /\bstays?\.$/.test(sentence) ? sentence : `${stays}: ${sentence}`;
}

function opening(gone: readonly string[], stayed: number): string {
  if (stayed === 0) return "Removed.";
  return gone.length === 0 ? "Nothing was removed." : `Removed ${joined(gone)}.`;
}

/** `open lots at ‘Trades’!G1`: two tables may be of one kind. */
export function nameOf({ table, block }: WrittenTable): string {
  return `${tableToWrite(table).title} at ${addressForReading(cellOf(block, 0, 0))}`;
}
