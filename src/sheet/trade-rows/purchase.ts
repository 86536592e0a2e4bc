/** Buy, Reinvest, Vest (R-BASIS-1 to R-BASIS-3), also of options; and cost that is not known (R-ID-6). */
import { isoFromDay } from "../../values/plain-date";
import { readCell } from "../cells";
import { readDateCell } from "../date-cells";
import { readNumberCell } from "../number-cells";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { costCents } from "../trade-amount";
import { sharesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { lotIdOf, strayLots } from "./lot-names";
import { centsIn } from "./row-money";
import { cellOf, isProblem } from "./row-reading";
import type { Cells } from "./row-reading";

export function readPurchase(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const shares = sharesIn(work, cells);
  if (typeof shares === "object") return shares;
  if (shares < 0) {
    const whatToDo = "Write a purchase with a positive quantity; for a sale write Sell.";
    return rowProblem("Quantity", `Quantity of a purchase is ${shares}`, whatToDo);
  }
  const unknown = basisUnknown(work, cells);
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

/** The word Unknown for a cost: said, never guessed. */
function basisUnknown(work: TradesInProgress, cells: Cells): boolean | RowProblem {
  const says = (field: "Price" | "Amount") => {
    const read = readCell(cellOf(work, cells, field));
    return read.kind === "text" && read.value.toLowerCase() === "unknown";
  };
  if (!says("Price") && !says("Amount")) return false;
  const [unknown, other] = says("Amount") ? (["Amount", "Price"] as const) : (["Price", "Amount"] as const);
  const figure = says(other) ? null : readNumberCell(cellOf(work, cells, other));
  if (figure === null || figure === 0) return true;
  if (typeof figure === "object") return cellProblem(other, figure);
  return rowProblem(unknown, `${unknown} is Unknown, but ${other} is ${figure}`, "Clear one of the two.");
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
