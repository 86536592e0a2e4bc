/** Explains rows that bring positions in from an earlier book: open lots, losses still open, open shorts. */
import { lotName } from "../../lots/trades";
import { firstLongTermDay } from "../../rules/holding-term";
import { isoFromDay } from "../../values/plain-date";
import { dollarsPerShare } from "../figures";
import { optionOfRow } from "../option-rows";
import { perShareText } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { lossesTakenUp, lotStory } from "./lot-story";
import { contractsText, dayOf, rowOf, sharesMoved } from "./naming";
import { explainPieces } from "./pieces";
import { explainSellShort } from "./short-sale";
import { moneyText } from "../../values/money-text";

export function explainOpenLot(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const detail = trades.details.get(trade);
  const opening = detail?.opening;
  const basis = trades.amountCents[trade]!;
  const day = trades.day[trade]!;
  const from = opening?.holdingFrom ?? day;
  const start = opening?.periodStart ?? "Purchase";
  const wash = opening === undefined || opening.washAddedCents === 0 ? "" : `, of which ${moneyText(opening.washAddedCents)} is loss disallowed on earlier sales (R-WS-5)`;
  return [
    `${rowOf(explained)} carries ${contractsText(explained)} in ${trades.accounts[trades.account[trade]!]} in from an earlier book, acquired ${isoFromDay(day)}. It is no purchase of this book.`,
    detail?.basisUnknown
      ? "Basis: not known there either, and taken as $0.00 (R-ID-6)."
      : `It makes the lot "${lotName(trades, trade)}" with basis ${moneyText(basis)}, ${perShareText(dollarsPerShare(basis, trades.shares[trade]!, 1))} a ${optionOfRow(book, trade) === undefined ? "share" : "contract"}${wash}.`,
    ...(opening?.lossBasis === undefined || opening.lossBasis === null
      ? []
      : [`It was a gift worth less than its giver's basis: for a loss its basis is ${moneyText(opening.lossBasis.cents)} and its period counts from ${isoFromDay(opening.lossBasis.from)} (R-GIFT-1).`]),
    start === "Inherited"
      ? "It was inherited: any sale is long-term (R-HP-4)."
      : `Its holding period counts from ${isoFromDay(from)}${start === "Purchase" ? "" : ", that day included"}; a sale is long-term from ${isoFromDay(firstLongTermDay(from, start))} on (${start === "Purchase" ? "R-HP-1" : "R-HP-6"}).`,
    ...canReplace(explained),
    ...lossesTakenUp(explained, trade),
    ...lotStory(explained, trade, basis, "basis"),
  ];
}

function canReplace({ book, trade }: ExplainedRow): string[] {
  const opening = book.trades.details.get(trade)?.opening;
  if (opening === undefined) return [];
  if (opening.usedAsReplacement) return ["Its shares have replaced a loss already and can replace no other (R-WS-8)."];
  return opening.canReplace ? [] : ["It was not acquired by a purchase, so it can replace no loss (R-WS-2)."];
}

export function explainOpenLoss(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  return [
    `${rowOf(explained)} carries in a loss of ${moneyText(trades.amountCents[trade]!)} on ${sharesMoved(explained)}, sold in ${trades.accounts[trades.account[trade]!]} on ${dayOf(explained)} in an earlier book: a purchase in this one could still disallow it (R-WS-12).`,
    "It is shown with proceeds $0.00 and the loss as its basis, since the sale itself belongs to the earlier book.",
    ...explainPieces(explained),
  ];
}

export function explainOpenShort(explained: ExplainedRow): string[] {
  const [, ...rest] = explainSellShort(explained);
  return [
    `${rowOf(explained)} carries in a short position of ${contractsText(explained)} from an earlier book, opened on ${dayOf(explained)}.`,
    ...rest,
  ];
}
