/** The row `Rules version` of the settings: by which rules the figures of the workbook were last accepted. Pure. */
import { rulesVersionWarning } from "../../report/rules-version";
import { calendarFromDay, dayFromSerial } from "../../values/plain-date";
import { readCell } from "../cells";
import { besideSetting } from "./beside-setting";

export const RULES_VERSION_NAME = "Rules version";

/** null: the settings name none. */
export function rulesVersionIn(settings: readonly (readonly unknown[])[]): string | null {
  const read = readCell(besideSetting(settings, RULES_VERSION_NAME)[0]);
  if (read.kind === "text") return read.value;
  if (read.kind !== "number") return null;
  // Excel makes a date of 2026-11 where someone types it anew.
  const { year, month } = calendarFromDay(dayFromSerial(read.value));
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** What the pane must say of a workbook of another version; null: nothing differs. */
export function warningOfSettings(settings: readonly (readonly unknown[])[]): string | null {
  const version = rulesVersionIn(settings);
  return version === null ? null : rulesVersionWarning(version);
}
