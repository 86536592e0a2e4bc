/** The visible `Taxlot Settings` sheet, found by its name `TaxlotSettings`, made only on a button. */
import type { Outcome } from "../values/outcome";
import { absoluteAddress, blockFromAddress, type CellBlock } from "../sheet/placing/addresses";
import { SETTINGS_NAME, SETTINGS_ROWS, SETTINGS_SHEET, type SettingsFound } from "../sheet/placing/settings-rows";
import { ORIGIN_GREY } from "./looks";
import { refuseProtectedWorkbook } from "./protection";
import { rangeOf, readCells } from "./read-sheets";
import { excelHas, Refused, runInExcel, writeInExcel } from "./run-in-excel";

/** Rows below our own for those that the user and the pane add: accounts, identical groups, methods, forms. */
const SETTINGS_ROOM = 40;
const WIDTHS_IN_POINTS = [130, 110, 110, 110, 460];

/** The settings range with its cells, or null when the workbook has none. */
export function findSettings(): Promise<Outcome<SettingsFound | null>> {
  return runInExcel(async (context) => {
    const block = await settingsBlock(context);
    return block === null ? null : { block, cells: await readCells(context, block) };
  });
}

/** Where the name TaxlotSettings points; null when there is none, or its range is gone. */
export async function settingsBlock(context: Excel.RequestContext): Promise<CellBlock | null> {
  const item = context.workbook.names.getItemOrNullObject(SETTINGS_NAME).load("name");
  await context.sync();
  if (item.isNullObject) return null;
  const range = item.getRangeOrNullObject().load("address");
  await context.sync();
  return range.isNullObject ? null : blockFromAddress(range.address);
}

/** Lets the name TaxlotSettings mean `block`: formulas that pass it follow. */
export async function nameSettings(context: Excel.RequestContext, block: CellBlock): Promise<void> {
  const item = context.workbook.names.getItemOrNullObject(SETTINGS_NAME).load("name");
  await context.sync();
  if (!item.isNullObject && excelHas("1.7")) item.formula = `=${absoluteAddress(block)}`;
  else {
    if (!item.isNullObject) item.delete();
    context.workbook.names.add(SETTINGS_NAME, rangeOf(context, block));
  }
  await context.sync();
}

/** Makes the sheet with every setting at its default, and the name that the formulas pass. */
export function createSettingsSheet(): Promise<Outcome<void>> {
  return writeInExcel((context) => addSettingsSheet(context));
}

export async function addSettingsSheet(context: Excel.RequestContext): Promise<void> {
  const { worksheets, names } = context.workbook;
  const existing = worksheets.getItemOrNullObject(SETTINGS_SHEET).load("name");
  await context.sync();
  if (!existing.isNullObject) {
    throw new Refused(`A sheet ‘${SETTINGS_SHEET}’ exists, but no name ${SETTINGS_NAME}. Select its settings, then press “Use the selected range” under Settings on the Data screen.`);
  }
  await refuseProtectedWorkbook(context);
  const sheet = worksheets.add(SETTINGS_SHEET);
  const columns = WIDTHS_IN_POINTS.length;
  sheet.getRangeByIndexes(0, 0, SETTINGS_ROWS.length, columns).formulas = SETTINGS_ROWS.map((row) => [...row]);
  names.add(SETTINGS_NAME, sheet.getRangeByIndexes(0, 0, SETTINGS_ROWS.length + SETTINGS_ROOM, columns - 1));
  WIDTHS_IN_POINTS.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
  sheet.getRangeByIndexes(0, 0, 1, 1).format.font.bold = true;
  sheet.getRangeByIndexes(0, columns - 1, SETTINGS_ROWS.length, 1).format.font.color = ORIGIN_GREY;
  SETTINGS_ROWS.forEach(([name], row) => {
    if (row > 0 && name.startsWith("#")) sheet.getRangeByIndexes(row, 0, 1, columns).format.font.color = ORIGIN_GREY;
  });
  await context.sync();
}
