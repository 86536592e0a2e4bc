/** The rows below a format's headings. Files put under each other have headings again, perhaps in another order. */
import type { FileInProgress } from "../file-in-progress";
import { bareHeading } from "../plain-heading";
import { columnsOf, TableRow } from "../table-rows";
import type { FileLines, Format } from "./format";

/** Headings that stand again are passed over. */
export function rowsBelow(work: FileInProgress, { lines, headingAt }: FileLines, isHeading: Format["isHeading"]): TableRow[] {
  let columns = columnsOf(lines[headingAt]?.cells ?? []);
  return lines.slice(headingAt + 1).flatMap((source): TableRow[] => {
    if (!isHeading(source.cells.map(bareHeading))) return [new TableRow(source, columns)];
    columns = columnsOf(source.cells);
    work.pass(source.line);
    return [];
  });
}
