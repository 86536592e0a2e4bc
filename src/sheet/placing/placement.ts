/**
 * Where a table may be written. A place is taken only when whole columns are empty, so that the
 * table can grow downward with the trades and never runs into cells that are someone's own.
 */
import { refuse, done, type Outcome } from "../../values/outcome";
import { SHEET_COLUMNS, SHEET_ROWS, type CellBlock } from "./addresses";

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The next place to the right of `trades`, level with their top row, with one blank column on either side. `occupied` holds the columns (from 0) of the sheet that have any content.
 */
export function placeBeside(
  trades: CellBlock,
  occupied: ReadonlySet<number>,
  size: TableSize,
): Outcome<CellBlock> {
  if (trades.row + size.rows > SHEET_ROWS) {
    return refuse("impossible-number", `A table of ${size.rows} rows does not fit below row ${trades.row + 1}.`);
  }
  let column = trades.column + trades.columns + 1;
  while (column + size.columns <= SHEET_COLUMNS) {
    const taken = lastTaken(occupied, column - 1, column + size.columns);
    if (taken === null) return done({ sheet: trades.sheet, row: trades.row, column, ...size });
    column = taken + 2;
  }
  return refuse("impossible-number", `Sheet ‘${trades.sheet}’ has no ${size.columns} empty columns side by side.`);
}

/** The rightmost column with content between `first` and `last`; null when there is none. */
function lastTaken(occupied: ReadonlySet<number>, first: number, last: number): number | null {
  for (let column = last; column >= first; column--) if (occupied.has(column)) return column;
  return null;
}

/** The columns that a block covers are occupied from now on. */
export function occupy(occupied: ReadonlySet<number>, block: CellBlock): ReadonlySet<number> {
  const more = new Set(occupied);
  for (let column = block.column; column < block.column + block.columns; column++) more.add(column);
  return more;
}

/** `Open lots`, or `Open lots 2` when a sheet of that name exists. Sheet names are compared without case. */
export function freeSheetName(wanted: string, existing: readonly string[]): string {
  const taken = new Set(existing.map((name) => name.toUpperCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toUpperCase()); number++) name = `${wanted} ${number}`;
  return name;
}

/** Excel takes no longer name of a sheet. */
const LONGEST_SHEET_NAME = 31;

/** A name Excel takes, not yet taken: `Harvest 2026-12-05`, then `Harvest 2026-12-05 (2)`. `History` is Excel's own. */
export function sheetNameFor(wanted: string, existing: readonly string[]): string {
  const plain = wanted.replace(/[\\/?*[\]:\u0000-\u001f]+/g, " ").replace(/\s+/g, " ").replace(/^['\s]+|['\s]+$/g, "");
  const base = plain === "" || plain.toUpperCase() === "HISTORY" ? `Taxlot ${plain}`.trim() : plain;
  const taken = new Set(existing.map((name) => name.toUpperCase()));
  let name = base.slice(0, LONGEST_SHEET_NAME).trimEnd();
  for (let number = 2; taken.has(name.toUpperCase()); number++) {
    const end = ` (${number})`;
    name = base.slice(0, LONGEST_SHEET_NAME - end.length).trimEnd() + end;
  }
  return name;
}
