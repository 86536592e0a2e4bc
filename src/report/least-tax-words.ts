/** What a search for the least tax says in words: how near the least it is proven to be, and what it leaves out. */
import type { CharityPlan } from "../harvest/charity-plan";
import type { FreeGainPlan } from "../harvest/free-gain-plan";
import type { Exactness, SaleGoal } from "../harvest/sale-goal";
import type { SellPlan } from "../harvest/sell-plan";
import type { ResultsByTerm } from "../harvest/year-so-far";
import type { TaxBasis } from "../tax/tax-basis";
import { isoFromDay } from "../values/plain-date";
import { warningSentence, washedSentences, type DayWords } from "./harvest-words";
import type { PlannedSale } from "../harvest/harvest-types";
import { moneyText } from "../values/money-text";

/** The name of the row beside the methods. */
export const LEAST_TAX = "Least tax";

/** `within $3.10 of the least possible`; null where it is proven the least. */
export function leastTaxSentence(gapCents: number): string | null {
  return gapCents === 0 ? null : `within ${moneyText(gapCents)} of the least possible`;
}

/** Of the whole plan, the proof first. */
export function sellPlanSentences({ plan, gapCents, leftOut }: SellPlan, goal: SaleGoal, exactness: Exactness): string[] {
  const counted = 0 - plan.harvestedCents;
  const reached = goal.kind === "cash" ? plan.proceedsCents : goal.kind === "gain" ? counted : -counted;
  const over = reached - goal.cents;
  const dearest = Math.max(0, ...plan.sales.map(({ proceedsCents, gainCents, shares }) => Math.abs(goal.kind === "cash" ? proceedsCents : gainCents) / Math.max(1, shares)));
  const isUpTo = goal.kind !== "cash" && exactness === "exactly";
  const least = isUpTo ? `of plans that realize as much` : "";
  return [
    gapCents === 0 ? `This is the least possible${isUpTo ? ` ${least}` : ""}.` : `Within ${moneyText(gapCents)} of the least possible${isUpTo ? ` ${least}` : ""}.`,
    ...(goal.kind === "cash" ? [] : [`The ${goal.kind} that counts is ${moneyText(reached)}${over < 0 ? `, ${moneyText(-over)} short of ${moneyText(goal.cents)}: nothing nearer was found` : ""}.`]),
    ...(over > dearest && goal.kind !== "gain" ? [`${moneyText(over)} more than asked is sold, because those losses lower the tax.`] : []),
    ...disallowedSentences(plan),
    ...leftOut.map(leftOutSentence),
  ];
}

/** Of the losses that do not count: what a wash sale defers, and what exempt-interest dividends take for good (R-HP-8). */
function disallowedSentences({ washedCents, sales }: SellPlan["plan"]): string[] {
  const fundCents = sales.reduce((sum, sale) => sum + (sale.fundDisallowedCents ?? 0), 0);
  return [
    ...(washedCents > fundCents ? [`${moneyText(washedCents - fundCents)} of loss is washed.`] : []),
    ...(fundCents > 0 ? [`${moneyText(fundCents)} of loss does not count and comes back in no basis: exempt-interest dividends take it on fund shares held six months or less (R-HP-8).`] : []),
  ];
}

function leftOutSentence(symbol: string): string {
  return `Long-term lots of ${symbol} are left out: the long-term gain of a collectible is taxed at up to 28%, which this tax does not cover.`;
}

/** Of gains that cost nothing: the room, what is used of it, and why there is room. */
export function freeGainSentences({ plan, roomCents, usedCents, leftOut }: FreeGainPlan, { basis, realised }: { readonly basis: TaxBasis; readonly realised: ResultsByTerm }): string[] {
  const room = roomCents === Infinity ? "No long-term gain costs tax this year" : `${moneyText(roomCents)} of long-term gain costs no tax this year`;
  return [
    roomCents === 0 ? "There is no room: the next dollar of long-term gain is taxed this year." : `${room}; ${moneyText(usedCents)} of it is used.`,
    ...roomReasons(roomCents, basis, realised),
    ...(plan.sales.length > 0 ? ["No wash-sale rule bars buying these back at once, for they are sold at a gain; the new lots are short-term at first."] : []),
    ...(plan.sales.length === 0 && roomCents > 0 ? ["No long-term share at a gain fits into the room."] : []),
    ...leftOut.map(leftOutSentence),
  ];
}

function roomReasons(roomCents: number, basis: TaxBasis, realised: ResultsByTerm): string[] {
  if (roomCents === 0) return [];
  const terms = basis.by === "law" ? { ...basis.situation, lossLimitCents: basis.situation.law.lossLimit } : basis.rates;
  const net = realised.shortCents + realised.longCents - terms.carryShortCents - terms.carryLongCents;
  const beyond = Math.min(roomCents, Math.max(0, -net - terms.lossLimitCents));
  const carried = terms.carryShortCents + terms.carryLongCents > 0 ? "losses carried in and of this year" : "losses of this year";
  const hasBand = basis.by === "law" && roomCents > beyond;
  return [
    ...(beyond > 0 ? [`${moneyText(beyond)} of the room is ${carried} beyond the ${moneyText(terms.lossLimitCents)} that a year deducts: the gain uses up what would be carried on.`] : []),
    ...(hasBand ? [`${beyond > 0 ? "The rest" : "It"} lies in the 0% band, which ends at ${moneyText(basis.situation.law.zeroTop)} of taxable income.`] : []),
  ];
}

/** Of gifts: what is given, and what stays unlooked at. IRC 170(e)(1)(A). */
export function charitySentences({ plan, taxCents, leftOut }: CharityPlan, amountCents: number): string[] {
  const short = amountCents - plan.proceedsCents;
  return [
    `Given away, ${moneyText(plan.longGainCents)} of gain is never taxed${taxCents === null ? "" : `; sold, it would add ${moneyText(taxCents)} to the tax of this year`}.`,
    ...(short > 0 ? [`${moneyText(short)} short of ${moneyText(amountCents)}: no further long-term share at a gain fits.`] : []),
    "Transfer the shares themselves. How much may be deducted by your income is not looked at.",
    ...leftOut.map(leftOutSentence),
  ];
}

export function plannedSaleSentences(sale: PlannedSale, days: DayWords = isoFromDay): string[] {
  return [...washedSentences(sale, days), ...(sale.atAverage === true ? [warningSentence({ kind: "averaged" })] : [])];
}
