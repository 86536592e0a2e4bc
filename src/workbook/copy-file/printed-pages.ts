/**
 * Where printed pages end: a short table is not cut in two, no heading stands alone at the foot of a page, and no last rows
 * alone on the next. What programs break by themselves is left to them, since their fonts differ.
 */
import type { LaidOutSheet } from "../../sheet/placing/draft-layout";
import { ROW_POINTS } from "../../sheet/placing/row-heights";
import { USUAL_WIDTH_POINTS } from "./merged-lines";

/** Inches, as a file has them. */
export const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 } as const;
const POINTS_PER_INCH = 72;
/** US Letter on its side, inside the margins. */
const PAGE_WIDTH_POINTS = (11 - MARGINS.left - MARGINS.right) * POINTS_PER_INCH;
const PAGE_HEIGHT_POINTS = Math.floor((8.5 - MARGINS.top - MARGINS.bottom) * POINTS_PER_INCH);
/** Rows of other fonts are a little higher. */
const SURE_PART_OF_PAGE = 0.95;
/** Print of 11 points is still read at this scale; a wider sheet goes over several pages side by side. */
const LEAST_SCALE = 0.38;
/** Title, headings and two rows. */
const ROWS_AT_FOOT = 4;
const LAST_ROWS = 3;

export interface PrintedPages {
  /** Rows, from 0, that start a page. */
  readonly breaksBefore: readonly number[];
  /** Pages side by side. */
  readonly wide: number;
}

/** @param heights of rows of several lines, in points */
export function printedPages(layout: LaidOutSheet, heights: ReadonlyMap<number, number>, keepsTogether: boolean): PrintedPages {
  const width = Math.max(1, Array.from({ length: layout.columns }, (_, column) => layout.widths[column] ?? USUAL_WIDTH_POINTS).reduce((sum, points) => sum + points, 0));
  const wide = Math.max(1, Math.ceil((width * LEAST_SCALE) / PAGE_WIDTH_POINTS));
  const scale = Math.min(1, (PAGE_WIDTH_POINTS * wide) / width);
  const heightOf = (row: number): number => heights.get(row) ?? ROW_POINTS;
  const repeated = layout.repeatedRow === null ? 0 : heightOf(layout.repeatedRow);
  return { breaksBefore: breaksOf(sectionsOf(layout), heightOf, (PAGE_HEIGHT_POINTS * SURE_PART_OF_PAGE) / scale, repeated, keepsTogether), wide };
}

interface Section {
  readonly start: number;
  /** The row after its last. */
  readonly end: number;
}

/** A table with its title and totals, between two rows without any cell. */
function sectionsOf({ cells }: LaidOutSheet): Section[] {
  const sections: Section[] = [];
  let start = 0;
  for (let row = 0; row <= cells.length; row++) {
    if (row < cells.length && cells[row]!.length > 0) continue;
    if (row > start) sections.push({ start, end: row });
    start = row + 1;
  }
  return sections;
}

function breaksOf(sections: readonly Section[], heightOf: (row: number) => number, page: number, repeated: number, keepsTogether: boolean): number[] {
  const breaks: number[] = [];
  let used = 0;
  const startPage = (row: number | null): void => {
    if (row !== null) breaks.push(row);
    used = repeated;
  };
  const heightFrom = (from: number, to: number): number => {
    let sum = 0;
    for (let row = from; row < to; row++) sum += heightOf(row);
    return sum;
  };
  for (const { start, end } of sections) {
    const whole = heightFrom(start, end);
    const least = heightFrom(start, Math.min(end, start + ROWS_AT_FOOT));
    const staysWhole = whole <= (keepsTogether ? page - repeated : page / 2);
    if (start > 0) used += ROW_POINTS;
    if (used > repeated + ROW_POINTS && used + (staysWhole ? whole : least) > page) startPage(start);
    for (let row = start; row < end; row++) {
      if (used + heightOf(row) > page) {
        const early = Math.max(0, LAST_ROWS - (end - row));
        const isShort = early > 0 && row - early > start + 1;
        startPage(isShort ? row - early : null);
        if (isShort) used += heightFrom(row - early, row);
      }
      used += heightOf(row);
    }
  }
  return breaks;
}
