/**
 * Spin-off (R-CA-4). Under section 355 each lot's basis is divided between parent and new shares, by the
 * issuer's Form 8937 or by value, and the dates tack. A taxable one is a dividend at value: basis = value, acquired
 * that day. Neither is an acquisition for wash sales (R-WS-2): section 1091(a) asks for a purchase or a taxable
 * exchange, and a dividend is none. A fraction paid in cash counts as received and sold (R-CA-2).
 * IRC 355, 358(b), (c), 301(d), 1223(1)(B); Rev. Rul. 66-365.
 */
import { rowFault, type Ledger } from "../ledger";
import type { Pool } from "../pool";
import type { RowFault } from "../trades";
import { centsOfShares } from "../../values/priced";
import { Arrivals } from "./arrivals";
import { broughtBy, newUnitsByPool } from "./bring-forth";
import { newSymbolOf } from "./new-shares";
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
  const brought = broughtBy(ledger, at, newSymbol, pools);
  if (!("lots" in brought)) return brought;
  const units = newUnitsByPool(brought, pools);
  const arrivals = new Arrivals(ledger, at, newSymbol);
  pools.forEach((pool, i) => arriveAtValue(ledger, at, arrivals, { account: pool.account, units: units[i]!, newValue, isAcquisition: false }));
  return arrivals.settle("new lots");
}

/** New stock of one account at its value in dollars per share. */
interface AtValue {
  readonly account: number;
  readonly units: number;
  readonly newValue: number;
  /** Whether wash sales know it as bought (R-WS-2). */
  readonly isAcquisition: boolean;
}

/** A lot of that day whose basis is its value (also R-CA-8). Answers the value in cents. */
export function arriveAtValue(ledger: Ledger, at: number, arrivals: Arrivals, { account, units, newValue, isAcquisition }: AtValue): number {
  const { pieces, trades } = ledger;
  const valueCents = centsOfShares(units, ledger.unitsPerShare, newValue);
  if (units === 0) return valueCents;
  const piece = pieces.add(at, ledger.nextSequence(), trades.day[at]!, units, valueCents);
  if (!isAcquisition) pieces.markNoAcquisition(piece);
  arrivals.add(piece, account);
  return valueCents;
}
