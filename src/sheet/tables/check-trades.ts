/** CHECKTRADES: every wrong row, what is wrong with it and what to do. */
import type { Refusal } from "../../lots/book-types";
import type { RowFault } from "../../lots/trades";
import { withFullStop } from "../../report/refused-pools";
import type { Table } from "./cell";

export const CHECKTRADES_HEADINGS = ["Row", "Column", "Problem", "What to do"] as const;

export const NO_PROBLEMS = "No problems found";

/** @param refusals of the book, @param faults of the reading: what both name is listed once */
export function checkTradesTable(refusals: readonly Refusal[], faults: readonly RowFault[]): Table {
  const listed = new Map<string, RowFault>();
  for (const fault of [...faults, ...refusals]) {
    const problem = withFullStop(fault.problem);
    const key = `${fault.row}\n${fault.column}\n${problem}`;
    if (!listed.has(key)) listed.set(key, { ...fault, problem });
  }
  const rows = [...listed.values()].sort((a, b) => a.row - b.row);
  if (rows.length === 0) return [[...CHECKTRADES_HEADINGS], ["", "", NO_PROBLEMS, ""]];
  return [
    [...CHECKTRADES_HEADINGS],
    ...rows.map((fault) => [fault.row, fault.column, fault.problem, fault.whatToDo]),
  ];
}

/** A range that cannot be read at all is one problem of the range. */
export function unreadableTable(sentence: string): Table {
  return [[...CHECKTRADES_HEADINGS], ["", "", sentence, ""]];
}
