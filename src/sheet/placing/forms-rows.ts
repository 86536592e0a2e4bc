/**
 * The rows `Forms year` and `Form left out` of the settings: which return Reconcile and Package work on, and which brokers'
 * forms in the workbook they do not count. Pure.
 */
import { readCell } from "../cells";
import { yearOf } from "../setting-values";
import { besideSetting } from "./beside-setting";

export const FORMS_YEAR = "Forms year";
export const FORM_LEFT_OUT = "Form left out";

type Cells = readonly (readonly unknown[])[];

/** null: the settings name none. */
export function formsYearIn(settings: Cells): number | null {
  const year = yearOf(besideSetting(settings, FORMS_YEAR)[0]);
  return year.ok ? year.value : null;
}

/** By table name, or by sheet and first cell. */
export function formsLeftOutIn(settings: Cells): ReadonlySet<string> {
  return new Set(besideSetting(settings, FORM_LEFT_OUT).map(textOf).filter((form) => form !== ""));
}

function textOf(cell: unknown): string {
  const read = readCell(cell);
  return read.kind === "text" || read.kind === "number" ? String(read.value).trim() : "";
}
