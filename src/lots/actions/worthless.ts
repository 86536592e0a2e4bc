/**
 * Worthless stock: as if sold for nothing on the last day of the year in which it became worthless (R-CA-9);
 * the row stands on that day. IRC 165(g)(1). In a retirement account the shares go and no loss is taken (R-WS-9).
 */
import type { LossPiece } from "../law";
import type { Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { matchLosses } from "./record";
import { sellAll } from "./sell-all";
import { refuseShorts, sharesReached } from "./shares-reached";

export function worthless(ledger: Ledger, at: number): RowFault | null {
  const verb = "writes off";
  const short = refuseShorts(ledger, at, verb);
  if (short !== null) return short;
  const pools = sharesReached(ledger, at, verb);
  if (!Array.isArray(pools)) return pools;
  const losses: LossPiece[] = [];
  for (const pool of pools) {
    const fault = sellAll(ledger, at, pool, 0, losses);
    if (fault !== null) return fault;
  }
  matchLosses(ledger, losses, ledger.trades.day[at]!);
  return null;
}
