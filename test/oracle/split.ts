/** R-CA-1, R-CA-2: splits and stock dividends of the same class multiply shares and leave basis and dates alone. */
import type { CaseTransaction } from "../cases/case-format";
import { payFraction } from "./cash-in-lieu";
import { splitRatio } from "./foreseen";
import { divided, fractionOf, ONE, plus, times, type Fraction } from "./fraction";
import { Refusal, sharesOf } from "./holdings";
import type { LedgerState } from "./ledger-state";

export function bookSplit(state: LedgerState, one: CaseTransaction, row: number): void {
  const ratio = splitRatio(one);
  const pieces = state.holdings.heldByAccount(one.symbol, one.account ?? null);
  for (const piece of pieces) piece.shares = times(piece.shares, ratio);
  if (one.action !== "SPLIT") state.found.growth.set(row, ratio);
  multiplyShorts(state, one, ratio);
  // The fraction is one of the whole holding.
  if (one.cashInLieu !== undefined) payFraction(state, one, row, pieces, sharesOf(pieces));
}

/** Shares given as a total are spread over the lots by their shares; losses whose window is open grow by the exact ratio. */
export function bookStockDividend(state: LedgerState, one: CaseTransaction, row: number): void {
  if (one.newShares !== undefined) return bookSplit(state, one, row);
  const pieces = state.holdings.heldByAccount(one.symbol, one.account ?? null);
  if (pieces.length === 0) throw new Refusal(`${state.rowName(row)}: no shares to receive a stock dividend on.`);
  const received = fractionOf(one.quantity ?? "0");
  state.found.growth.set(row, plus(ONE, divided(received, sharesOf(pieces))));
  const added = state.spreadShares(one.symbol, received, pieces.map((piece) => piece.shares));
  pieces.forEach((piece, index) => (piece.shares = plus(piece.shares, added[index] as Fraction)));
  if (one.cashInLieu !== undefined) payFraction(state, one, row, pieces, sharesOf(pieces));
}

function multiplyShorts(state: LedgerState, one: CaseTransaction, ratio: Fraction): void {
  const shorts = state.shorts.held(one.symbol, one.account ?? null);
  for (const short of shorts) short.shares = times(short.shares, ratio);
  for (const opening of new Set(shorts.map((short) => short.opening))) {
    opening.heldOverYear = times(opening.heldOverYear, ratio);
    opening.reached = times(opening.reached, ratio);
  }
}
