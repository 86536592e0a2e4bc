/** What is said of an action that is known, but whose row alone does not tell what to book: named, never ignored. */
import type { UnbookedFamily } from "../import/actions";
import { rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";

/** @param symbol as first written */
export function unbookedProblem(family: UnbookedFamily, action: string, symbol: string): RowProblem {
  return rowProblem("Action", `"${action}" cannot be booked from its row alone, so ${symbol} is withheld`, ADVICE[family]);
}

const ADVICE: Readonly<Record<UnbookedFamily, string>> = {
  twoRowExchange:
    "Write one row for it, such as Split with Ratio, Symbol change, Merger, Stock dividend or Spin-off with Symbol, New symbol " +
    "and the columns it needs, and clear the broker's rows.",
  spinOff:
    "Write Spin-off with the old stock under Symbol, the new one under New symbol, its shares under Quantity, and Basis share " +
    "(or Value and New value); and clear the broker's row.",
  tender: "For shares tendered for cash write Sell with the cash as Amount; for other shares write Taxable merger.",
  optionAdjusted:
    "Write Symbol change from the old contract to the new one where only the symbol changed; else take the contract out of the range.",
  exerciseLeg:
    "The row of the option, Exercise or Assigned, makes this purchase or sale itself: keep that row, and clear this one.",
  giftOrInheritance: "For shares given away write Gift given; for shares received write Gift received.",
  sharesMoved:
    "The row states no basis. Between your own accounts write Transfer with To account; " +
    "for shares from elsewhere write each lot as Buy with its own date and Amount.",
  cashInLieu: "Write the cash under Cash in lieu on the row of the split, spin-off or merger, and clear this row.",
  cancelled: "Clear this row and the trade that it cancels.",
};
