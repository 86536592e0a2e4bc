/** What a search for the least tax says in words: how near the least it is proven to be, and what it leaves out. */
import type { SellPlan } from "../harvest/sell-plan";
import { isoFromDay } from "../values/plain-date";
import { moneyText } from "./figures";
import { washedSentences, type DayWords } from "./harvest-words";
import type { PlannedSale } from "../harvest/harvest-types";

/** The name of the row beside the methods. */
export const LEAST_TAX = "Least tax";

/** `within $3.10 of the least possible`; null where it is proven the least. */
export function leastTaxSentence(gapCents: number): string | null {
  return gapCents === 0 ? null : `within ${moneyText(gapCents)} of the least possible`;
}

/** Of the whole plan, the proof first. */
export function sellPlanSentences({ plan, gapCents, leftOut }: SellPlan, cashCents: number): string[] {
  const over = plan.proceedsCents - cashCents;
  const dearest = Math.max(0, ...plan.sales.map(({ proceedsCents, shares }) => proceedsCents / Math.max(1, shares)));
  return [
    gapCents === 0 ? "This is the least possible." : `Within ${moneyText(gapCents)} of the least possible.`,
    ...(over > dearest ? [`${moneyText(over)} more than asked is sold, because those losses lower the tax.`] : []),
    ...(plan.washedCents > 0 ? [`${moneyText(plan.washedCents)} of loss is washed, which the least possible leaves out of account.`] : []),
    ...leftOut.map((symbol) => `${symbol} is left out: the long-term gain of a collectible is taxed at up to 28%, which this tax does not cover.`),
  ];
}

export function plannedSaleSentences(sale: PlannedSale, days: DayWords = isoFromDay): string[] {
  return washedSentences(sale, days);
}
