/**
 * Taxable merger or tender (R-CA-8): every lot is sold for its cash and the value of its new stock; the new stock
 * has its value as basis and that day as its date, one lot for each account, and is an acquisition for wash sales
 * (Treas. Reg. 1.1091-1(f)). A fraction paid in cash is one of the shares received at value. IRC 1001, 1012.
 */
import { rowFault, type Ledger } from "../ledger";
import type { LossPiece } from "../law";
import type { Pool } from "../pool";
import type { RowFault } from "../trades";
import { Arrivals } from "./arrivals";
import { broughtBy, newUnitsByPool } from "./bring-forth";
import { mergerCash } from "./merger-cash";
import { sum } from "./new-shares";
import { matchLosses } from "./record";
import { sellAll } from "./sell-all";
import { arriveAtValue } from "./spin-off";

export function sellIntoMerger(ledger: Ledger, at: number, pools: readonly Pool[]): RowFault | null {
  const { trades } = ledger;
  const name = ledger.symbolName(trades.symbol[at]!);
  const { newSymbol, newValue, cashInLieuCents } = trades.details.get(at)!;
  const cash = mergerCash(ledger, at, pools);
  if (!Array.isArray(cash)) return cash;
  const losses: LossPiece[] = [];
  if (newSymbol === undefined) {
    if (cashInLieuCents !== undefined) {
      return rowFault(trades, at, "Cash in lieu", `pays cash for a fraction, but brings no new shares for ${name}`, "Fill in New symbol, or add the cash to Amount.");
    }
    if (sum(cash) === 0) {
      return rowFault(trades, at, "Cash per share", `pays neither cash nor stock for ${name}`, "Fill in Cash per share or Amount, or New symbol with New value; if nothing was paid, write Worthless.");
    }
    return sellPools(ledger, at, pools, cash, losses) ?? matched(ledger, at, losses);
  }
  if (newValue === undefined) {
    const problem = `pays ${ledger.symbolName(newSymbol)} for ${name}, but New value is blank`;
    return rowFault(trades, at, "New value", problem, "Fill in what a new share was worth that day: it is the price of the old shares and the basis of the new.");
  }
  const brought = broughtBy(ledger, at, newSymbol, pools);
  if (!("lots" in brought)) return brought;
  const units = newUnitsByPool(brought, pools);
  const arrivals = new Arrivals(ledger, at, newSymbol);
  const proceeds = pools.map(
    ({ account }, i) => cash[i]! + arriveAtValue(ledger, at, arrivals, { account, units: units[i]!, newValue, isAcquisition: true }),
  );
  return sellPools(ledger, at, pools, proceeds, losses) ?? matched(ledger, at, losses) ?? arrivals.settle("new lots");
}

function sellPools(ledger: Ledger, at: number, pools: readonly Pool[], proceeds: readonly number[], losses: LossPiece[]): RowFault | null {
  for (const [i, pool] of pools.entries()) {
    const fault = sellAll(ledger, at, pool, proceeds[i]!, losses);
    if (fault !== null) return fault;
  }
  return null;
}

function matched(ledger: Ledger, at: number, losses: LossPiece[]): null {
  matchLosses(ledger, losses, ledger.trades.day[at]!);
  return null;
}
