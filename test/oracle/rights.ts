/**
 * R-CA-5: stock rights. Under 15 % of the value of the stock their basis is 0 unless the holder elects.
 * Exercised, the price joins their basis and the period begins that day (R-HP-6); the stock is a purchase.
 * Read plainly where the rulebook is silent: rights are used first acquired first; what lapses gives its basis back
 * to the shares of the same purchase in the same account, by shares.
 */
import type { CaseTransaction } from "../cases/case-format";
import { spread, sumOf } from "./cents";
import { fractionOf, isLess, NONE, times, total } from "./fraction";
import { Refusal, sharesOf, type Piece } from "./holdings";
import { moneyOf, requireText, type LedgerState } from "./ledger-state";
import { allot, fractionToNew, parentsOf, sharesReceived } from "./new-stock";

export function bookRights(state: LedgerState, one: CaseTransaction, row: number): void {
  const parents = parentsOf(state, one, row);
  const received = sharesReceived(state, one, parents);
  const symbol = requireText(one.newSymbol, "newSymbol");
  const [oldShares, rights] = [sharesOf(parents), total(received)];
  const rightsValue = times(rights, fractionOf(requireText(one.fmvNew, "fmvNew")));
  const stockValue = times(oldShares, fractionOf(requireText(one.fmvParent, "fmvParent")));
  const isSmall = isLess(rightsValue, times(stockValue, fractionOf("0.15")));
  allot(state, parents, received, symbol, isSmall && one.electAllocate !== true ? NONE : fractionToNew(one, oldShares, rights));
  state.rightsOf.set(symbol, one.symbol);
}

export function exerciseRights(state: LedgerState, one: CaseTransaction, row: number): void {
  const account = one.account ?? "A";
  const shares = fractionOf(one.quantity ?? "0");
  const used = state.holdings.pick(state.holdings.held(one.symbol, account), shares, state.rowName(row));
  for (const piece of used) state.holdings.remove(piece);
  const cost = moneyOf(state, one, 1).plus(sumOf(used.map((piece) => piece.basis)));
  state.receive(row, account, requireText(one.newSymbol, "newSymbol"), shares, cost, { counting: "on the day" });
}

export function lapseRights(state: LedgerState, one: CaseTransaction, row: number): void {
  const account = one.account ?? "A";
  const rights = state.holdings.held(one.symbol, account);
  const shares = one.quantity === undefined ? sharesOf(rights) : fractionOf(one.quantity);
  const stock = requireText(state.rightsOf.get(one.symbol), "The stock of the rights");
  for (const lapsed of state.holdings.pick(rights, shares, state.rowName(row))) {
    state.holdings.remove(lapsed);
    giveBack(state.holdings.held(stock, account).filter((piece) => piece.purchase === lapsed.purchase), lapsed, state.rowName(row));
  }
}

function giveBack(stock: readonly Piece[], lapsed: Piece, what: string): void {
  if (lapsed.basis.isZero()) return;
  if (stock.length === 0) throw new Refusal(`${what}: the stock the rights belong to is no longer held.`);
  const shares = stock.map((piece) => piece.shares);
  spread(lapsed.basis, shares).forEach((cents, index) => {
    const piece = stock[index] as Piece;
    piece.basis = piece.basis.plus(cents);
  });
  const lossBasis = lapsed.lossBasis;
  if (lossBasis === null) return;
  spread(lossBasis.basis, shares).forEach((cents, index) => {
    const piece = stock[index] as Piece;
    if (piece.lossBasis !== null) piece.lossBasis = { ...piece.lossBasis, basis: piece.lossBasis.basis.plus(cents) };
  });
}
