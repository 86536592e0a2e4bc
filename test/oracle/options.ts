/**
 * R-OPT-1 to R-OPT-3: options that run out, are exercised or are assigned; the premium joins the stock side.
 * The stock's count starts the day after (R-HP-7). Read plainly: exercising or being assigned is a purchase for wash sales
 * (R-WS-2) except of the shares of a call that has itself replaced a loss (R-WS-8).
 */
import type { CaseTransaction } from "../cases/case-format";
import { centsOf, Exact, spread, sumOf, ZERO } from "./cents";
import { fractionOf, times, type Fraction } from "./fraction";
import { Refusal, sharesOf, type Piece } from "./holdings";
import type { LedgerState, OptionFacts } from "./ledger-state";
import { realize } from "./realize";
import { sellShares } from "./sale";
import { chooseShorts, closePositions } from "./short-sale";

/** Held: a loss of the premium on that day. Written: a gain of it. */
export function expire(state: LedgerState, one: CaseTransaction, row: number): void {
  const account = one.account ?? "A";
  const held = state.holdings.held(one.symbol, account);
  if (held.length > 0) {
    const gone = state.holdings.pick(held, contractsOf(one, held), state.rowName(row));
    return realize(state, gone, ZERO, { row, day: state.day(row), countedAt: row });
  }
  const written = state.shorts.held(one.symbol, account);
  closePositions(state, one, row, contractsOf(one, written), ZERO);
}

/** A call bought becomes stock; a put bought sells stock. */
export function exercise(state: LedgerState, one: CaseTransaction, row: number): void {
  const option = optionOf(state, one, row);
  const account = one.account ?? "A";
  const held = state.holdings.held(one.symbol, account);
  const used = state.holdings.pick(held, contractsOf(one, held), state.rowName(row));
  for (const piece of used) state.holdings.remove(piece);
  const premium = sumOf(used.map((piece) => piece.basis));
  const shares = times(sharesOf(used), fractionOf(option.multiplier));
  if (option.type === "put") return sellShares(state, row, account, option.underlying, shares, strikeMoney(one, shares, -1).minus(premium));
  buyOnExercise(state, one, row, option, used, strikeMoney(one, shares, 1));
}

/** A call written sells stock; a put written buys it. */
export function assigned(state: LedgerState, one: CaseTransaction, row: number): void {
  const option = optionOf(state, one, row);
  const account = one.account ?? "A";
  const written = chooseShorts(state, one, row, contractsOf(one, state.shorts.held(one.symbol, account)));
  const premium = sumOf(written.map((piece) => piece.proceeds));
  const shares = times(sharesOf(written), fractionOf(option.multiplier));
  if (option.type === "call") return sellShares(state, row, account, option.underlying, shares, strikeMoney(one, shares, -1).plus(premium));
  state.receive(row, account, option.underlying, shares, strikeMoney(one, shares, 1).minus(premium));
}

/**
 * One purchase, in as many parts as the calls were pieces. What a call took of a wash sale goes on into its stock: the
 * loss in its basis, the days in its period, and the share that replaced one cannot replace another.
 */
function buyOnExercise(state: LedgerState, one: CaseTransaction, row: number, option: OptionFacts, used: readonly Piece[], strike: Exact): void {
  const shares = used.map((piece) => times(piece.shares, fractionOf(option.multiplier)));
  const strikes = spread(strike, shares);
  used.forEach((call, part) => {
    const cost = (strikes[part] as Exact).plus(call.basis);
    const bought = state.receive(row, one.account ?? "A", option.underlying, shares[part] as Fraction, cost, { part, canReplace: call.canReplace });
    for (const piece of bought) piece.effective -= call.purchase.day - call.effective;
  });
}

function contractsOf(one: CaseTransaction, open: readonly { readonly shares: Fraction }[]): Fraction {
  return one.quantity === undefined ? sharesOf(open) : fractionOf(one.quantity);
}

function strikeMoney(one: CaseTransaction, shares: Fraction, feeSign: 1 | -1): Exact {
  if (one.amount !== undefined) return centsOf(new Exact(one.amount));
  const value = new Exact(shares.over.toString()).div(shares.under.toString()).times(one.price ?? "0");
  return centsOf(value.plus(new Exact(one.fees ?? "0").times(feeSign)));
}

function optionOf(state: LedgerState, one: CaseTransaction, row: number): OptionFacts {
  const option = state.options.get(one.symbol);
  if (option === undefined) throw new Refusal(`${state.rowName(row)}: ${one.symbol} is no option.`);
  return option;
}
