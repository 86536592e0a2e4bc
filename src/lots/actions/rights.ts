/**
 * Nontaxable stock rights (R-CA-5). Worth less than 15 % of the old stock: basis 0, unless the holder elects to
 * allocate. Worth 15 % or more: each lot's basis is divided by value. The dates tack while the rights are held
 * or sold (R-HP-2). IRC 305(a), 307(b), 1223(4); Treas. Reg. 1.307-1, 1.307-2.
 */
import type { Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { basisPartOf, type BasisPart } from "./basis-part";
import { bringForth, broughtBy } from "./bring-forth";
import { newSymbolOf, sum } from "./new-shares";
import { refuseShorts, sharesReached } from "./shares-reached";

/** IRC 307(b)(1). */
const SMALL_RIGHTS_PERCENT = 15n;

export function rights(ledger: Ledger, at: number): RowFault | null {
  const verb = "brings rights on";
  const short = refuseShorts(ledger, at, verb);
  if (short !== null) return short;
  const pools = sharesReached(ledger, at, verb);
  if (!Array.isArray(pools) || pools.length === 0) return Array.isArray(pools) ? null : pools;
  const newSymbol = newSymbolOf(ledger, at, verb);
  if (typeof newSymbol !== "number") return newSymbol;
  const brought = broughtBy(ledger, at, newSymbol, pools);
  if (!("lots" in brought)) return brought;
  // Without an election the values still decide whether the basis must be divided.
  const part = basisPartOf(ledger, at, newSymbol, brought.oldUnits, sum(brought.newUnits));
  if (!("numerator" in part)) return part;
  const allocates = ledger.trades.details.get(at)!.electAllocate === true || !areSmall(part);
  return bringForth(ledger, at, newSymbol, brought, allocates ? part : null);
}

/** Value of the rights below 15 % of that of the old stock, which is what is not theirs of the two together. */
function areSmall({ numerator, denominator }: BasisPart): boolean {
  return numerator * 100n < (denominator - numerator) * SMALL_RIGHTS_PERCENT;
}
