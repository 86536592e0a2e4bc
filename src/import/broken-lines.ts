/**
 * A line broken by an end of line that got into it (broker layouts, section 0.7): its last or its first cell stands alone in a
 * line of its own, which is left to the user, and the rest reads like a whole row without that cell.
 */
import { textOfCell } from "./plain-heading";
import type { SourceLine } from "./source-lines";

const BROKEN = "may be a part of this line, broken in two. Complete the row, or mend the line in the file and import it again.";
const WHOLE_DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^(19|20)\d{6}/;

/** Lines beside a piece, each with a sentence. @param isPiece of a line: no title, no row, nothing else that was understood */
export function brokenLines(lines: readonly SourceLine[], isPiece: (line: number) => boolean): ReadonlyMap<number, string> {
  const broken = new Map<number, string>();
  lines.forEach((piece, at) => {
    if (piece.cells.length > 2 || textOfCell(piece.cells[1] ?? "") !== "" || !isPiece(piece.line)) return;
    const [above, below] = [lines[at - 1], lines[at + 1]];
    if (above !== undefined && endOf(above) + 1 === piece.line && lacksItsEnd(above, piece)) broken.set(above.line, `Line ${piece.line} ${BROKEN}`);
    if (below !== undefined && endOf(piece) + 1 === below.line && !WHOLE_DATE.test(textOfCell(below.cells[0] ?? ""))) broken.set(below.line, `Line ${piece.line} ${BROKEN}`);
  });
  return broken;
}

/** A row whose last cell is blank, or before a piece that is figures alone, as of an amount. */
function lacksItsEnd({ cells }: SourceLine, piece: SourceLine): boolean {
  return textOfCell(cells[cells.length - 1] ?? "") === "" || !/[a-z]/i.test(piece.text);
}

/** The last line of the file that a quoted cell of the line runs to. */
function endOf({ line, text }: SourceLine): number {
  return line + text.split("\n").length - 1;
}
