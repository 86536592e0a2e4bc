/**
 * Spin-off (R-CA-4). Under section 355 each lot's basis is divided between parent and new shares, by the
 * issuer's Form 8937 or by value, and the dates tack; no acquisition for wash sales. A taxable one is a dividend
 * at value: basis = value, acquired that day. A fraction paid in cash counts as received and sold (R-CA-2).
 * IRC 355, 358(b), (c), 301(d), 1223(1)(B); Rev. Rul. 66-365.
 */
import { rowFault, type Ledger } from "../ledger";
import type { Pool } from "../pool";
import type { RowFault } from "../trades";
import { centsOfShares } from "../../values/priced";
import { Arrivals } from "./arrivals";
import { newSymbolOf, newUnitsOf } from "./new-shares";
import { divideByValue } from "./other-class";
import { refuseShorts, sharesReached } from "./shares-reached";

export function spinOff(ledger: Ledger, at: number): RowFault | null {
  const verb = "spins off shares of";
  const short = refuseShorts(ledger, at, verb);
  if (short !== null) return short;
  const pools = sharesReached(ledger, at, verb);
  if (!Array.isArray(pools) || pools.length === 0) return Array.isArray(pools) ? null : pools;
  const newSymbol = newSymbolOf(ledger, at, verb);
  if (typeof newSymbol !== "number") return newSymbol;
  const isTaxable = ledger.trades.details.get(at)!.taxable === true;
  return isTaxable ? dividendInKind(ledger, at, pools, newSymbol) : divideByValue(ledger, at, pools, newSymbol);
}

/** One lot for each account, at value. */
function dividendInKind(ledger: Ledger, at: number, pools: readonly Pool[], newSymbol: number): RowFault | null {
  const { trades } = ledger;
  const { newValue } = trades.details.get(at)!;
  if (newValue === undefined) {
    const problem = `brings ${ledger.symbolName(newSymbol)} as a taxable dividend, but New value is blank`;
    return rowFault(trades, at, "New value", problem, "Fill in what a new share was worth that day: it is the basis.");
  }
  const units = newUnitsOf(ledger, at, newSymbol, pools.map((pool) => pool.units));
  if (!Array.isArray(units)) return units;
  const arrivals = new Arrivals(ledger, at, newSymbol);
  pools.forEach((pool, i) => arriveAtValue(ledger, at, arrivals, pool.account, units[i]!, newValue));
  return arrivals.settle("acquired");
}

/** A lot of that day whose basis is its value (also R-CA-8). Answers the value in cents. */
export function arriveAtValue(ledger: Ledger, at: number, arrivals: Arrivals, account: number, units: number, dollarsPerShare: number): number {
  const valueCents = centsOfShares(units, ledger.unitsPerShare, dollarsPerShare);
  if (units > 0) arrivals.add(ledger.pieces.add(at, ledger.nextSequence(), ledger.trades.day[at]!, units, valueCents), account);
  return valueCents;
}
