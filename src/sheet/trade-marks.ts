/** Marks on a row that order it or name its lot: Lot, Order, Time. */
import type { TradeDetails } from "../lots/trades";
import { readTimeCell } from "./date-cells";
import type { DateReading } from "../values/date-text";
import { cellProblem, rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";
import { nameIn } from "./cell-names";
import type { TradesInProgress } from "./trades-in-progress";

/** Order id and time of the row; a Time column counts before a time within the date. null when there is neither. */
export function placeInDay(
  work: TradesInProgress,
  cells: readonly unknown[],
  date: DateReading,
): Pick<TradeDetails, "order" | "time"> | null | RowProblem {
  const { at } = work.layout;
  if (at.Order === undefined && at.Time === undefined && date.seconds === null) return null;
  const stated = at.Time === undefined ? null : readTimeCell(cells[at.Time]);
  if (stated !== null && typeof stated === "object") return cellProblem("Time", stated);
  const time = stated ?? date.seconds;
  const order = at.Order === undefined ? null : nameIn(cells[at.Order]);
  if (time === null && order === null) return null;
  return { ...(time === null ? {} : { time }), ...(order === null ? {} : { order }) };
}

/** Notes the id of the lot a purchase makes, or says why it cannot be told from another lot of the symbol. */
export function lotIdProblem(work: TradesInProgress, row: number, symbol: number, lotId: string): RowProblem | null {
  const rowName = /^row\s+(\d+)$/i.exec(lotId);
  if (rowName && Number(rowName[1]) !== row) {
    return rowProblem("Lot", `calls its lot ${lotId}, which is the name of the lot of another row`, "Choose another lot id.");
  }
  const key = `${symbol} ${lotId.toUpperCase()}`;
  const first = work.lotRows.get(key);
  if (first !== undefined) {
    const name = work.symbols.names[symbol] ?? "";
    const whatToDo = "Give each purchase of a symbol its own lot id.";
    return rowProblem("Lot", `calls its lot ${lotId}, as row ${first} already does for ${name}`, whatToDo);
  }
  work.lotRows.set(key, row);
  return null;
}
