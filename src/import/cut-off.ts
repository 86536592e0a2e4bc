/**
 * A file that was cut off in the last cell of a line: no end of line follows, and the cell is blank or shorter than the cells
 * above it, though the line has all its columns (broker layouts, section 0.7).
 */
import type { Doubt } from "./doubts";
import type { SourceLine } from "./source-lines";

const CUT_OFF: Doubt = { sentence: "The file ends in the middle of this line, so it may have been cut off. Complete the row, or download the file again.", blank: [] };

export function cutOffLine(headings: SourceLine | undefined, rows: readonly SourceLine[]): [number, Doubt][] {
  const last = rows[rows.length - 1];
  if (last?.isUnended !== true || ENDS_QUOTED.test(last.text)) return [];
  if (headings !== undefined && last.cells.length >= headings.cells.length && isWhole(lastCell(last), lastCell(headings))) return [];
  const above = rows.slice(0, -1).filter(({ cells, text }) => cells.length === last.cells.length && /\d/.test(text));
  return isShorter(last, above, rows.length === 1 && headings !== undefined && lastCell(headings) !== "") ? [[last.line, CUT_OFF]] : [];
}

/** Headings of what is booked: blank at the end of a file they may be the rest of a cell that is missing. */
const BOOKED = /amount|price|proceeds|cost|basis|total|value|balance|gain|loss|fees?\b|comm|quantity|shares|units|each|many|date|when|day\b|currency|action|type|code|symbol|ticker|security|account|term|covered|acquired|sold|[$%]/i;

/** Brokers leave columns of notes and addresses blank, and write a dash in the term that a lot does not have. */
function isWhole(cell: string, heading: string): boolean {
  if (cell === "") return heading !== "" && !BOOKED.test(heading);
  return cell === "--" || (cell === "-" && /\bterm\b/i.test(heading));
}

/** The quotation mark closes the cell, blank or not. */
const ENDS_QUOTED = /"\s*$/;

/** @param isAlone the file has no other row to tell by, and its last column has a heading */
function isShorter(last: SourceLine, above: readonly SourceLine[], isAlone: boolean): boolean {
  const cell = lastCell(last);
  // Where a line above ends in a bare comma too, the column may be blank.
  if (cell === "") return isAlone || above.length > 0 && above.every((line) => lastCell(line) !== "" || ENDS_QUOTED.test(line.text));
  const lengths = new Set(above.map(lastCell).filter((each) => each !== "").map(digitsAtEnd));
  const [usual, another] = [...lengths];
  return typeof usual === "number" && another === undefined && digitsAtEnd(cell) !== usual;
}

function lastCell({ cells }: SourceLine): string {
  return (cells[cells.length - 1] ?? "").trim();
}

/** Of `440.00` two, of `03/05/2025` four; null where no part is split off. */
function digitsAtEnd(cell: string): number | null {
  return /\d[./:](\d*)\D*$/.exec(cell)?.[1]?.length ?? null;
}
