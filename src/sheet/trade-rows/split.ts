/** Split, Stock dividend of the same class, Symbol change (R-CA-1, R-CA-2, R-CA-10). */
import { quoteCell } from "../cells";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { readRatioCell } from "../split-ratio";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { cashInLieuOf } from "./new-shares";
import { cellOf, isProblem, nameOf, sharesOf } from "./row-reading";
import type { Booked, Cells } from "./row-reading";

export function readSplit(work: TradesInProgress, cells: Cells, trade: PlacedTrade, meaning: Booked): RowProblem | null {
  const what = meaning.marks?.stockDividend ? "stock dividend" : "split";
  const ratio = readRatioCell(cellOf(work, cells, "Ratio"));
  if (ratio !== null && "says" in ratio) return cellProblem("Ratio", ratio);
  const cash = cashInLieuOf(work, cells);
  if (isProblem(cash)) return cash;
  const marks = { ...cash, ...meaning.marks };
  const added = sharesOf(work, cells);
  if (isProblem(added)) return added;
  if (ratio !== null && added !== null) {
    const says = `states both a Ratio and a Quantity; Quantity is the shares that the ${what} adds`;
    return rowProblem("Quantity", says, "Clear one of the two.");
  }
  if (ratio !== null) return work.addTrade(trade, 0, 0, { ratio, ...marks });
  if (meaning.needsRatio || added === null) {
    return meaning.marks?.stockDividend
      ? rowProblem("Quantity", "is a stock dividend without Quantity", "Write the shares received, or a Ratio such as 21 for 20.")
      : rowProblem("Ratio", "is a split without Ratio", RATIO_ADVICE);
  }
  if (added < 0 && meaning.marks?.stockDividend) {
    return rowProblem("Quantity", `Quantity of a stock dividend is ${added}`, "Write the shares received as a positive number.");
  }
  return work.addTrade(trade, 0, 0, { sharesAdded: added, ...marks });
}

const RATIO_ADVICE = "Write the ratio as 2 for 1, new shares for old ones; a reverse split as 1 for 10.";

export function readSymbolChange(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const name = nameOf(work, cells, "New symbol");
  if (name === null) return rowProblem("New symbol", "is a symbol change without New symbol", "Fill in New symbol.");
  const newSymbol = work.symbolIndex(name);
  if (newSymbol === trade.symbol) {
    return rowProblem("New symbol", `changes ${quoteCell(name)} to itself`, "Correct Symbol or New symbol.");
  }
  if (work.isOption(trade.symbol) !== work.isOption(newSymbol)) {
    const option = work.isOption(newSymbol) ? name : (work.symbols.names[trade.symbol] ?? "");
    const says = `changes the name of an option and of what is none: ${option} alone is known as an option`;
    return rowProblem("New symbol", says, "Write both as contracts, such as XYZ 250117C45, or fill in Type and Underlying on a row of each.");
  }
  work.renames.push({ from: trade.symbol, to: newSymbol });
  return work.addTrade(trade, 0, 0, { newSymbol });
}
