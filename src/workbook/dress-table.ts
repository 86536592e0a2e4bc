/** Gives a written table its formats: heading row, number formats, alignment and widths. */
import { cellOf, SHEET_ROWS, type CellBlock } from "../sheet/placing/addresses";
import { runsOf, type Run } from "../sheet/placing/runs";
import { GENERAL, NUMBER_FORMATS, type ResultColumn } from "../sheet/placing/result-tables";
import { widthInPoints } from "../sheet/placing/column-widths";
import type { ColumnsBefore, WrittenTable } from "../sheet/placing/writing";
import { LINES_ABOVE_TABLE } from "./choose-places";
import { HEADING_FILL, ORIGIN_GREY, setNumberFormat } from "./looks";
import { rangeOf, readCells } from "./read-sheets";

/** Formats reach this far below the last row, so that rows a live formula adds later are dressed too. */
const ROOM_BELOW = 200;
const ROWS_MEASURED = 200;

/** From the headings down. */
export function cellsToDress(block: CellBlock, headings: number): CellBlock {
  const row = block.row + headings;
  return { ...block, row, rows: Math.min(block.rows - headings + ROOM_BELOW, SHEET_ROWS - row) };
}

export async function lookBefore(context: Excel.RequestContext, dressed: CellBlock): Promise<ColumnsBefore> {
  const columns = Array.from({ length: dressed.columns }, (_, column) =>
    rangeOf(context, cellOf(dressed, 1, column)).load("numberFormat,format/columnWidth"),
  );
  await context.sync();
  return {
    widths: columns.map((cell) => cell.format.columnWidth),
    numberFormats: columns.map((cell) => String((cell.numberFormat as unknown[][])[0]?.[0] ?? GENERAL)),
  };
}

export async function dress(
  context: Excel.RequestContext,
  { block, dressed }: Pick<WrittenTable, "block" | "dressed">,
  columns: readonly ResultColumn[],
): Promise<void> {
  const measured = await readCells(context, { ...block, rows: Math.min(block.rows, ROWS_MEASURED) });
  const headings = { ...dressed, rows: 1 };
  const heading = rangeOf(context, headings);
  heading.format.font.bold = true;
  heading.format.fill.color = HEADING_FILL;
  const below = belowHeadings(dressed);
  for (const run of runsOf(columns.map(({ format }) => NUMBER_FORMATS[format]))) {
    if (run.value !== GENERAL) setNumberFormat(rangeOf(context, columnsOf(below, run)), run.value);
  }
  for (const run of runsOf(columns.map(({ format }) => format === "text"))) {
    if (!run.value) rangeOf(context, columnsOf(headings, run)).format.horizontalAlignment = "Right";
  }
  columns.forEach((column, index) => {
    const width = widthInPoints(column, measured.map((row) => row[index]));
    rangeOf(context, cellOf(headings, 0, index)).format.columnWidth = width;
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
export function undress(
  context: Excel.RequestContext,
  dressed: CellBlock,
  columns: readonly ResultColumn[],
  before: ColumnsBefore,
): void {
  const heading = rangeOf(context, { ...dressed, rows: 1 });
  heading.format.font.bold = false;
  heading.format.fill.clear();
  heading.format.horizontalAlignment = "General";
  const below = belowHeadings(dressed);
  const wasSet = columns.map(({ format }) => NUMBER_FORMATS[format] !== GENERAL);
  for (const run of runsOf(before.numberFormats.map((format, column) => (wasSet[column] === true ? format : null)))) {
    if (run.value !== null) setNumberFormat(rangeOf(context, columnsOf(below, run)), run.value);
  }
  before.widths.forEach((width, column) => {
    rangeOf(context, cellOf(dressed, 0, column)).format.columnWidth = width;
  });
}

function belowHeadings(dressed: CellBlock): CellBlock {
  return { ...dressed, row: dressed.row + 1, rows: dressed.rows - 1 };
}

function columnsOf(block: CellBlock, run: Run<unknown>): CellBlock {
  return { ...block, column: block.column + run.first, columns: run.length };
}
