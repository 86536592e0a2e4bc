/**
 * The tax year a sold piece counts in: that of its trade date (R-LOT-2); a short closed at a loss counts
 * when the covering shares are delivered (R-SS-4).
 */
import type { Book } from "../lots/book-types";
import { yearOf } from "../values/plain-date";

/** @param piece position in the realized pieces */
export function taxYearOf(book: Book, piece: number): number {
  return yearOf(book.realized.sold[piece]!);
}
