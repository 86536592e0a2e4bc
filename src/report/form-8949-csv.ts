/** The rows of Form 8949 as a comma-separated file for tax software: columns (a) to (h), amounts in dollars, text that no spreadsheet takes for a formula. */
import { csvText, type CsvValue } from "./csv-fields";
import type { Form8949Row } from "./form-8949-types";
import { printedDay } from "./form-8949/printed";

export const FORM8949_CSV_HEADINGS = [
  "Form 8949 box", "Description", "Date acquired", "Date sold", "Proceeds", "Cost or other basis", "Adjustment code", "Adjustment amount",
  "Gain or loss", "Account", "Schedule D line",
] as const;

export function form8949Csv(rows: readonly Form8949Row[]): string {
  return csvText([FORM8949_CSV_HEADINGS, ...rows.map(csvRow)]);
}

function csvRow(row: Form8949Row): CsvValue[] {
  return [
    row.box, row.description, printedDay(row.acquired), printedDay(row.sold), { cents: row.proceedsCents }, { cents: row.costCents }, row.code,
    { cents: row.adjustmentCents }, { cents: row.gainCents }, row.account, row.scheduleDLine,
  ];
}
