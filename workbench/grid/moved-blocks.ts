/** Where a block of cells is after rows or columns have been inserted or removed on its sheet. */
import type { Block } from "../addresses";

export type Lines = "rows" | "columns";

/** Lines inserted above move the block, lines inserted inside make it larger. */
export function withInserted(block: Block, lines: Lines, at: number, count: number): Block {
  const { start, length } = along(block, lines);
  if (at <= start) return changed(block, lines, start + count, length);
  return at < start + length ? changed(block, lines, start, length + count) : block;
}

/** Null when nothing of the block is left. */
export function withRemoved(block: Block, lines: Lines, at: number, count: number): Block | null {
  const { start, length } = along(block, lines);
  const end = start + length;
  const before = Math.max(0, Math.min(at + count, start) - at);
  const inside = Math.max(0, Math.min(at + count, end) - Math.max(at, start));
  if (before === 0 && inside === 0) return block;
  return inside === length ? null : changed(block, lines, start - before, length - inside);
}

function along(block: Block, lines: Lines): { readonly start: number; readonly length: number } {
  return lines === "rows" ? { start: block.row, length: block.rows } : { start: block.column, length: block.columns };
}

function changed(block: Block, lines: Lines, start: number, length: number): Block {
  return lines === "rows"
    ? { ...block, row: start, rows: length }
    : { ...block, column: start, columns: length };
}
