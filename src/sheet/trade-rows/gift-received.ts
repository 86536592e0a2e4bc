/** Gift received, also from a spouse, and Inherit (R-GIFT-1, R-GIFT-3, R-INH-1). */
import { isoFromDay } from "../../values/plain-date";
import type { Day } from "../../values/plain-date";
import { readDateCell } from "../date-cells";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { centsOf, costCents } from "../trade-amount";
import { feesIn, numberIn, sharesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { lotIdOf, strayLots } from "./lot-names";
import { cellOf, dollarsOf, isProblem, neededDollars } from "./row-reading";
import type { Booked, Cells } from "./row-reading";

export function readGiftReceived(work: TradesInProgress, cells: Cells, trade: PlacedTrade, meaning: Booked): RowProblem | null {
  const fromSpouse = meaning.marks?.fromSpouse === true;
  const what = fromSpouse ? "a transfer from a spouse" : "a gift received";
  const shares = receivedShares(work, cells, what);
  if (isProblem(shares)) return shares;
  const basis = giverBasis(work, cells, what);
  if (isProblem(basis)) return basis;
  const acquired = giverDate(work, cells, trade, what);
  if (isProblem(acquired)) return acquired;
  const value = fromSpouse
    ? dollarsOf(work, cells, "Value")
    : neededDollars(work, cells, "Value", what, "Fill in the value of a share on the day of the gift, which decides a loss.");
  if (isProblem(value)) return value;
  const giftTax = feesIn(work, cells);
  if (isProblem(giftTax)) return giftTax;
  const lot = strayLots(work, cells, what) ?? lotIdOf(work, cells, trade.row, trade.symbol);
  if (isProblem(lot)) return lot;
  return work.addTrade(trade, shares, centsOf(basis), {
    acquired,
    ...(value === null ? {} : { value }),
    ...(giftTax === 0 ? {} : { giftTaxCents: centsOf(giftTax) }),
    ...meaning.marks,
    ...lot,
  });
}

export function readInherit(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const shares = receivedShares(work, cells, "an inheritance");
  if (isProblem(shares)) return shares;
  const value = dollarsOf(work, cells, "Value");
  if (isProblem(value)) return value;
  const amount = dollarsOf(work, cells, "Amount");
  if (isProblem(amount)) return amount;
  if (value === null && amount === null) {
    const whatToDo = "Fill in the value of a share on the day of death under Value, or of all shares under Amount.";
    return rowProblem("Value", "is an inheritance without Value", whatToDo);
  }
  const cents = costCents({ shares, price: value, fees: 0, amount });
  if (isProblem(cents)) return cents;
  const lot = strayLots(work, cells, "an inheritance") ?? lotIdOf(work, cells, trade.row, trade.symbol);
  return isProblem(lot) ? lot : work.addTrade(trade, shares, cents, lot);
}

function receivedShares(work: TradesInProgress, cells: Cells, what: string): number | RowProblem {
  const shares = sharesIn(work, cells);
  if (typeof shares === "object" || shares > 0) return shares;
  const whatToDo = "Write the shares received as a positive number; for shares given away write Gift given.";
  return rowProblem("Quantity", `Quantity of ${what} is ${shares}`, whatToDo);
}

/** Dollars in total; 0 may be meant, for the giver may have paid nothing. */
function giverBasis(work: TradesInProgress, cells: Cells, what: string): number | RowProblem {
  const basis = numberIn("Amount", cellOf(work, cells, "Amount"));
  if (basis === null) return rowProblem("Amount", `is ${what} without Amount`, "Fill in the giver's basis of all the shares.");
  if (typeof basis === "object" || basis >= 0) return basis;
  return rowProblem("Amount", `Amount of ${what} is ${basis}, below zero`, "Write the giver's basis of all the shares.");
}

function giverDate(work: TradesInProgress, cells: Cells, trade: PlacedTrade, what: string): Day | RowProblem {
  const acquired = readDateCell(cellOf(work, cells, "Acquired"));
  if (acquired === null) {
    return rowProblem("Acquired", `is ${what} without Acquired`, "Fill in the day the giver's holding period began.");
  }
  if ("says" in acquired) return cellProblem("Acquired", acquired);
  if (acquired.day <= trade.day) return acquired.day;
  const says = `Acquired is ${isoFromDay(acquired.day)}, after the ${what.replace(/^a /, "")} on ${isoFromDay(trade.day)}`;
  return rowProblem("Acquired", says, "Correct Date or Acquired.");
}
