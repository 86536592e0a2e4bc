/** What the Harvest screen says. */
import type { HarvestGap, HarvestLot, HarvestPlan, PlannedSale } from "../../harvest/harvest-types";
import type { WorthOfLoss } from "../../harvest/worth-of-loss";
import type { Day } from "../../values/plain-date";
import { date, dateFrom, money, percent, quantity, wholeDollars } from "../charts/formats";
import { lotCalled, termLine } from "../lots/lots-sentences";
import { count, joined } from "../sentences";
import type { CandidatesFilter } from "./candidates-shown";
import type { HarvestView, WorthAsk } from "./harvest-view";
import type { Tick } from "./ticks";
import { yearWorth } from "./worth-sentences";
import type { YearEffect } from "./year-effect";

/** `today`, or `on 12/5/2026` where the as-of day is another. */
function dayCalled(asOf: Day, today: Day, locale?: string): string {
  return asOf === today ? "today" : `on ${date(asOf, locale)}`;
}

/**
 * "You could realize $6,412 of losses today, which saves $1,540 of tax this year."
 * @param worth of all of them together; null: not known, or not yet
 */
export function harvestLine(view: Pick<HarvestView, "answer" | "noPrices">, shown: readonly HarvestLot[], today: Day, worth: WorthOfLoss | null): string {
  const { lots, asOf, gaps } = view.answer;
  const when = dayCalled(asOf, today);
  if (view.noPrices) return "Harvesting needs prices, and there are none yet.";
  if (lots.length === 0) return gaps.length === 0 ? `No lot is below its cost ${when}.` : `None of the lots that could be looked at is below its cost ${when}.`;
  if (shown.length === 0) return `${count(lots.length, "lot is", "lots are")} below cost ${when}, none of them within your limits.`;
  const losses = sum(shown, (lot) => lot.lossCents);
  const harvestable = sum(shown, (lot) => lot.harvestableCents);
  if (harvestable <= 0) return `${wholeDollars(losses)} of losses, all of them washed if sold ${when}.`;
  const could = `You could realize ${wholeDollars(harvestable)} of losses ${when}`;
  if (worth === null) return `${could}.`;
  return worth.savedCents === 0 ? `${could}, and save no tax with them this year.` : `${could}, which ${yearWorth(worth)}.`;
}

/** What the lots shown would realize together; null where there is nothing, or a lot whose tax cannot be told. */
export function lossesShown(lots: readonly HarvestLot[]): WorthAsk | null {
  if (lots.length === 0 || lots.some(({ worth }) => worth === null)) return null;
  return { shortCents: sum(lots, (lot) => lot.harvestableShortCents), longCents: sum(lots, (lot) => lot.harvestableLongCents) };
}

function sum<T>(of: readonly T[], cents: (one: T) => number): number {
  return of.reduce((total, one) => total + cents(one), 0);
}

const NAMED_AT_MOST = 6;

/** What the one line leaves out. */
export function harvestCaveats({ answer, noPrices }: Pick<HarvestView, "answer" | "noPrices">, shown: readonly HarvestLot[]): readonly string[] {
  const { gaps, lots } = answer;
  const said: string[] = [];
  const hidden = lots.length - shown.length;
  if (hidden > 0 && shown.length > 0) said.push(`${count(hidden, "smaller or other lot is", "smaller or other lots are")} left out by the limits below.`);
  const unpriced = [...new Set(gaps.filter(({ kind }) => kind === "no-price").map(({ symbol }) => symbol))];
  if (unpriced.length > 0 && !noPrices) said.push(`No price for ${firstOf(unpriced)}: ${unpriced.length === 1 ? "it is" : "they are"} not looked at.`);
  if (shown.length > 1 && shown.some(({ washedCents }) => washedCents > 0)) said.push("Each lot is counted as if it alone were sold; ticked together they may come to more or less.");
  return said;
}

function firstOf(names: readonly string[]): string {
  const first = names.slice(0, NAMED_AT_MOST);
  return joined(names.length > first.length ? [...first, `${names.length - first.length} more`] : first);
}

/** Of the rows that keep a symbol from being looked at. */
export function refusedSentences(gaps: readonly HarvestGap[]): readonly string[] {
  return gaps.filter(({ kind }) => kind === "refused").map(({ sentence }) => sentence);
}

export interface Status {
  readonly words: string;
  readonly tone: "clean" | "washed" | "lost";
}

/** One word for a lot: whether its whole loss would count. */
export function statusOf({ washedCents, permanentCents, harvestableCents, cleanSaleDay }: HarvestLot, asOf: Day, locale?: string): Status {
  if (permanentCents > 0) return { words: `Lost for good ${wholeDollars(permanentCents)}`, tone: "lost" };
  if (washedCents === 0) return { words: "Clean", tone: "clean" };
  if (harvestableCents <= 0 && cleanSaleDay !== null) return { words: `Clean from ${dateFrom(cleanSaleDay, asOf, locale)}`, tone: "washed" };
  return { words: `Washes ${wholeDollars(washedCents)} now`, tone: "washed" };
}

/** The same of a ticked lot, as its plan has it: what is sold with it can keep it clean, or wash it. */
export function statusInPlan({ washedCents, permanentCents }: PlannedSale): Status {
  if (permanentCents > 0) return { words: `Lost for good ${wholeDollars(permanentCents)}`, tone: "lost" };
  return washedCents === 0 ? { words: "Clean in your plan", tone: "clean" } : { words: `Washes ${wholeDollars(washedCents)} in your plan`, tone: "washed" };
}

/** "100 in Schwab, 12.5 % down" */
export function candidateLine({ shares, account, lossShare }: HarvestLot): string {
  return `${quantity(shares)} in ${account}, ${percent(lossShare)} down`;
}

/** "Long-term in 40 days" */
export function candidateTerm({ term, daysToLongTerm }: HarvestLot): string {
  return term === "Mixed" ? "Part short, part long" : termLine({ term, daysToLongTerm });
}

/** Under the loss where part of it is washed: "$900.00 counts", "none counts". */
export function countsLine({ washedCents, harvestableCents }: Pick<HarvestLot, "washedCents" | "harvestableCents">): string | null {
  if (washedCents === 0) return null;
  return harvestableCents === 0 ? "none counts" : `${money(harvestableCents)} counts`;
}

export function hiddenTicksLine(hidden: number): string | null {
  if (hidden === 0) return null;
  return `${count(hidden, "ticked lot is", "ticked lots are")} hidden by the limits, and still counted.`;
}

/** "XYZ lot L1 was ticked and is no longer a loss that can be sold today. It is not in the plan." */
export function vanishedLine(vanished: readonly Tick[]): string {
  const names = firstOf(vanished.map(({ symbol, lot }) => `${symbol} ${lotCalled(lot)}`));
  return vanished.length === 1
    ? `${names} was ticked and is no longer in the list: sold, no longer below its cost, or without a price. It is not in the plan.`
    : `${names} were ticked and are no longer in the list: sold, no longer below their cost, or without a price. They are not in the plan.`;
}

export function shrunkLine({ symbol, lot, shares }: Tick): string {
  return `${symbol} ${lotCalled(lot)} has fewer than the ${quantity(shares ?? 0)} shares ticked: all that are left are in the plan.`;
}

/** The running total: "3 lots: $2,300 harvested, saves $690 of tax this year". */
export function totalLine({ sales, harvestedCents, worth: told }: HarvestPlan): string {
  const worth = told === null || told === undefined ? "" : `, ${yearWorth(told)}`;
  const result = harvestedCents >= 0 ? `${wholeDollars(harvestedCents)} harvested` : `${wholeDollars(-harvestedCents)} of gain`;
  return `${count(sales.length, "lot")}: ${result}${worth}`;
}

/** Why the sum of the ticked lots is not what the plan comes to; null where it is. */
export function differenceLine(plan: HarvestPlan, lots: readonly HarvestLot[]): string | null {
  const byKey = new Map(lots.map((lot) => [lot.key, lot]));
  const gains = plan.sales.filter(({ gainCents }) => gainCents > 0);
  if (gains.length > 0) {
    return `${count(gains.length, "lot at a gain is", "lots at a gain are")} sold first, for ${money(sum(gains, ({ gainCents }) => gainCents))} of gain, so that ${gains.length === 1 ? "it replaces" : "they replace"} nothing that is sold at a loss.`;
  }
  // Parts of lots have no figure of their own to compare with.
  if (plan.sales.some(({ key, shares }) => byKey.get(key)?.shares !== shares)) return null;
  const alone = sum(plan.sales, ({ key }) => byKey.get(key)?.harvestableCents ?? 0);
  const more = plan.harvestedCents - alone;
  if (more === 0) return null;
  return more > 0
    ? `Together they harvest ${money(more)} more than each alone: shares sold first, in the order below, can no longer replace those sold after them.`
    : `Together they harvest ${money(-more)} less than each alone: the shares that are kept replace more of what is sold.`;
}

/** "Of the net loss of $4,200.00, $3,000.00 counts against other income this year; $1,200.00 is carried into 2027." */
export function limitLine({ totalCents, deductedCents, carriedOutCents }: YearEffect, year: number): string | null {
  if (totalCents >= 0) return null;
  const loss = `Of the net loss of ${money(-totalCents)}`;
  if (carriedOutCents === 0) return `The net loss of ${money(-totalCents)} counts against other income this year.`;
  return `${loss}, ${money(deductedCents)} counts against other income this year; ${money(carriedOutCents)} is carried into ${year + 1}.`;
}

/** Beside the progress bar: "$2,300.00 of $5,000.00". */
export function progressLine(harvestedCents: number, targetCents: number): string {
  return `${money(harvestedCents)} of ${money(targetCents)} harvested`;
}

/** Above the button of the footer. */
export function planWritesLine(plan: HarvestPlan | null, sheetName: string | null, lots: number): string {
  if (plan === null || plan.sales.length === 0 || sheetName === null) return lots === 0 ? "There is no plan to write." : "Tick lots to make a plan.";
  return `Writes ${count(plan.sales.length, "sale")}, the buy-back dates and the effect on the year to new sheet ‘${sheetName}’.`;
}

/** "XYZ lot L1: loss $250.00, $200.00 of it washed, long-term in 40 days, ticked" */
export function candidateMark(lot: HarvestLot, ticked: boolean): string {
  const washed = lot.permanentCents > 0 ? `, ${money(lot.permanentCents)} of it lost for good` : lot.washedCents > 0 ? `, ${money(lot.washedCents)} of it washed` : "";
  return `${lot.symbol} ${lotCalled(lot.lot)}: loss ${money(lot.lossCents)}${washed}, ${candidateTerm(lot).toLowerCase()}${ticked ? ", ticked" : ""}`;
}

/** "9 of 12 lots are clean; 2 turn long-term within 31 days." */
export function candidatesSummary(lots: readonly HarvestLot[]): string {
  const clean = lots.filter(({ washedCents }) => washedCents === 0).length;
  const soon = lots.filter(({ daysToLongTerm }) => daysToLongTerm !== null && daysToLongTerm <= 31).length;
  const turn = soon === 0 ? "none turns long-term" : `${soon} ${soon === 1 ? "turns" : "turn"} long-term`;
  return `${quantity(clean)} of ${count(lots.length, "lot")} ${clean === 1 ? "is" : "are"} clean; ${turn} within 31 days.`;
}

/** "From $4,200.00 of gain so far to −$1,050.00 with 3 sales." */
export function effectSummary({ soFar, totalCents }: YearEffect, sales: number): string {
  return `From ${money(soFar.shortCents + soFar.longCents)} so far to ${money(totalCents)} with ${count(sales, "sale")}.`;
}

/** The thresholds of the settings, until the user names others. */
export function filterOf(view: Pick<HarvestView, "minLossCents" | "minLossShare">): CandidatesFilter {
  return { minLossCents: view.minLossCents, minLossShare: view.minLossShare, term: "any" };
}

/** Targets that the year suggests: what brings it to zero, and what reaches the net loss that counts this year. */
export function yearTargets({ soFar, carriedIn }: YearEffect, limitCents: number): { readonly zeroCents: number | null; readonly limitCents: number | null } {
  const before = soFar.shortCents + soFar.longCents + carriedIn.shortCents + carriedIn.longCents;
  return { zeroCents: before > 0 ? before : null, limitCents: before + limitCents > 0 ? before + limitCents : null };
}

/** "2026 so far: $4,020 of gain." With what earlier years carried in. */
export function soFarLine({ soFar, carriedIn }: YearEffect, year: number): string {
  const cents = soFar.shortCents + soFar.longCents;
  const carried = 0 - carriedIn.shortCents - carriedIn.longCents;
  const result = cents === 0 ? "neither gain nor loss" : cents > 0 ? `${wholeDollars(cents)} of gain` : `${wholeDollars(-cents)} of loss`;
  return `${year} so far: ${result}${carried === 0 ? "" : `, and ${wholeDollars(carried)} of loss carried in`}.`;
}
