/**
 * R-CA-7: stock for stock, with cash taxed lot by lot up to the gain. R-CA-8: a taxable merger or a tender is a sale,
 * and the stock received a new purchase (R-WS-2).
 * A taxable merger pays an account the value of its new stock, which is that stock's basis, and the cash.
 * Read plainly where the rulebook is silent: the new stock of a taxable merger is one lot an account; a piece with a
 * basis of its own is a lot of its own; the loss side of a gift's basis moves as its gain side does; losses whose
 * window is open do not follow the old stock into the new company's (R-WS-14: not identical).
 */
import type { CaseTransaction } from "../cases/case-format";
import { payFraction } from "./cash-in-lieu";
import { centsOf, Exact, spread, sumOf, valueCents, ZERO } from "./cents";
import { NONE, total, type Fraction } from "./fraction";
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
    // R-WS-2: shares that came in a tax-free reorganization were not acquired by purchase.
    piece.canReplace = false;
  });
  return old;
}

/** Never below zero (R-BASIS-4). */
function lowerBasis(piece: Piece, cents: Exact): void {
  piece.basis = Exact.max(ZERO, piece.basis.minus(cents));
  if (piece.lossBasis !== null) piece.lossBasis = { ...piece.lossBasis, basis: Exact.max(ZERO, piece.lossBasis.basis.minus(cents)) };
}

function sell(state: LedgerState, one: CaseTransaction, row: number, old: readonly Piece[], boot: readonly Exact[], received: readonly Fraction[] | null): Piece[] {
  const accounts = [...new Set(old.map((piece) => piece.account))].map((account) => {
    const isOwn = (_: unknown, index: number) => old[index]?.account === account;
    const shares = received === null ? NONE : total(received.filter(isOwn));
    const value = received === null ? ZERO : valueCents(shares, requireText(one.fmvNew, "fmvNew"));
    const proceeds = sumOf(boot.filter(isOwn)).plus(value);
    return { account, shares, value, parts: spread(proceeds, old.filter(isOwn).map((piece) => piece.shares)) };
  });
  realizeEach(state, old, accounts.flatMap(({ parts }) => parts), { row, day: state.day(row), countedAt: row });
  if (received === null) return [];
  return accounts.flatMap(({ account, shares, value }) => state.receive(row, account, requireText(one.newSymbol, "newSymbol"), shares, value));
}
