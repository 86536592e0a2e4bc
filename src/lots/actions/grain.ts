/** The steps in which new shares are shared out, so that whatever divides shares later in the group leaves no remainder. */
import type { Ledger } from "../ledger";
import { SplitRows } from "../units";

/** Units in a step; every piece is a whole number of steps. */
export function grainAhead(ledger: Ledger): number {
  const { trades } = ledger;
  let grain = 1;
  const rowsOfSplit = new SplitRows(trades);
  for (const at of ledger.eventsAhead()) {
    const ratio = trades.details.get(at)?.ratio;
    if (ratio !== undefined && !rowsOfSplit.isRepeat(at)) grain *= ratio.oldShares;
  }
  return grain;
}
