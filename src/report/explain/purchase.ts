/** Explains a row that acquires shares: its basis, its dates, the losses its shares took up, and what became of them. */
import { PIECE_RETIREMENT, type Book, type WashMatch } from "../../lots/book-types";
import { lotName, TradeKind } from "../../lots/trades";
import { accountChoice } from "../../rules/accounts";
import { firstLongTermDay } from "../../rules/holding-term";
import { fifteenDigits } from "../../values/decimals";
import { isoFromDay } from "../../values/plain-date";
import { dollarsPerShare, gainText, moneyText, plainNumber, rowsText, sharesFromUnits, sharesText } from "../figures";
import { reasonLost } from "../lost-for-good";
import { newAndOldShares } from "../split-between";
import { moneyOfRow, perShareText } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { fillsOf } from "./fills";

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
  const { book, trade, written } = explained;
  const { trades } = book;
  const kind = trades.kind[trade]!;
  const symbol = trades.symbol[trade]!;
  const day = trades.day[trade]!;
  const cost = trades.amountCents[trade]!;
  const shares = trades.shares[trade]!;
  const fills = fillsOf(trades, trade);
  const perShare = dollarsPerShare(cost, shares, 1);
  return [
    `Row ${trades.row[trade]} ${VERBS[kind]} ${plainNumber(shares)} ${trades.symbols[symbol]} in ${trades.accounts[trades.account[trade]!]} on ${isoFromDay(day)}.`,
    fills.length > 1
      ? `It is a fill of one order with ${rowsText(fills.filter((at) => at !== trade).map((at) => trades.row[at]!))}: together they make the lot "${lotName(trades, fills[0]!)}" at their average cost (R-LOT-1).`
      : `It makes the lot "${lotName(trades, trade)}" (R-LOT-1).`,
    `${fills.length > 1 ? "Cost" : "Basis"}: ${moneyOfRow(written, cost, 1)}, that is ${perShareText(perShare)} a share (${BASIS_RULES[kind]}).`,
    ...averagedCost(book, fills),
    `The holding period counts from ${isoFromDay(day + 1)}, the day after; a sale is long-term from ${isoFromDay(firstLongTermDay(day))} on (R-HP-1).`,
    ...lossesTakenUp(explained, fills[0]!),
    ...whatBecameOfIt(explained, fills),
  ];
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

function lossesTakenUp({ book, links }: ExplainedRow, purchase: number): string[] {
  return links.ofReplacement(purchase).map((match) => {
    const { trades } = book;
    const shares = sharesText(book, trades.symbol[match.lossSale]!, match.units);
    const between = newAndOldShares(book, match);
    const opening = `Wash sale: shares of this row replace ${shares} sold at a loss on row ${trades.row[match.lossSale]} (${isoFromDay(match.lossDay)}), ${apart(match, trades.day[purchase]!)} (R-WS-1, R-WS-3).${between === null ? "" : ` A split lies between: ${between} (R-WS-11).`}`;
    return `${opening} ${effectOf(book, match)}`;
  });
}

/** What one match does to the shares that replace. */
export function effectOf(book: Book, match: WashMatch): string {
  if (match.basisAddedCents === 0 && match.permanentCents > 0) {
    return whyLost(book, match);
  }
  return `${moneyText(match.basisAddedCents)} of disallowed loss goes to their basis (R-WS-5) and their holding period counts from ${isoFromDay(match.holdingFrom)} (R-WS-6).`;
}

function whyLost(book: Book, match: WashMatch): string {
  const name = book.trades.accounts[match.replacementAccount]!;
  const lost = `The ${moneyText(match.permanentCents)} is lost for good`;
  switch (reasonLost(book, match.replacementAccount)) {
    case "IRA":
      return `${lost}: in ${name} no taxable basis takes it up (R-WS-9).`;
    case "plan":
      return `${lost}, as in an IRA: ${name} is a plan of type ${accountChoice(book.choices, name).type}, which is not ruled on. The setting Plan accounts: Ignore leaves such plans out (R-WS-9).`;
    case "spouse":
      return `${lost} by the setting Spouse replacement: Permanent. Whether the basis of the spouse's shares in ${name} takes it up is not settled, since IRC 1091(d) does not say who must acquire them (R-WS-9).`;
  }
}

function apart(match: WashMatch, bought: number): string {
  const days = Math.abs(match.lossDay - bought);
  if (days === 0) return "the same day";
  return `${days} ${days === 1 ? "day" : "days"} ${bought > match.lossDay ? "before this purchase" : "after this purchase"}`;
}

/** Sold, given away or still held; the basis of all parts adds up to what went in. */
function whatBecameOfIt({ book, trade, links }: ExplainedRow, fills: readonly number[]): string[] {
  const { trades, realized } = book;
  const purchase = fills[0]!;
  const sentences: string[] = [];
  let out = 0;
  for (let piece = 0; piece < realized.count; piece++) {
    if (realized.purchase[piece] !== purchase) continue;
    const basis = realized.basisCents[piece]!;
    out += basis;
    const result = (realized.flags[piece]! & PIECE_RETIREMENT) !== 0
      ? "in a retirement account, no taxable result"
      : gainText(realized.proceedsCents[piece]! - basis);
    sentences.push(
      `Row ${trades.row[realized.sale[piece]!]} sold ${sharesText(book, realized.symbol[piece]!, realized.units[piece]!)} of it: basis ${moneyText(basis)}, ${result}.`,
    );
  }
  for (const lot of book.openLots) {
    if (lot.purchase !== purchase) continue;
    out += lot.basisCents;
    const shares = sharesFromUnits(book, lot.symbol, lot.units);
    sentences.push(
      `Still held in ${trades.accounts[lot.account]}: ${plainNumber(shares)} ${trades.symbols[lot.symbol]}, basis ${moneyText(lot.basisCents)}, long-term from ${isoFromDay(firstLongTermDay(lot.holdingFrom))}.`,
    );
  }
  const cost = fills.reduce((sum, at) => sum + trades.amountCents[at]!, 0);
  const added = links.ofReplacement(purchase).reduce((sum, match) => sum + match.basisAddedCents, 0);
  const given = cost + added - out;
  const givenText = given === 0 ? "" : ` + ${moneyText(given)} left with shares given away (R-GIFT-2)`;
  sentences.push(
    `Check: cost ${moneyText(cost)} + wash sales ${moneyText(added)} = ${moneyText(out)} in the lines above${givenText}.`,
  );
  return trade === purchase ? sentences : [`What became of the lot is told at row ${trades.row[purchase]}.`];
}
