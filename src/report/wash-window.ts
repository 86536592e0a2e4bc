/**
 * What can be said about the wash-sale window of a loss from the trades at hand (R-WS-1, R-WS-12).
 * No function knows today's date, so the data end with the last day booked.
 */
import type { Book } from "../lots/book-types";
import type { Day } from "../values/plain-date";

/** A purchase this many days before or after a loss sale can still wash it. */
export const WINDOW_DAYS = 30;

/** Section 1091 reaches the losses of this symbol, in the chosen view. */
export function washRuleApplies(book: Book, symbol: number): boolean {
  return book.choices.view !== "none" && !book.trades.digital.has(symbol);
}

/** First day on which no new purchase can wash the loss any more: the 31st after the sale. */
export function finalOn(sold: Day): Day {
  return sold + WINDOW_DAYS + 1;
}

/** The trades end before day 31: on the window's last day, too, a purchase not yet listed may still wash the loss. */
export function isProvisional(book: Book, sold: Day): boolean {
  return book.lastDay < finalOn(sold);
}
