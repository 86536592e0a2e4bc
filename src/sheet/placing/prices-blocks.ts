/** Finds the blocks of a sheet that hold prices: a heading row with Symbol and Price, and nothing of trades or lots. */
import { readCell } from "../cells";
import { headingMeaning, type TradesField } from "../../import/column-words";
import type { CellBlock } from "./addresses";
import { repeatsOthers } from "./source-sheet";
import { columnRuns } from "./trades-blocks";

/** Headings of trades and of the tables we write: their Price is not what a share costs today. */
const NOT_OF_PRICES: ReadonlySet<TradesField> = new Set(["Date", "Action", "Lot", "Lots", "Acquired", "Fees", "Ratio"]);

/**
 * Blocks with prices, from their heading row to the last used row of the sheet; none on a sheet that repeats others.
 * @param used the block of the sheet that has content
 * @param topRows its first rows
 */
export function blocksOfPrices(used: CellBlock, topRows: readonly (readonly unknown[])[]): readonly CellBlock[] {
  if (repeatsOthers(topRows)) return [];
  const found: CellBlock[] = [];
  for (const { first, last } of columnRuns(topRows, used.columns)) {
    const heading = topRows.findIndex((row) => isPricesHeading(row.slice(first, last + 1)));
    if (heading < 0 || heading === used.rows - 1) continue;
    found.push({
      sheet: used.sheet,
      row: used.row + heading,
      column: used.column + first,
      rows: used.rows - heading,
      columns: last - first + 1,
    });
  }
  return found;
}

export function isPricesHeading(cells: readonly unknown[]): boolean {
  const fields = cells.map((cell) => {
    const read = readCell(cell);
    return read.kind === "text" ? (headingMeaning(read.value)?.field ?? null) : null;
  });
  if (!fields.includes("Symbol") || !fields.includes("Price")) return false;
  return !fields.some((field) => field !== null && NOT_OF_PRICES.has(field));
}
