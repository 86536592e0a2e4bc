/** Rows above the headings of a range: titles and account lines are passed over, a trade among them is named. */
import { TradeKind } from "../lots/trades";
import { readAction } from "../import/actions";
import type { ActionMeaning } from "../import/actions";
import { readCell } from "./cells";
import { FIELDS_WITHOUT_HEADINGS } from "../import/column-words";
import { readDateCell } from "./date-cells";
import type { DateReading } from "../values/date-text";
import { rowProblem } from "./row-faults";
import { accountIn, symbolIn } from "./trade-names";
import type { TradesInProgress } from "./trades-in-progress";
import { cellAt } from "./trades-layout";
import type { TradesLayout } from "./trades-layout";

type Cells = readonly unknown[];

/** @param row row in the range, the first row being 1 */
export function readRowAboveHeadings(work: TradesInProgress, cells: Cells, row: number): void {
  // The row was written for these columns, or in the order that needs no headings.
  for (const arranged of [cells, underHeadings(work.layout, cells)]) {
    const trade = datedTrade(work.layout, arranged);
    if (trade === null) continue;
    work.noteListed(trade.date.listedDay);
    const kind = trade.meaning.does === "books" ? trade.meaning.kind : null;
    const symbol = symbolIn(work, arranged);
    const account = kind === TradeKind.Transfer ? null : accountIn(work, arranged, kind);
    const problem = rowProblem("", "stands above the headings of the trades range", "Move it below them.");
    return work.addFault(row, problem, indexOrNull(symbol), indexOrNull(account));
  }
}

function datedTrade(layout: TradesLayout, cells: Cells): { date: DateReading; meaning: ActionMeaning } | null {
  const date = readDateCell(cellAt(cells, layout.at.Date));
  const action = readCell(cellAt(cells, layout.at.Action));
  if (date === null || "says" in date || action.kind !== "text") return null;
  const meaning = readAction(action.value);
  return meaning === null || meaning.does === "nothing" ? null : { date, meaning };
}

/** The cells of a row in the design's first seven columns, moved to where the headings keep them. */
function underHeadings(layout: TradesLayout, cells: Cells): Cells {
  const moved: unknown[] = [];
  FIELDS_WITHOUT_HEADINGS.forEach((field, column) => {
    const to = layout.at[field];
    if (to !== undefined) moved[to] = cells[column];
  });
  return moved;
}

function indexOrNull(index: number | object | null): number | null {
  return typeof index === "number" && index >= 0 ? index : null;
}
