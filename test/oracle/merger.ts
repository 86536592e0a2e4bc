/**
 * R-CA-7: stock for stock, with cash taxed lot by lot up to the gain. R-CA-8: a taxable merger or a tender is a sale,
 * and the stock received a new purchase (R-WS-2).
 * Read plainly where the rulebook is silent: the new stock of a taxable merger is one lot an account; a piece with a
 * basis of its own is a lot of its own; the loss side of a gift's basis moves as its gain side does; losses whose
 * window is open do not follow the old stock into the new company's (R-WS-14: not identical).
 */
import type { CaseTransaction } from "../cases/case-format";
import { payFraction } from "./cash-in-lieu";
import { centsOf, Exact, spread, valueCents, ZERO } from "./cents";
import { total, type Fraction } from "./fraction";
import { sharesOf, type Piece } from "./holdings";
import { requireText, type LedgerState } from "./ledger-state";
import { parentsOf, sharesReceived } from "./new-stock";
import { realizeEach, realizeGain } from "./realize";

export function bookMerger(state: LedgerState, one: CaseTransaction, row: number): void {
  const old = parentsOf(state, one, row);
  const boot = cashOf(one, old);
  const received = one.newSymbol === undefined ? null : sharesReceived(state, one, old);
  const isTaxable = one.taxable === true || received === null;
  const pieces = isTaxable ? sell(state, one, row, old, boot, received) : exchange(state, one, row, old, boot, received);
  if (one.cashInLieu !== undefined) payFraction(state, one, row, pieces, total(received ?? []));
}

/** Cash of every piece: an account's total first, then over its lots; a total given, over all of them. */
function cashOf(one: CaseTransaction, old: readonly Piece[]): Exact[] {
  const perShare = one.cashPerShare;
  if (one.amount !== undefined) return spread(centsOf(new Exact(one.amount)), old.map((piece) => piece.shares));
  if (perShare === undefined) return old.map(() => ZERO);
  return [...new Set(old.map((piece) => piece.account))].flatMap((account) => {
    const own = old.filter((piece) => piece.account === account);
    return spread(valueCents(sharesOf(own), perShare), own.map((piece) => piece.shares));
  });
}

function exchange(state: LedgerState, one: CaseTransaction, row: number, old: readonly Piece[], boot: readonly Exact[], received: readonly Fraction[]): readonly Piece[] {
  old.forEach((piece, index) => {
    const [cash, shares] = [boot[index] as Exact, received[index] as Fraction];
    if (!cash.isZero()) {
      const realized = valueCents(shares, requireText(one.fmvNew, "fmvNew")).plus(cash).minus(piece.basis);
      const recognized = Exact.max(ZERO, Exact.min(realized, cash));
      realizeGain(state, piece, cash, cash.minus(recognized), { row, day: state.day(row), countedAt: row });
      lowerBasis(piece, cash.minus(recognized));
    }
    piece.symbol = requireText(one.newSymbol, "newSymbol");
    piece.shares = shares;
  });
  return old;
}

/** Never below zero (R-BASIS-4). */
function lowerBasis(piece: Piece, cents: Exact): void {
  piece.basis = Exact.max(ZERO, piece.basis.minus(cents));
  if (piece.lossBasis !== null) piece.lossBasis = { ...piece.lossBasis, basis: Exact.max(ZERO, piece.lossBasis.basis.minus(cents)) };
}

function sell(state: LedgerState, one: CaseTransaction, row: number, old: readonly Piece[], boot: readonly Exact[], received: readonly Fraction[] | null): Piece[] {
  const value = (shares: Fraction) => valueCents(shares, requireText(one.fmvNew, "fmvNew"));
  const proceeds = old.map((_, index) => (boot[index] as Exact).plus(received === null ? ZERO : value(received[index] as Fraction)));
  realizeEach(state, old, proceeds, { row, day: state.day(row), countedAt: row });
  if (received === null) return [];
  return [...new Set(old.map((piece) => piece.account))].flatMap((account) => {
    const shares = total(received.filter((_, index) => old[index]?.account === account));
    return state.receive(row, account, requireText(one.newSymbol, "newSymbol"), shares, value(shares));
  });
}
