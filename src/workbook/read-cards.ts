/** Reads cells that may hold Stocks or other cards, as the objects that a custom function is handed. */
import type { CellBlock } from "../sheet/placing/addresses";
import { rangeOf, readCells } from "./read-sheets";
import { excelHas } from "./run-in-excel";

/** Cards are described with all their properties. */
const CARDS_PER_CHUNK = 1_000;
/** The rest of a card's block comes as plain values. */
const AS_OBJECT = new Set(["LinkedEntity", "Entity", "FormattedNumber"]);

/** As readCells; where this Excel knows no cards (ExcelApi 1.16), such a cell is what `values` shows of it. */
export async function readCellsWithCards(context: Excel.RequestContext, block: CellBlock): Promise<unknown[][]> {
  const cells = await readCells(context, block);
  if (!excelHas("1.16") || !(await mayHoldCards(context, block, cells))) return cells;
  const rowsPerChunk = Math.max(1, Math.floor(CARDS_PER_CHUNK / block.columns));
  for (let first = 0; first < block.rows; first += rowsPerChunk) {
    const rows = Math.min(rowsPerChunk, block.rows - first);
    const range = rangeOf(context, { ...block, row: block.row + first, rows }).load("valuesAsJson");
    await context.sync();
    // Some builds claim the API set and leave the property out.
    const described = range.valuesAsJson as readonly (readonly { readonly type?: string }[])[] | undefined;
    if (described === undefined) return cells;
    described.forEach((row, r) =>
      row.forEach((cell, c) => {
        const into = cells[first + r];
        if (into !== undefined && AS_OBJECT.has(cell.type ?? "")) into[c] = cell;
      }),
    );
  }
  return cells;
}

/** `values` shows an error for a card; its type tells where it shows a name instead. */
async function mayHoldCards(context: Excel.RequestContext, block: CellBlock, cells: unknown[][]): Promise<boolean> {
  if (cells.some((row) => row.some((cell) => typeof cell === "string" && cell.startsWith("#")))) return true;
  const top = rangeOf(context, { ...block, rows: Math.min(block.rows, CARDS_PER_CHUNK) }).load("valueTypes");
  await context.sync();
  return (top.valueTypes as unknown[][]).some((row) => row.includes("RichValue"));
}
