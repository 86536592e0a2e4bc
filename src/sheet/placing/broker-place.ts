/** Where a broker's Form 1099-B or 1099-DA stands on the sheets, and how such a block is told from others. Pure. */
import { findBroker1099Columns, ROWS_TO_HEADINGS } from "../broker-1099-columns";
import { readCell } from "../cells";
import { findTradesHeading } from "../headings";
import type { CellBlock } from "./addresses";
import { repeatsOthers } from "./source-sheet";
import { columnRuns } from "./trades-blocks";

/** Rows to read of a range to find its headings. */
export { ROWS_TO_HEADINGS };

export interface BrokerPlace {
  readonly block: CellBlock;
  /** Name of the Excel Table, or null for a plain range. */
  readonly tableName: string | null;
  /** The user pointed at it; it need not be what a search would find. */
  readonly selected: boolean;
}

export interface BrokerCells {
  readonly place: BrokerPlace;
  /** Row by row, from the first row of the block. */
  readonly cells: readonly (readonly unknown[])[];
}

type Rows = readonly (readonly unknown[])[];

/** A column that only tables of ours have: what we computed is not what the broker reports. */
const OURS = "sale row";

/** Whether these rows have the headings of a broker's form within them: not those of trades, nor of a table of ours. */
export function isBrokerForm(rows: Rows): boolean {
  return headingRowOf(rows) !== null;
}

/** 0-based; null: these rows are no broker's form. */
function headingRowOf(rows: Rows): number | null {
  const found = findBroker1099Columns(rows);
  if (!found.ok) return null;
  const { headingRow } = found.value;
  const isOurs = (rows[headingRow] ?? []).map(plain).includes(OURS);
  return isOurs || findTradesHeading(rows)?.missing.length === 0 ? null : headingRow;
}

/**
 * Blocks with a broker's form, from the top of the sheet, titles and all, to its last used row: the row numbers in every
 * sentence are those at the edge of the sheet. The unedited lines of an imported file are none: its sales have a sheet of their own.
 * @param used the block of the sheet that has content
 * @param topRows its first rows
 */
export function blocksOfBrokerForms(used: CellBlock, topRows: Rows): readonly CellBlock[] {
  if (repeatsOthers(topRows)) return [];
  const found: CellBlock[] = [];
  for (const { first, last } of columnRuns(topRows, used.columns)) {
    const rows = topRows.map((row) => row.slice(first, last + 1));
    const headingRow = headingRowOf(rows);
    if (headingRow === null) continue;
    // Headings far down are not reached from the top of the sheet.
    const row = used.row + headingRow < ROWS_TO_HEADINGS ? 0 : used.row;
    found.push({ sheet: used.sheet, row, column: used.column + first, rows: used.row + used.rows - row, columns: last - first + 1 });
  }
  return found;
}

function plain(cell: unknown): string {
  const read = readCell(cell);
  return read.kind === "text" ? read.value.trim().toLowerCase() : "";
}
