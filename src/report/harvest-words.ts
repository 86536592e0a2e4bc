/**
 * What a harvest says in words: what is washed and by which purchase, what helps, what waiting changes, what may still
 * wash the loss (R-TLH-2, R-TLH-3, R-TLH-6). HARVEST joins the sentences into its Note; the pane shows them one by one.
 */
import type { WorthNothing, WorthOfLoss } from "../harvest/worth-of-loss";
import type { HarvestAnswer, HarvestLot, HarvestPlan, HarvestWarning, PlannedSale, WashedBy } from "../harvest/harvest-types";
import { isoFromDay, type Day } from "../values/plain-date";
import { plainNumber } from "./figures";
import { moneyText } from "../values/money-text";

/** How a day is written: the cells' ISO text, or the pane's locale. */
export type DayWords = (day: Day) => string;

/** Purchases told one by one; the rest are added up. */
const TOLD = 2;

/** All there is to say of a lot, the heaviest first; [] where nothing stands in the way. */
export function harvestSentences(lot: HarvestLot, days: DayWords = isoFromDay): string[] {
  return [
    ...washedSentences(lot, days),
    ...given(sellFirstSentence(lot)),
    ...given(safeSentence(lot)),
    ...given(waitingSentence(lot, days)),
    ...worthSentences(lot.worth),
    ...given(worthlessSentence(lot)),
    ...lot.warnings.map((warning) => warningSentence(warning, days)),
  ];
}

/** The same of a sale of a plan. @param lot the whole lot by itself, where the answer has it */
export function plannedSentences(sale: PlannedSale, lot: HarvestLot | undefined, days: DayWords = isoFromDay): string[] {
  const isPart = lot !== undefined && sale.shares < lot.shares;
  return [
    ...(isPart ? [`${plainNumber(sale.shares)} of the ${plainNumber(lot.shares)} in the lot.`] : []),
    ...(sale.gainCents > 0 ? [`Sold at a gain of ${moneyText(sale.gainCents)}, so that it washes none of the losses below.`] : []),
    ...washedSentences(sale, days),
    ...worthSentences(sale.worth ?? null),
    ...(lot?.warnings ?? []).map((warning) => warningSentence(warning, days)),
  ];
}

/** "Row 3 (bought 2024-11-20) replaces 20 of these: $140.00 is washed." One a purchase, what is lost for good first. */
export function washedSentences({ symbol, washedBy }: Pick<HarvestLot, "symbol" | "washedBy">, days: DayWords = isoFromDay): string[] {
  const byWeight = [...washedBy].sort((a, b) => b.permanentCents - a.permanentCents || b.disallowedCents - a.disallowedCents);
  const said = byWeight.slice(0, TOLD).map((by) => washedBySentence(symbol, by, days));
  const rest = byWeight.slice(TOLD);
  if (rest.length === 0) return said;
  const cents = rest.reduce((sum, by) => sum + by.disallowedCents, 0);
  return [...said, `${rest.length} more ${rest.length === 1 ? "purchase washes" : "purchases wash"} ${moneyText(cents)}.`];
}

/** @param symbol what is sold; an identical security or an option is named */
export function washedBySentence(symbol: string, by: WashedBy, days: DayWords = isoFromDay): string {
  const other = by.symbol.toUpperCase() === symbol.toUpperCase() ? "" : `${by.symbol} `;
  const when = by.pending ? `${other}dated ${days(by.day)}, still to come` : `${other}bought ${days(by.day)}`;
  const opening = `Row ${by.row} (${when}) replaces ${plainNumber(by.shares)} of these`;
  if (by.permanentCents === 0) return `${opening}: ${moneyText(by.disallowedCents)} is washed.`;
  const lost = `${moneyText(by.permanentCents)} is lost for good, replaced in ${by.account}.`;
  const deferred = by.disallowedCents - by.permanentCents;
  return deferred === 0 ? `${opening}: ${lost}` : `${opening}: ${moneyText(deferred)} is washed and ${lost}`;
}

/** The lots whose sale before this one takes the replacement away (R-WS-4). */
export function sellFirstSentence({ account, cleanAfterSelling }: HarvestLot): string | null {
  if (cleanAfterSelling.length === 0) return null;
  const names = cleanAfterSelling.map((first) => `${plainNumber(first.shares)} of ${first.lot}${first.account === account ? "" : ` in ${first.account}`}`);
  return `Sell ${inSequence(names)} first and nothing is washed.`;
}

/** What of a lot that would be washed can be sold today all the same. */
export function safeSentence({ washedCents, safeShares, shares }: HarvestLot): string | null {
  // Where all shares are safe, what does not count is no wash sale's (R-HP-8).
  if (washedCents === 0 || safeShares === 0 || safeShares === shares) return null;
  return `${plainNumber(safeShares)} of ${plainNumber(shares)} can be sold today with nothing washed.`;
}

/** R-TLH-6: a short-term loss is worth more than a long-term one, a washed one may be worth less today than later. */
export function waitingSentence(lot: HarvestLot, days: DayWords = isoFromDay): string | null {
  const { longTermOn, daysToLongTerm, taxSavedCents, taxSavedLongCents } = lot;
  if (longTermOn === null || daysToLongTerm === null || taxSavedCents === null || taxSavedLongCents === null) return null;
  const more = taxSavedLongCents - taxSavedCents;
  const change = more === 0 ? "save the same" : `save ${moneyText(Math.abs(more))} ${more > 0 ? "more" : "less"}`;
  return `Turns long-term on ${days(longTermOn)} (${daysText(daysToLongTerm)}); sold then at this price it would ${change}.`;
}

const NOTHING_SAID: Readonly<Record<WorthNothing, string>> = {
  "past-limit": "your losses are past the year's limit without it, and all of it is carried on",
  "untaxed-gains": "the gains it offsets are taxed at 0%",
  "untaxed-income": "the income it lowers is not taxed",
  "table-step": "the tax table moves in steps, and your tax stays on the same one",
  "under-a-cent": "it saves less than half a cent",
};

/** R-TLH-5; and R-TLH-4: what buying back at a lower basis defers is not saved. [] where nothing saved has to come back. */
export function worthSentences(worth: WorthOfLoss | null): string[] {
  if (worth === null) return [];
  const { nothing, savedCents, comesBackCents, keptCents } = worth;
  const said = nothing === null ? [] : [`Worth nothing to you this year: ${NOTHING_SAID[nothing]}.`];
  if (comesBackCents <= 0 || savedCents < 0) return said;
  const later = `Buying it back defers tax: ${moneyText(comesBackCents)} comes back once it is sold long-term`;
  const less = keptCents === 0 ? "as much as it saves now" : `${moneyText(-keptCents)} more than it saves now`;
  const rest = keptCents > 0 ? `${moneyText(keptCents)} is kept for good` : less;
  return [...said, `${later}, ${rest}.`];
}

/** R-CA-9. */
export function worthlessSentence({ valueCents }: HarvestLot): string | null {
  if (valueCents !== 0) return null;
  return "Worth nothing at this price: a security that became worthless counts as sold on 31 December (action Worthless).";
}

/** R-TLH-3. */
export function warningSentence(warning: HarvestWarning, days: DayWords = isoFromDay): string {
  switch (warning.kind) {
    case "reinvests":
      return `Dividends are reinvested in ${warning.account}, last on ${days(warning.lastDay)}: one within 30 days after the sale washes as many shares${forGood(warning)}.`;
    case "buys-regularly":
      return `Bought regularly in ${warning.account}: the purchase expected on ${days(warning.expected)} would wash as many shares${forGood(warning)}.`;
    case "unknown-basis":
      return "Basis unknown, taken as 0 where it is: the loss may be larger.";
    case "averaged":
      return "Average basis: the earliest shares of the pool leave first, so name no lot on the sale (R-AVG-3).";
    case "fund-six-months":
      return "Held six months or less: exempt-interest dividends take a part of the loss (R-HP-8).";
    case "short-open":
      return "A short position in it is open: check for a constructive sale (R-SS-5).";
    case "short-holds-period":
      return `A short sale that is open holds the period of ${plainNumber(warning.shares)} of these: they stay short-term until it is closed, and begin a new period then (R-SS-2).`;
    case "collectible":
      return `${warning.symbol} is a collectible: its long-term gains and losses are taxed at up to 28%, not at the rates of other long-term results (R-TAX-4).`;
    case "identical-held":
      return `${warning.symbol}, identical by your settings, is held in ${warning.account}: buying more of it washes this loss.`;
  }
}

/** What of a target cannot be reached; null when it is reached. */
export function shortOfTargetSentence({ harvestedCents, shortOfTargetCents }: HarvestPlan): string | null {
  if (shortOfTargetCents <= 0) return null;
  return `The target is out of reach: these sales harvest ${moneyText(harvestedCents)}, ${moneyText(shortOfTargetCents)} short of it.`;
}

/** Where a target finds no sale at all: lots are below their basis, and what was tried is washed. */
export function nothingToHarvestSentence({ lots }: HarvestAnswer): string {
  const count = lots.length === 1 ? "1 lot is" : `${lots.length} lots are`;
  return `The target is out of reach: ${count} below cost, but no sale was found that harvests anything today. Without a target the table says why.`;
}

/** `1 day`, `82 days` */
export function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

function forGood({ retirement }: { readonly retirement: boolean }): string {
  return retirement ? ", their loss lost for good" : "";
}

function inSequence(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")}, then ${names[names.length - 1]}`;
}

function given(sentence: string | null): string[] {
  return sentence === null ? [] : [sentence];
}
