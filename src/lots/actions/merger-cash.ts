/** Cash of a merger for each account: so much for each old share, or a total by the old shares (R-RND-2). */
import { rowFault, type Ledger } from "../ledger";
import type { Pool } from "../pool";
import type { RowFault } from "../trades";
import { centsOfShares } from "../../values/priced";
import { take } from "../../values/take";
import { heldUnits } from "./leave";
import { sum } from "./new-shares";

/** Whole cents for each pool; zeros where the row pays no cash. */
export function mergerCash(ledger: Ledger, at: number, pools: readonly Pool[]): number[] | RowFault {
  const { trades } = ledger;
  const { cashPerShare } = trades.details.get(at) ?? {};
  const totalCents = trades.amountCents[at]!;
  const byShare = pools.map((pool) => (cashPerShare === undefined ? 0 : centsOfShares(pool.units, ledger.unitsPerShare, cashPerShare)));
  if (totalCents === 0) return byShare;
  // Each account's cash was rounded to the cent.
  if (cashPerShare !== undefined && Math.abs(sum(byShare) - totalCents) > pools.length) {
    const held = `${cashPerShare} on each of ${ledger.shares(heldUnits(pools))} shares makes ${(sum(byShare) / 100).toFixed(2)}`;
    const problem = `pays ${(totalCents / 100).toFixed(2)} in cash, but ${held}`;
    return rowFault(trades, at, "Amount", problem, "Check Amount and Cash per share, or leave one of them blank.");
  }
  let centsLeft = totalCents;
  let unitsLeft = heldUnits(pools);
  return pools.map((pool) => {
    const own = take(centsLeft, pool.units, unitsLeft);
    centsLeft -= own;
    unitsLeft -= pool.units;
    return own;
  });
}
