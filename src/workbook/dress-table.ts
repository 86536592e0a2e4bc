/** Gives a written table its formats: heading row, number formats, alignment and widths. */
import { cellOf, SHEET_ROWS, type CellBlock } from "../sheet/placing/addresses";
import { NUMBER_FORMATS, type ResultColumn } from "../sheet/placing/result-tables";
import { widthInPoints } from "../sheet/placing/column-widths";
import type { ColumnsBefore } from "../sheet/placing/writing";
import { LINES_ABOVE_TABLE } from "./choose-places";
import { rangeOf, readCells } from "./read-sheets";

/** A light neutral fill that keeps black text readable, on paper too. */
const HEADING_FILL = "#EEF1F4";
/** Grey that still passes 4.5:1 on white. */
const ORIGIN_GREY = "#5F6368";
/** Formats reach this far below the last row, so that rows a live formula adds later are dressed too. */
const ROOM_BELOW = 200;
const ROWS_MEASURED = 200;

export function cellsToDress(block: CellBlock): CellBlock {
  return { ...block, rows: Math.min(block.rows + ROOM_BELOW, SHEET_ROWS - block.row) };
}

export async function lookBefore(context: Excel.RequestContext, block: CellBlock): Promise<ColumnsBefore> {
  const columns = columnsOf(block).map((column) => {
    const cell = rangeOf(context, cellOf(block, 1, column)).load("numberFormat,format/columnWidth");
    return cell;
  });
  await context.sync();
  return {
    widths: columns.map((cell) => cell.format.columnWidth),
    numberFormats: columns.map((cell) => String((cell.numberFormat as unknown[][])[0]?.[0] ?? "General")),
  };
}

export async function dress(
  context: Excel.RequestContext,
  block: CellBlock,
  columns: readonly ResultColumn[],
): Promise<void> {
  const measured = await readCells(context, { ...block, rows: Math.min(block.rows, ROWS_MEASURED) });
  const heading = rangeOf(context, { ...block, rows: 1 });
  heading.format.font.bold = true;
  heading.format.fill.color = HEADING_FILL;
  const below = { ...cellsToDress(block), row: block.row + 1, rows: cellsToDress(block).rows - 1 };
  columns.forEach((column, index) => {
    const cells = rangeOf(context, { ...below, column: block.column + index, columns: 1 });
    setNumberFormat(cells, NUMBER_FORMATS[column.format]);
    const headingCell = rangeOf(context, cellOf(block, 0, index));
    if (column.format !== "text") headingCell.format.horizontalAlignment = "Right";
    headingCell.format.columnWidth = widthInPoints(column, measured.map((row) => row[index]));
  });
  await context.sync();
}

/** Title and origin above a table on a sheet of its own; the headings stay in sight. */
export async function dressLinesAbove(context: Excel.RequestContext, block: CellBlock): Promise<void> {
  const top = { ...block, row: block.row - LINES_ABOVE_TABLE };
  rangeOf(context, cellOf(top, 0, 0)).format.font.bold = true;
  rangeOf(context, cellOf(top, 1, 0)).format.font.color = ORIGIN_GREY;
  context.workbook.worksheets.getItem(block.sheet).freezePanes.freezeRows(block.row + 1);
  await context.sync();
}

/** Takes the formats away again. */
export function undress(context: Excel.RequestContext, dressed: CellBlock, before: ColumnsBefore): void {
  const heading = rangeOf(context, { ...dressed, rows: 1 });
  heading.format.font.bold = false;
  heading.format.fill.clear();
  heading.format.horizontalAlignment = "General";
  columnsOf(dressed).forEach((column) => {
    const cells = rangeOf(context, { ...dressed, column: dressed.column + column, columns: 1 });
    setNumberFormat(cells, before.numberFormats[column] ?? "General");
    const width = before.widths[column];
    if (width !== undefined) rangeOf(context, cellOf(dressed, 0, column)).format.columnWidth = width;
  });
}

function columnsOf(block: CellBlock): readonly number[] {
  return Array.from({ length: block.columns }, (_, column) => column);
}

/** One format for all cells: Excel takes a single value where the type asks for a matrix. */
function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}
