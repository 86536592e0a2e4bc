/** TAXYEAR (R-NET-1 to R-TAX-5): the lines of the year, in dollars. A line that cannot be told is an error and its Note says why. */
import { dollarsFromCents } from "../../report/figures";
import { taxYearLines, type TaxLine, type YearToTell } from "../../report/tax-year-lines";
import type { Row, Table } from "./cell";

export const TAXYEAR_HEADINGS = ["Line", "Label", "Amount", "Note"] as const;

export function taxYearTable(year: YearToTell): Table {
  return [[...TAXYEAR_HEADINGS], ...taxYearLines(year).map(lineRow)];
}

function lineRow({ line, label, cents, sentence, kind }: TaxLine): Row {
  const note = sentence ?? "";
  return [line, label, cents === null ? { kind: kind ?? "missing-fact", sentence: note } : dollarsFromCents(cents), note];
}
