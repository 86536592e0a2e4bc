/**
 * What the year has realized before the harvest: taxable pieces of the as-of day's tax year up to that day, each after
 * what is disallowed of it, by term (R-NET-1, R-WS-5). Later rows count as far as they wash these losses.
 */
import { PIECE_RETIREMENT, type Book } from "../../lots/book-types";
import { taxYearOf } from "../../report/tax-year";
import { yearOf, type Day } from "../../values/plain-date";

export interface YearToDate {
  readonly shortCents: number;
  readonly longCents: number;
}

export function yearToDate(book: Book, asOf: Day): YearToDate {
  const { count, flags, sold, proceedsCents, basisCents, disallowedCents, longTerm } = book.realized;
  const year = yearOf(asOf);
  let shortCents = 0;
  let longCents = 0;
  for (let piece = 0; piece < count; piece++) {
    if ((flags[piece]! & PIECE_RETIREMENT) !== 0 || sold[piece]! > asOf || taxYearOf(book, piece) !== year) continue;
    const allowed = proceedsCents[piece]! - basisCents[piece]! + disallowedCents[piece]!;
    if (longTerm[piece] === 1) longCents += allowed;
    else shortCents += allowed;
  }
  return { shortCents, longCents };
}
