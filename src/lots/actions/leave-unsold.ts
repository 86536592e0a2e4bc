/** Shares that leave an account without a sale: the lots named on the row, else the earliest (R-LOT-3, R-GIFT-2). */
import { rowFault, type Ledger } from "../ledger";
import type { Piece } from "../pieces";
import type { Pool } from "../pool";
import type { RowFault } from "../trades";
import { allOrGiven, leave, tooFew } from "./leave";

/** Takes the shares of the row at `at` out of the pool, or says why not. `verb` words the fault: "gives". */
export function leaveUnsold(ledger: Ledger, at: number, pool: Pool, verb: string): Piece[] | RowFault {
  const { trades } = ledger;
  const { symbol, account } = pool;
  const units = allOrGiven(ledger.unitsAt(at), pool.units);
  const lots = trades.details.get(at)?.lots;
  const left =
    units > pool.units
      ? tooFew(ledger, { verb, symbol, account, day: trades.day[at]!, units, held: pool.units })
      : leave(ledger, { pools: pool.alone, units, method: "FIFO", lots, sale: null }, verb, symbol);
  return Array.isArray(left) ? left : rowFault(trades, at, left.column, left.problem, left.whatToDo);
}
