/** Takes away just what an import wrote, if nobody has touched it; else leaves all of it and says why. */
import type { Outcome } from "../values/outcome";
import { addressForReading, blockFromAddress, cellOf, type CellBlock } from "../sheet/placing/addresses";
import type { WrittenImport, WrittenRows } from "../sheet/placing/import-write";
import { IMPORT_NAME } from "../sheet/placing/import-write";
import { layOutSource } from "../sheet/placing/source-sheet";
import { refuseProtectedSheet, refuseProtectedWorkbook } from "./protection";
import { columnsWithContent, rangeOf } from "./read-sheets";
import { Refused, writeInExcel } from "./run-in-excel";
import { fitTable } from "./table-rows";

type Cells = readonly (readonly (string | number | boolean | null)[])[];

/** Answers with a sentence when a sheet was gone already, else null. A changed cell is a refusal: everything stays. */
export function removeImport(written: WrittenImport): Promise<Outcome<string | null>> {
  return writeInExcel(async (context) => {
    const { rows } = written;
    const sheets = [...written.sources.map(({ sheetName }) => sheetName), ...(rows === null ? [] : [rows.block.sheet])];
    const gone = await goneOf(context, sheets);
    const own = written.sources.filter(({ sheetName }) => !gone.includes(sheetName));
    const stillRows = rows === null || gone.includes(rows.block.sheet) ? null : rows;
    for (const { sheetName, file, madeBy } of own) await refuseIfChanged(context, sheetName, layOutSource(file, madeBy).cells);
    if (stillRows !== null) await refuseIfRowsChanged(context, stillRows);
    if (own.length > 0 || stillRows?.newSheet === true) await refuseProtectedWorkbook(context);
    if (stillRows !== null) await takeRows(context, stillRows);
    for (const { sheetName } of own) context.workbook.worksheets.getItem(sheetName).delete();
    await context.sync();
    return gone.length === 0 ? null : `Already gone: ${gone.map((name) => `sheet ‘${name}’`).join(", ")}.`;
  });
}

async function goneOf(context: Excel.RequestContext, sheets: readonly string[]): Promise<readonly string[]> {
  const items = sheets.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load("name"));
  await context.sync();
  return sheets.filter((_, index) => items[index]?.isNullObject !== false);
}

async function refuseIfRowsChanged(context: Excel.RequestContext, { block, cells, newSheet, newHeadings, tableName }: WrittenRows): Promise<void> {
  await refuseProtectedSheet(context, block.sheet);
  const table = context.workbook.tables.getItemOrNullObject(tableName).load("name");
  await context.sync();
  const range = table.isNullObject ? null : table.getRange().load("address");
  await context.sync();
  const now = range === null ? null : blockFromAddress(range.address);
  const endsHere = now !== null && now.sheet === block.sheet && now.row + now.rows === block.row + block.rows;
  if (!endsHere) throw new Refused(`Table ‘${tableName}’ no longer ends with the rows that were written, so they stay. Delete them by hand, or undo what came after them first.`);
  if (now.columns !== block.columns || now.column !== block.column) throw new Refused(`Table ‘${tableName}’ has other columns than when it was written, so its rows stay.`);
  if (newSheet) return refuseIfMore(context, block, cells);
  await refuseIfOther(context, block, cells);
  if (newHeadings === 0) return;
  const above = { ...now, row: now.row + 1, rows: block.row - now.row - 1, column: now.column + now.columns - newHeadings, columns: newHeadings };
  if (above.rows > 0 && (await columnsWithContent(context, above)).size > 0) {
    throw new Refused(`${addressForReading(above)} holds cells that are not ours, under headings that came with the rows, so they stay.`);
  }
}

/** A sheet made for the rows holds its headings and them, and nothing else. */
async function refuseIfMore(context: Excel.RequestContext, block: CellBlock, cells: Cells): Promise<void> {
  const range = rangeOf(context, { ...block, row: block.row - 1, rows: 1 }).load("values");
  await context.sync();
  const [headings = []] = range.values as (string | number | boolean)[][];
  await refuseIfChanged(context, block.sheet, [headings, ...cells]);
}

/** @throws Refused naming the first cell of the sheet that is not as it was written, or not ours */
async function refuseIfChanged(context: Excel.RequestContext, sheet: string, cells: Cells): Promise<void> {
  const page = context.workbook.worksheets.getItem(sheet);
  const used = page.getUsedRangeOrNullObject(true).load("address");
  const charts = page.charts.load("count");
  await context.sync();
  if (charts.count > 0) throw new Refused(`Sheet ‘${sheet}’ has a chart that is not ours, so it stays.`);
  const block = used.isNullObject ? null : blockFromAddress(used.address);
  const columns = Math.max(block === null ? 0 : block.column + block.columns, ...cells.map((row) => row.length));
  const rows = Math.max(cells.length, block === null ? 0 : block.row + block.rows);
  await refuseIfOther(context, { sheet, row: 0, column: 0, rows, columns }, cells);
}

const CELLS_PER_CHUNK = 20_000;

async function refuseIfOther(context: Excel.RequestContext, block: CellBlock, cells: Cells): Promise<void> {
  const rowsPerChunk = Math.max(1, Math.floor(CELLS_PER_CHUNK / block.columns));
  for (let first = 0; first < block.rows; first += rowsPerChunk) {
    const range = rangeOf(context, { ...block, row: block.row + first, rows: Math.min(rowsPerChunk, block.rows - first) }).load("formulas");
    await context.sync();
    (range.formulas as unknown[][]).forEach((row, r) =>
      row.forEach((cell, c) => {
        if (isAsWritten(cells[first + r]?.[c] ?? null, cell)) return;
        throw new Refused(`${addressForReading(cellOf(block, first + r, c))} is not as it was written, so everything that was written stays.`);
      }),
    );
  }
}

/** Excel keeps the apostrophe of a text to itself, or hands it back. */
function isAsWritten(written: string | number | boolean | null, now: unknown): boolean {
  if (written === null) return now === "" || now === null;
  if (typeof written === "number") return now === written;
  return String(now).replace(/^'/, "") === String(written).replace(/^'/, "");
}

async function takeRows(context: Excel.RequestContext, { block, newSheet, newHeadings, tableName }: WrittenRows): Promise<void> {
  if (newSheet) {
    context.workbook.names.getItemOrNullObject(IMPORT_NAME).delete();
    context.workbook.worksheets.getItem(block.sheet).delete();
    return;
  }
  const range = context.workbook.tables.getItem(tableName).getRange().load("rowIndex");
  await context.sync();
  const whole = { ...block, row: range.rowIndex, rows: block.row - range.rowIndex, columns: block.columns - newHeadings };
  if (newHeadings > 0) rangeOf(context, { ...whole, rows: 1, column: whole.column + whole.columns, columns: newHeadings }).clear("Contents");
  rangeOf(context, block).clear("Contents");
  await context.sync();
  await fitTable(context, tableName, whole);
}
