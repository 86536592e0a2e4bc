/** Hands Excel the cells of a block in requests it accepts, telling how far it is and stopping when asked to. */
import type { CellBlock } from "../sheet/placing/addresses";
import { chunksOf } from "../sheet/placing/write-chunks";
import type { Watch } from "../sheet/placing/watch";
import { rangeOf } from "./read-sheets";
import { Refused } from "./run-in-excel";

type Rows = readonly (readonly (string | number | boolean | null)[])[];

/** @param at where the first cell goes. @throws Refused when it was cancelled; the rows so far are written then */
export async function enterCells(
  context: Excel.RequestContext,
  at: Pick<CellBlock, "sheet" | "row" | "column">,
  cells: Rows,
  watch: Watch = {},
): Promise<void> {
  for (const { first, rows } of chunksOf(cells)) {
    if (watch.signal?.aborted) throw new Refused("Writing was cancelled. Nothing was written.");
    const columns = Math.max(1, ...rows.map((row) => row.length));
    const block = { ...at, row: at.row + first, rows: rows.length, columns };
    rangeOf(context, block).formulas = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? null));
    await context.sync();
    watch.onProgress?.(first + rows.length, cells.length);
  }
}
