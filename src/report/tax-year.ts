/**
 * The tax year a sold piece counts in: that of its trade date (R-LOT-2); a short closed at a loss counts
 * when the covering shares are delivered (R-SS-4).
 */
import { PIECE_RETIREMENT, PIECE_SHORT, type Book } from "../lots/book-types";
import { yearOfShort } from "../rules/short-sales/year";
import { yearOf } from "../values/plain-date";

/** @param piece position in the realized pieces */
export function taxYearOf(book: Book, piece: number): number {
  const { realized, trades } = book;
  const sold = realized.sold[piece]!;
  const isShortOfStock = (realized.flags[piece]! & PIECE_SHORT) !== 0 && !trades.options.has(realized.symbol[piece]!);
  return isShortOfStock ? yearOfShort(sold, realized.basisCents[piece]! > realized.proceedsCents[piece]!) : yearOf(sold);
}

/** Years with taxable sales, latest first. */
export function yearsWithSales(book: Book): readonly number[] {
  const { count, flags } = book.realized;
  const years = new Set<number>();
  for (let piece = 0; piece < count; piece++) if ((flags[piece]! & PIECE_RETIREMENT) === 0) years.add(taxYearOf(book, piece));
  return [...years].sort((a, b) => b - a);
}
