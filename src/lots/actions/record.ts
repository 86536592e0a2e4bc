/** The record of shares that were sold, or count as sold: one realized piece for every piece that left its pool. */
import { PIECE_RETIREMENT, PIECE_TERM_DEPENDS_ON_TACKING } from "../book-types";
import type { LossPiece } from "../law";
import type { Ledger } from "../ledger";
import type { Piece } from "../pieces";
import type { Day } from "../../values/plain-date";
import { take } from "../../values/take";
import { recordSpecial } from "./record-special";
import { termDepends } from "./term-depends";

/** What the record of a sale needs to know of it. */
export interface Recorded {
  readonly sale: number;
  /** Trade of the first fill of its order; the sale itself when absent. */
  readonly order?: number;
  readonly symbol: number;
  readonly proceedsCents: number;
  readonly day: Day;
  /** PIECE_* bits that hold for every piece. */
  readonly flags?: number;
}

/**
 * Proceeds go over the pieces in the order of relief (R-RND-2). Every share of the sale stops being a
 * candidate before any loss is matched (R-WS-4).
 */
export function record(ledger: Ledger, sold: Recorded, pieces: readonly Piece[], losses: LossPiece[]): void {
  const { pieces: store, realized, retirement, law } = ledger;
  const { sale, symbol, day } = sold;
  let centsLeft = sold.proceedsCents;
  let unitsLeft = 0;
  for (const piece of pieces) unitsLeft += store.units[piece]!;
  for (const piece of pieces) {
    const proceedsCents = take(centsLeft, store.units[piece]!, unitsLeft);
    centsLeft -= proceedsCents;
    unitsLeft -= store.units[piece]!;
    ledger.noLongerCandidate(piece);
    const account = store.account[piece]!;
    const isRetirement = retirement[account] === 1;
    let flags = sold.flags ?? 0;
    if (isRetirement) flags |= PIECE_RETIREMENT;
    if (store.isSpecial(piece)) {
      recordSpecial(ledger, { ...sold, proceedsCents, flags }, piece, losses);
      continue;
    }
    if (termDepends(law, store, piece, day)) flags |= PIECE_TERM_DEPENDS_ON_TACKING;
    const longTerm = law.isLongTerm(store.holdingFrom[piece]!, day);
    const at = realized.add(store, piece, sale, day, proceedsCents, longTerm, flags);
    // R-WS-9: a loss inside a retirement account is never a tax loss.
    const basisCents = store.basisCents[piece]!;
    ledger.recordedAs(piece, at, sold.order ?? sale);
    if (proceedsCents < basisCents && !isRetirement) {
      losses.push({ realized: at, sale, order: sold.order ?? sale, piece, symbol, account, lossCents: basisCents - proceedsCents });
      ledger.remarkFundLoss(piece, sale, day);
    }
  }
}

/** R-WS-3.1: several lots of one order count as sold in the order they were acquired. */
export function matchLosses(ledger: Ledger, losses: LossPiece[], day: Day): void {
  if (losses.length === 0) return;
  if (losses.length > 1) losses.sort((a, b) => ledger.pieces.byAcquisition(a.piece, b.piece));
  ledger.washRuleFor(losses[0]!.symbol)?.sold(losses, day);
}
