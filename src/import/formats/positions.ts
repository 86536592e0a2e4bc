/** Positions of Schwab and Fidelity (broker layouts, sections 1.5 and 2.3): what is held, on average; no file of lots. */
import type { FileInProgress } from "../file-in-progress";
import { isFooter } from "../table-rows";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { rowsBelow } from "./rows-below";

export const SCHWAB_POSITIONS = positions("Schwab positions", ["qty (quantity)", "cost basis"], ["mkt val (market value)"]);
export const FIDELITY_POSITIONS = positions("Fidelity positions", ["account number", "cost basis total", "average cost basis"], ["current value"]);

function positions(name: string, signature: readonly string[], amounts: readonly string[]): Format {
  const isHeading = headed(...signature);
  return { name, kind: "positions", isHeading, amounts, read: (work, file) => countPositions(work, file, isHeading) };
}

function countPositions(work: FileInProgress, file: FileLines, isHeading: Format["isHeading"]): void {
  work.note(
    "A list of positions states average cost, not lots: no purchase date, so nothing of it is entered. " +
      "Download the transactions, or the open lots of each symbol.",
  );
  for (const row of rowsBelow(work, file, { isHeading })) {
    // A title has one cell; accounts follow each other, each with its own.
    if (isFooter(row) || /^positions for /i.test(row.filled[0] ?? "")) work.pass(row.line);
    else work.count(row.line, "Position");
  }
}
