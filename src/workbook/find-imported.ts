/** What earlier imports have left: the Table of trades they made, and the sheets with the lines of their files. */
import type { Outcome } from "../values/outcome";
import { blockFromAddress, type CellBlock } from "../sheet/placing/addresses";
import { meaningsOf, rowsOnSheet } from "../sheet/placing/import-rows";
import { IMPORT_NAME, type ImportedBefore, type ImportedTable } from "../sheet/placing/import-write";
import { fileOfSheet, LABEL_ROWS } from "../sheet/placing/source-sheet";
import type { Watch } from "../sheet/placing/watch";
import { countsDaysFrom1904 } from "./date-system";
import { overlap } from "./find-trades";
import { rangeOf, readCells } from "./read-sheets";
import { allTables } from "./read-tables";
import { runInExcel } from "./run-in-excel";

export async function findImported(watch: Watch = {}): Promise<Outcome<ImportedBefore>> {
  const from1904 = await countsDaysFrom1904();
  return runInExcel(async (context) => {
    const files = await filesOnSheets(context);
    const table = await importedTable(context);
    if (table === null) return { trades: null, files };
    const [headings = [], ...rows] = await readCells(context, table.block, watch);
    return { trades: { ...table, rows: rowsOnSheet(headings, rows, { from1904 }) }, files };
  });
}

/** The Table that the name `TaxlotImport` points into; null when the name, the sheet or the Table is gone. */
export async function importedTable(context: Excel.RequestContext): Promise<Pick<ImportedTable, "tableName" | "block"> | null> {
  const named = await namedBlock(context);
  if (named === null) return null;
  for (const table of await allTables(context)) {
    if (overlap(table.block, named) && (await holdsTrades(context, table.block))) return table;
  }
  return null;
}

async function namedBlock(context: Excel.RequestContext): Promise<CellBlock | null> {
  const item = context.workbook.names.getItemOrNullObject(IMPORT_NAME).load("name");
  await context.sync();
  if (item.isNullObject) return null;
  const range = item.getRangeOrNullObject().load("address");
  await context.sync();
  return range.isNullObject ? null : blockFromAddress(range.address);
}

async function holdsTrades(context: Excel.RequestContext, block: CellBlock): Promise<boolean> {
  const [headings = []] = await readCells(context, { ...block, rows: 1 });
  const meanings = meaningsOf(headings);
  return meanings.includes("Date") && meanings.includes("Action") && meanings.includes("Symbol");
}

/** Hidden sheets too: their file has been read all the same. */
async function filesOnSheets(context: Excel.RequestContext): Promise<ImportedBefore["files"]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const tops = sheets.items.map(({ name }) => rangeOf(context, { sheet: name, row: 0, column: 0, rows: LABEL_ROWS, columns: 2 }).load("values"));
  await context.sync();
  return sheets.items.flatMap(({ name: sheetName }, index) => {
    const file = fileOfSheet((tops[index]?.values ?? []) as unknown[][]);
    return file === null ? [] : [{ sheetName, ...file }];
  });
}
