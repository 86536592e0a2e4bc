/** The word Unknown for a cost: the basis is then 0 and said to be unknown everywhere, never guessed (R-ID-6). */
import { readCell } from "../cells";
import type { TradesField } from "../../import/column-words";
import { readNumberCell } from "../number-cells";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import type { TradesInProgress } from "../trades-in-progress";
import { cellOf } from "./row-reading";
import type { Cells } from "./row-reading";

/** @param fields the two columns that could state the cost; a figure in the other one contradicts the word */
export function basisUnknown(
  work: TradesInProgress,
  cells: Cells,
  [first, second]: readonly [TradesField, TradesField],
): boolean | RowProblem {
  const saysUnknown = (field: TradesField) => {
    const read = readCell(cellOf(work, cells, field));
    return read.kind === "text" && read.value.toLowerCase() === "unknown";
  };
  if (!saysUnknown(first) && !saysUnknown(second)) return false;
  const [unknown, other] = saysUnknown(first) ? [first, second] : [second, first];
  const figure = saysUnknown(other) ? null : readNumberCell(cellOf(work, cells, other));
  if (figure === null || figure === 0) return true;
  if (typeof figure === "object") return cellProblem(other, figure);
  return rowProblem(unknown, `${unknown} is Unknown, but ${other} is ${figure}`, "Clear one of the two.");
}
