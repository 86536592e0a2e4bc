/**
 * Gifts received (R-GIFT-1, R-GIFT-3) and inheritance (R-INH-1): neither is an acquisition for wash sales (R-WS-2).
 * Left open by the rulebook, and read plainly: a gift in the zone of neither gain nor loss is listed with the
 * giver's period.
 */
import type { CaseTransaction } from "../cases/case-format";
import { dayOf, type Counting } from "./calendar";
import { centsOf, Exact, ZERO } from "./cents";
import { fractionOf } from "./fraction";
import type { Piece } from "./holdings";
import { requireText, type LedgerState } from "./ledger-state";

export function bookGift(state: LedgerState, one: CaseTransaction, row: number): void {
  const donorBasis = centsOf(new Exact(requireText(one.donorBasis, "donorBasis")));
  const from = dayOf(requireText(one.donorAcquired, "donorAcquired"));
  const value = one.fromSpouse === true ? null : valueOf(one);
  const basis = value === null ? donorBasis : donorBasis.plus(giftTaxAdded(one, donorBasis, value));
  for (const piece of state.receive(row, one.account ?? "A", one.symbol, fractionOf(one.quantity ?? "0"), basis, { canReplace: false })) {
    piece.effective = from;
    if (value !== null && value.lt(donorBasis)) piece.lossBasis = { basis: value, from: state.day(row) };
  }
}

export function bookInheritance(state: LedgerState, one: CaseTransaction, row: number): void {
  const basis = one.amount === undefined ? valueOf(one) : centsOf(new Exact(one.amount));
  state.receive(row, one.account ?? "A", one.symbol, fractionOf(one.quantity ?? "0"), basis, { counting: "inherited", canReplace: false });
}

function valueOf(one: CaseTransaction): Exact {
  return centsOf(new Exact(one.quantity ?? "0").times(requireText(one.fmv, "fmv")));
}

/** Tax x (value - giver's basis) / value, never above value. */
function giftTaxAdded(one: CaseTransaction, donorBasis: Exact, value: Exact): Exact {
  if (one.giftTax === undefined || value.lte(donorBasis)) return ZERO;
  const appreciation = value.minus(donorBasis);
  const added = centsOf(new Exact(one.giftTax)).times(appreciation).div(value).round();
  return Exact.min(added, appreciation);
}

/** The basis and the period that count against these proceeds, share by share alike. */
export function basisForSale(piece: Piece, proceeds: Exact): { readonly basis: Exact; readonly from: number; readonly counting: Counting } {
  const { basis, lossBasis, effective, counting } = piece;
  if (lossBasis === null || proceeds.gt(basis)) return { basis, from: effective, counting };
  if (proceeds.lt(lossBasis.basis)) return { basis: lossBasis.basis, from: lossBasis.from, counting: "day after" };
  return { basis: proceeds, from: effective, counting };
}
