/** Settings that the pane changes, and settings the user points at. Rows the user wrote are kept as they are. */
import type { Outcome } from "../values/outcome";
import { addressForReading, cellOf, type CellBlock } from "../sheet/placing/addresses";
import { RULES_VERSION } from "../report/rules-version";
import { readSettings } from "../sheet/read-settings";
import type { SettingChange } from "../sheet/placing/setting-changes";
import { editsFor, type SettingEdit } from "../sheet/placing/setting-edits";
import { RULES_VERSION_NAME, rulesVersionIn } from "../sheet/placing/rules-version-row";
import { SETTINGS_SHEET } from "../sheet/placing/settings-rows";
import { asCell } from "../sheet/placing/text-cells";
import { selectedBlock } from "./find-trades";
import { INK, ORIGIN_GREY, setNumberFormat } from "./looks";
import { refuseProtectedSheet } from "./protection";
import { columnsWithContent, rangeOf, readCells } from "./read-sheets";
import { Refused, writeInExcel } from "./run-in-excel";
import { addSettingsSheet, nameSettings, settingsBlock } from "./settings-sheet";

/** Gives the selected cells the name TaxlotSettings, once they can be read as settings. */
export function useSelectedSettings(): Promise<Outcome<void>> {
  return writeInExcel(async (context) => {
    const block = await selectedBlock(context, "The selection is empty. Select the settings: names left, values beside them.");
    if (block.columns < 2) throw new Refused("The selection has one column. Select the names and the values beside them.");
    const settings = readSettings(await readCells(context, block));
    if (!settings.ok) throw new Refused(`${addressForReading(block)} cannot be used as settings. ${settings.problem.sentence}`);
    await nameSettings(context, block);
  });
}

/** Writes the changed rows, and no others, into the range called TaxlotSettings. */
export function changeSettings(changes: readonly SettingChange[]): Promise<Outcome<void>> {
  return writeInExcel(async (context) => {
    if ((await settingsBlock(context)) === null) await addSettingsSheet(context);
    const block = await settingsBlock(context);
    if (block === null) throw new Refused("The settings range is no longer there. Press “Read again”.");
    await refuseProtectedSheet(context, block.sheet);
    const cells = await readCells(context, block);
    const edits = editsFor(cells, [...changes, ...versionFor(block, cells, changes)]);
    if (!edits.ok) throw new Refused(edits.problem.sentence);
    await growTo(context, block, Math.max(block.rows, ...edits.value.map(({ row }) => row + 1)));
    for (const edit of edits.value) writeRow(context, block, edit);
    await context.sync();
  });
}

/** A settings sheet of ours that names no rules version yet is given this one; a range of the user's own is not added to. */
function versionFor(block: CellBlock, cells: readonly (readonly unknown[])[], changes: readonly SettingChange[]): readonly SettingChange[] {
  const isNamed = rulesVersionIn(cells) !== null || changes.some(({ name }) => name === RULES_VERSION_NAME);
  return block.sheet === SETTINGS_SHEET && !isNamed ? [{ name: RULES_VERSION_NAME, values: [RULES_VERSION] }] : [];
}

/** The name takes in rows below only when nothing stands in them. */
async function growTo(context: Excel.RequestContext, block: CellBlock, rows: number): Promise<void> {
  if (rows <= block.rows) return;
  const added = { ...block, row: block.row + block.rows, rows: rows - block.rows };
  if ((await columnsWithContent(context, added)).size > 0) {
    throw new Refused(
      `The settings range ${addressForReading(block)} is full, and ${addressForReading(added)} below it is not empty. Insert a row inside the settings, then try again.`,
    );
  }
  await nameSettings(context, { ...block, rows });
}

function writeRow(context: Excel.RequestContext, block: CellBlock, { row, cells, isNote }: SettingEdit): void {
  const range = rangeOf(context, { ...block, row: block.row + row, rows: 1 });
  const rates = cells.map(rateOf);
  range.values = [cells.map((cell, column) => rates[column]?.value ?? asCell(cell) ?? "")];
  rates.forEach((rate, column) => {
    if (rate !== null) setNumberFormat(rangeOf(context, cellOf(block, row, column)), rate.format);
  });
  if (block.sheet === SETTINGS_SHEET) range.format.font.color = isNote ? ORIGIN_GREY : INK;
}

/** `3.8%` is written as the number it means, shown in per cent with as many places. */
function rateOf(cell: string | number): { readonly value: number; readonly format: string } | null {
  const [whole, digits] = /^(\d+(?:\.\d+)?)%$/.exec(String(cell)) ?? [];
  if (whole === undefined || digits === undefined) return null;
  const places = digits.split(".")[1]?.length ?? 0;
  return { value: Number((Number(digits) / 100).toPrecision(15)), format: places === 0 ? "0%" : `0.${"0".repeat(places)}%` };
}
