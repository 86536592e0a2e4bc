import type { Outcome } from "../values/outcome";
import type { CellBlock } from "../sheet/placing/addresses";
import { rangeOf } from "./read-sheets";
import { runInExcel } from "./run-in-excel";

/** Shows a block to the user: its sheet comes to the front, its cells are selected. */
export function selectBlock(block: CellBlock): Promise<Outcome<void>> {
  return runInExcel(async (context) => {
    context.workbook.worksheets.getItem(block.sheet).activate();
    rangeOf(context, block).select();
    await context.sync();
  });
}
