/** The gate before timing: engine and decimal twin must agree on every piece, to the cent and the share. */
import type { Book } from "../src/lots/book-types";
import { serialFromDay } from "../src/values/plain-date";
import { Exact, type TwinPiece } from "./decimal-twin";

/** The first difference in a sentence, or null. */
export function firstDifference(book: Book, twin: readonly TwinPiece[]): string | null {
  const refused = book.refusals[0];
  if (refused !== undefined) return `the engine refuses row ${refused.row}: ${refused.problem}`;
  const { realized, trades } = book;
  const ours = Array.from({ length: realized.count }, (_, piece) => ({
    saleRow: trades.row[realized.sale[piece]!]!,
    line: [
      trades.row[realized.purchase[piece]!]!,
      new Exact(realized.units[piece]!).div(book.unitsPerShare[realized.symbol[piece]!]!).toFixed(),
      inDollars(realized.proceedsCents[piece]!),
      inDollars(realized.basisCents[piece]!),
      inDollars(realized.disallowedCents[piece]!),
      serialFromDay(realized.holdingFrom[piece]!),
    ].join(" "),
  }));
  const theirs = twin.map((piece) => ({
    saleRow: piece.saleRow,
    line: [piece.purchaseRow, piece.shares.toFixed(), piece.proceeds.toFixed(2), piece.basis.toFixed(2), piece.disallowed.toFixed(2), piece.holdingFrom].join(" "),
  }));
  // Both keep the pieces of a sale in fill order; symbols may come in another order.
  const bySale = (a: { saleRow: number }, b: { saleRow: number }) => a.saleRow - b.saleRow;
  ours.sort(bySale);
  theirs.sort(bySale);
  for (const [index, { saleRow, line }] of ours.entries()) {
    const other = theirs[index];
    if (other?.saleRow !== saleRow || other.line !== line) return `sale in row ${saleRow}: engine ${line}, twin ${other?.saleRow}: ${other?.line}`;
  }
  return ours.length === theirs.length ? null : `the engine has ${ours.length} pieces, the twin ${theirs.length}`;
}

function inDollars(cents: number): string {
  return new Exact(cents).div(100).toFixed(2);
}
