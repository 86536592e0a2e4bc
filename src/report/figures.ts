/**
 * Figures of a book as they leave the engine: dollars from cents, shares from units, and the words for
 * both in sentences. Rounding has happened before; here a number only changes its unit.
 */
import type { Book } from "../lots/book-types";
import { sharesOf } from "../lots/units";
import { fifteenDigits } from "../values/decimals";
import { moneyText } from "../values/money-text";

/** Dollars of whole cents. The nearest double, so it prints as the cents it came from. */
export function dollarsFromCents(cents: number): number {
  return cents / 100;
}

/** Shares of a symbol of the book, to the 15 digits a cell shows. */
export function sharesFromUnits(book: Book, symbol: number, units: number): number {
  return sharesOf(units, book.unitsPerShare[symbol]!);
}

/** Basis per share in dollars, unrounded but for Excel's digits (R-RND-3). Never compute from it. */
export function dollarsPerShare(cents: number, units: number, unitsPerShare: number): number {
  return fifteenDigits((cents * unitsPerShare) / (units * 100));
}

/** `a gain of $992.50`, `a loss of $250.00` */
export function gainText(cents: number): string {
  return cents < 0 ? `a loss of ${moneyText(-cents)}` : `a gain of ${moneyText(cents)}`;
}

/** `0.3333 XYZ` */
export function sharesText(book: Book, symbol: number, units: number): string {
  return `${plainNumber(sharesFromUnits(book, symbol, units))} ${book.trades.symbols[symbol]}`;
}

/** `1 share`, `0.5 shares`, `2 contracts` */
export function shareCountText(book: Book, symbol: number, units: number): string {
  const shares = sharesFromUnits(book, symbol, units);
  const word = book.trades.options.has(symbol) ? "contract" : "share";
  return `${plainNumber(shares)} ${shares === 1 ? word : `${word}s`}`;
}

/** A number without exponent and without needless zeros. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/0+$/, "").replace(/\.$/, "") : text;
}

/** `row 7`, `rows 7 and 9`, `rows 7, 9 and 12` */
export function rowsText(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  return `rows ${rows.slice(0, -1).join(", ")} and ${rows[rows.length - 1]}`;
}
