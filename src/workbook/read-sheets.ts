/** Reads what stands on sheets, in chunks small enough for Excel on the web (5 MB an answer). */
import { blockFromAddress, type CellBlock } from "../sheet/placing/addresses";
import type { Watch } from "../sheet/placing/watch";
import { Refused } from "./run-in-excel";

/** Also few enough that office.js takes an answer apart within a frame or two. */
const CELLS_PER_CHUNK = 20_000;

export interface SheetExtent {
  readonly name: string;
  /** The block that holds every cell with content; null on an empty sheet. */
  readonly used: CellBlock | null;
}

/** The visible sheets, in tab order. */
export async function visibleSheets(context: Excel.RequestContext): Promise<readonly SheetExtent[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name,items/visibility");
  await context.sync();
  const visible = sheets.items.filter((sheet) => sheet.visibility === "Visible");
  const used = visible.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("address"));
  await context.sync();
  return visible.map((sheet, index) => {
    const range = used[index];
    const block = range && !range.isNullObject ? blockFromAddress(range.address) : null;
    return { name: sheet.name, used: block };
  });
}

export function rangeOf(context: Excel.RequestContext, block: CellBlock): Excel.Range {
  return context.workbook.worksheets
    .getItem(block.sheet)
    .getRangeByIndexes(block.row, block.column, block.rows, block.columns);
}

/** The values of a block, row by row. Blank cells are "", error cells are their text such as `#N/A`. */
export async function readCells(
  context: Excel.RequestContext,
  block: CellBlock,
  watch: Watch = {},
): Promise<unknown[][]> {
  const rowsPerChunk = Math.max(1, Math.floor(CELLS_PER_CHUNK / block.columns));
  const cells: unknown[][] = [];
  for (let first = 0; first < block.rows; first += rowsPerChunk) {
    if (watch.signal?.aborted) throw new Refused("Reading was cancelled.");
    const rows = Math.min(rowsPerChunk, block.rows - first);
    const range = rangeOf(context, { ...block, row: block.row + first, rows }).load("values");
    await context.sync();
    for (const row of range.values as unknown[][]) cells.push(row);
    watch.onProgress?.(first + rows, block.rows);
  }
  return cells;
}

/** Columns of a block (numbered as on the sheet) with any content: a value, or a formula that shows nothing. */
export async function columnsWithContent(
  context: Excel.RequestContext,
  block: CellBlock,
): Promise<ReadonlySet<number>> {
  const rowsPerChunk = Math.max(1, Math.floor(CELLS_PER_CHUNK / block.columns));
  const columns = new Set<number>();
  for (let first = 0; first < block.rows && columns.size < block.columns; first += rowsPerChunk) {
    const rows = Math.min(rowsPerChunk, block.rows - first);
    const range = rangeOf(context, { ...block, row: block.row + first, rows }).load("values,formulas");
    await context.sync();
    markContent(range.values as unknown[][], block.column, columns);
    markContent(range.formulas as unknown[][], block.column, columns);
  }
  return columns;
}

function markContent(cells: readonly (readonly unknown[])[], firstColumn: number, columns: Set<number>): void {
  for (const row of cells) {
    row.forEach((cell, index) => {
      if (cell !== "" && cell !== null) columns.add(firstColumn + index);
    });
  }
}
