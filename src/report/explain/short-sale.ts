/** Explains short sales and written options: opening (R-SS-1, R-OPT-3) and closing (R-SS-1 to R-SS-4, R-OPT-3). */
import { PIECE_SHORT, type OpenShort } from "../../lots/book-types";
import { lotName, TradeKind } from "../../lots/trades";
import { isoFromDay } from "../../values/plain-date";
import { gainText, rowsText, sharesText } from "../figures";
import { optionOfRow } from "../option-rows";
import { moneyOfRow } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { lotsOf, shortsOf, shortsTaken } from "./lots-around";
import { lossesTakenUp } from "./lot-story";
import { contractsText, dayOf, rowOf } from "./naming";
import { explainPieces } from "./pieces";
import { remarkSentences } from "./remark-sentences";
import { moneyText } from "../../values/money-text";

export function explainSellShort(explained: ExplainedRow): string[] {
  const { book, trade, written } = explained;
  const { trades } = book;
  const option = optionOfRow(book, trade);
  const proceeds = trades.amountCents[trade]!;
  const account = trades.accounts[trades.account[trade]!];
  return [
    `${rowOf(explained)} ${option === undefined ? "sells" : "writes"} ${contractsText(explained)} ${option === undefined ? "short " : ""}in ${account} on ${dayOf(explained)}.`,
    `${option === undefined ? "Proceeds" : "Premium"}: ${moneyOfRow(written, proceeds, -1, option?.multiplier)} (R-BASIS-1).`,
    option === undefined
      ? "Opening a short realizes nothing; the gain or loss comes when it is closed (R-SS-1)."
      : "Writing an option realizes nothing; the premium waits until the option is closed, expires or is assigned (R-OPT-3).",
    ...lossesTakenUp(explained, trade),
    ...shortStory(explained),
    ...remarkSentences(explained),
  ];
}

/** Closed, expired, assigned or still open; the proceeds of all parts add up to what came in. */
function shortStory(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades, realized } = book;
  const sentences: string[] = [];
  let told = 0;
  for (let piece = 0; piece < realized.count; piece++) {
    if (realized.purchase[piece] !== trade || (realized.flags[piece]! & PIECE_SHORT) === 0) continue;
    const proceeds = realized.proceedsCents[piece]!;
    told += proceeds;
    const row = `Row ${trades.row[realized.sale[piece]!]}`;
    const how = trades.kind[realized.sale[piece]!] === TradeKind.Expire ? "saw it expire" : "closes";
    sentences.push(
      `${row} ${how}: ${sharesText(book, realized.symbol[piece]!, realized.units[piece]!)}, proceeds ${moneyText(proceeds)} - cost ${moneyText(realized.basisCents[piece]!)} = ${gainText(proceeds - realized.basisCents[piece]!)}.`,
    );
  }
  for (const short of book.openShorts) {
    if (short.opening !== trade) continue;
    told += short.proceedsCents;
    const added = short.washAddedCents === 0 ? "" : `; ${moneyText(short.washAddedCents)} of disallowed loss waits to be added to the cost of closing (R-SS-3)`;
    sentences.push(`Still open: ${sharesText(book, short.symbol, short.units)}, proceeds ${moneyText(short.proceedsCents)}${added}.`);
  }
  const came = trades.amountCents[trade]!;
  const rest = came - told;
  const assigned = rest === 0 ? "" : ` + ${moneyText(rest)} carried over when options were assigned (R-OPT-3${assignedOn(explained)})`;
  sentences.push(`Check: ${moneyText(came)} = ${moneyText(told)} in the lines above${assigned}.`);
  return sentences;
}

/** `, row 7`: the assignments that took contracts written on this row. */
function assignedOn({ book, trade, bookUpTo }: ExplainedRow): string {
  const { trades } = book;
  const rows: number[] = [];
  for (let at = 0; at < trades.count; at++) {
    if (trades.kind[at] !== TradeKind.Assigned || trades.symbol[at] !== trades.symbol[trade] || trades.account[at] !== trades.account[trade]) continue;
    const taken = shortsTaken(bookUpTo(at, false), bookUpTo(at, true), trades.symbol[at]!, trades.account[at]!);
    if (taken.some((one) => one.from === trade)) rows.push(trades.row[at]!);
  }
  return rows.length === 0 ? "" : `, ${rowsText(rows)}`;
}

export function explainBuyToCover(explained: ExplainedRow): string[] {
  const { book, trade, written } = explained;
  const { trades } = book;
  const option = optionOfRow(book, trade);
  const account = trades.accounts[trades.account[trade]!];
  return [
    `${rowOf(explained)} buys ${contractsText(explained)} ${option === undefined ? "to close a short" : "to close what was written"} in ${account} on ${dayOf(explained)}.`,
    `Cost of closing: ${moneyOfRow(written, trades.amountCents[trade]!, 1, option?.multiplier)} (R-BASIS-1).`,
    trades.details.get(trade)?.lots !== undefined
      ? "Closed: the shorts named on the row, in the order written (R-ID-2)."
      : "Closed: shorts in the order they were opened (R-ID-1).",
    ...(option === undefined ? ["The covering day is shown as the day acquired and as the day sold (R-SS-1)."] : []),
    ...cutByTerm(explained),
    ...explainPieces(explained),
    ...restarts(explained),
    ...remarkSentences(explained),
  ];
}

/** R-SS-2: a short larger than the shares held over a year is closed at a loss in two parts. */
function cutByTerm({ book, trade, pieces }: ExplainedRow): string[] {
  const { trades, realized } = book;
  const taken = pieces.of(trade);
  const isLong = (piece: number): boolean => realized.longTerm[piece] === 1;
  return [...new Set(taken.map((piece) => realized.purchase[piece]!))].flatMap((opening) => {
    const own = taken.filter((piece) => realized.purchase[piece] === opening);
    const long = own.filter(isLong).reduce((sum, piece) => sum + realized.units[piece]!, 0);
    if (long === 0 || own.every(isLong)) return [];
    const shares = sharesText(book, trades.symbol[trade]!, long);
    return [`The short of row ${trades.row[opening]} is told in parts: identical shares had been held over a year for ${shares} of it when it was opened, and only the loss on so many is long-term (R-SS-2).`];
  });
}

/** R-SS-2: lots whose period begins anew with this closing. */
export function restarts(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const before = explained.bookBefore();
  const day = trades.day[trade]!;
  return explained
    .bookAfter()
    .openLots.filter((lot) => lot.periodStart === "Short-sale restart" && lot.holdingFrom === day)
    .map((lot) => {
      const was = lotsOf(before, lot.symbol, lot.account).find((one) => one.purchase === lot.purchase && one.place <= lot.place && lot.place < one.place + one.units);
      const counted = was === undefined ? "" : `, instead of ${isoFromDay(was.holdingFrom)}`;
      return `${sharesText(book, lot.symbol, lot.units)} of lot "${lotName(trades, lot.purchase)}" in ${trades.accounts[lot.account]} were held a year or less when the short was opened, or bought while it was open: their holding period begins anew on ${isoFromDay(day)}, that day included${counted} (R-SS-2, R-HP-6).`;
    });
}

/** Premium of the written options that the row took away, less what disallowed losses had added to their cost. */
export function premiumTaken(explained: ExplainedRow): number {
  const { book, trade } = explained;
  const symbol = book.trades.symbol[trade]!;
  const account = book.trades.account[trade]!;
  const cents = (shorts: readonly OpenShort[]): number => shorts.reduce((sum, short) => sum + short.proceedsCents - short.washAddedCents, 0);
  return cents(shortsOf(explained.bookBefore(), symbol, account)) - cents(shortsOf(explained.bookAfter(), symbol, account));
}
