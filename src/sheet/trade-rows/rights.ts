/** Rights, Rights elect, Exercise rights, Rights lapse (R-CA-5). */
import { cleanNumber } from "../../values/decimals";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { readRatioCell } from "../split-ratio";
import { costCents } from "../trade-amount";
import { sharesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { lotIdOf, lotsOf, lotsTaken } from "./lot-names";
import { cashInLieuOf, newSharesOf } from "./new-shares";
import { centsIn } from "./row-money";
import { cellOf, isProblem, nameOf, neededDollars, newSymbolOf, sharesOf } from "./row-reading";
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
  const inLieu = cashInLieuOf(work, cells);
  if (isProblem(inLieu)) return inLieu;
  return work.addTrade(trade, received.shares, 0, { newSymbol, ...received.ratio, value, newValue, ...inLieu, ...meaning.marks });
}

/** One right buys one share, unless Ratio says otherwise, shares for rights; the price is paid for each share. */
export function readExerciseRights(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const whatToDo = "Write the rights under Symbol and the stock they buy under New symbol.";
  const newSymbol = newSymbolOf(work, cells, trade, "an exercise of rights", whatToDo);
  if (isProblem(newSymbol)) return newSymbol;
  const shares = sharesIn(work, cells);
  if (typeof shares === "object") return shares;
  const used = Math.abs(shares);
  const ratio = readRatioCell(cellOf(work, cells, "Ratio"));
  if (ratio !== null && "says" in ratio) return cellProblem("Ratio", ratio);
  const bought = ratio === null ? used : cleanNumber((used / ratio.oldShares) * ratio.newShares);
  const cents = centsIn(work, cells, trade.symbol, bought, costCents);
  if (typeof cents === "object") return cents;
  const lots = lotsTaken(work, cells, used);
  if (isProblem(lots)) return lots;
  const lot = lotIdOf(work, cells, trade.row, newSymbol);
  if (isProblem(lot)) return lot;
  return work.addTrade(trade, used, cents, { newSymbol, ...(ratio === null ? {} : { ratio }), ...lots, ...lot });
}

/** Quantity blank: all of them. New symbol may name the stock, where no Rights row of the range does. */
export function readRightsLapse(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  if (work.isOption(trade.symbol)) {
    return rowProblem("Symbol", "is a lapse of rights on an option", "For an option that ran out write Expire.");
  }
  const shares = sharesOf(work, cells);
  if (isProblem(shares)) return shares;
  const lapsed = shares === null ? null : Math.abs(shares);
  const lots = lotsOf(work, cells, lapsed);
  if (isProblem(lots)) return lots;
  if (nameOf(work, cells, "New symbol") === null) return work.addTrade(trade, lapsed ?? 0, 0, lots);
  const newSymbol = newSymbolOf(work, cells, trade, "a lapse of rights");
  return isProblem(newSymbol) ? newSymbol : work.addTrade(trade, lapsed ?? 0, 0, { newSymbol, ...lots });
}
