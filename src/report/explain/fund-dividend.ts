/** Explains a dividend of a fund that its six-month rule needs (R-HP-8). */
import { PIECE_FUND_LONG } from "../../lots/book-types";
import { isoFromDay } from "../../values/plain-date";
import { rowsText } from "../figures";
import type { ExplainedRow } from "./explained-row";
import { dayOf, rowOf, symbolOf } from "./naming";
import { moneyText } from "../../values/money-text";

export function explainFundDividend(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const isExempt = trades.details.get(trade)?.dividend === "exempt-interest";
  const what = isExempt ? "exempt-interest dividend" : "capital gain dividend";
  const effect = isExempt
    ? "If shares it was received on are sold at a loss after six months or less, the loss is disallowed up to this amount (R-HP-8)."
    : "If shares it was received on are sold at a loss after six months or less, the loss is long-term up to this amount (R-HP-8).";
  return [
    `${rowOf(explained)} is ${isExempt ? "an" : "a"} ${what} of ${moneyText(trades.amountCents[trade]!)} on ${symbolOf(explained)} in ${trades.accounts[trades.account[trade]!]} on ${dayOf(explained)}.`,
    `It changes no lot and no basis. ${effect}`,
    ...salesReached(explained, isExempt),
  ];
}

/** Sales of the fund after it that the six-month rule changed. */
function salesReached({ book, trade }: ExplainedRow, isExempt: boolean): string[] {
  const { trades, realized } = book;
  const rows = new Set<number>();
  for (let piece = 0; piece < realized.count; piece++) {
    if (realized.symbol[piece] !== trades.symbol[trade] || realized.sold[piece]! < trades.day[trade]!) continue;
    const isReached = isExempt ? book.fundDisallowedCents.has(piece) : (realized.flags[piece]! & PIECE_FUND_LONG) !== 0;
    if (isReached) rows.add(trades.row[realized.sale[piece]!]!);
  }
  return [
    rows.size === 0
      ? `No sale up to ${isoFromDay(book.lastDay)} is changed by that rule.`
      : `The rule changes the loss on ${rowsText([...rows])}; EXPLAIN of that row tells by how much.`,
  ];
}
