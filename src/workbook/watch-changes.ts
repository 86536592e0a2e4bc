/** Tells the pane when cells change, where this Excel can (ExcelApi 1.9). */
import { blockFromAddress, sheetInFormula, SHEET_COLUMNS, SHEET_ROWS, type CellBlock } from "../sheet/placing/addresses";
import { excelHas, runInExcel } from "./run-in-excel";

/**
 * Calls `changed` with the changed block after every edit on any sheet.
 * Answers whether it will; without it the pane has its button “Read again”.
 */
export async function watchChanges(changed: (block: CellBlock) => void): Promise<boolean> {
  if (!excelHas("1.9")) return false;
  const watching = await runInExcel(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => {
      const block = await blockOfEvent(event);
      if (block !== null) changed(block);
    });
    await context.sync();
  });
  return watching.ok;
}

async function blockOfEvent(event: Excel.WorksheetChangedEventArgs): Promise<CellBlock | null> {
  const named = await runInExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(event.worksheetId).load("name");
    await context.sync();
    return sheet.name;
  });
  if (!named.ok) return null;
  // Whole rows and several areas are no single block: then take the sheet.
  const everything = { sheet: named.value, row: 0, column: 0, rows: SHEET_ROWS, columns: SHEET_COLUMNS };
  return blockFromAddress(`${sheetInFormula(named.value)}!${event.address}`) ?? everything;
}
