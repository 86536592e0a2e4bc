/** Headings that no format is known by: the user names their columns. */
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import { headingMeaning } from "./column-words";
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
    const where = lines.length > LINES_SEARCHED ? ` in its first ${LINES_SEARCHED} filled lines. Take out the lines above the headings, or download` : ". Download";
    return refuse("bad-input", `${name} holds no table with headings${where} the transactions as CSV, with their headings.`);
  }
  return done({
    is: "unknown",
    name,
    headingLine: heading.line,
    headings: heading.cells.map((cell) => cell.trim()),
    sample: lines.slice(headingAt + 1, headingAt + 1 + ROWS_SHOWN).map(({ cells }) => cells),
    fingerprint: fingerprintOf(heading.cells),
    guessed: guesses(heading.cells),
  });
}

/**
 * Which of the lines has the headings: near the top, the one with most words that a trades table knows, and of these the
 * one with most cells of text that is no figure; -1 where none has enough.
 */
export function headingsAt(lines: readonly SourceLine[]): number {
  let best = { at: -1, known: 0, words: FEWEST_COLUMNS - 1 };
  lines.slice(0, LINES_SEARCHED).forEach(({ cells, isDamaged }, at) => {
    if (isDamaged) return;
    const words = cells.filter((cell) => /^[^\d]*[a-z][^\d]*$/i.test(cell.trim())).length;
    const known = new Set(cells.map((cell) => headingMeaning(cell)?.field).filter((field) => field !== undefined)).size;
    if (words < FEWEST_COLUMNS) return;
    if (known > best.known || (known === best.known && words > best.words)) best = { at, known, words };
  });
  return best.at;
}

/** Under it a mapping is remembered. */
export function fingerprintOf(headings: readonly string[]): string {
  return headings.map(bareHeading).join("|");
}

/** What each heading means in a trades table: of two for one field the better word, and of fees every one. */
function guesses(cells: readonly string[]): (ImportedHeading | null)[] {
  const meanings = cells.map(headingMeaning);
  return meanings.map((meaning, column) => {
    if (meaning === null) return null;
    const isBest = meanings.every(
      (other, at) => other === null || other.field !== meaning.field || at === column || other.rank > meaning.rank || (other.rank === meaning.rank && at > column),
    );
    return meaning.field === "Fees" || isBest ? meaning.field : null;
  });
}
