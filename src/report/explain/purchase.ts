/** Explains a row that buys: its basis, its dates, the losses its shares took up, and what became of them. */
import type { Book } from "../../lots/book-types";
import { lotName, TradeKind } from "../../lots/trades";
import { firstLongTermDay } from "../../rules/holding-term";
import { fifteenDigits } from "../../values/decimals";
import { isoFromDay } from "../../values/plain-date";
import { dollarsPerShare, plainNumber, rowsText } from "../figures";
import { optionOfRow } from "../option-rows";
import { moneyOfRow, perShareText } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { fillsOf } from "./fills";
import { lossesTakenUp, lotStory } from "./lot-story";
import { contractsText } from "./naming";
import { remarkSentences } from "./remark-sentences";
import { moneyText } from "../../values/money-text";

const VERBS: Readonly<Record<number, string>> = {
  [TradeKind.Buy]: "buys",
  [TradeKind.Reinvest]: "reinvests a dividend in",
  [TradeKind.Vest]: "receives as pay",
};

const BASIS_RULES: Readonly<Record<number, string>> = {
  [TradeKind.Buy]: "R-BASIS-1",
  [TradeKind.Reinvest]: "R-BASIS-2",
  [TradeKind.Vest]: "R-BASIS-3",
};

export function explainPurchase(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const kind = trades.kind[trade]!;
  const day = trades.day[trade]!;
  const fills = fillsOf(book, trade);
  return [
    `Row ${trades.row[trade]} ${VERBS[kind]} ${contractsText(explained)} in ${trades.accounts[trades.account[trade]!]} on ${isoFromDay(day)}.`,
    fills.length > 1
      ? `It is a fill of one order with ${rowsText(fills.filter((at) => at !== trade).map((at) => trades.row[at]!))}: together they make the lot "${lotName(trades, fills[0]!)}" at their average cost (R-LOT-1).`
      : `It makes the lot "${lotName(trades, trade)}" (R-LOT-1).`,
    basisSentence(explained, fills),
    ...averagedCost(book, fills),
    `The holding period counts from ${isoFromDay(day + 1)}, the day after; a sale is long-term from ${isoFromDay(firstLongTermDay(day))} on (R-HP-1).`,
    ...ofOption(explained),
    ...lossesTakenUp(explained, fills[0]!),
    ...whatBecameOfIt(explained, fills),
    ...remarkSentences(explained),
  ];
}

function basisSentence({ book, trade, written }: ExplainedRow, fills: readonly number[]): string {
  const { trades } = book;
  if (trades.details.get(trade)?.basisUnknown) {
    return "Basis: not known, as the row says. It is taken as $0.00, so all that a sale brings is gain until you enter the cost (R-ID-6).";
  }
  const cost = trades.amountCents[trade]!;
  const option = optionOfRow(book, trade);
  const perShare = perShareText(dollarsPerShare(cost, trades.shares[trade]!, 1));
  return `${fills.length > 1 ? "Cost" : "Basis"}: ${moneyOfRow(written, cost, 1, option?.multiplier)}, that is ${perShare} a ${option === undefined ? "share" : "contract"} (${BASIS_RULES[trades.kind[trade]!]}).`;
}

function ofOption({ book, trade }: ExplainedRow): string[] {
  const option = optionOfRow(book, trade);
  if (option === undefined) return [];
  const name = book.trades.symbols[option.underlying];
  const then = option.type === "call"
    ? `Exercised, its cost goes into the basis of the ${name} bought`
    : `Exercised, its cost comes off the proceeds of the ${name} sold`;
  return [`The option is an asset of its own: sold or expired it has its own gain or loss and its own period (R-OPT-1). ${then} (R-OPT-2).`];
}

/** R-LOT-1: total cost ÷ total shares of an order. */
function averagedCost({ trades }: Book, fills: readonly number[]): string[] {
  if (fills.length === 1) return [];
  const cents = fills.reduce((sum, at) => sum + trades.amountCents[at]!, 0);
  const shares = fifteenDigits(fills.reduce((sum, at) => sum + trades.shares[at]!, 0));
  const costs = fills.map((at) => moneyText(trades.amountCents[at]!)).join(" + ");
  return [
    `Basis of the lot: ${costs} = ${moneyText(cents)}; ${moneyText(cents)} ÷ ${plainNumber(shares)} shares = ${perShareText(dollarsPerShare(cents, shares, 1))} a share (R-LOT-1).`,
  ];
}

function whatBecameOfIt(explained: ExplainedRow, fills: readonly number[]): string[] {
  const { trades } = explained.book;
  const purchase = fills[0]!;
  if (explained.trade !== purchase) return [`What became of the lot is told at row ${trades.row[purchase]}.`];
  return lotStory(explained, purchase, fills.reduce((sum, at) => sum + trades.amountCents[at]!, 0));
}
