/** What the Wash screen says. */
import { date, dateFrom, money, quantity, wholeDollars } from "../charts/formats";
import { count } from "../sentences";
import { calendarFromDay, yearOf, type Day } from "../../values/plain-date";
import type { BeforeYouBuyView, OpenWindow, PurchaseMark, SaleMark, WashTold, WashView } from "./wash-view";

/** "$912 of this year's losses are deferred; $120 are lost for good." */
export function washLine(view: Pick<WashView, "year" | "asOf" | "disallowedCents" | "permanentCents" | "releasedCents">): string {
  const { year, asOf, disallowedCents, permanentCents, releasedCents } = view;
  if (disallowedCents === 0) return `No loss of ${year} was washed.`;
  const deferred = disallowedCents - permanentCents;
  const whose = year === yearOf(asOf) ? "this year's" : `${year}'s`;
  if (deferred === 0) return `${wholeDollars(permanentCents)} of ${whose} losses are lost for good.`;
  // Once something was released, part of what was deferred is deferred no more.
  const verb = releasedCents === 0 ? "are" : "were";
  const lost = permanentCents === 0 ? "none is lost for good" : `${wholeDollars(permanentCents)} are lost for good`;
  return `${wholeDollars(deferred)} of ${whose} losses ${verb} deferred; ${lost}.`;
}

/** "2025's sales at a loss lost $1,912.00 in all." */
export function lossesLine({ year, lossCents }: Pick<WashView, "year" | "lossCents">): string {
  return lossCents === 0 ? `No taxable sale of ${year} was at a loss.` : `The losses of ${year} come to ${money(lossCents)} in all.`;
}

export interface Figure {
  readonly name: string;
  readonly cents: number;
  readonly total?: true;
}

/** From what was deferred before to what still is: the lines add up to the last. */
export function deferralFigures(view: WashView): readonly Figure[] {
  const { year, carriedInCents, disallowedCents, permanentCents, releasedCents, deferredAtYearEndCents, deferredIntoLaterCents } = view;
  const end = deferredAtYearEndCents + deferredIntoLaterCents;
  const other = end - (carriedInCents + disallowedCents - permanentCents - releasedCents);
  const lines: readonly Figure[] = [
    { name: `Deferred before ${year}`, cents: carriedInCents },
    { name: `Disallowed losses of ${year}`, cents: disallowedCents },
    { name: "Lost for good", cents: 0 - permanentCents },
    { name: `Released by sales of ${year}`, cents: 0 - releasedCents },
    { name: "Left with shares given away, or counted in another year", cents: other },
  ];
  return [...lines.filter(({ cents }) => cents !== 0), { name: stillDeferredName(view), cents: end, total: true }];
}

/** "Still deferred at 31 December 2025", or as of when while the year runs. */
function stillDeferredName({ year, deferredOn }: Pick<WashView, "year" | "deferredOn">): string {
  return isYearEnd(deferredOn) ? `Still deferred at 31 December ${year}` : `Still deferred on ${date(deferredOn)}, the year not being over`;
}

function isYearEnd(day: Day): boolean {
  const { month, dayOfMonth } = calendarFromDay(day);
  return month === 12 && dayOfMonth === 31;
}

/** Where it is: "$900.00 in 3 lots; $12.00 in purchases after that day." Null when there is none. */
export function whereDeferred(view: Pick<WashView, "deferredAtYearEndCents" | "deferredLots" | "deferredIntoLaterCents">): string | null {
  const { deferredAtYearEndCents, deferredLots, deferredIntoLaterCents } = view;
  const parts = [
    ...(deferredAtYearEndCents === 0 ? [] : [`${money(deferredAtYearEndCents)} in the basis of ${count(deferredLots, "open lot")}`]),
    ...(deferredIntoLaterCents === 0 ? [] : [`${money(deferredIntoLaterCents)} in purchases after that day`]),
  ];
  return parts.length === 0 ? null : `${parts.join("; ")}.`;
}

/** `20 shares`, `1 contract` */
export function unitsText(shares: number, unit: "share" | "contract"): string {
  return `${quantity(shares)} ${shares === 1 ? unit : `${unit}s`}`;
}

/** After the symbol's link: "sold 12/2 at a loss of $400.00; buying before 1/2/2026 would wash it." */
export function openWindowText({ sold, lossCents, clearDay }: OpenWindow, asOf: Day): string {
  return `sold ${dateFrom(sold, asOf)} at a loss of ${money(lossCents)}; buying before ${dateFrom(clearDay, asOf)} would wash it.`;
}

/** What became of a washed loss: "is added to the basis of the new shares, held from 3/4/2024." */
export function fateOf({ permanentCents, disallowedCents, replacementAccount, holdingFrom }: WashTold): string {
  if (permanentCents === disallowedCents) return `is lost for good, because ${replacementAccount} gives it no basis`;
  return `is added to the basis of the new shares, which count as held from ${date(holdingFrom)}`;
}

/** "Buying 100 XYZ on 12/5 would disallow $400.00 of past losses." */
export function beforeYouBuyLine({ ask, disallowedCents, permanentCents }: BeforeYouBuyView): string {
  const where = ask.account === null ? "" : ` in ${ask.account}`;
  const purchase = `Buying ${quantity(ask.shares)} ${ask.symbol}${where} on ${date(ask.day)}`;
  if (disallowedCents === 0) return `${purchase} washes no loss.`;
  const lost = permanentCents === 0 ? "" : `, ${money(permanentCents)} of it for good`;
  return `${purchase} would disallow ${money(disallowedCents)} of past losses${lost}.`;
}

/** "First clear day: 1/2/2026." Null where the day asked about is clear for any number of shares. */
export function clearDayLine({ ask, clearDay }: BeforeYouBuyView): string | null {
  return clearDay === ask.day ? null : `From ${date(clearDay)} on, a purchase of any size washes none of them.`;
}

/** For a mark, and for screen readers: "Bought 20 XYZ on 11/20/2025 in Schwab, row 3". */
export function purchasesLabel(purchases: readonly PurchaseMark[]): string {
  const [first] = purchases;
  if (first === undefined) return "";
  const rows = `row ${first.row}`;
  if (purchases.length === 1) return `Bought ${quantity(first.shares)} ${first.symbol} on ${date(first.day)} in ${first.account}, ${rows}`;
  return `${count(purchases.length, "purchase")} of ${first.symbol}, ${spanOf(purchases)}, first ${rows}`;
}

export function salesLabel(symbol: string, sales: readonly SaleMark[]): string {
  const [first] = sales;
  if (first === undefined) return "";
  const sum = (of: (sale: SaleMark) => number): number => sales.reduce((total, sale) => total + of(sale), 0);
  const loss = sum(({ lossCents }) => lossCents);
  const effect = [
    loss === 0 ? "no loss" : `loss ${money(loss)}`,
    ...(sum(({ disallowedCents }) => disallowedCents) === 0 ? [] : [`${money(sum(({ disallowedCents }) => disallowedCents))} washed`]),
    ...(sum(({ permanentCents }) => permanentCents) === 0 ? [] : [`${money(sum(({ permanentCents }) => permanentCents))} lost for good`]),
  ].join(", ");
  if (sales.length === 1) return `Sold ${quantity(first.shares)} ${symbol} on ${date(first.day)}: ${effect}, row ${first.row}`;
  return `${count(sales.length, "sale")} of ${symbol}, ${spanOf(sales)}: ${effect}, first row ${first.row}`;
}

function spanOf(marks: readonly { readonly day: Day }[]): string {
  const first = Math.min(...marks.map(({ day }) => day));
  const last = Math.max(...marks.map(({ day }) => day));
  return first === last ? `on ${date(first)}` : `${date(first)} to ${date(last)}`;
}
