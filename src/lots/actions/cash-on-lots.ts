/**
 * Cash paid on shares that stay: what is taxed of it is listed like a sale of the lot, with the lot's own term
 * (R-CA-6, R-CA-7, R-8949-6), and the lot's basis is what is left.
 */
import { PIECE_INHERITED, PIECE_RETIREMENT, PIECE_TERM_BY_SHORT_SALE, PIECE_TERM_DEPENDS_ON_TACKING, PIECE_UNKNOWN_BASIS } from "../book-types";
import type { Ledger } from "../ledger";
import type { Piece } from "../pieces";
import { termDepends } from "./term-depends";

/** Lists `proceedsCents`, of which `gainCents` are gain. `flag` is the PIECE_* bit of what was paid. */
export function listCash(ledger: Ledger, at: number, piece: Piece, proceedsCents: number, gainCents: number, flag: number): void {
  const { pieces, law, realized, retirement, trades } = ledger;
  const day = trades.day[at]!;
  const longTerm = ledger.isLongTerm(piece, day);
  const start = pieces.periodStart(piece);
  let flags = flag;
  if (retirement[pieces.account[piece]!] === 1) flags |= PIECE_RETIREMENT;
  if (start === "Inherited") flags |= PIECE_INHERITED;
  if (pieces.basisUnknown(piece)) flags |= PIECE_UNKNOWN_BASIS;
  if (longTerm !== law.isLongTerm(pieces.holdingFrom[piece]!, day, start)) flags |= PIECE_TERM_BY_SHORT_SALE;
  if (termDepends(law, pieces, piece, day)) flags |= PIECE_TERM_DEPENDS_ON_TACKING;
  realized.setBasis(realized.add(pieces, piece, at, day, proceedsCents, longTerm, flags), proceedsCents - gainCents);
}

/** Takes cash off a lot's basis, never below zero (R-BASIS-4). What washes added is the last of it to go. */
export function lowerBasis({ pieces }: Ledger, piece: Piece, cents: number): void {
  pieces.addBasis(piece, -cents);
  pieces.washAddedCents[piece] = Math.min(pieces.washAddedCents[piece]!, pieces.basisCents[piece]!);
}
