/** Keeps the sheet `Taxlot Frozen`: appends to it, reads it, takes it away. */
import { addressForReading, type CellBlock } from "../sheet/placing/addresses";
import { FROZEN_HEADINGS, FROZEN_SHEET, frozenOfRows, rowOfFrozen, type FrozenFormula, type FrozenRow } from "../sheet/placing/frozen-rows";
import { enterCells } from "./enter-cells";
import { HEADING_FILL } from "./looks";
import { refuseProtectedSheet, refuseProtectedWorkbook } from "./protection";
import { columnsWithContent, rangeOf, readCells } from "./read-sheets";
import { Refused } from "./run-in-excel";

const WIDTHS = [110, 70, 90, 420, 110, 90, 120];
const COLUMNS = FROZEN_HEADINGS.length;

/** Adds rows below what is there. Answers how to take them away again. */
export async function recordFrozen(context: Excel.RequestContext, frozen: readonly FrozenFormula[]): Promise<() => Promise<void>> {
  const isThere = await frozenSheetIsThere(context);
  if (isThere) await refuseProtectedSheet(context, FROZEN_SHEET);
  else await addFrozenSheet(context);
  const row = isThere ? await filledRows(context) : 1;
  const block = { sheet: FROZEN_SHEET, row, column: 0, rows: frozen.length, columns: COLUMNS };
  if ((await columnsWithContent(context, block)).size > 0) throw new Refused(`${addressForReading(block)} is not empty, so nothing was frozen. Try again.`);
  const withdraw = async (): Promise<void> => {
    if (isThere) rangeOf(context, block).clear("Contents");
    else context.workbook.worksheets.getItemOrNullObject(FROZEN_SHEET).delete();
    await context.sync();
  };
  try {
    await enterCells(context, block, frozen.map(rowOfFrozen));
  } catch (error) {
    await withdraw();
    throw error;
  }
  return withdraw;
}

/** The formulas that wait there; null: no such sheet. @throws Refused when a row of it cannot be read */
export async function readFrozen(context: Excel.RequestContext): Promise<readonly FrozenRow[] | null> {
  if (!(await frozenSheetIsThere(context))) return null;
  const rows = (await filledRows(context)) - 1;
  if (rows < 1) return [];
  const frozen = frozenOfRows(await readCells(context, { sheet: FROZEN_SHEET, row: 1, column: 0, rows, columns: COLUMNS }));
  if (!frozen.ok) throw new Refused(`${frozen.problem.sentence} Nothing was thawed.`);
  return frozen.value;
}

/** Of the sheet that is there; rows that were thawed are blank. */
export async function formulasWaiting(context: Excel.RequestContext): Promise<number> {
  const rows = (await filledRows(context)) - 1;
  if (rows < 1) return 0;
  const cells = await readCells(context, { sheet: FROZEN_SHEET, row: 1, column: 0, rows, columns: COLUMNS });
  return cells.filter((row) => row.some((cell) => cell !== "" && cell !== null)).length;
}

/** The sheet goes; notes that someone has written beside the rows keep it, without the rows. */
export async function takeFrozenSheet(context: Excel.RequestContext): Promise<void> {
  const used = context.workbook.worksheets.getItem(FROZEN_SHEET).getUsedRangeOrNullObject(true).load("columnIndex,columnCount,rowIndex,rowCount");
  await context.sync();
  if (!used.isNullObject && used.columnIndex + used.columnCount > COLUMNS) {
    rangeOf(context, { sheet: FROZEN_SHEET, row: 1, column: 0, rows: Math.max(1, used.rowIndex + used.rowCount - 1), columns: COLUMNS }).clear("Contents");
  } else context.workbook.worksheets.getItem(FROZEN_SHEET).delete();
  await context.sync();
}

/** Blank rows are passed over, and notes beside the rows that wait stay beside them. */
export async function takeFrozenRows(context: Excel.RequestContext, rows: readonly FrozenRow[]): Promise<void> {
  for (const { row } of rows) rangeOf(context, { sheet: FROZEN_SHEET, row, column: 0, rows: 1, columns: COLUMNS }).clear("Contents");
  await context.sync();
}

async function frozenSheetIsThere(context: Excel.RequestContext): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(FROZEN_SHEET).load("name");
  await context.sync();
  return !sheet.isNullObject;
}

/** Of the sheet that is there, its headings counted. */
async function filledRows(context: Excel.RequestContext): Promise<number> {
  const used = context.workbook.worksheets.getItem(FROZEN_SHEET).getUsedRangeOrNullObject(true).load("rowIndex,rowCount");
  await context.sync();
  return used.isNullObject ? 1 : used.rowIndex + used.rowCount;
}

async function addFrozenSheet(context: Excel.RequestContext): Promise<void> {
  await refuseProtectedWorkbook(context);
  context.workbook.worksheets.add(FROZEN_SHEET);
  await context.sync();
  const top: CellBlock = { sheet: FROZEN_SHEET, row: 0, column: 0, rows: 1, columns: COLUMNS };
  const headings = rangeOf(context, top);
  headings.values = [[...FROZEN_HEADINGS]];
  headings.format.font.bold = true;
  headings.format.fill.color = HEADING_FILL;
  WIDTHS.forEach((width, column) => {
    rangeOf(context, { ...top, column, columns: 1 }).format.columnWidth = width;
  });
  context.workbook.worksheets.getItem(FROZEN_SHEET).freezePanes.freezeRows(1);
  await context.sync();
}
