/** What “Remove what I wrote” leaves, and says so: sheets of the user's own entries and records. */
import { IDENTIFICATION_SHEET } from "../../sheet/placing/identification-log";
import { PRICES_SHEET } from "../../sheet/placing/prices-place";
import { SETTINGS_SHEET } from "../../sheet/placing/settings-rows";

const REASONS: readonly (readonly [sheet: string, sentence: string])[] = [
  [PRICES_SHEET, `Sheet ‘${PRICES_SHEET}’ stays: its prices are yours.`],
  [SETTINGS_SHEET, `Sheet ‘${SETTINGS_SHEET}’ stays: your settings count for every formula.`],
  [IDENTIFICATION_SHEET, `Sheet ‘${IDENTIFICATION_SHEET}’ stays: it is your record of the lots you named.`],
];

/** @param sheets written into since the pane was opened */
export function staysOnPurpose(sheets: ReadonlySet<string>): readonly string[] {
  return REASONS.filter(([sheet]) => sheets.has(sheet)).map(([, sentence]) => sentence);
}
