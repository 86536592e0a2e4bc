/** Tells the pane when cells change or are calculated anew, where this Excel can (ExcelApi 1.9 and 1.8). */
import { blockFromAddress, sheetInFormula, SHEET_COLUMNS, SHEET_ROWS, type CellBlock } from "../sheet/placing/addresses";
import { excelHas, runInExcel } from "./run-in-excel";

/**
 * Calls `changed` with the changed block after every edit on any sheet, inserted and deleted rows among them, and with
 * the whole of a sheet that was deleted. Answers whether it will; without it the pane has its button “Read again”.
 */
export async function watchChanges(changed: (block: CellBlock) => void): Promise<boolean> {
  if (!excelHas("1.9")) return false;
  // A deleted sheet is told by its id alone, when nobody can ask for its name any more.
  const names = new Map<string, string>();
  const watching = await runInExcel(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name,items/id");
    sheets.onChanged.add(async (event) => {
      const name = await nameOf(event.worksheetId);
      if (name === null) return;
      names.set(event.worksheetId, name);
      // Whole rows and several areas are no single block: then take the sheet.
      changed(blockFromAddress(`${sheetInFormula(name)}!${event.address}`) ?? everyCellOf(name));
    });
    sheets.onDeleted.add(async (event) => {
      const name = names.get(event.worksheetId);
      if (name !== undefined) changed(everyCellOf(name));
    });
    await context.sync();
    for (const { id, name } of sheets.items) names.set(id, name);
  });
  return watching.ok;
}

/**
 * Calls `calculated` with the block whose formulas have new results, those of our own functions among them: prices that
 * are formulas or Stocks cells change without an edit. Answers whether it will.
 */
export async function watchCalculations(calculated: (block: CellBlock) => void): Promise<boolean> {
  if (!excelHas("1.8")) return false;
  const watching = await runInExcel(async (context) => {
    context.workbook.worksheets.onCalculated.add(async ({ worksheetId, address }) => {
      const name = await nameOf(worksheetId);
      // Some builds tell the sheet alone.
      if (name !== null) calculated(blockFromAddress(`${sheetInFormula(name)}!${address ?? ""}`) ?? everyCellOf(name));
    });
    await context.sync();
  });
  return watching.ok;
}

function everyCellOf(sheet: string): CellBlock {
  return { sheet, row: 0, column: 0, rows: SHEET_ROWS, columns: SHEET_COLUMNS };
}

/** Questions on their way: a thousand edits of one moment ask once. */
const asked = new Map<string, Promise<string | null>>();

function nameOf(worksheetId: string): Promise<string | null> {
  let answer = asked.get(worksheetId);
  if (answer === undefined) {
    answer = askName(worksheetId).finally(() => asked.delete(worksheetId));
    asked.set(worksheetId, answer);
  }
  return answer;
}

async function askName(worksheetId: string): Promise<string | null> {
  const named = await runInExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(worksheetId).load("name");
    await context.sync();
    return sheet.name;
  });
  return named.ok ? named.value : null;
}
