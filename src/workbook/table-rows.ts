/** Rows into an Excel Table: a new one on a sheet of its own, or below the last row of one that is there. */
import { addressForReading, cellOf, SHEET_COLUMNS, SHEET_ROWS, type CellBlock } from "../sheet/placing/addresses";
import { widthInPoints } from "../sheet/placing/column-widths";
import { cellsForSheet, columnFor, headingsFor, meaningsOf, type SheetHeading } from "../sheet/placing/import-rows";
import { IMPORT_NAME, type ImportedTable, type WrittenRows } from "../sheet/placing/import-write";
import type { DayCount } from "../sheet/placing/draft-layout";
import { GENERAL, NUMBER_FORMATS } from "../sheet/placing/result-tables";
import type { Watch } from "../sheet/placing/watch";
import type { AddedTrade } from "../import/combine";
import { enterCells } from "./enter-cells";
import { setNumberFormat } from "./looks";
import { refuseProtectedSheet } from "./protection";
import { columnsWithContent, rangeOf, readCells } from "./read-sheets";
import { excelHas, Refused } from "./run-in-excel";

const TABLE_NAME = "Trades";
/** Thin grey bands that print well. */
const TABLE_STYLE = "TableStyleLight1";
const ROWS_MEASURED = 200;

export interface RowsToWrite {
  readonly added: readonly AddedTrade[];
  readonly count: DayCount;
  readonly watch: Watch;
}

/** On an empty sheet, from A1. */
export async function makeTable(context: Excel.RequestContext, sheet: string, { added, count, watch }: RowsToWrite): Promise<WrittenRows> {
  const headings = headingsFor(added);
  const cells = added.map((trade) => cellsForSheet(trade, headings, count));
  const whole = { sheet, row: 0, column: 0, rows: cells.length + 1, columns: headings.length };
  refuseTooLong(whole);
  await enterCells(context, { sheet, row: 0, column: 0 }, [headings], {});
  await enterCells(context, { sheet, row: 1, column: 0 }, cells, watch);
  const tableName = await freeTableName(context);
  const table = context.workbook.tables.add(rangeOf(context, whole), true);
  table.name = tableName;
  table.style = TABLE_STYLE;
  await context.sync();
  await nameImport(context, cellOf(whole, 0, 0));
  return { tableName, block: { ...whole, row: 1, rows: cells.length }, cells, newHeadings: 0, newSheet: true };
}

/** Table names and workbook names share one list. */
async function freeTableName(context: Excel.RequestContext): Promise<string> {
  const tables = context.workbook.tables.load("items/name");
  const names = context.workbook.names.load("items/name");
  await context.sync();
  const taken = new Set([...tables.items, ...names.items].map(({ name }) => name.toUpperCase()));
  let name = TABLE_NAME;
  for (let number = 2; taken.has(name.toUpperCase()); number++) name = `${TABLE_NAME}${number}`;
  return name;
}

/** The name of a Table that is gone is ours to give again. */
async function nameImport(context: Excel.RequestContext, heading: CellBlock): Promise<void> {
  const item = context.workbook.names.getItemOrNullObject(IMPORT_NAME).load("name");
  await context.sync();
  if (!item.isNullObject) item.delete();
  context.workbook.names.add(IMPORT_NAME, rangeOf(context, heading));
  await context.sync();
}

/** Dates, figures and widths; what Excel refuses of it is said, and the numbers stay. */
export async function dressRows(context: Excel.RequestContext, { block, cells, newSheet }: WrittenRows, headings: readonly (SheetHeading | null)[]): Promise<void> {
  headings.forEach((heading, column) => {
    if (heading === null) return;
    const { format } = columnFor(heading);
    const own = { ...block, column: block.column + column, columns: 1 };
    if (NUMBER_FORMATS[format] !== GENERAL) setNumberFormat(rangeOf(context, own), NUMBER_FORMATS[format]);
    if (!newSheet) return;
    const values = cells.slice(0, ROWS_MEASURED).map((row) => (typeof row[column] === "string" ? row[column].replace(/^'/, "") : row[column]));
    rangeOf(context, { ...own, rows: 1 }).format.columnWidth = widthInPoints(columnFor(heading), values) + ROOM_FOR_FILTER;
    if (format !== "text") rangeOf(context, { ...own, row: block.row - 1, rows: 1 }).format.horizontalAlignment = "Right";
  });
  if (newSheet) context.workbook.worksheets.getItem(block.sheet).freezePanes.freezeRows(1);
  await context.sync();
}

/** The button of a Table's heading covers its last letters, in points. */
const ROOM_FOR_FILTER = 16;

/** What a failed append has to clear again. */
export interface Appending {
  readonly table: Pick<ImportedTable, "tableName" | "block">;
  /** Everything that may have been written: it was empty a moment before. */
  readonly blocks: readonly CellBlock[];
}

export interface AppendPlan extends Appending {
  readonly meanings: readonly (SheetHeading | null)[];
  readonly newHeadings: readonly SheetHeading[];
  readonly grown: CellBlock;
}

/** Looks, writes nothing. @throws Refused when a cell that is needed holds something */
export async function planAppend(context: Excel.RequestContext, table: Pick<ImportedTable, "tableName" | "block">, added: readonly AddedTrade[]): Promise<AppendPlan> {
  const { block, tableName } = table;
  await refuseProtectedSheet(context, block.sheet);
  const item = context.workbook.tables.getItem(tableName).load("showTotals");
  await context.sync();
  if (item.showTotals) throw new Refused(`Table ‘${tableName}’ shows a total row. Turn it off under Table Design, then try again. Nothing was written.`);
  const [cells = []] = await readCells(context, { ...block, rows: 1 });
  const known = meaningsOf(cells);
  const newHeadings = headingsFor(added).filter((heading) => !known.includes(heading) && isUsed(added, heading));
  const grown = { ...block, rows: block.rows + added.length, columns: block.columns + newHeadings.length };
  refuseTooLong(grown);
  const blocks = [{ ...grown, row: block.row + block.rows, rows: added.length }];
  if (newHeadings.length > 0) blocks.push({ ...block, column: block.column + block.columns, columns: newHeadings.length });
  for (const empty of blocks) {
    if ((await columnsWithContent(context, empty)).size > 0) {
      throw new Refused(`${addressForReading(empty)} is not empty, and table ‘${tableName}’ has to grow there. Move what stands there, then try again. Nothing was written.`);
    }
  }
  return { table, blocks, meanings: [...known, ...newHeadings], newHeadings, grown };
}

/** Every row has a source; a column of blanks is not worth adding. */
function isUsed(added: readonly AddedTrade[], heading: SheetHeading): boolean {
  return heading === "Source" || added.some(({ cells }) => cells[heading] !== undefined);
}

/**
 * Values just below the Table, which Excel then takes in: rows added through TableRowCollection.add conflict with the
 * edits of coauthors. Where it did not take them in, the Table is resized (ExcelApi 1.13).
 */
export async function append(context: Excel.RequestContext, plan: AppendPlan, { added, count, watch }: RowsToWrite): Promise<WrittenRows> {
  const { table, meanings, newHeadings, grown } = plan;
  const { block, tableName } = table;
  const cells = added.map((trade) => cellsForSheet(trade, meanings, count));
  const rows = { ...grown, row: block.row + block.rows, rows: added.length };
  if (newHeadings.length > 0) await enterCells(context, { ...block, column: block.column + block.columns }, [newHeadings]);
  await enterCells(context, rows, cells, watch);
  await fitTable(context, tableName, grown);
  return { tableName, block: rows, cells, newHeadings: newHeadings.length, newSheet: false };
}

/** The Table covers exactly this block from now on. */
export async function fitTable(context: Excel.RequestContext, tableName: string, block: CellBlock): Promise<void> {
  const table = context.workbook.tables.getItem(tableName);
  const range = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const fits = range.rowIndex === block.row && range.columnIndex === block.column && range.rowCount === block.rows && range.columnCount === block.columns;
  if (fits) return;
  if (!excelHas("1.13")) throw new Refused(`This Excel did not let table ‘${tableName}’ grow. Nothing was written.`);
  table.resize(rangeOf(context, block));
  await context.sync();
}

function refuseTooLong(block: CellBlock): void {
  if (block.row + block.rows <= SHEET_ROWS && block.column + block.columns <= SHEET_COLUMNS) return;
  throw new Refused(`These rows do not fit: a sheet ends at row ${SHEET_ROWS}. Nothing was written.`);
}
