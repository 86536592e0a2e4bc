/** Explains a gift received: the giver's basis or the value at the gift (R-GIFT-1), or a spouse's transfer (R-GIFT-3). */
import { firstLongTermDay } from "../../rules/holding-term";
import { isoFromDay } from "../../values/plain-date";
import { take } from "../../values/take";
import { valueOf } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { basisOf } from "./lots-around";
import { lotStory } from "./lot-story";
import { dayOf, rowOf, sharesMoved } from "./naming";
import { moneyText } from "../../values/money-text";

export function explainGiftReceived(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const detail = trades.details.get(trade);
  const givers = trades.amountCents[trade]!;
  const made = explained.bookAfter().openLots.filter((lot) => lot.purchase === trade);
  const basis = basisOf(made);
  const account = trades.accounts[trades.account[trade]!];
  const opening = `${rowOf(explained)} receives ${sharesMoved(explained)} as a ${detail?.fromSpouse ? "transfer from a spouse or in a divorce" : "gift"} in ${account} on ${dayOf(explained)}.`;
  return [
    opening,
    ...(detail?.fromSpouse
      ? [`The basis is the giver's, ${moneyText(givers)}, for gain and loss alike (R-GIFT-3).`]
      : byValue(explained, givers, basis)),
    ...periodSentence(explained),
    "A gift is no purchase for the wash-sale rule (R-WS-2).",
    ...lotStory(explained, trade, basis, "basis"),
  ];
}

/** The giver's basis against the value on the day of the gift. */
function byValue({ book, trade }: ExplainedRow, givers: number, basis: number): string[] {
  const { trades } = book;
  const detail = trades.details.get(trade);
  const value = valueOf(trades.shares[trade]!, detail?.value ?? 0);
  if (value.cents < givers) {
    return [
      `The value on the day of the gift, ${value.text}, is less than the giver's basis of ${moneyText(givers)} (R-GIFT-1): what a share brings when it is sold decides.`,
      `Sold for more than the giver's basis, above ${moneyText(givers)} for all, the gain is counted from that basis; sold below ${moneyText(value.cents)}, the loss is counted from that value, with a period from the day of the gift; in between there is neither gain nor loss (R-GIFT-1).`,
      ...giftTax(detail?.giftTaxCents, givers, value.cents, basis),
    ];
  }
  return [
    `The value on the day of the gift, ${value.text}, is not less than the giver's basis of ${moneyText(givers)}: the giver's basis counts for gain and loss (R-GIFT-1).`,
    ...giftTax(detail?.giftTaxCents, givers, value.cents, basis),
  ];
}

/** Tax × net appreciation ÷ value; never above the value. */
function giftTax(tax: number | undefined, givers: number, value: number, basis: number): string[] {
  if (tax === undefined || tax === 0) return [];
  const added = basis - givers;
  if (added === 0) return [`Gift tax of ${moneyText(tax)} adds nothing: the gift had not risen above the giver's basis (R-GIFT-1).`];
  const rise = `${moneyText(value)} - ${moneyText(givers)}`;
  const isCapped = take(tax, value - givers, value) !== added;
  const sum = isCapped ? `${moneyText(added)}, all that the gift had risen (${rise}),` : `${moneyText(tax)} × (${rise}) ÷ ${moneyText(value)} = ${moneyText(added)}`;
  return [`Gift tax on what the gift had risen: ${sum} is added; basis ${moneyText(givers)} + ${moneyText(added)} = ${moneyText(basis)} (R-GIFT-1).`];
}

function periodSentence({ book, trade }: ExplainedRow): string[] {
  const acquired = book.trades.details.get(trade)?.acquired;
  if (acquired === undefined) return [];
  const rule = book.trades.details.get(trade)?.fromSpouse ? "R-GIFT-3" : "R-GIFT-1";
  return [`With the giver's basis comes the giver's period (${rule}): acquired ${isoFromDay(acquired)}, long-term from ${isoFromDay(firstLongTermDay(acquired))} on (R-HP-1).`];
}
