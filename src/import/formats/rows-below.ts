/** The rows below a format's headings. Files put under each other have headings again, perhaps in another order. */
import type { FileInProgress } from "../file-in-progress";
import { bareHeading } from "../plain-heading";
import { columnsOf, groupsMissing, missingOf, TableRow } from "../table-rows";
import type { ColumnsOfFormat, FileLines, Format } from "./format";

/** Headings that stand again are passed over. */
export function rowsBelow(work: FileInProgress, { lines, headingAt }: FileLines, { isHeading, columns: read }: Pick<Format, "isHeading" | "columns">): TableRow[] {
  let columns = headingColumns(work, lines[headingAt]?.cells ?? [], read);
  return lines.slice(headingAt + 1).flatMap((source): TableRow[] => {
    if (!isHeading(source.cells.map(bareHeading))) return [new TableRow(source, columns)];
    columns = headingColumns(work, source.cells, read);
    work.pass(source.line);
    return [];
  });
}

/** The columns of a line of headings. What is missing among them is told for the whole file. */
export function headingColumns(work: FileInProgress, cells: readonly string[], read: ColumnsOfFormat | undefined): Map<string, number> {
  const together = read?.together ?? [];
  const isNewer = together.some((heading) => cells.map(bareHeading).includes(heading));
  const columns = columnsOf(cells, [...(read?.needed ?? []), ...(isNewer ? together.map((heading) => [heading]) : [])]);
  const missing = missingOf(columns);
  const unproved = groupsMissing(columns, read?.checked ?? []);
  if (missing.length > 0) work.note(`The headings have no ${missing.join(" and no ")}, so no row below them is read. Correct the headings in the file, or download it again.`);
  else if (unproved.length > 0) work.note(`The headings have no ${unproved.join(" and no ")}: the rows are read without.`);
  return columns;
}
