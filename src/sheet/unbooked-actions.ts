/** What is said of an action that is known but not booked by this version: named, never ignored. */
import type { UnbookedFamily } from "./actions";
import { rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";

/** @param symbol as first written */
export function unbookedProblem(family: UnbookedFamily, action: string, symbol: string): RowProblem {
  return rowProblem(
    "Action",
    `"${action}" is not booked by this version, so ${symbol} is withheld`,
    ADVICE[family](symbol),
  );
}

const leaveOut = (symbol: string): string => `Take the rows of ${symbol} out of the range, or use the broker's figures for it.`;

const ADVICE: Readonly<Record<UnbookedFamily, (symbol: string) => string>> = {
  corporateAction: leaveOut,
  option: leaveOut,
  shortSale: leaveOut,
  giftOrInheritance: (symbol) => `For shares given away write Gift given. ${leaveOut(symbol)}`,
  sharesMoved: () =>
    "The row states no basis. Between your own accounts write Transfer with To account; " +
    "for shares from elsewhere write each lot as Buy with its own date and Amount.",
  cashInLieu: () => "Write the cash under Cash in lieu on the row of the split, and clear this row.",
  cancelled: () => "Clear this row and the trade that it cancels.",
};
