/** Which cells of a chart's source are names, categories and values, as Excel guesses them. */
import { absolute, fullAddress, type Block } from "../../addresses";
import type { CellContent, SeriesContent } from "../../content";
import type { RangeTarget } from "./world";

export type SeriesBy = "Auto" | "Columns" | "Rows";

/**
 * The longer side of the range holds the points of a series. A first row or column of texts (with an
 * empty corner, or above numbers) names the series or the points; a scatter chart takes its first
 * column for x whatever it holds.
 */
export function seriesFrom(source: RangeTarget, type: string, seriesBy: SeriesBy): SeriesContent[] {
  const byColumns = seriesBy === "Auto" ? source.rows >= source.columns : seriesBy === "Columns";
  const cells = source.world.grid.read(source);
  const sheet = source.world.grid.sheets().find(({ id }) => id === source.sheetId)?.name ?? "";
  const at = (series: number, point: number): CellContent | undefined =>
    byColumns ? cells[point]?.[series] : cells[series]?.[point];
  const [seriesCount, pointCount] = byColumns ? [source.columns, source.rows] : [source.rows, source.columns];
  const hasNames = pointCount > 1 && !isNumber(at(seriesCount - 1, 0));
  const firstPoint = hasNames ? 1 : 0;
  const isScatter = /^(XYScatter|Bubble)/.test(type);
  const hasCategories = seriesCount > 1 && (isScatter || !isNumber(at(0, firstPoint)) || (hasNames && at(0, 0)?.value === undefined));
  const address = (series: number, point: number, points: number) => absolute(fullAddress(sheet, blockAt(source, byColumns, series, point, points)));
  const series: SeriesContent[] = [];
  for (let index = hasCategories ? 1 : 0; index < seriesCount; index++) {
    const name = hasNames ? at(index, 0)?.value : undefined;
    series.push({
      name: typeof name === "string" || typeof name === "number" ? String(name) : `Series${series.length + 1}`,
      values: address(index, firstPoint, pointCount - firstPoint),
      ...(hasCategories ? { categories: address(0, firstPoint, pointCount - firstPoint) } : {}),
    });
  }
  return series;
}

/** "Sheet1!$A$1:$B$2", as series store it. */
export function absoluteAddress(range: RangeTarget): string {
  const sheet = range.world.grid.sheets().find(({ id }) => id === range.sheetId)?.name ?? "";
  return absolute(fullAddress(sheet, range));
}

function blockAt(source: Block, byColumns: boolean, series: number, point: number, points: number): Block {
  return byColumns
    ? { row: source.row + point, rows: points, column: source.column + series, columns: 1 }
    : { row: source.row + series, rows: 1, column: source.column + point, columns: points };
}

function isNumber(cell: CellContent | undefined): boolean {
  return typeof cell?.value === "number";
}
