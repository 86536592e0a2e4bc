/** CHECKTRADES: every wrong row, what is wrong with it and what to do; then what Taxlot found and leaves to the user. */
import type { Book, Refusal } from "../../lots/book-types";
import type { RowFault } from "../../lots/trades";
import { withFullStop } from "../../report/refused-pools";
import { remarkTask, remarkText } from "../../report/remarks";
import type { Row, Table } from "./cell";

export const CHECKTRADES_HEADINGS = ["Row", "Column", "Problem", "What to do"] as const;

export const NO_PROBLEMS = "No problems found";

/** @param faults of the reading: what the book's refusals name as well is listed once */
export function checkTradesTable(book: Book, faults: readonly RowFault[]): Table {
  const wrong = wrongRows(book.refusals, faults);
  const rows = [...wrong, ...rowsToLookAt(book)];
  return [[...CHECKTRADES_HEADINGS], ...(rows.length === 0 ? [["", "", NO_PROBLEMS, ""]] : rows)];
}

/** Remarks of the book: not wrong, and not computed (IRC 1259, 1091(e) …), so to be seen before filing. */
function rowsToLookAt(book: Book): Row[] {
  const { row } = book.trades;
  const rows = book.remarks.map((remark): Row => [row[remark.trade]!, "", `To look at: row ${row[remark.trade]}. ${remarkText(book, remark)}`, remarkTask(remark.kind)]);
  const listed = new Map(rows.map((cells) => [cells.join("\n"), cells]));
  return [...listed.values()].sort((a, b) => Number(a[0]) - Number(b[0]));
}

function wrongRows(refusals: readonly Refusal[], faults: readonly RowFault[]): Row[] {
  const listed = new Map<string, RowFault>();
  for (const fault of [...faults, ...refusals]) {
    const problem = withFullStop(fault.problem);
    const key = `${fault.row}\n${fault.column}\n${problem}`;
    if (!listed.has(key)) listed.set(key, { ...fault, problem });
  }
  const rows = [...listed.values()].sort((a, b) => a.row - b.row);
  return rows.map((fault): Row => [fault.row, fault.column, fault.problem, fault.whatToDo]);
}

/** A range that cannot be read at all is one problem of the range. */
export function unreadableTable(sentence: string): Table {
  return [[...CHECKTRADES_HEADINGS], ["", "", sentence, ""]];
}
