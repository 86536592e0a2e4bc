/** Buy, Reinvest, Vest (R-BASIS-1 to R-BASIS-3), also of options; and cost that is not known (R-ID-6). */
import { isoFromDay } from "../../values/plain-date";
import { readDateCell } from "../date-cells";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { costCents } from "../trade-amount";
import { sharesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { lotIdOf, strayLots } from "./lot-names";
import { centsIn } from "./row-money";
import { cellOf, isProblem } from "./row-reading";
import type { Cells } from "./row-reading";
import { basisUnknown } from "./unknown-basis";

export function readPurchase(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const shares = sharesIn(work, cells);
  if (typeof shares === "object") return shares;
  if (shares < 0) {
    const whatToDo = "Write a purchase with a positive quantity; for a sale write Sell.";
    return rowProblem("Quantity", `Quantity of a purchase is ${shares}`, whatToDo);
  }
  const unknown = basisUnknown(work, cells, ["Amount", "Price"]);
  if (isProblem(unknown)) return unknown;
  const cents = unknown ? 0 : centsIn(work, cells, trade.symbol, shares, costCents);
  if (typeof cents === "object") return cents;
  const stray = strayLots(work, cells, "a purchase") ?? otherAcquired(work, cells, trade);
  if (stray !== null) return stray;
  const lot = lotIdOf(work, cells, trade.row, trade.symbol);
  if (isProblem(lot)) return lot;
  if (!unknown) return work.addTrade(trade, shares, cents, lot);
  return work.addTrade(trade, shares, 0, { ...lot, basisUnknown: true });
}

/** A purchase is acquired on its own date; another one beside it says that the row means something else. */
function otherAcquired(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const acquired = readDateCell(cellOf(work, cells, "Acquired"));
  if (acquired === null) return null;
  if ("says" in acquired) return cellProblem("Acquired", acquired);
  if (acquired.day === trade.day) return null;
  return rowProblem(
    "Acquired",
    `is a purchase of ${isoFromDay(trade.day)} with Acquired ${isoFromDay(acquired.day)}`,
    "Write the day of the purchase under Date and clear Acquired; for shares received as a gift write Gift received.",
  );
}
