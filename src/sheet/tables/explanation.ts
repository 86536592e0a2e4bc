/** EXPLAIN: why a row of the trades has the result it has; also what a row without a result is. */
import type { Book, Scope } from "../../lots/book-types";
import { explainTrade } from "../../report/explain/explain-trade";
import type { RowAsWritten } from "../../report/explain/explained-row";
import { piecesOfSales } from "../../report/pieces-of-sale";
import { faultSentence } from "../../lots/fault-sentence";
import { refusedPools } from "../../report/refused-pools";
import { washLinks } from "../../report/wash-links";
import { readCell } from "../cells";
import { readNumberCell } from "../number-cells";
import type { TradesReading } from "../reading-types";
import { poolOfTrade } from "./by-row";
import type { Table } from "./cell";

export const EXPLAIN_HEADINGS = ["Explanation"] as const;

type Cells = readonly (readonly unknown[])[];

/**
 * @param cells  of the trades range, as given
 * @param bookOf the book of a scope of these trades
 * @param row    row in the range, the first being 1
 */
export function explanationTable(cells: Cells, reading: TradesReading, bookOf: (scope?: Scope) => Book, row: number): Table {
  return [[...EXPLAIN_HEADINGS], ...explainRow(cells, reading, bookOf, row).map((sentence) => [sentence])];
}

function explainRow(cells: Cells, reading: TradesReading, bookOf: (scope?: Scope) => Book, row: number): string[] {
  if (row === reading.headingRow) return [`Row ${row} holds the headings.`];
  const book = bookOf();
  const faults = [...reading.faults, ...book.refusals].filter((fault) => fault.row === row);
  if (faults.length > 0) return [...new Set(faults.map(faultSentence)), "Until it is put right, the numbers this row can reach are withheld."];
  const trade = reading.trades.row.subarray(0, reading.trades.count).indexOf(row);
  if (trade < 0) return [rowWithoutTrade(cells, reading, row)];
  const refused = poolOfTrade(book, refusedPools(book), trade);
  if (refused !== undefined) {
    const symbol = book.trades.symbols[book.trades.symbol[trade]!]!;
    return [`Row ${row} is read without fault, but the numbers of ${symbol} are withheld because of another row.`, refused.sentence];
  }
  return explainTrade({
    book,
    trade,
    written: writtenRow(cells, reading, row),
    pieces: piecesOfSales(book),
    links: washLinks(book),
    bookAtDayEnd: () => bookOf({ throughDay: book.trades.day[trade]! }),
    bookUpTo: (other, included) => bookOf({ upTo: { trade: other, included } }),
    bookBefore: () => bookOf({ upTo: { trade, included: false } }),
    bookAfter: () => bookOf({ upTo: { trade, included: true } }),
  });
}

function rowWithoutTrade(cells: Cells, reading: TradesReading, row: number): string {
  const line = cells[row - 1] ?? [];
  if (line.every(isBlank)) return `Row ${row} is blank.`;
  if (reading.headingRow !== null && row < reading.headingRow) return `Row ${row} stands above the headings and is not read as a trade.`;
  const action = readCell(line[columnOf(reading, "Action")]);
  if (reading.headingRow !== null && isSameText(action, readCell(cells[reading.headingRow - 1]?.[columnOf(reading, "Action")]))) {
    return `Row ${row} repeats the headings, as where one list stands under another, and is no trade.`;
  }
  const named = action.kind === "text" ? ` Its action, "${action.value}", is known and changes no lot.` : "";
  return `Row ${row} has no effect on lots.${named}`;
}

function isSameText(one: ReturnType<typeof readCell>, other: ReturnType<typeof readCell>): boolean {
  return one.kind === "text" && other.kind === "text" && one.value.toLowerCase() === other.value.toLowerCase();
}

/** Older builds of Excel send a blank cell as 0. */
function isBlank(cell: unknown): boolean {
  return cell === 0 || readCell(cell).kind === "blank";
}

function columnOf(reading: TradesReading, field: string): number {
  return reading.columns.find((column) => column.field === field)?.column ?? -1;
}

function writtenRow(cells: Cells, reading: TradesReading, row: number): RowAsWritten {
  const numbers = (field: string): number[] =>
    reading.columns
      .filter((column) => column.field === field)
      .map((column) => readNumberCell(cells[row - 1]?.[column.column] ?? null))
      .filter((read) => typeof read === "number")
      .map(Math.abs);
  const [quantity = null] = numbers("Quantity");
  const [price = null] = numbers("Price");
  // Some exports have a column for commissions and one for fees.
  const fees = numbers("Fees");
  const [value = null] = numbers("Value");
  return { quantity, price, value, fees: fees.length === 0 ? null : fees.reduce((sum, fee) => sum + fee, 0) };
}
