/** What is timed of the engine: cells to columns, then the book. */
import type { Book } from "../src/lots/book-types";
import { bookTrades } from "../src/lots/book";
import { DEFAULT_CHOICES, type Method } from "../src/lots/choices";
import type { Trades } from "../src/lots/trades";
import { FEDERAL_LAW } from "../src/rules/federal-law";
import { readTrades } from "../src/sheet/read-trades";

export function columnsOf(range: readonly (readonly unknown[])[]): Trades {
  const reading = readTrades(range);
  if (!reading.ok) throw new Error(reading.problem.sentence);
  return reading.value.trades;
}

export function bookColumns(trades: Trades, method: Method): Book {
  return bookTrades(trades, { ...DEFAULT_CHOICES, methods: [{ method }] }, FEDERAL_LAW);
}

/** Columns, sort and book, as one call of a custom function needs them. */
export function bookRange(range: readonly (readonly unknown[])[], method: Method): Book {
  return bookColumns(columnsOf(range), method);
}
