/** Rights, Rights elect, Exercise rights, Rights lapse (R-CA-5). */
import { rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { costCents } from "../trade-amount";
import { sharesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { lotIdOf, lotsOf, strayLots } from "./lot-names";
import { newSharesOf } from "./new-shares";
import { centsIn } from "./row-money";
import { isProblem, neededDollars, newSymbolOf, sharesOf } from "./row-reading";
import type { Booked, Cells } from "./row-reading";

const VALUES = "Fill in Value (the stock per share without the right) and New value (one right) on the day of distribution.";

export function readRights(work: TradesInProgress, cells: Cells, trade: PlacedTrade, meaning: Booked): RowProblem | null {
  const what = "a distribution of rights";
  const newSymbol = newSymbolOf(work, cells, trade, what, "Write the stock under Symbol and the rights under New symbol.");
  if (isProblem(newSymbol)) return newSymbol;
  const received = newSharesOf(work, cells, what);
  if (isProblem(received)) return received;
  const value = neededDollars(work, cells, "Value", what, VALUES);
  if (isProblem(value)) return value;
  const newValue = neededDollars(work, cells, "New value", what, VALUES);
  if (isProblem(newValue)) return newValue;
  return work.addTrade(trade, received.shares, 0, { newSymbol, ...received.ratio, value, newValue, ...meaning.marks });
}

/** Rights are used one for one; the price is what the new shares cost beside them. */
export function readExerciseRights(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const whatToDo = "Write the rights under Symbol and the stock they buy under New symbol.";
  const newSymbol = newSymbolOf(work, cells, trade, "an exercise of rights", whatToDo);
  if (isProblem(newSymbol)) return newSymbol;
  const shares = sharesIn(work, cells);
  if (typeof shares === "object") return shares;
  const used = Math.abs(shares);
  const cents = centsIn(work, cells, trade.symbol, used, costCents);
  if (typeof cents === "object") return cents;
  const lot = strayLots(work, cells, "an exercise of rights") ?? lotIdOf(work, cells, trade.row, newSymbol);
  return isProblem(lot) ? lot : work.addTrade(trade, used, cents, { newSymbol, ...lot });
}

/** Quantity blank: all of them. */
export function readRightsLapse(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  if (work.isOption(trade.symbol)) {
    return rowProblem("Symbol", "is a lapse of rights on an option", "For an option that ran out write Expire.");
  }
  const shares = sharesOf(work, cells);
  if (isProblem(shares)) return shares;
  const lapsed = shares === null ? null : Math.abs(shares);
  const lots = lotsOf(work, cells, lapsed);
  return isProblem(lots) ? lots : work.addTrade(trade, lapsed ?? 0, 0, lots);
}
