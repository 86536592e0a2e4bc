/**
 * R-DA-2: wash sales do not reach digital assets under present law. A House bill of 2026 would change
 * that; it was not law when checked, so losses sold from 2026 on say so. Check before every release.
 */
import type { Book } from "../lots/book-types";
import { dayFromCalendar, type Day } from "../values/plain-date";
import { isDigitalOutside } from "./wash-window";

const BILL_WATCHED_FROM = dayFromCalendar(2026, 1, 1);

export const DIGITAL_BILL_NOTE =
  "Digital asset: no wash sale rule under present law; a 2026 bill (H.R. 10357) would change that for sales after 14 September 2026.";

/** Whether a loss of this symbol, sold on this day, carries the note. */
export function billWouldReach(book: Book, symbol: number, sold: Day): boolean {
  return isDigitalOutside(book, symbol) && sold >= BILL_WATCHED_FROM;
}
