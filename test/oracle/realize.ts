/** Pieces leave for money: one row each, then the losses are tested (R-BASIS-1, R-WS-3). */
import { isLongTerm, type Counting } from "./calendar";
import { spread, ZERO, type Exact } from "./cents";
import { asFundRuleSays } from "./fund-rule";
import { basisForSale } from "./gift";
import { byAcquisition, type Piece } from "./holdings";
import type { LedgerState, Sold } from "./ledger-state";
import { matchLoss, type LossPiece } from "./wash";

export interface Sale {
  readonly row: number;
  readonly day: number;
  /** The row before which the sold shares are counted: the sale's own, or the next after a split. */
  readonly countedAt: number;
}

/** Takes the pieces out, shares the proceeds in fill order, then tests the losses. */
export function realize(state: LedgerState, pieces: readonly Piece[], proceeds: Exact, sale: Sale): void {
  realizeEach(state, pieces, spread(proceeds, pieces.map((piece) => piece.shares)), sale);
}

/** The same, where the money of every piece is known. */
export function realizeEach(state: LedgerState, pieces: readonly Piece[], proceeds: readonly Exact[], sale: Sale): void {
  const sold = pieces.flatMap((piece, index) => {
    state.holdings.remove(piece);
    return asFundRuleSays(state, piece, soldPiece(piece, proceeds[index] ?? ZERO, sale)).map((one) => ({ piece, one }));
  });
  const taxed = sold.filter(({ piece }) => state.isTaxed(piece.account));
  state.sold.push(...taxed.map(({ one }) => one));
  const losses = taxed.filter(({ one }) => one.proceeds.lt(one.basis)).sort((a, b) => byAcquisition(a.piece, b.piece));
  for (const { piece, one } of losses) matchLoss(state, lossOf(piece, one, sale));
}

function soldPiece(piece: Piece, proceeds: Exact, { row, day }: Sale): Sold {
  const { basis, from, counting } = basisForSale(piece, proceeds);
  // R-SS-2: of shares sold while a short position stands against them the period begins with their own sale.
  const effective = piece.shortedBy !== null ? day : from;
  return {
    row,
    soldOn: day,
    symbol: piece.symbol,
    account: piece.account,
    lot: piece.purchase.lot,
    acquired: piece.purchase.day,
    effective,
    shares: piece.shares,
    proceeds,
    basis,
    longTerm: isLongTerm(effective, day, piece.shortedBy !== null ? "on the day" : counting),
    disallowed: ZERO,
  };
}

function lossOf(piece: Piece, sold: Sold, { countedAt }: Sale): LossPiece {
  const openLoss = sold.basis.minus(sold.proceeds).minus(sold.disallowed);
  return { sold, purchase: piece.purchase, counting: lossCounting(piece), countedAt, openShares: sold.shares, openLoss };
}

/** Of a gift's value side the count starts the day after the gift; shares reached by a short sale were held no day at all. */
function lossCounting(piece: Piece): Counting {
  return piece.lossBasis !== null || piece.shortedBy !== null ? "day after" : piece.counting;
}

/** A piece that stays, and yet brings gain (R-CA-6, R-CA-7): never a loss, so nothing to wash. */
export function realizeGain(state: LedgerState, piece: Piece, proceeds: Exact, basis: Exact, { row, day }: Sale): void {
  if (!state.isTaxed(piece.account)) return;
  state.sold.push({
    row,
    soldOn: day,
    symbol: piece.symbol,
    account: piece.account,
    lot: piece.purchase.lot,
    acquired: piece.purchase.day,
    effective: piece.effective,
    shares: piece.shares,
    proceeds,
    basis,
    longTerm: isLongTerm(piece.effective, day, piece.counting),
    disallowed: ZERO,
  });
}

