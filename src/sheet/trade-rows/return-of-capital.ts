/** Return of capital, Worthless, and the dividends of funds that their six-month rule needs (R-CA-6, R-CA-9, R-HP-8). */
import { dayFromCalendar, yearOf } from "../../values/plain-date";
import type { RowProblem } from "../row-faults";
import { centsOf } from "../trade-amount";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { isProblem, neededDollars } from "./row-reading";
import type { Booked, Cells } from "./row-reading";

export function readReturnOfCapital(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const whatToDo = "Fill in what was paid in total on all shares of the account.";
  const amount = neededDollars(work, cells, "Amount", "a return of capital", whatToDo);
  return isProblem(amount) ? amount : work.addTrade(trade, 0, centsOf(amount), null);
}

/** Worthless stock counts as sold on the last day of the year. */
export function readWorthless(work: TradesInProgress, _cells: Cells, trade: PlacedTrade): RowProblem | null {
  return work.addTrade({ ...trade, day: dayFromCalendar(yearOf(trade.day), 12, 31) }, 0, 0, null);
}

export function readFundDividend(work: TradesInProgress, cells: Cells, trade: PlacedTrade, meaning: Booked): RowProblem | null {
  const what = meaning.marks?.dividend === "exempt-interest" ? "an exempt-interest dividend" : "a capital gain distribution";
  const whatToDo = "Fill in what was paid in total: a loss on fund shares held six months or less depends on it.";
  const amount = neededDollars(work, cells, "Amount", `${what} of a fund`, whatToDo);
  return isProblem(amount) ? amount : work.addTrade(trade, 0, centsOf(amount), { ...meaning.marks });
}
