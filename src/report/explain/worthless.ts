/** Explains stock that became worthless (R-CA-9). */
import { calendarFromDay } from "../../values/plain-date";
import type { ExplainedRow } from "./explained-row";
import { accountText, dayOf, rowOf, symbolOf } from "./naming";
import { explainPieces } from "./pieces";

export function explainWorthless(explained: ExplainedRow): string[] {
  const { year } = calendarFromDay(explained.book.trades.day[explained.trade]!);
  return [
    `${rowOf(explained)} says that ${symbolOf(explained)} became worthless in ${year}, in ${accountText(explained)}.`,
    `The law treats it as sold for nothing on the last day of that year, ${dayOf(explained)}, whatever the day on the row (R-CA-9): proceeds $0.00, the basis of every lot is the loss, and the term is judged on that day.`,
    ...explainPieces(explained),
  ];
}
