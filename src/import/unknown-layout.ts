/** Headings that no format is known by: the user names their columns. */
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import type { ImportedHeading, UnknownLayout } from "./import-types";
import { bareHeading } from "./plain-heading";
import { LINES_SEARCHED } from "./source-lines";
import type { SourceLine } from "./source-lines";

/** Rows shown under the headings. */
const ROWS_SHOWN = 5;
/** A table of trades has at least a date, a symbol and a figure. */
const FEWEST_COLUMNS = 3;

/** Refused (bad-input) where nothing looks like a table. @param name as a sentence calls the file */
export function unknownLayout(name: string, lines: readonly SourceLine[]): Outcome<UnknownLayout> {
  const headingAt = headingsAt(lines);
  const heading = lines[headingAt];
  if (heading === undefined) {
    return refuse("bad-input", `${name} holds no table with headings. Download the transactions as CSV, with their headings.`);
  }
  return done({
    is: "unknown",
    name,
    headingLine: heading.line,
    headings: heading.cells.map((cell) => cell.trim()),
    sample: lines.slice(headingAt + 1, headingAt + 1 + ROWS_SHOWN).map(({ cells }) => cells),
    fingerprint: fingerprintOf(heading.cells),
    guessed: heading.cells.map(guessOf),
  });
}

/** Of the lines near the top, the one with most cells of text that is no figure; -1 where none has enough. */
function headingsAt(lines: readonly SourceLine[]): number {
  let best = { at: -1, words: FEWEST_COLUMNS - 1 };
  lines.slice(0, LINES_SEARCHED).forEach(({ cells, isDamaged }, at) => {
    const words = isDamaged ? 0 : cells.filter((cell) => /^[^\d]*[a-z][^\d]*$/i.test(cell.trim())).length;
    if (words > best.words) best = { at, words };
  });
  return best.at;
}

/** Under it a mapping is remembered. */
export function fingerprintOf(headings: readonly string[]): string {
  return headings.map(bareHeading).join("|");
}

/** What the heading means in a trades table. */
function guessOf(_heading: string): ImportedHeading | null {
  return null;
}
