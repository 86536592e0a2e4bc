/** What each row of the trades realized: its taxable pieces added up, in cents. */
import { PIECE_RETIREMENT, type Book } from "../lots/book-types";
import { isPieceTested } from "./wash-window";

/** Columns by position in the trades; the last entry is the what-if sale. */
export interface SaleResults {
  /** Taxable pieces; 0 where the row realizes nothing. */
  readonly pieces: Int32Array;
  readonly proceedsCents: Float64Array;
  readonly basisCents: Float64Array;
  /** Gain before anything is disallowed, by term. */
  readonly shortCents: Float64Array;
  readonly longCents: Float64Array;
  /** Losses of the pieces sold at a loss, positive. */
  readonly lossCents: Float64Array;
  readonly disallowedCents: Float64Array;
  /** The part of `disallowedCents` that stood on long-term pieces. */
  readonly disallowedLongCents: Float64Array;
  /** The part of `disallowedCents` that is no wash sale: the six-month rule of funds (R-HP-8). */
  readonly byFundRuleCents: Float64Array;
  /** Losses of the pieces that section 1091 reaches, positive, without what the fund rule took (R-WS-15, R-DA-2). */
  readonly testedLossCents: Float64Array;
  /** Day the row's pieces count as sold. */
  readonly sold: Int32Array;
  readonly washedUnits: Float64Array;
  /** TERM_SHORT and TERM_LONG bits. */
  readonly terms: Uint8Array;
}

export const TERM_SHORT = 1;
export const TERM_LONG = 2;

export function saleResults(book: Book): SaleResults {
  const sales = book.trades.count + 1;
  const results = {
    pieces: new Int32Array(sales),
    proceedsCents: new Float64Array(sales),
    basisCents: new Float64Array(sales),
    shortCents: new Float64Array(sales),
    longCents: new Float64Array(sales),
    lossCents: new Float64Array(sales),
    disallowedCents: new Float64Array(sales),
    disallowedLongCents: new Float64Array(sales),
    byFundRuleCents: new Float64Array(sales),
    testedLossCents: new Float64Array(sales),
    sold: new Int32Array(sales),
    washedUnits: new Float64Array(sales),
    terms: new Uint8Array(sales),
  };
  const { realized } = book;
  for (let piece = 0; piece < realized.count; piece++) {
    if ((realized.flags[piece]! & PIECE_RETIREMENT) !== 0) continue;
    const sale = realized.sale[piece]!;
    const gain = realized.proceedsCents[piece]! - realized.basisCents[piece]!;
    const disallowed = realized.disallowedCents[piece]!;
    results.pieces[sale]! += 1;
    results.proceedsCents[sale]! += realized.proceedsCents[piece]!;
    results.basisCents[sale]! += realized.basisCents[piece]!;
    results.disallowedCents[sale]! += disallowed;
    results.washedUnits[sale]! += realized.washedUnits[piece]!;
    results.sold[sale] = realized.sold[piece]!;
    if (gain < 0) {
      const byFundRule = book.fundDisallowedCents.get(piece) ?? 0;
      results.lossCents[sale]! -= gain;
      results.byFundRuleCents[sale]! += byFundRule;
      if (isPieceTested(book, piece)) {
        results.testedLossCents[sale]! += -gain - byFundRule;
      }
    }
    if (realized.longTerm[piece] === 1) {
      results.longCents[sale]! += gain;
      results.disallowedLongCents[sale]! += disallowed;
      results.terms[sale]! |= TERM_LONG;
    } else {
      results.shortCents[sale]! += gain;
      results.terms[sale]! |= TERM_SHORT;
    }
  }
  return results;
}
