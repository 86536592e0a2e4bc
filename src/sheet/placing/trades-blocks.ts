/** Finds the blocks of a sheet that hold trades, from the rows at its top. */
import { findTradesHeading } from "../headings";
import type { CellBlock } from "./addresses";
import { repeatsOthers } from "./source-sheet";

/** A block with trades, as it is handed to the functions. */
export interface TradesBlock {
  readonly block: CellBlock;
  /** Row of the headings within the block, from 0: title lines of an export may stand above them. */
  readonly headings: number;
  /** Columns that a trades table needs and this one lacks; empty when it can be read. */
  readonly missing: readonly string[];
}

/** A place that holds trades. */
export interface TradesPlace extends TradesBlock {
  /** Name of the Excel Table, or null for a plain range. */
  readonly tableName: string | null;
  /** The user pointed at it; it need not be what a search would find. */
  readonly selected: boolean;
}

export interface TradesCells {
  readonly place: TradesPlace;
  /** Row by row, from the first row of the block. */
  readonly cells: unknown[][];
}

/** Headings further down than this are not reached from the top of the sheet. */
const TITLE_ROWS_AT_MOST = 30;

/**
 * Blocks with trades, running to the last used row of the sheet. They start in sheet row 1, title lines and all,
 * so that the row numbers in every sentence and lot name are those at the edge of the sheet.
 * A sheet that repeats rows of others has none. Blank columns part a sheet into blocks, so that a result written beside the trades is not read as part of them.
 * @param used the block of the sheet that has content
 * @param topRows its first rows
 */
export function blocksOfTrades(
  used: CellBlock,
  topRows: readonly (readonly unknown[])[],
): readonly TradesBlock[] {
  if (repeatsOthers(topRows)) return [];
  const found: TradesBlock[] = [];
  for (const { first, last } of columnRuns(topRows, used.columns)) {
    const rows = topRows.map((row) => row.slice(first, last + 1));
    const heading = findTradesHeading(rows);
    // Rows without headings are too easily something else: the user selects those.
    if (heading === null || heading.headingRow === null) continue;
    const headingRow = used.row + heading.headingRow - 1;
    const row = headingRow <= TITLE_ROWS_AT_MOST ? 0 : headingRow;
    found.push({
      block: {
        sheet: used.sheet,
        row,
        column: used.column + first,
        rows: used.row + used.rows - row,
        columns: last - first + 1,
      },
      headings: headingRow - row,
      missing: heading.missing,
    });
  }
  return found;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Stretches of columns with content, parted by blank columns. */
export function columnRuns(rows: readonly (readonly unknown[])[], columns: number): readonly Run[] {
  const runs: Run[] = [];
  let first: number | null = null;
  for (let column = 0; column <= columns; column++) {
    const filled = column < columns && rows.some((row) => !isBlank(row[column]));
    if (filled && first === null) first = column;
    if (!filled && first !== null) {
      runs.push({ first, last: column - 1 });
      first = null;
    }
  }
  return runs;
}

/** How many rows remain when blank rows at the end are dropped. */
export function trimmed(cells: readonly (readonly unknown[])[]): number {
  let rows = cells.length;
  while (rows > 0 && cells[rows - 1]?.every(isBlank)) rows--;
  return rows;
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}
