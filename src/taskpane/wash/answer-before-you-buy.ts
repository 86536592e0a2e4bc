/** Answers "before you buy": what a purchase would wash, and from which day on it would wash nothing (R-TLH-3). Pure. */
import { clearToBuy } from "../../harvest/clear-to-buy";
import { washRisk } from "../../harvest/wash-risk";
import { done } from "../../values/outcome";
import type { Answering } from "../engine/contract";

export const answerBeforeYouBuy: Answering<"beforeYouBuy"> = async ({ book, choices }, ask, step) => {
  step.working("Trying the purchase", null);
  const risk = washRisk(book.trades, choices, ask);
  if (!risk.ok) return risk;
  await step.breathe();
  const clear = clearToBuy(book.trades, choices, ask.symbol, ask.day);
  if (!clear.ok) return clear;
  const { disallowedCents, permanentCents, losses } = risk.value;
  return done({
    ask,
    disallowedCents,
    permanentCents,
    losses: losses.map(({ row, sold, disallowedCents: cents }) => ({ saleRow: row, sold, disallowedCents: cents })),
    clearDay: clear.value,
  });
};
