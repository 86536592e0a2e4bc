/** The price list that the pane keeps: which cells are written when it is made, added to or filled. Pure. */
import { serialFromDay } from "../../values/plain-date";
import { done, refuse, type Outcome } from "../../values/outcome";
import { readCell } from "../cells";
import { DAYS_1900_TO_1904, type DayCount } from "./draft-layout";
import { isPricesHeading } from "./prices-blocks";
import { PRICES_SHEET, type PriceListRow } from "./prices-place";
import type { ResultColumn } from "./result-tables";
import { asCell } from "./text-cells";

export const LIST_COLUMNS: readonly ResultColumn[] = [
  { heading: "Symbol", format: "text" },
  { heading: "Price", format: "price" },
  { heading: "Last trade price", format: "price" },
  { heading: "Last trade on", format: "date" },
];
/** In points. */
export const LIST_WIDTHS: readonly number[] = [90, 90, 100, 90];
/** Rows that the name covers and that are dressed: room for symbols to come. */
export const LIST_ROOM = 400;

export interface ListEdits {
  readonly cells: readonly { readonly row: number; readonly column: number; readonly value: string | number | boolean }[];
  /** Rows filled once they are written, headings included. */
  readonly rows: number;
}

/**
 * @param cells the list as it stands, from A1; empty when it is to be made
 * A cell with content is never written: a symbol's row is added only where none has it, a price only where it is blank.
 */
export function listEdits(
  cells: readonly (readonly unknown[])[],
  rows: readonly PriceListRow[],
  { from1904 }: DayCount,
): Outcome<ListEdits> {
  const edits: { row: number; column: number; value: string | number | boolean }[] = [];
  const put = (row: number, column: number, value: string | number | null): void => {
    const cell = asCell(value);
    if (cell !== null && isBlank(cells[row]?.[column])) edits.push({ row, column, value: cell });
  };
  if (cells.length === 0) LIST_COLUMNS.forEach(({ heading }, column) => put(0, column, heading));
  else if (!hasHeadings(cells[0] ?? [])) {
    return refuse("bad-input", `Sheet ‘${PRICES_SHEET}’ has other headings than Symbol in A1 and Price in B1. Put them back, or give the sheet another name.`);
  }
  const rowOf = new Map<string, number>();
  cells.forEach((row, index) => {
    const symbol = symbolIn(row[0]);
    if (index > 0 && symbol !== "" && !rowOf.has(symbol)) rowOf.set(symbol, index);
  });
  let next = Math.max(1, cells.length);
  for (const { symbol, price, lastTradePrice, lastTradeDay } of rows) {
    const row = rowOf.get(symbol.toUpperCase()) ?? next++;
    rowOf.set(symbol.toUpperCase(), row);
    if (row >= cells.length) put(row, 0, symbol);
    put(row, 1, price);
    put(row, 2, lastTradePrice);
    put(row, 3, lastTradeDay === null ? null : serialFromDay(lastTradeDay) - (from1904 ? DAYS_1900_TO_1904 : 0));
  }
  return done({ cells: edits, rows: next });
}

function hasHeadings(headings: readonly unknown[]): boolean {
  return isPricesHeading(headings.slice(0, 2)) && symbolIn(headings[0]) !== "PRICE";
}

function symbolIn(cell: unknown): string {
  const read = readCell(cell);
  return read.kind === "text" || read.kind === "number" ? String(read.value).toUpperCase() : "";
}

function isBlank(cell: unknown): boolean {
  return readCell(cell).kind === "blank";
}
