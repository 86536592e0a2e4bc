/** Imported trades as rows of the Trades sheet, and rows that stand there as imported ones. Pure. */
import type { AddedTrade, RowOnSheet } from "../../import/combine";
import { Exact, figureOf } from "../../import/figures";
import { IMPORTED_HEADINGS, type ImportedCells, type ImportedHeading } from "../../import/import-types";
import { dateFromText } from "../../values/date-text";
import { isoFromDay, serialFromDay } from "../../values/plain-date";
import { errorIn, readCell } from "../cells";
import { headingMeaning } from "../../import/column-words";
import { readDateCell } from "../date-cells";
import { DAYS_1900_TO_1904, type DayCount } from "./draft-layout";
import type { ColumnFormat, ResultColumn } from "./result-tables";
import { asText } from "./text-cells";

/** The last column of a new Table: where the row comes from. */
const SOURCE_HEADING = "Source";
export type SheetHeading = ImportedHeading | typeof SOURCE_HEADING;

/** In every Table, so that the rows of the next file find their columns. */
const ALWAYS: ReadonlySet<ImportedHeading> = new Set(["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", "Amount"]);

const FORMATS: Readonly<Partial<Record<SheetHeading, ColumnFormat>>> = {
  Date: "date",
  Acquired: "date",
  Quantity: "quantity",
  Price: "price",
  Fees: "money",
  Amount: "money",
  "Cash in lieu": "money",
  "Cash per share": "price",
  Value: "price",
  "New value": "price",
  "Basis share": "quantity",
  Multiplier: "quantity",
};

/** Headings of a Table for these rows, Source last. */
export function headingsFor(trades: readonly Pick<AddedTrade, "cells">[]): readonly SheetHeading[] {
  const used = new Set(trades.flatMap(({ cells }) => Object.keys(cells)));
  return [...IMPORTED_HEADINGS.filter((heading) => ALWAYS.has(heading) || used.has(heading)), SOURCE_HEADING];
}

export function columnFor(heading: SheetHeading): ResultColumn {
  return { heading, format: FORMATS[heading] ?? "text" };
}

/** What the headings of a Table mean to an import, by column; null: a column that is the user's. */
export function meaningsOf(headings: readonly unknown[]): readonly (SheetHeading | null)[] {
  const taken = new Set<SheetHeading>();
  return headings.map((heading) => {
    const meaning = meaningOf(String(heading ?? ""));
    if (meaning === null || taken.has(meaning)) return null;
    taken.add(meaning);
    return meaning;
  });
}

function meaningOf(heading: string): SheetHeading | null {
  if (heading.trim().toLowerCase() === SOURCE_HEADING.toLowerCase()) return SOURCE_HEADING;
  const field = headingMeaning(heading)?.field;
  return IMPORTED_HEADINGS.find((known) => known === field) ?? null;
}

/** A row as Excel is handed it, in these columns; null leaves a cell empty. */
export function cellsForSheet(trade: AddedTrade, columns: readonly (SheetHeading | null)[], count: DayCount): readonly (string | number | null)[] {
  return columns.map((heading) => {
    if (heading === null) return null;
    const text = heading === SOURCE_HEADING ? trade.source : (trade.cells[heading] ?? "");
    return text === "" ? null : cellOf(text, columnFor(heading).format, count);
  });
}

function cellOf(text: string, format: ColumnFormat, { from1904 }: DayCount): string | number {
  if (format === "text") return asText(text);
  if (format === "date") {
    const day = dateFromText(text)?.day;
    return day === undefined ? asText(text) : serialFromDay(day) - (from1904 ? DAYS_1900_TO_1904 : 0);
  }
  return exactNumber(text) ?? asText(text);
}

/** null where a cell's 15 digits would lose some of it: such a figure is written as text, which the functions read too. */
function exactNumber(text: string): number | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
  const exact = new Exact(text);
  const value = exact.toNumber();
  return exact.precision() <= 15 && new Exact(value).equals(exact) ? value : null;
}

/** The rows of a Table below its headings, as `combine` compares them. */
export function rowsOnSheet(headings: readonly unknown[], rows: readonly (readonly unknown[])[], { from1904 }: DayCount): readonly RowOnSheet[] {
  const meanings = meaningsOf(headings);
  return rows.map((row) => {
    const cells: Partial<Record<ImportedHeading, string>> = {};
    let source = "";
    meanings.forEach((heading, column) => {
      const text = heading === null ? "" : textOf(row[column], columnFor(heading).format, from1904);
      if (heading === null || text === "") return;
      if (heading === SOURCE_HEADING) source = text;
      else cells[heading] = text;
    });
    return { cells: cells as ImportedCells, source };
  });
}

function textOf(cell: unknown, format: ColumnFormat, from1904: boolean): string {
  const read = readCell(cell);
  if (read.kind === "blank") return "";
  if (read.kind === "error") return errorIn(cell) ?? "";
  if (format === "date") {
    const date = readDateCell(read.kind === "number" && from1904 ? read.value + DAYS_1900_TO_1904 : cell);
    if (date !== null && "day" in date) return isoFromDay(date.day);
  }
  return read.kind === "number" ? figureOf(new Exact(read.value)) : String(read.value);
}
