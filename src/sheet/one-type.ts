/** A symbol is stock or a digital asset, never both: the wash rule holds for the one and not for the other (R-WS-17). */
import { rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";
import { statedTypeWord } from "./security-types";
import type { SecurityType } from "./security-types";
import type { TradesInProgress } from "./trades-in-progress";
import { cellAt } from "./trades-layout";

/** Notes the Type a row states, or says which earlier row states another one. A blank Type states none. */
export function contradictingType(
  work: TradesInProgress,
  cells: readonly unknown[],
  row: number,
  symbol: number,
  type: SecurityType,
): RowProblem | null {
  const word = work.layout.at.Type === undefined ? null : statedTypeWord(cellAt(cells, work.layout.at.Type));
  if (word === null) return null;
  const digital = type === "digital";
  const first = work.statedTypes.get(symbol);
  if (first === undefined) work.statedTypes.set(symbol, { row, word, digital });
  if (first === undefined || first.digital === digital) return null;
  const says = `Type of ${work.symbols.names[symbol] ?? ""} is ${word}, but row ${first.row} says ${first.word}`;
  return { ...rowProblem("Type", says, "Give every row of a symbol one Type, or leave Type blank."), everyAccount: true };
}
