/** Where a chart is that was set between two cells. */
import type { ChartPlace } from "../../content";
import type { RangeTarget } from "./world";

const PX_PER_POINT = 4 / 3;

/** From the corner of the first cell to the far corner of the last; without a last one the size stays. */
export function placeOfCells(start: RangeTarget, end: RangeTarget | null, now: ChartPlace): ChartPlace {
  const { world, sheetId } = start;
  const left = widthPx(world, sheetId, start.column);
  const top = heightPx(world, sheetId, start.row);
  if (end === null) return { ...now, left: left / PX_PER_POINT, top: top / PX_PER_POINT };
  return {
    left: left / PX_PER_POINT,
    top: top / PX_PER_POINT,
    width: (widthPx(world, sheetId, end.column + end.columns) - left) / PX_PER_POINT,
    height: (heightPx(world, sheetId, end.row + end.rows) - top) / PX_PER_POINT,
  };
}

function widthPx(world: RangeTarget["world"], sheetId: string, columns: number): number {
  let sum = 0;
  for (let column = 0; column < columns; column++) sum += world.grid.columnWidthPx(sheetId, column);
  return sum;
}

function heightPx(world: RangeTarget["world"], sheetId: string, rows: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += world.grid.rowHeightPx(sheetId, row);
  return sum;
}
