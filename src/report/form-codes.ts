/** Column (f) of Form 8949 (R-8949-3): the codes our own figures give rise to, in one string, alphabetical. */
import { PIECE_CARRIED_LOSS, type Book } from "../lots/book-types";

/** C: collectible held long-term. L: loss disallowed by another rule than wash sales (R-HP-8). W: wash sale. */
export function formCodes(book: Book, piece: number): string {
  const { realized } = book;
  const disallowed = realized.disallowedCents[piece]!;
  const byFundRule = book.fundDisallowedCents.get(piece) ?? 0;
  return [
    ...(isLongTermCollectible(book, piece) ? ["C"] : []),
    ...(byFundRule > 0 ? ["L"] : []),
    ...(disallowed > byFundRule ? ["W"] : []),
  ].join("");
}

/** Of Part II, a gain or a loss: the worksheet of the 28 % rate nets them (R-8949-3). */
export function isLongTermCollectible({ realized, trades }: Book, piece: number): boolean {
  return trades.collectibles.has(realized.symbol[piece]!) && realized.longTerm[piece] === 1 && (realized.flags[piece]! & PIECE_CARRIED_LOSS) === 0;
}

/** R-TAX-4: taxed at up to 28 %, which the tax estimate does not cover. */
export function isCollectibleGain(book: Book, piece: number): boolean {
  const { realized } = book;
  return isLongTermCollectible(book, piece) && realized.proceedsCents[piece]! > realized.basisCents[piece]!;
}
