/** Transfer between accounts of one household: nothing changes but the account (R-LOT-3, R-GIFT-3). */
import { rowFault, type Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { leaveUnsold } from "./leave-unsold";

export function transfer(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const from = ledger.pool(symbol, trades.account[at]!);
  const to = ledger.pool(symbol, trades.details.get(at)!.toAccount!);
  if (to === from) {
    return rowFault(trades, at, "To account", "transfers shares to the account they are in", "Name the receiving account.");
  }
  if (ledger.retirement[from.account] !== ledger.retirement[to.account]) {
    return rowFault(
      trades,
      at,
      "To account",
      `moves ${ledger.symbolName(symbol)} between a taxable and a retirement account, which is a contribution or a distribution and no transfer`,
      "Enter shares that come out of a plan as a Buy at their value that day; shares cannot go into a plan without a sale.",
    );
  }
  const pieces = leaveUnsold(ledger, at, from, "transfers");
  if (!Array.isArray(pieces)) return pieces;
  for (const piece of pieces) {
    ledger.pieces.markTransferred(piece);
    to.insert(piece);
  }
  return null;
}
