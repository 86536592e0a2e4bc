/** Gift received, also from a spouse, and Inherit (R-GIFT-1, R-GIFT-3, R-INH-1). */
import { isoFromDay } from "../../values/plain-date";
import type { Day } from "../../values/plain-date";
import { readDateCell } from "../date-cells";
import { dollarsText } from "../number-cells";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { centsOf, costCents, LARGEST_CENTS } from "../trade-amount";
import { feesIn, numberIn, sharesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { lotIdOf, strayLots } from "./lot-names";
import { cellOf, dollarsOf, isProblem, neededDollars, tooLarge } from "./row-reading";
import type { Booked, Cells } from "./row-reading";
import { basisUnknown } from "./unknown-basis";

export function readGiftReceived(work: TradesInProgress, cells: Cells, trade: PlacedTrade, meaning: Booked): RowProblem | null {
  const fromSpouse = meaning.marks?.fromSpouse === true;
  const what = fromSpouse ? "a transfer from a spouse" : "a gift received";
  const shares = receivedShares(work, cells, what);
  if (isProblem(shares)) return shares;
  const basisCents = giverBasisCents(work, cells, what);
  if (isProblem(basisCents)) return basisCents;
  const acquired = giverDate(work, cells, trade, what);
  if (isProblem(acquired)) return acquired;
  const value = fromSpouse
    ? dollarsOf(work, cells, "Value")
    : neededDollars(work, cells, "Value", what, "Fill in the value of a share on the day of the gift, which decides a loss.");
  if (isProblem(value)) return value;
  const giftTax = feesIn(work, cells);
  if (isProblem(giftTax)) return giftTax;
  if (centsOf(giftTax) > LARGEST_CENTS) return tooLarge("Fees", giftTax);
  const lot = strayLots(work, cells, what) ?? lotIdOf(work, cells, trade.row, trade.symbol);
  if (isProblem(lot)) return lot;
  return work.addTrade(trade, shares, basisCents ?? 0, {
    ...(basisCents === null ? { basisUnknown: true } : {}),
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
  const unknown = basisUnknown(work, cells, ["Value", "Amount"]);
  if (isProblem(unknown)) return unknown;
  const cents = unknown ? 0 : valueAtDeathCents(work, cells, shares);
  if (isProblem(cents)) return cents;
  const lot = strayLots(work, cells, "an inheritance") ?? lotIdOf(work, cells, trade.row, trade.symbol);
  if (isProblem(lot)) return lot;
  return work.addTrade(trade, shares, cents, unknown ? { ...lot, basisUnknown: true } : lot);
}

function valueAtDeathCents(work: TradesInProgress, cells: Cells, shares: number): number | RowProblem {
  const value = dollarsOf(work, cells, "Value");
  if (isProblem(value)) return value;
  const amount = dollarsOf(work, cells, "Amount");
  if (isProblem(amount)) return amount;
  if (value === null && amount === null) {
    const whatToDo = "Fill in the value of a share on the day of death under Value, or of all shares under Amount.";
    return rowProblem("Value", "is an inheritance without Value", whatToDo);
  }
  const cents = costCents({ shares, price: value, fees: 0, amount });
  if (!isProblem(cents)) return cents;
  return { ...cents, whatToDo: "Correct Quantity, Value or Amount; Amount is the value of all the shares." };
}

function receivedShares(work: TradesInProgress, cells: Cells, what: string): number | RowProblem {
  const shares = sharesIn(work, cells);
  if (typeof shares === "object" || shares > 0) return shares;
  const whatToDo = "Write the shares received as a positive number; for shares given away write Gift given.";
  return rowProblem("Quantity", `Quantity of ${what} is ${shares}`, whatToDo);
}

/** In total, null where it is not known; 0 may be meant, for the giver may have paid nothing. */
function giverBasisCents(work: TradesInProgress, cells: Cells, what: string): number | null | RowProblem {
  const unknown = basisUnknown(work, cells, ["Amount", "Price"]);
  if (unknown !== false) return unknown === true ? null : unknown;
  const basis = numberIn("Amount", cellOf(work, cells, "Amount"));
  if (basis === null) return rowProblem("Amount", `is ${what} without Amount`, "Fill in the giver's basis of all the shares.");
  if (typeof basis === "object") return basis;
  if (basis < 0) {
    const says = `Amount of ${what} is ${dollarsText(basis)}, below zero`;
    return rowProblem("Amount", says, "Write the giver's basis of all the shares.");
  }
  return centsOf(basis) > LARGEST_CENTS ? tooLarge("Amount", basis) : centsOf(basis);
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
