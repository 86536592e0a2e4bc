/** Widths that fit what stands in a column, without asking Excel to measure text. */
import type { ColumnFormat, ResultColumn } from "./result-tables";

/** Width of a digit in the default font (Calibri or Aptos 11), and the cell's own margins. */
const POINTS_PER_CHARACTER = 5.6;
const MARGIN_POINTS = 12;
/** Longer text is cut off, or wraps. */
export const LONGEST_TEXT = 56;
const DATE_CHARACTERS = 10;
/** Bold headings need a little more than a character each. */
const BOLD = 1.1;

/**
 * Width in points for a heading and the raw values below it; long sentences are cut off, not wrapped.
 * @param wrapsAt a heading may wrap between words, and texts longer than this many characters do; left out: one line each
 */
export function widthInPoints(column: ResultColumn, values: readonly unknown[], wrapsAt?: number): number {
  const words = wrapsAt === undefined ? [column.heading] : column.heading.split(" ");
  let characters = Math.max(...words.map((word) => Math.ceil(word.length * BOLD)));
  for (const value of values) characters = Math.max(characters, charactersOf(value, column));
  return inPoints(Math.min(characters, wrapsAt ?? LONGEST_TEXT));
}

/** For columns whose values come later: a date, 99,999.99 with its sign, and the like. */
export function leastWidthInPoints({ format }: ResultColumn): number {
  return inPoints(LEAST_CHARACTERS[format]);
}

const LEAST_CHARACTERS: Readonly<Record<ColumnFormat, number>> = {
  text: 8, date: DATE_CHARACTERS, money: 10, quantity: 7, perShare: 9, whole: 4, percent: 6, dollars: 8, price: 8,
};

function inPoints(characters: number): number {
  return Math.round(characters * POINTS_PER_CHARACTER + MARGIN_POINTS);
}

/** How much of a bold heading fits into a line. */
export function charactersInWidth(points: number): number {
  return Math.max(1, Math.floor((points - MARGIN_POINTS) / POINTS_PER_CHARACTER / BOLD));
}

/** Lines of a heading that breaks between its words. */
export function linesOfHeading(heading: string, charactersPerLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of heading.split(" ")) {
    const joined = used === 0 ? word.length : used + 1 + word.length;
    if (used > 0 && joined > charactersPerLine) {
      lines++;
      used = word.length;
    } else used = joined;
  }
  return lines;
}

function charactersOf(value: unknown, column: ResultColumn): number {
  if (typeof value !== "number") return value === null || value === undefined ? 0 : String(value).length;
  if (column.format === "date") return DATE_CHARACTERS;
  if (column.format === "money" || column.format === "price") return value.toFixed(2).length + thousandsCommas(value);
  if (column.format === "dollars") return value.toFixed(0).length + thousandsCommas(value);
  if (column.format === "percent") return (value * 100).toFixed(1).length + 1;
  if (column.format === "perShare") return value.toFixed(4).length + thousandsCommas(value);
  return String(value).length;
}

function thousandsCommas(value: number): number {
  return Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3);
}
