/** Widths that fit what stands in a column, without asking Excel to measure text. */
import type { ResultColumn } from "./result-tables";

/** Width of a digit in the default font (Calibri or Aptos 11), and the cell's own margins. */
const POINTS_PER_CHARACTER = 5.6;
const MARGIN_POINTS = 12;
const LONGEST_TEXT = 56;
const DATE_CHARACTERS = 10;

/** Width in points for a heading and the raw values below it; long sentences are cut off, not wrapped. */
export function widthInPoints(column: ResultColumn, values: readonly unknown[]): number {
  // Bold headings need a little more than a character each.
  let characters = Math.ceil(column.heading.length * 1.1);
  for (const value of values) characters = Math.max(characters, charactersOf(value, column));
  return Math.round(Math.min(characters, LONGEST_TEXT) * POINTS_PER_CHARACTER + MARGIN_POINTS);
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
