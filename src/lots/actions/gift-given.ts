/** Gift given: shares leave, nothing is realized (R-GIFT-2). */
import { rowFault, type Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { allOrGiven, leave, tooFew } from "./leave";

export function giftGiven(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const pool = ledger.pool(symbol, trades.account[at]!);
  const units = allOrGiven(ledger.unitsAt(at), pool.units);
  const shortage = { verb: "gives", symbol, account: pool.account, day: trades.day[at]!, units, held: pool.units };
  const pieces =
    units > pool.units
      ? tooFew(ledger, shortage)
      : leave(ledger, { pools: [pool], units, method: "FIFO", lots: trades.details.get(at)?.lots, tax: null }, "gives", symbol);
  if (!Array.isArray(pieces)) return rowFault(trades, at, pieces.column, pieces.problem, pieces.whatToDo);
  for (const piece of pieces) ledger.pieces.stopBeingCandidate(piece);
  return null;
}
