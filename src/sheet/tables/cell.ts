/** What a result cell holds before it is handed to Excel. Blank is "", never null: Excel shows null as 0. */
import { dollarsFromCents } from "../../report/figures";
import type { Problem } from "../../values/outcome";

/** A cell that shows an error value; the sentence is its message. */
export type ErrorCell = Problem;

export type Cell = string | number | ErrorCell;
export type Row = Cell[];
/** Rows of equal length, headings first. */
export type Table = Row[];

export function valueError(sentence: string): ErrorCell {
  return { kind: "bad-input", sentence };
}

export function notAvailable(sentence: string): ErrorCell {
  return { kind: "missing-fact", sentence };
}

/** @param without what the cell shows where there is no amount; blank unless told */
export function dollarsOr(cents: number | null, without: Cell = ""): Cell {
  return cents === null ? without : dollarsFromCents(cents);
}
