/** Stock dividend of another class, Spin-off, Taxable spin-off (R-CA-3, R-CA-4). */
import { TradeKind } from "../../lots/trades";
import type { TradeDetails } from "../../lots/trades";
import { quoteCell, readCell } from "../cells";
import { rateFromText } from "../number-cells";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { cashInLieuOf, newSharesOf } from "./new-shares";
import { cellOf, dollarsOf, isProblem, neededDollars, newSymbolOf } from "./row-reading";
import type { Booked, Cells } from "./row-reading";

const WHAT_TO_DO_FOR_BASIS =
  "Fill in Value (the old stock per share after it) and New value (the new one), or Basis share, such as 18.2%, from the issuer's Form 8937.";

export function readDistribution(work: TradesInProgress, cells: Cells, trade: PlacedTrade, meaning: Booked): RowProblem | null {
  const what = nameOfAction(trade, meaning);
  const newSymbol = newSymbolOf(work, cells, trade, what, "Write the old stock under Symbol and the new one under New symbol.");
  if (isProblem(newSymbol)) return newSymbol;
  const received = newSharesOf(work, cells, what);
  if (isProblem(received)) return received;
  const basis = meaning.marks?.taxable ? taxableValue(work, cells, what) : basisParts(work, cells, what);
  if (isProblem(basis)) return basis;
  const inLieu = cashInLieuOf(work, cells);
  if (isProblem(inLieu)) return inLieu;
  return work.addTrade(trade, received.shares, 0, { newSymbol, ...received.ratio, ...basis, ...inLieu, ...meaning.marks });
}

function nameOfAction({ kind }: PlacedTrade, { marks }: Booked): string {
  if (kind === TradeKind.OtherClass) return "a stock dividend of another class";
  return marks?.taxable ? "a taxable spin-off" : "a spin-off";
}

function taxableValue(work: TradesInProgress, cells: Cells, what: string): Pick<TradeDetails, "newValue"> | RowProblem {
  const whatToDo = "Fill in the value of a new share on the day, which is its basis.";
  const newValue = neededDollars(work, cells, "New value", what, whatToDo);
  return isProblem(newValue) ? newValue : { newValue };
}

/** Basis share wins over the values (R-CA-4), but a value that cannot be read is named all the same. */
function basisParts(
  work: TradesInProgress,
  cells: Cells,
  what: string,
): Pick<TradeDetails, "value" | "newValue" | "basisShare"> | RowProblem {
  const basisShare = basisShareOf(cellOf(work, cells, "Basis share"));
  if (isProblem(basisShare)) return basisShare;
  const value = dollarsOf(work, cells, "Value");
  if (isProblem(value)) return value;
  const newValue = dollarsOf(work, cells, "New value");
  if (isProblem(newValue)) return newValue;
  if (basisShare === null && (value === null || newValue === null)) {
    const missing = value === null ? "Value" : "New value";
    const says = `is ${what} with neither Basis share nor ${value === null && newValue === null ? "values" : missing}`;
    return rowProblem(missing, says, WHAT_TO_DO_FOR_BASIS);
  }
  return {
    ...(value === null ? {} : { value }),
    ...(newValue === null ? {} : { newValue }),
    ...(basisShare === null ? {} : { basisShare }),
  };
}

/** 0.182 or 18.2%; null when blank. */
function basisShareOf(cell: unknown): number | null | RowProblem {
  const read = readCell(cell);
  if (read.kind === "blank" || (read.kind === "number" && read.value === 0)) return null;
  if (read.kind === "error") return cellProblem("Basis share", { says: `holds the error ${read.code}` });
  const share = read.kind === "number" ? read.value : read.kind === "text" ? rateFromText(read.value) : null;
  if (share !== null && share > 0 && share < 1) return share;
  const says = `Basis share is ${quoteCell(cell)}, which is not a share of the basis between 0% and 100%`;
  return rowProblem("Basis share", says, "Write the part of the basis that goes to the new stock, such as 18.2% or 0.182.");
}
