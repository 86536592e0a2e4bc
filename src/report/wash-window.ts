/**
 * What can be said about the wash-sale window of a loss from the trades at hand (R-WS-1, R-WS-12).
 * No function knows today's date, so the data end with the last day booked.
 */
import { PIECE_SHORT, type Book } from "../lots/book-types";
import type { Day } from "../values/plain-date";

/** A purchase this many days before or after a loss sale can still wash it. */
export const WINDOW_DAYS = 30;

/** Section 1091 reaches the losses of this symbol in this account, in the chosen view. */
function washRuleApplies(book: Book, symbol: number, account: number): boolean {
  const { choices } = book;
  return choices.view !== "none" && !isDigitalOutside(book, symbol) && !isExempt(book, account);
}

/**
 * Whether a loss of this piece is tested against the book's other trades. A written option is closed by no delivery
 * of stock (R-SS-3), and by the setting Short wash target: Flag a new short is only remarked.
 */
export function isPieceTested(book: Book, piece: number): boolean {
  const { realized, trades, choices } = book;
  const symbol = realized.symbol[piece]!;
  if (!washRuleApplies(book, symbol, realized.account[piece]!)) return false;
  return (realized.flags[piece]! & PIECE_SHORT) === 0 || (!trades.options.has(symbol) && choices.shortWashTarget === "newShort");
}

/** R-DA-2: digital assets are outside the rule, unless the setting Digital wash sales is On. */
export function isDigitalOutside(book: Book, symbol: number): boolean {
  return book.trades.digital.has(symbol) && book.choices.digitalWash === "off";
}

/** R-WS-15: accounts of dealers and traders under 475(f). */
export function isExempt(book: Book, account: number): boolean {
  return book.choices.washExempt.has(book.trades.accounts[account]!.toUpperCase());
}

/** First day on which no new purchase can wash the loss any more: the 31st after the sale. */
export function finalOn(sold: Day): Day {
  return sold + WINDOW_DAYS + 1;
}

/** The trades end before day 31: on the window's last day, too, a purchase not yet listed may still wash the loss. */
export function isProvisional(book: Book, sold: Day): boolean {
  return book.lastDay < finalOn(sold);
}
