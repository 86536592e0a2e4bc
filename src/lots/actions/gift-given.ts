/** Gift given: shares leave, nothing is realized (R-GIFT-2). */
import type { Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { leaveUnsold } from "./leave-unsold";

export function giftGiven(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const pieces = leaveUnsold(ledger, at, ledger.pool(trades.symbol[at]!, trades.account[at]!), "gives");
  if (!Array.isArray(pieces)) return pieces;
  for (const piece of pieces) ledger.pieces.stopBeingCandidate(piece);
  return null;
}
