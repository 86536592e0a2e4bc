/** The visible `Taxlot Settings` sheet, found by its name `TaxlotSettings`, made only on a button. */
import type { Outcome } from "../values/outcome";
import { blockFromAddress } from "../sheet/placing/addresses";
import { SETTINGS_NAME, SETTINGS_ROWS, SETTINGS_SHEET, type SettingsFound } from "../sheet/placing/settings-rows";
import { readCells } from "./read-sheets";
import { Refused, runInExcel, writeInExcel } from "./run-in-excel";

/** Room for rows the user adds: accounts, identical groups, methods. */
const SETTINGS_ROOM = 60;
const WIDTHS_IN_POINTS = [130, 110, 110, 110, 460];
/** Grey that still passes 4.5:1 on white. */
const NOTE_GREY = "#5F6368";

/** The settings range with its cells, or null when the workbook has none. */
export function findSettings(): Promise<Outcome<SettingsFound | null>> {
  return runInExcel(async (context) => {
    const item = context.workbook.names.getItemOrNullObject(SETTINGS_NAME).load("name");
    await context.sync();
    if (item.isNullObject) return null;
    const range = item.getRangeOrNullObject().load("address");
    await context.sync();
    const block = range.isNullObject ? null : blockFromAddress(range.address);
    return block === null ? null : { block, cells: await readCells(context, block) };
  });
}

/** Makes the sheet with every setting at its default, and the name that the formulas pass. */
export function createSettingsSheet(): Promise<Outcome<void>> {
  return writeInExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    const existing = worksheets.getItemOrNullObject(SETTINGS_SHEET).load("name");
    await context.sync();
    if (!existing.isNullObject) {
      throw new Refused(`A sheet ‘${SETTINGS_SHEET}’ exists, but no name ${SETTINGS_NAME}. Give its range that name.`);
    }
    const sheet = worksheets.add(SETTINGS_SHEET);
    const columns = WIDTHS_IN_POINTS.length;
    sheet.getRangeByIndexes(0, 0, SETTINGS_ROWS.length, columns).formulas = SETTINGS_ROWS.map((row) => [...row]);
    names.add(SETTINGS_NAME, sheet.getRangeByIndexes(0, 0, SETTINGS_ROOM, columns - 1));
    WIDTHS_IN_POINTS.forEach((width, column) => {
      sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
    });
    sheet.getRangeByIndexes(0, 0, 1, 1).format.font.bold = true;
    sheet.getRangeByIndexes(0, columns - 1, SETTINGS_ROWS.length, 1).format.font.color = NOTE_GREY;
    SETTINGS_ROWS.forEach(([name], row) => {
      if (row > 0 && name.startsWith("#")) sheet.getRangeByIndexes(row, 0, 1, columns).format.font.color = NOTE_GREY;
    });
    await context.sync();
  });
}
