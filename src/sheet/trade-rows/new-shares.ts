/**
 * How many new shares an action of the whole security brings: Ratio new:old, or Quantity in total. Where both stand,
 * only the lots held can tell whether they agree, which is weighed when the row is booked.
 */
import type { TradeDetails } from "../../lots/trades";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { readRatioCell } from "../split-ratio";
import { centsOf } from "../trade-amount";
import type { TradesInProgress } from "../trades-in-progress";
import { cellOf, dollarsOf, isProblem, sharesOf } from "./row-reading";
import type { Cells } from "./row-reading";

export interface NewShares {
  /** All new shares, or 0 where only a ratio tells them. */
  readonly shares: number;
  readonly ratio: Pick<TradeDetails, "ratio">;
}

/** @param what completes "is a spin-off with neither Quantity nor Ratio" */
export function newSharesOf(work: TradesInProgress, cells: Cells, what: string): NewShares | RowProblem {
  const ratio = readRatioCell(cellOf(work, cells, "Ratio"));
  if (ratio !== null && "says" in ratio) return cellProblem("Ratio", ratio);
  const shares = sharesOf(work, cells);
  if (shares !== null && typeof shares === "object") return shares;
  if (shares === null) {
    if (ratio !== null) return { shares: 0, ratio: { ratio } };
    const whatToDo = "Write all new shares received under Quantity, or the new shares for each old one under Ratio, as 1 for 2.";
    return rowProblem("Quantity", `is ${what} with neither Quantity nor Ratio`, whatToDo);
  }
  if (shares < 0) {
    return rowProblem("Quantity", `Quantity of ${what} is ${shares}`, "Write the new shares received as a positive number.");
  }
  return { shares, ratio: ratio === null ? {} : { ratio } };
}

/** Cash paid for a fraction of a new share, in total over all accounts of the row. */
export function cashInLieuOf(work: TradesInProgress, cells: Cells): Pick<TradeDetails, "cashInLieuCents"> | RowProblem {
  const dollars = dollarsOf(work, cells, "Cash in lieu");
  if (isProblem(dollars)) return dollars;
  const cents = dollars === null ? 0 : centsOf(dollars);
  return cents === 0 ? {} : { cashInLieuCents: cents };
}
