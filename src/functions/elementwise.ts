/** Functions that answer cell by cell: ranges are stretched against each other as Excel's own operators do. */
import { notAvailable, type Cell } from "../sheet/tables/cell";
import { single } from "./cell-error";

/**
 * Calls `compute` for each cell. A single cell, row or column is repeated along the others; where a range
 * is too short, the cell is #N/A. Called with no range at all, the answer is no range either.
 */
export function elementwise(given: readonly unknown[], compute: (...cells: unknown[]) => Cell): any {
  if (!given.some(Array.isArray)) return single(() => compute(...given));
  const ranges = given.map((argument) => (Array.isArray(argument) ? (argument as unknown[][]) : [[argument]]));
  const rows = Math.max(...ranges.map((range) => range.length));
  const columns = Math.max(...ranges.map((range) => range[0]?.length ?? 0));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const cells = ranges.map((range) => cellAt(range, row, column));
      return cellAnswer(() => (cells.includes(BEYOND) ? beyondRange() : compute(...cells)));
    }),
  );
}

/** Stands for a cell outside a range that is shorter than the others. */
const BEYOND = Symbol("beyond");

function cellAt(range: readonly (readonly unknown[])[], row: number, column: number): unknown {
  const line = range[range.length === 1 ? 0 : row];
  if (line === undefined) return BEYOND;
  const at = line.length === 1 ? 0 : column;
  return at < line.length ? line[at] : BEYOND;
}

function beyondRange(): Cell {
  return notAvailable("The ranges are of different size, and one has no cell here.");
}

/** Inside a range an error takes its own cell only. */
function cellAnswer(compute: () => Cell): unknown {
  try {
    return single(compute);
  } catch (thrown) {
    return thrown;
  }
}
