/**
 * R-HP-8: a loss on fund shares held six months or less is disallowed up to the exempt-interest dividends received
 * on them, and of the rest long-term up to the capital gain dividends. Tacked days do not count.
 * Read plainly: a dividend is spread over the shares held in that account, R-RND-2; what is disallowed here is no
 * longer a loss that a purchase can wash; the long-term part is a row of its own, with as much of the shares,
 * proceeds and basis as its part of the loss.
 */
import type { CaseTransaction } from "../cases/case-format";
import { isWithinSixMonths } from "./calendar";
import { centsOf, Exact, partOf, spread, sumOf } from "./cents";
import { fraction, minus, times } from "./fraction";
import type { Piece } from "./holdings";
import type { LedgerState, Sold } from "./ledger-state";

export function bookFundDividend(state: LedgerState, one: CaseTransaction): void {
  if (!state.funds.has(one.symbol)) return;
  const pieces = state.holdings.held(one.symbol, one.account ?? "A");
  const parts = spread(centsOf(new Exact(one.amount ?? "0")), pieces.map((piece) => piece.shares));
  const kind = one.action === "CAPITAL_GAIN_DIVIDEND" ? "capital gain" : "exempt-interest";
  pieces.forEach((piece, index) => {
    const before = sumOf(piece.fundDividends.filter((one) => one.kind === kind).map((one) => one.cents));
    const others = piece.fundDividends.filter((one) => one.kind !== kind);
    piece.fundDividends = [...others, { kind, cents: before.plus(parts[index] as Exact) }];
  });
}

/** The rows of one sold piece: one, or a long-term and a short-term one; the exempt part is disallowed on the last. */
export function asFundRuleSays(state: LedgerState, piece: Piece, sold: Sold): Sold[] {
  const loss = sold.basis.minus(sold.proceeds);
  if (!state.funds.has(sold.symbol) || !loss.gt(0)) return [sold];
  const disallowed = Exact.min(dividends(piece, sold, "exempt-interest"), loss);
  const long = Exact.min(dividends(piece, sold, "capital gain"), loss.minus(disallowed));
  if (sold.longTerm || !long.gt(0)) return [{ ...sold, disallowed }];
  if (long.eq(loss.minus(disallowed))) return [{ ...sold, disallowed, longTerm: true }];
  const part = fraction(BigInt(long.toFixed(0)), BigInt(loss.toFixed(0)));
  const [shares, proceeds] = [times(sold.shares, part), partOf(sold.proceeds, part)];
  const basis = proceeds.plus(long);
  return [
    { ...sold, shares, proceeds, basis, longTerm: true },
    { ...sold, shares: minus(sold.shares, shares), proceeds: sold.proceeds.minus(proceeds), basis: sold.basis.minus(basis), disallowed },
  ];
}

function dividends(piece: Piece, sold: Sold, kind: string): Exact {
  if (!isWithinSixMonths(piece.purchase.day, sold.soldOn)) return new Exact(0);
  return sumOf(piece.fundDividends.filter((one) => one.kind === kind).map((one) => one.cents));
}
