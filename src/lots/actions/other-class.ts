/**
 * Stock dividend of another class: nontaxable, the basis of each lot is divided by value on the day, the
 * dates stay (R-CA-3, R-HP-5). IRC 305(a), 307(a), 1223(4); Treas. Reg. 1.307-1.
 */
import type { Ledger } from "../ledger";
import type { Pool } from "../pool";
import type { RowFault } from "../trades";
import { basisPartOf } from "./basis-part";
import { bringForth, broughtBy } from "./bring-forth";
import { newSymbolOf, sum } from "./new-shares";
import { refuseShorts, sharesReached } from "./shares-reached";

export function otherClass(ledger: Ledger, at: number): RowFault | null {
  const verb = "pays a stock dividend on";
  const short = refuseShorts(ledger, at, verb);
  if (short !== null) return short;
  const pools = sharesReached(ledger, at, verb);
  if (!Array.isArray(pools) || pools.length === 0) return Array.isArray(pools) ? null : pools;
  const newSymbol = newSymbolOf(ledger, at, verb);
  return typeof newSymbol === "number" ? divideByValue(ledger, at, pools, newSymbol) : newSymbol;
}

/** New shares with their part of each lot's basis (also R-CA-4). */
export function divideByValue(ledger: Ledger, at: number, pools: readonly Pool[], newSymbol: number): RowFault | null {
  const brought = broughtBy(ledger, at, newSymbol, pools);
  if (!("lots" in brought)) return brought;
  const part = basisPartOf(ledger, at, newSymbol, brought.oldUnits, sum(brought.newUnits));
  return "numerator" in part ? bringForth(ledger, at, newSymbol, brought, part) : part;
}
