/** The figures of a row: shares, price, fees, amount. */
import { cleanNumber } from "../values/decimals";
import type { TradesField } from "../import/column-words";
import { dollarsText, readNumberCell } from "./number-cells";
import { cellProblem, rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";
import type { TradesInProgress } from "./trades-in-progress";
import { cellAt } from "./trades-layout";

type Cells = readonly unknown[];

/** More shares than any company has issued by far; beyond it 15 digits leave no decimals. */
export const MOST_SHARES = 1e14;

/** Shares with the sign written, never 0. */
export function sharesIn(work: TradesInProgress, cells: Cells): number | RowProblem {
  const shares = readNumberCell(cellAt(cells, work.layout.at.Quantity));
  if (shares === null) return rowProblem("Quantity", "has no quantity", "Fill in the number of shares.");
  if (typeof shares === "object") return cellProblem("Quantity", shares);
  if (shares === 0) return rowProblem("Quantity", "Quantity is 0", "Fill in the number of shares, or clear the row.");
  if (Math.abs(shares) > MOST_SHARES) {
    return rowProblem("Quantity", `Quantity is ${shares}, too large to be exact`, "Check the number of shares.");
  }
  return shares;
}

/** Dollars in a cell; null when blank. Only an amount may be below zero. */
export function numberIn(field: TradesField, cell: unknown): number | null | RowProblem {
  const dollars = readNumberCell(cell);
  if (dollars === null) return null;
  if (typeof dollars === "object") return cellProblem(field, dollars);
  if (dollars < 0 && field !== "Amount") {
    const whatToDo = `Write ${field} as a positive number, or leave it blank.`;
    return rowProblem(field, `${field} is ${dollarsText(dollars)}, below zero`, whatToDo);
  }
  return dollars;
}

/** All fee columns together, in dollars; 0 when blank. */
export function feesIn(work: TradesInProgress, cells: Cells): number | RowProblem {
  let total = 0;
  for (const { column, sign } of work.layout.fees) {
    const fee = readNumberCell(cells[column]);
    if (fee === null || fee === 0) continue;
    if (typeof fee === "object") return cellProblem("Fees", fee);
    const paid = fee * sign;
    if (paid < 0) {
      const whatToDo =
        sign < 0
          ? "Write what was paid as a negative number, as the export does."
          : "Write fees as a positive number, or leave them blank.";
      return rowProblem("Fees", `Fees are ${dollarsText(fee)}, which would be money received`, whatToDo);
    }
    total = total === 0 ? paid : cleanNumber(total + paid);
  }
  return total;
}
