/**
 * What stands in a line, or in the file around it, that makes a trade read from the line uncertain, whatever the format. Such
 * a line is left to the user, with the cells in doubt blank.
 */
import { cutOffLine } from "./cut-off";
import type { ImportedHeading } from "./import-types";
import { linesInOtherCurrency } from "./other-currency";
import type { SourceLine } from "./source-lines";
import { ambiguousLines } from "./written-elsewhere";

export interface Doubt {
  /** What is in doubt and what to do. */
  readonly sentence: string;
  /** Headings whose cells are not to be believed. */
  readonly blank: readonly ImportedHeading[];
}

/** By line of the file; several doubts of a line are one. @param lines with content @param headingAt which of them has the headings */
export function doubtsOf(lines: readonly SourceLine[], headingAt: number): ReadonlyMap<number, Doubt> {
  const rows = lines.slice(headingAt + 1);
  const found = [...cutOffLine(lines[headingAt], rows), ...linesInOtherCurrency(lines[headingAt], rows), ...ambiguousLines(rows)];
  const doubts = new Map<number, Doubt>();
  for (const [line, doubt] of found) doubts.set(line, bothDoubts(doubts.get(line), doubt));
  return doubts;
}

export function bothDoubts(one: Doubt | undefined, other: Doubt): Doubt {
  return one === undefined ? other : { sentence: `${one.sentence} ${other.sentence}`, blank: [...new Set([...one.blank, ...other.blank])] };
}
