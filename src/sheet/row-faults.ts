/** What is wrong with one row, before it is known which pool it takes down. */
import type { TradesField } from "../import/column-words";
import type { CellFault } from "./number-cells";

export interface RowProblem {
  /** The column the fault is in; "" when it is the row as a whole. */
  readonly column: TradesField | "";
  /** A sentence without the opening "Row 41: " and without the full stop. */
  readonly says: string;
  readonly whatToDo: string;
  /** The fault takes the symbol down in every account, not only in the row's own. */
  readonly everyAccount?: true;
}

export function rowProblem(column: TradesField | "", says: string, whatToDo: string): RowProblem {
  return { column, says, whatToDo };
}

/** A cell of `column` that cannot be read. */
export function cellProblem(column: TradesField, fault: CellFault): RowProblem {
  const isError = fault.says.startsWith("holds the error");
  return rowProblem(column, `${column} ${fault.says}`, isError ? REPAIR_ERROR : CORRECT[column] ?? `Correct ${column}.`);
}

const REPAIR_ERROR = "Repair the formula in that cell, or type the value.";

const CORRECT: Readonly<Partial<Record<TradesField, string>>> = {
  Date: "Write a date as 2024-03-01 or 3/1/2024 (month first), or as an Excel date.",
  Ratio: "Write it as text: 2 for 1, or 1 for 2 for a reverse split; to write 2:1, format the cell as text first.",
  Lots: "Write a lot as L1, or lots with their shares as L1:30; L2:20.",
  Time: "Write the time as 09:31, or leave it blank.",
};

export function isRowProblem(value: object): value is RowProblem {
  return "whatToDo" in value;
}
