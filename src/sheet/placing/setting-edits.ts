/** Turns changes of settings into the rows of the settings range that are to be written. Pure. */
import { done, refuse, type Outcome } from "../../values/outcome";
import { readCell } from "../cells";
import { plainWord } from "../setting-values";
import type { SettingChange } from "./setting-changes";

/** A row of the settings range, from 0; rows past its end are to be added to it. */
export interface SettingEdit {
  readonly row: number;
  /** Name first; as many cells as the range has columns, blank as "". */
  readonly cells: readonly (string | number)[];
  /** It is a note from now on: nothing reads it. */
  readonly isNote: boolean;
}

type Cells = readonly (readonly unknown[])[];

/**
 * One edit a row that changes. A row that is commented out is used again; one that is not there goes below the last
 * filled row. No other row is touched.
 */
export function editsFor(cells: Cells, changes: readonly SettingChange[]): Outcome<readonly SettingEdit[]> {
  const columns = cells[0]?.length ?? 0;
  const edits = new Map<number, SettingEdit>();
  let next = lastFilledRow(cells) + 1;
  for (const change of changes) {
    const wanted = fitted([change.name, ...change.values], columns);
    if (wanted.length > columns) {
      return refuse(
        "bad-input",
        `${change.name} has ${change.values.length} values, and the settings range has room for ${columns - 1} in a row. Make the range wider, or write them in two rows.`,
      );
    }
    if (change.was !== undefined && saidNow(cells, change, edits) !== change.was) {
      return refuse("bad-input", `Someone has changed ${[change.name, change.first].filter((word) => word !== undefined).join(" ")} in the settings since they were read. Look at it, then try again. Nothing was written.`);
    }
    const removes = change.values.length === 0;
    const row = rowOf(cells, change, edits);
    if (row === null && removes) continue;
    const at = row ?? next++;
    edits.set(at, removes ? commentedOut(at, cells[at] ?? []) : { row: at, cells: padded(wanted, columns), isNote: false });
  }
  return done([...edits.values()].sort((a, b) => a.row - b.row));
}

/** Settings whose cells may hold several symbols, parted by commas. */
const OF_SYMBOLS = new Set(["identical", "replacement"]);

/** A longer list of symbols than the range has columns ends in one cell: `VTI, ITOT, SCHB`. */
function fitted(cells: readonly (string | number)[], columns: number): readonly (string | number)[] {
  if (cells.length <= columns || columns < 2 || !OF_SYMBOLS.has(plainWord(String(cells[0])))) return cells;
  return [...cells.slice(0, columns - 1), cells.slice(columns - 1).join(", ")];
}

/** The first value of the row that holds the setting; null: there is none, or it is blank. */
function saidNow(cells: Cells, change: SettingChange, edits: ReadonlyMap<number, SettingEdit>): string | null {
  const row = rowOf(cells, { ...change, values: [] }, edits);
  const text = row === null ? "" : textOf(cells[row]?.[1]).trim();
  return text === "" ? null : text;
}

/** The row that holds the setting; else one that is commented out and no other change has taken. */
function rowOf(cells: Cells, change: SettingChange, edits: ReadonlyMap<number, SettingEdit>): number | null {
  const at = (commented: boolean, beginsWith: (text: string) => string): number =>
    cells.findIndex((row, index) => !edits.has(index) && says(row, change, commented, beginsWith));
  const live = [at(false, whole), at(false, firstSymbol)].find((row) => row >= 0);
  if (live !== undefined || change.values.length === 0) return live ?? null;
  return [at(true, whole), at(true, firstSymbol)].find((row) => row >= 0) ?? null;
}

const whole = (text: string): string => text;
const firstSymbol = (text: string): string => text.split(",")[0] ?? "";

function says(
  row: readonly unknown[],
  { name, first }: SettingChange,
  commented: boolean,
  beginsWith: (text: string) => string,
): boolean {
  const [nameCell, firstCell] = row;
  const text = textOf(nameCell);
  if (text.startsWith("#") !== commented) return false;
  const written = plainWord(commented ? text.replace(/^#+/, "") : text);
  if (written.replace(/-/g, " ") !== plainWord(name).replace(/-/g, " ")) return false;
  if (first !== undefined) {
    const own = OF_SYMBOLS.has(written) ? beginsWith(textOf(firstCell)) : textOf(firstCell);
    return plainWord(own) === plainWord(first);
  }
  // The standing orders of one account or symbol are rows of their own, beside the Method of all sales.
  return written !== "method" || row.slice(2).every((cell) => textOf(cell) === "");
}

function textOf(cell: unknown): string {
  const read = readCell(cell);
  return read.kind === "text" || read.kind === "number" ? String(read.value) : "";
}

function commentedOut(row: number, cells: readonly unknown[]): SettingEdit {
  const kept = cells.map((cell) => (typeof cell === "number" ? cell : String(cell ?? "")));
  return { row, cells: [`# ${kept[0] ?? ""}`, ...kept.slice(1)], isNote: true };
}

function padded(cells: readonly (string | number)[], columns: number): readonly (string | number)[] {
  return [...cells, ...Array.from({ length: columns - cells.length }, () => "")];
}

function lastFilledRow(cells: Cells): number {
  let last = cells.length - 1;
  while (last >= 0 && cells[last]?.every((cell) => readCell(cell).kind === "blank")) last--;
  return last;
}
