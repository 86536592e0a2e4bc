/** The copy's own check, before anyone opens it: cells that must be 0 and are not. Pure. */
import type { AccountantCopy, CopySheet } from "../../sheet/copy/copy-types";
import { blockFromAddress, sheetInFormula } from "../../sheet/placing/addresses";
import { layOutDraft } from "../../sheet/placing/draft-layout";

export interface CheckCells {
  readonly checkCells: number;
  readonly notZero: number;
}

export function checkCells({ sheets }: AccountantCopy): CheckCells {
  let [cells, notZero] = [0, 0];
  for (const sheet of sheets) {
    for (const value of valuesToCheck(sheet)) {
      cells++;
      if (value !== 0) notZero++;
    }
  }
  return { checkCells: cells, notZero };
}

/** What the formulas of these cells are expected to give; a blank cell has nothing to check. */
function valuesToCheck({ draft, differences }: CopySheet): unknown[] {
  if (differences.length === 0) return [];
  const { expected } = layOutDraft(draft);
  const blocks = differences.map((address) => blockFromAddress(`${sheetInFormula(draft.sheetName)}!${address}`)).filter((block) => block !== null);
  const isIn = (row: number, column: number): boolean =>
    blocks.some((block) => row >= block.row && row < block.row + block.rows && column >= block.column && column < block.column + block.columns);
  return expected.filter(({ row, column }) => isIn(row, column)).map(({ value }) => value);
}
