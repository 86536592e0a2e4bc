/** Rows of an export that are no trades: totals, footnotes, and headings repeated further down. */
import { readCell } from "./cells";
import { headingMeaning } from "../import/column-words";
import type { TradesField } from "../import/column-words";
import { readDateCell } from "./date-cells";
import type { TradesLayout } from "./trades-layout";
import { cellAt } from "./trades-layout";

type Cells = readonly unknown[];

const TOTAL = /^(transactions?|account|grand|sub-?)?\s*totals?\b/i;
const FILE_NOTE = /^(date downloaded|\*\*\*|end of (file|report))/i;
/** A lone text of this many words is a sentence, not a symbol, an action or a date. */
const WORDS_OF_A_SENTENCE = 4;
/** A row that names this many different fields is a row of headings. */
const HEADINGS_OF_A_ROW = 3;

/** What the row is counted as, or null when it may be a trade. Ask only for rows whose action is unknown. */
export function nonTradeRow(cells: Cells, layout: TradesLayout): string | null {
  const filled = cells.map(readCell).filter(({ kind }) => kind !== "blank");
  const first = filled[0];
  if (first?.kind !== "text") return null;
  if (FILE_NOTE.test(first.value) && !mayBeTrade(cells, layout, first.value)) return "Footnote";
  if (filled.length === 1 && first.value.split(/\s+/).length >= WORDS_OF_A_SENTENCE) return "Footnote";
  const date = readDateCell(cellAt(cells, layout.at.Date));
  if (TOTAL.test(first.value) && !(date !== null && "day" in date) && !mayBeTrade(cells, layout, first.value)) return "Total";
  return headingsOf(cells, layout) === "same" ? "Headings again" : null;
}

/**
 * Whether a row that opens with a label of no trade states one nevertheless: an action, or a symbol beside a label
 * that stands where the date belongs. A column that is not read may call a row the subtotal of a symbol.
 */
function mayBeTrade(cells: Cells, { at }: TradesLayout, label: string): boolean {
  const states = (field: TradesField) => {
    const cell = readCell(cellAt(cells, at[field]));
    return cell.kind !== "blank" && !(cell.kind === "number" && cell.value === 0) && !(cell.kind === "text" && cell.value === label);
  };
  const date = readCell(cellAt(cells, at.Date));
  return states("Action") || (date.kind !== "blank" && states("Symbol") && states("Quantity"));
}

/** Whether the row is a row of headings, and whether each of them stands where the range has it. */
export function headingsOf(cells: Cells, layout: TradesLayout): "same" | "other" | null {
  const date = readDateCell(cellAt(cells, layout.at.Date));
  if (date !== null && "day" in date) return null;
  const named = new Set<TradesField>();
  let moved = 0;
  cells.forEach((cell, column) => {
    const read = typeof cell === "number" ? null : readCell(cell);
    const meaning = read?.kind === "text" ? headingMeaning(read.value) : null;
    if (meaning === null) return;
    named.add(meaning.field);
    if (layout.headingFields.get(column) !== meaning.field) moved++;
  });
  if (named.size < HEADINGS_OF_A_ROW) return null;
  return moved > 0 ? "other" : "same";
}
