/** The few colours of the sheets we write, and how a number format is set. */

/** A light neutral fill that keeps black text readable, on paper too. */
export const HEADING_FILL = "#EEF1F4";
/** Cells to be filled in by the user. */
export const INPUT_FILL = "#FFF9E5";
/** Grey that still passes 4.5:1 on white. */
export const ORIGIN_GREY = "#5F6368";
export const INK = "#000000";

/** One format for all cells: Excel takes a single value where the type asks for a matrix. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}
