/** A table of trades on a sheet of the sample, with our functions beside it. */
import { existingDay, serialFromDay } from "../../../src/values/plain-date";
import type { CellValue } from "../../content";
import { FORMATS, type FormatName, type SheetDraft } from "./sheet-draft";
import type { ShippedFunctions } from "./shipped-functions";

/** Cells of a range as a function receives them, headings first. */
export type Range = readonly (readonly CellValue[])[];

export function serialOf(iso: string): number {
  const [year, month, day] = iso.split("-").map(Number);
  return serialFromDay(existingDay(year!, month!, day!)!);
}

export function rangeOf(headings: readonly string[], rows: readonly Readonly<Record<string, string | number>>[]): Range {
  const cellOf = (heading: string, value: string | number | undefined) => (heading === "Date" ? serialOf(String(value)) : value ?? "");
  return [headings, ...rows.map((row) => headings.map((heading) => cellOf(heading, row[heading])))];
}

const FORMAT_OF_HEADING: Readonly<Record<string, FormatName>> = {
  Date: "date", Price: "money", Fees: "money", Value: "money", "New value": "money", "Cash per share": "money", "Cash in lieu": "money",
};

/** Writes the range from A1 on: the row numbers of the sheet are those of the range. */
export function writeTrades(draft: SheetDraft, range: Range): void {
  const headings = range[0]!;
  range.forEach((cells, row) => {
    cells.forEach((value, column) => {
      const format = FORMAT_OF_HEADING[String(headings[column])];
      const isNumber = format !== undefined || headings[column] === "Quantity";
      const isDate = format === "date";
      if (row === 0) draft.heading(row, column, String(value), isNumber && !isDate);
      else if (value !== "") {
        draft.set(row, column, {
          value,
          ...(format ? { numberFormat: FORMATS[format] } : {}),
          ...(isDate ? { style: { horizontal: "left" } } : {}),
        });
      }
    });
  });
}

/** One column for each function and part; one column is left empty, so that the table does not swallow what stands beside it. */
export function writeBeside(
  draft: SheetDraft, functions: ShippedFunctions, table: string, range: Range, settings: Range, columns: readonly (readonly [name: string, part: string])[],
): void {
  const beside = range[0]!.length + 1;
  columns.forEach(([name, part], at) => {
    const values = functions.call(name, range, part, settings);
    draft.spill(0, beside + at, `=TAXLOT.${name}(${table}[#All],"${part}",TaxlotSettings)`, values, { money: "moneyOrDash" });
  });
}
