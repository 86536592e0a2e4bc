/** Explains a sale: its proceeds, why these lots, the gain and term of each piece, and what became of each loss. */
import { sharesOf } from "../../lots/units";
import { accountChoice, isRetirement } from "../../rules/accounts";
import { isoFromDay } from "../../values/plain-date";
import { take } from "../../values/take";
import { plainNumber, rowsText } from "../figures";
import { optionOfRow } from "../option-rows";
import { moneyOfRow } from "./arithmetic";
import { averageSentences } from "./average";
import type { ExplainedRow } from "./explained-row";
import { fillsOf } from "./fills";
import { contractsText } from "./naming";
import { explainPieces } from "./pieces";
import { remarkSentences } from "./remark-sentences";
import { restarts } from "./short-sale";
import { whyTheseLots } from "./which-lots";
import { moneyText } from "../../values/money-text";

export function explainSale(explained: ExplainedRow): string[] {
  const { book, trade, written } = explained;
  const { trades, choices } = book;
  const account = trades.accounts[trades.account[trade]!]!;
  const fills = fillsOf(book, trade);
  const option = optionOfRow(book, trade);
  const sentences = [
    `Row ${trades.row[trade]} sells ${contractsText(explained)} in ${account} on ${isoFromDay(trades.day[trade]!)}.`,
    `Proceeds: ${moneyOfRow(written, trades.amountCents[trade]!, -1, option?.multiplier)} (R-BASIS-1).`,
  ];
  if (option !== undefined) sentences.push("A held option is sold like any other capital asset, with its own holding period (R-OPT-1).");
  if (fills.length > 1) {
    const others = rowsText(fills.filter((at) => at !== trade).map((at) => trades.row[at]!));
    sentences.push(`It is a fill of one order with ${others}: the proceeds of all are averaged per share${averagedProceeds(explained, fills)} (R-LOT-1).`);
  }
  sentences.push(whyTheseLots(explained), ...averageSentences(explained, explained.pieces.of(trade)));
  if (isRetirement(choices, account)) {
    const { type } = accountChoice(choices, account);
    sentences.push(`${account} is a retirement account (${type}): the lots leave it, but there is no taxable gain or loss (R-WS-9).`);
  } else if (accountChoice(choices, account).owner === "Corporation") {
    sentences.push(`${account} belongs to a corporation you control: the sale is not yours, and is not listed among your gains (R-WS-9).`);
  }
  // R-SS-2: by choice a put counts as a short sale, and its sale closes it.
  const restarted = option?.type === "put" ? restarts(explained) : [];
  return [...sentences, ...explainPieces(explained), ...restarted, ...remarkSentences(explained)];
}

/** `, ($2,400.00 + $1,640.00) × 60 ÷ 100 = $2,424.00`; the last fill of an order takes what rounding left. */
function averagedProceeds({ book, trade, pieces }: ExplainedRow, fills: readonly number[]): string {
  const { trades, realized } = book;
  const unitsPerShare = book.unitsPerShare[trades.symbol[trade]!]!;
  const own = pieces.of(trade).reduce((sum, piece) => sum + realized.proceedsCents[piece]!, 0);
  const total = fills.reduce((sum, at) => sum + trades.amountCents[at]!, 0);
  const ownUnits = Math.round(trades.shares[trade]! * unitsPerShare);
  const units = fills.reduce((sum, at) => sum + Math.round(trades.shares[at]! * unitsPerShare), 0);
  const sum = `(${fills.map((at) => moneyText(trades.amountCents[at]!)).join(" + ")}) × ${plainNumber(trades.shares[trade]!)} ÷ ${plainNumber(sharesOf(units, unitsPerShare))}`;
  const isThatSum = take(total, ownUnits, units) === own;
  return `, ${sum} = ${moneyText(own)}${isThatSum ? "" : " with what rounding left of the other fills"}`;
}

