/**
 * R-CA-3 and R-CA-4: part of every lot's basis goes to stock of another class or of a company spun off; dates
 * carry over (R-HP-2), and what is received is no acquisition for wash sales (R-WS-2). The new basis of a lot is
 * its basis times the fraction, to the cent; the old stock keeps the rest.
 */
import type { CaseTransaction } from "../cases/case-format";
import { payFraction } from "./cash-in-lieu";
import { partOf, valueCents } from "./cents";
import { divided, fractionOf, plus, times, total, type Fraction } from "./fraction";
import { Refusal, sharesOf, type Piece } from "./holdings";
import { requireText, type LedgerState } from "./ledger-state";
import { splitRatio } from "./foreseen";

export function bookNewStock(state: LedgerState, one: CaseTransaction, row: number): void {
  const parents = parentsOf(state, one, row);
  const received = sharesReceived(state, one, parents);
  const children = one.taxable === true
    ? taxableDividend(state, one, row, parents, received)
    : allot(state, parents, received, requireText(one.newSymbol, "newSymbol"), fractionToNew(one, sharesOf(parents), total(received)));
  if (one.cashInLieu !== undefined) payFraction(state, one, row, children, total(received));
}

export function parentsOf(state: LedgerState, one: CaseTransaction, row: number): Piece[] {
  const parents = state.holdings.heldByAccount(one.symbol, one.account ?? null);
  if (parents.length === 0) throw new Refusal(`${state.rowName(row)}: no shares are held.`);
  return parents;
}

/** New shares of every piece: by the ratio exactly, or the total spread over the pieces by their shares. */
export function sharesReceived(state: LedgerState, one: CaseTransaction, parents: readonly Piece[]): Fraction[] {
  const shares = parents.map((piece) => piece.shares);
  if (one.newShares !== undefined) return shares.map((held) => times(held, splitRatio(one)));
  return state.spreadShares(one.symbol, fractionOf(requireText(one.quantity, "quantity")), shares);
}

/** Value of the new over value of old and new together, unless the issuer tells the fraction. */
export function fractionToNew(one: CaseTransaction, oldShares: Fraction, newShares: Fraction): Fraction {
  if (one.allocationNew !== undefined) return fractionOf(one.allocationNew);
  const oldValue = times(oldShares, fractionOf(requireText(one.fmvParent, "fmvParent")));
  const newValue = times(newShares, fractionOf(requireText(one.fmvNew, "fmvNew")));
  return divided(newValue, plus(oldValue, newValue));
}

/** Every piece brings forth one of the new stock, with its dates and its part of the basis. */
export function allot(state: LedgerState, parents: readonly Piece[], received: readonly Fraction[], symbol: string, toNew: Fraction): Piece[] {
  return parents.map((parent, index) => {
    const basis = partOf(parent.basis, toNew);
    const lossBasis = parent.lossBasis === null ? null : { ...parent.lossBasis, basis: partOf(parent.lossBasis.basis, toNew) };
    const child: Piece = { ...parent, symbol, shares: received[index] as Fraction, basis, lossBasis, canReplace: false, shortedBy: null, fundDividends: [] };
    parent.basis = parent.basis.minus(basis);
    if (parent.lossBasis !== null && lossBasis !== null) {
      parent.lossBasis = { ...parent.lossBasis, basis: parent.lossBasis.basis.minus(lossBasis.basis) };
    }
    state.holdings.pieces.add(child);
    return child;
  });
}

/** A taxable spin-off is a dividend: basis is value, the date is new; one lot an account. */
function taxableDividend(state: LedgerState, one: CaseTransaction, row: number, parents: readonly Piece[], received: readonly Fraction[]): Piece[] {
  return [...new Set(parents.map((piece) => piece.account))].flatMap((account) => {
    const shares = total(received.filter((_, index) => parents[index]?.account === account));
    const cost = valueCents(shares, requireText(one.fmvNew, "fmvNew"));
    return state.receive(row, account, requireText(one.newSymbol, "newSymbol"), shares, cost, { canReplace: false });
  });
}
