/** The log of specific identifications as rows of its sheet: which column holds what, and what is appended. */
import { serialFromDay } from "../../values/plain-date";
import { done, refuse, type Outcome } from "../../values/outcome";
import { plainHeading } from "../../import/column-words";
import { DAYS_1900_TO_1904, type DayCount } from "./draft-layout";
import { IDENTIFICATION_SHEET, type IdentificationRow } from "./identification-log";
import type { ResultColumn } from "./result-tables";
import { asCell } from "./text-cells";

/** The last two are the user's to fill. */
export const IDENTIFICATION_COLUMNS: readonly ResultColumn[] = [
  { heading: "Logged on", format: "date" },
  { heading: "Time", format: "text" },
  { heading: "Sale date", format: "date" },
  { heading: "Account", format: "text" },
  { heading: "Symbol", format: "text" },
  { heading: "Quantity", format: "quantity" },
  { heading: "Lot", format: "text" },
  { heading: "Acquired", format: "date" },
  { heading: "Basis", format: "money" },
  { heading: "Chosen by", format: "text" },
  { heading: "Memo", format: "text" },
  { heading: "Broker confirmation", format: "text" },
  { heading: "Note", format: "text" },
];

/** In points, for what is to be filled in. */
export const IDENTIFICATION_WIDTHS: readonly number[] = [70, 45, 70, 90, 70, 65, 90, 70, 80, 130, 150, 150, 200];

/** Column (from 0) of each of IDENTIFICATION_COLUMNS on a sheet with these headings; the user may have moved them or added some. */
export function columnsOfLog(headings: readonly unknown[]): Outcome<readonly number[]> {
  const plain = headings.map((heading) => plainHeading(String(heading ?? "")));
  const columns = IDENTIFICATION_COLUMNS.map(({ heading }) => plain.indexOf(plainHeading(heading)));
  const missing = IDENTIFICATION_COLUMNS.find((_, index) => columns[index] === -1);
  if (missing === undefined) return done(columns);
  return refuse(
    "bad-input",
    `Sheet ‘${IDENTIFICATION_SHEET}’ has no column ${missing.heading} in its first row. Put the heading back, then try again.`,
  );
}

/** The cells of a row, in the order of IDENTIFICATION_COLUMNS; null where nothing is written. */
export function cellsOfRow(row: IdentificationRow, { from1904 }: DayCount): readonly (string | number | boolean | null)[] {
  const serial = (day: number): number => serialFromDay(day) - (from1904 ? DAYS_1900_TO_1904 : 0);
  return [
    serial(row.loggedDay),
    asCell(row.loggedTime),
    serial(row.saleDay),
    asCell(row.account),
    asCell(row.symbol),
    row.shares,
    asCell(row.lot),
    serial(row.acquired),
    row.basisCents / 100,
    asCell(row.chosenBy),
    asCell(row.memo),
    null,
    null,
  ];
}
