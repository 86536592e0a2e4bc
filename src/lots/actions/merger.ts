/** Merger: a reorganization (R-CA-7), or a taxable merger or tender (R-CA-8), of all shares the row reaches. */
import { rowFault, type Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { reorganize } from "./merger-reorganization";
import { sellIntoMerger } from "./merger-taxable";
import { refuseShorts, sharesReached } from "./shares-reached";

export function merger(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const verb = "merges";
  const short = refuseShorts(ledger, at, verb);
  if (short !== null) return short;
  const pools = sharesReached(ledger, at, verb);
  if (!Array.isArray(pools) || pools.length === 0) return Array.isArray(pools) ? null : pools;
  const { taxable, newSymbol } = trades.details.get(at) ?? {};
  if (taxable === true) return sellIntoMerger(ledger, at, pools);
  if (newSymbol !== undefined) return reorganize(ledger, at, pools, newSymbol);
  const problem = `merges ${ledger.symbolName(trades.symbol[at]!)}, but New symbol is blank`;
  return rowFault(trades, at, "New symbol", problem, "Fill in the symbol of the new stock; where only cash was paid, write Taxable merger.");
}
