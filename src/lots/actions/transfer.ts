/** Transfer between accounts of one household: nothing changes but the account (R-LOT-3, R-GIFT-3). */
import { rowFault, type Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { allOrGiven, leave, tooFew } from "./leave";

export function transfer(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const from = ledger.pool(symbol, trades.account[at]!);
  const detail = trades.details.get(at)!;
  const to = ledger.pool(symbol, detail.toAccount!);
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
  const units = allOrGiven(ledger.unitsAt(at), from.units);
  const shortage = { verb: "transfers", symbol, account: from.account, day: trades.day[at]!, units, held: from.units };
  const pieces =
    units > from.units
      ? tooFew(ledger, shortage)
      : leave(ledger, { pools: [from], units, method: "FIFO", lots: detail.lots, tax: null }, "transfers", symbol);
  if (!Array.isArray(pieces)) return rowFault(trades, at, pieces.column, pieces.problem, pieces.whatToDo);
  for (const piece of pieces) {
    ledger.pieces.markTransferred(piece);
    to.insert(piece);
  }
  return null;
}
