/** Rows of an export that are no trades: totals, footnotes, and headings repeated further down. */
import { readCell } from "./cells";
import { plainHeading } from "./column-words";
import { readDateCell } from "./date-cells";
import type { TradesLayout } from "./trades-layout";
import { cellAt } from "./trades-layout";

const TOTAL = /^(transactions?|account|grand|sub-?)?\s*totals?\b/i;
const FILE_NOTE = /^(date downloaded|\*\*\*|end of (file|report))/i;
/** A lone text of this many words is a sentence, not a symbol, an action or a date. */
const WORDS_OF_A_SENTENCE = 4;

/** What the row is counted as, or null when it may be a trade. Ask only for rows whose action is unknown. */
export function nonTradeRow(cells: readonly unknown[], layout: TradesLayout): string | null {
  const filled = cells.map(readCell).filter(({ kind }) => kind !== "blank");
  const first = filled[0];
  if (first?.kind !== "text") return null;
  if (FILE_NOTE.test(first.value)) return "Footnote";
  if (filled.length === 1 && first.value.split(/\s+/).length >= WORDS_OF_A_SENTENCE) return "Footnote";
  const date = readDateCell(cellAt(cells, layout.at.Date));
  if (TOTAL.test(first.value) && !(date !== null && "day" in date)) return "Total";
  return repeatsHeading(cells, layout) ? "Headings again" : null;
}

function repeatsHeading(cells: readonly unknown[], layout: TradesLayout): boolean {
  const texts = [...layout.headingTexts];
  return (
    texts.length > 0 &&
    texts.every(([column, text]) => {
      const read = readCell(cells[column]);
      return read.kind === "text" && plainHeading(read.value) === text;
    })
  );
}
