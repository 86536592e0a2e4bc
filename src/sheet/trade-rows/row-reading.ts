/** What the readers of all actions share: the shape of a reader, and cells read by the name of their column. */
import type { ActionMeaning } from "../../import/actions";
import { nameIn } from "../cell-names";
import type { TradesField } from "../../import/column-words";
import { dollarsText, readNumberCell } from "../number-cells";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { LARGEST_CENTS } from "../trade-amount";
import { MOST_SHARES, numberIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { cellAt } from "../trades-layout";

export type Cells = readonly unknown[];
export type Booked = ActionMeaning & { does: "books" };

/** Adds the row's trade to the columns, or says what is wrong with it. */
export type KindReader = (work: TradesInProgress, cells: Cells, trade: PlacedTrade, meaning: Booked) => RowProblem | null;

export function isProblem(value: unknown): value is RowProblem {
  return typeof value === "object" && value !== null && "says" in value;
}

export function cellOf(work: TradesInProgress, cells: Cells, field: TradesField): unknown {
  return cellAt(cells, work.layout.at[field]);
}

export function nameOf(work: TradesInProgress, cells: Cells, field: TradesField): string | null {
  return nameIn(cellOf(work, cells, field));
}

/** Dollars above 0; null when blank or 0, as old builds of Excel send a blank. */
export function dollarsOf(work: TradesInProgress, cells: Cells, field: TradesField): number | null | RowProblem {
  const dollars = numberIn(field, cellOf(work, cells, field));
  if (dollars === null || typeof dollars === "object") return dollars;
  if (dollars < 0) {
    return rowProblem(field, `${field} is ${dollarsText(dollars)}, below zero`, `Write ${field} as a positive number, or leave it blank.`);
  }
  if (dollars > LARGEST_DOLLARS) return tooLarge(field, dollars);
  return dollars === 0 ? null : dollars;
}

/** Beyond it cents are no longer exact. */
const LARGEST_DOLLARS = LARGEST_CENTS / 100;

export function tooLarge(field: TradesField, figure: number): RowProblem {
  return rowProblem(field, `${field} is ${figure}, too large to be exact`, `Check ${field}.`);
}

/** Shares above 0; null when blank or 0. */
export function sharesOf(work: TradesInProgress, cells: Cells): number | null | RowProblem {
  const shares = readNumberCell(cellOf(work, cells, "Quantity"));
  if (shares === null || shares === 0) return null;
  if (typeof shares === "object") return cellProblem("Quantity", shares);
  return Math.abs(shares) > MOST_SHARES ? tooLarge("Quantity", shares) : shares;
}

/** Dollars of a column that the action needs; `what` completes "is a spin-off without New value". */
export function neededDollars(
  work: TradesInProgress,
  cells: Cells,
  field: TradesField,
  what: string,
  whatToDo: string,
): number | RowProblem {
  const dollars = dollarsOf(work, cells, field);
  return dollars ?? rowProblem(field, `is ${what} without ${field}`, whatToDo);
}

/** Index of the security under New symbol; `what` completes "is a merger without New symbol". */
export function newSymbolOf(
  work: TradesInProgress,
  cells: Cells,
  trade: PlacedTrade,
  what: string,
  whatToDo = "Fill in New symbol.",
): number | RowProblem {
  const name = nameOf(work, cells, "New symbol");
  if (name === null) return rowProblem("New symbol", `is ${what} without New symbol`, whatToDo);
  const newSymbol = work.symbolIndex(name);
  if (newSymbol === trade.symbol) {
    return rowProblem("New symbol", `is ${what} whose New symbol is ${name} itself`, "Correct Symbol or New symbol.");
  }
  const security = work.securities[newSymbol];
  if (security?.is === "unreadable") return { ...security.problem, column: "New symbol" };
  return newSymbol;
}
