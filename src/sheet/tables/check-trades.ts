/** CHECKTRADES: every wrong row, what is wrong with it and what to do; then what Taxlot found and leaves to the user. */
import type { Book, Refusal } from "../../lots/book-types";
import type { RowFault } from "../../lots/trades";
import { withFullStop } from "../../lots/fault-sentence";
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

/** Not wrong, and not computed or not known, so to be seen before filing: remarks of the book, and unknown costs (R-ID-6). */
function rowsToLookAt(book: Book): Row[] {
  const { row, details } = book.trades;
  const line = (trade: number, said: string, task: string): Row => [row[trade]!, "", `To look at: row ${row[trade]}. ${said}`, task];
  const rows = book.remarks.map((remark) => line(remark.trade, remarkText(book, remark), remarkTask(remark.kind)));
  for (const [trade, detail] of details) if (detail.basisUnknown) rows.push(line(trade, UNKNOWN_BASIS, "Enter the cost in Amount before you file."));
  const listed = new Map(rows.map((cells) => [cells.join("\n"), cells]));
  return [...listed.values()].sort((a, b) => Number(a[0]) - Number(b[0]));
}

const UNKNOWN_BASIS = "The basis is not known and is taken as 0, so that all of a sale is gain.";

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
