/** Explains inherited shares (R-INH-1, R-HP-4). */
import { dollarsPerShare } from "../figures";
import { moneyOfRow, perShareText, valueOf } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { lotStory } from "./lot-story";
import { dayOf, rowOf, sharesMoved } from "./naming";
import { moneyText } from "../../values/money-text";

export function explainInheritance(explained: ExplainedRow): string[] {
  const { book, trade, written } = explained;
  const { trades } = book;
  const value = trades.amountCents[trade]!;
  const shares = trades.shares[trade]!;
  const ofValue = written.value === null ? null : valueOf(shares, written.value);
  const sum = ofValue !== null && ofValue.cents === value ? ofValue.text : moneyOfRow(written, value, 1);
  return [
    `${rowOf(explained)} inherits ${sharesMoved(explained)} in ${trades.accounts[trades.account[trade]!]} on ${dayOf(explained)}.`,
    `Basis: the value at death, ${sum}, that is ${perShareText(dollarsPerShare(value, shares, 1))} a share, whatever the shares had cost (R-INH-1).`,
    ...(value === 0 ? [`A value of ${moneyText(0)} makes all of a sale gain.`] : []),
    "Any sale is long-term, also within a year (R-HP-4). An inheritance is no purchase for the wash-sale rule (R-WS-2).",
    ...lotStory(explained, trade, value, "value"),
  ];
}
