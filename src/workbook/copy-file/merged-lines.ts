/**
 * Sentences of a sheet: one over its tables takes the width of the sheet and as many lines as it needs, since a program
 * that prints would cut it off, or print a page for its end.
 */
import { linesOfHeading } from "../../sheet/placing/column-widths";
import type { Area, LaidOutSheet } from "../../sheet/placing/draft-layout";
import { ROW_POINTS } from "../../sheet/placing/row-heights";

export const USUAL_WIDTH_POINTS = 48;
/** About the width of a page. */
const LEAST_WIDTH_POINTS = 560;
/** Of plain text in the normal font; programs without it take a wider one. */
const POINTS_PER_CHARACTER = 5.4;
const MARGIN_POINTS = 8;
/** Excel takes no higher row, and mends a file that has one. */
const HIGHEST_ROW_POINTS = 409;

export interface MergedLines {
  readonly merged: readonly Area[];
  /** Height in points of rows that need more than one line. */
  readonly heights: ReadonlyMap<number, number>;
}

export function mergedLines(layout: LaidOutSheet, isWrapped: (row: number, column: number) => boolean): MergedLines {
  const merged: Area[] = [];
  const heights = new Map<number, number>(layout.heights.map(({ row, points }) => [row, points]));
  const isInTable = rowsOfTables(layout);
  const width = (column: number): number => layout.widths[column] ?? USUAL_WIDTH_POINTS;
  const widest = Math.max(1, ...layout.tables.map((table) => table?.columns ?? 0));
  const pageColumns = columnsOfPage(width, widest);

  layout.cells.forEach((cells, row) => {
    const last = cells.length - 1;
    const table = isInTable.get(row);
    let lines = 1;
    cells.forEach((cell, column) => {
      if (typeof cell !== "string" || cell.startsWith("=")) return;
      const runsOn = table === undefined ? column === 0 && last === 0 : column === last && table.columns < widest && column === table.columns - 1;
      const end = table === undefined ? pageColumns : widest;
      const points = sumOf(width, column, runsOn ? end : column + 1);
      const isLong = cell.length > charactersIn(width(column)) && row !== table?.row;
      if (runsOn && isLong) merged.push({ row, column, rows: 1, columns: end - column });
      if (row !== table?.row && ((runsOn && isLong) || isWrapped(row, column))) lines = Math.max(lines, linesIn(cell, charactersIn(points)));
    });
    if (lines > 1) heights.set(row, Math.min(HIGHEST_ROW_POINTS, Math.max(heights.get(row) ?? 0, lines * ROW_POINTS)));
  });
  return { merged: merged.filter(({ columns }) => columns > 1), heights };
}

function charactersIn(points: number): number {
  return Math.max(1, Math.floor((points - MARGIN_POINTS) / POINTS_PER_CHARACTER));
}

/** Words longer than a line break inside. */
function linesIn(text: string, characters: number): number {
  return Math.max(linesOfHeading(text, characters), Math.ceil(text.length / (characters * 1.25)));
}

/** The table of each row of a table, headings included. */
function rowsOfTables({ tables }: LaidOutSheet): Map<number, Area> {
  const rows = new Map<number, Area>();
  for (const table of tables) {
    if (table === null) continue;
    for (let row = table.row; row <= table.row + table.rows; row++) rows.set(row, table);
  }
  return rows;
}

function columnsOfPage(width: (column: number) => number, widest: number): number {
  let columns = 0;
  for (let points = 0; columns < widest || points < LEAST_WIDTH_POINTS; columns++) points += width(columns);
  return columns;
}

function sumOf(width: (column: number) => number, from: number, to: number): number {
  let points = 0;
  for (let column = from; column < to; column++) points += width(column);
  return points;
}
