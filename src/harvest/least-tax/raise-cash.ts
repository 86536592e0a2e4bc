/**
 * Which lots raise an amount of cash at the least tax of the year, in whole shares, and a bound that no choice can go
 * below (R-TAX-5). The lots are taken as they stand: what wash sales disallow is the caller's to simulate.
 */
import type { TaxBasis } from "../../tax/tax-basis";
import { centsSlack } from "./cents-slack";
import { gainCurve, leastGains, sizeOfAll, sizeOfLosses, ratioOf, type GainCurve } from "./gain-curve";
import { blocksOf, type Block, type Offer } from "./offers";
import { quickTax } from "./quick-tax";
import { divisions } from "./sweep";
import { around, Basket, fill, improve, making, type Search } from "./whole-shares";

export interface CashTask {
  readonly basis: TaxBasis;
  /** Realised this year already, adjusted. Cents. */
  readonly shortCents: number;
  readonly longCents: number;
  readonly offers: readonly Offer[];
  readonly cashCents: number;
  /** Sells no share that the cash does not need; else losses are sold beyond it where they lower the tax. */
  readonly exactly: boolean;
}

export interface CashPlan {
  /** Steps sold, by offer. */
  readonly steps: Int32Array;
  readonly proceedsCents: number;
  readonly shortCents: number;
  readonly longCents: number;
  /** Tax of the whole year that no choice of these lots goes below. Cents, not rounded. */
  readonly boundCents: number;
  /** Of the bound: what the rounding of cents can take from it. */
  readonly roundingCents: number;
}

/** Places of the sweep that are tried in whole shares. */
const MOST_TRIED = 4;

/** null: all of the lots bring less. */
export function raiseCash(task: CashTask): CashPlan | null {
  const { offers, cashCents, exactly } = task;
  const tax = quickTax(task.basis);
  const blocks = blocksOf(offers, "proceeds");
  const short = gainCurve(blocks.filter(({ isLong }) => !isLong));
  const long = gainCurve(blocks.filter(({ isLong }) => isLong));
  const all = offers.reduce((sum, { valueCents }) => sum + valueCents, 0);
  if (all < cashCents) return null;
  const windowCents = exactly ? dearestStep(offers) + 1 : Infinity;
  const valleys = divisions(
    {
      tax,
      shortCents: task.shortCents,
      longCents: task.longCents,
      short: leastGains(short, windowCents),
      long: leastGains(long, windowCents),
      size: Math.min(cashCents, sizeOfAll(short) + sizeOfAll(long)),
    },
    MOST_TRIED,
  );
  const search: Search = { offers, tax, shortCents: task.shortCents, longCents: task.longCents, cashCents, exactly };
  let best: { readonly basket: Basket; readonly tax: number } | null = null;
  for (const { shortSize } of valleys) {
    const found = inWholeShares(search, short, long, shortSize);
    if (found !== null && (best === null || found.tax < best.tax)) best = found;
  }
  if (best === null) return null;
  const roundingCents = tax.steepest * (centsSlack(short, offers) + centsSlack(long, offers)) + BINARY_CENTS;
  const { steps, proceedsCents, shortCents, longCents } = best.basket;
  return { steps, proceedsCents, shortCents, longCents, boundCents: valleys[0]!.taxCents - roundingCents - tax.offByCents, roundingCents };
}

/** What sums of doubles can be off. */
const BINARY_CENTS = 0.01;

function dearestStep(offers: readonly Offer[]): number {
  return offers.reduce((most, { valueCents, steps }) => Math.max(most, Math.ceil(valueCents / steps)), 0);
}

function inWholeShares(search: Search, short: GainCurve, long: GainCurve, shortProceedsCents: number): { readonly basket: Basket; readonly tax: number } | null {
  const { offers, cashCents, exactly } = search;
  const basket = new Basket(offers);
  const longProceedsCents = cashCents - shortProceedsCents;
  const shortEnd = fill(basket, short, exactly ? shortProceedsCents : Math.max(shortProceedsCents, sizeOfLosses(short)));
  const longEnd = fill(basket, long, exactly ? longProceedsCents : Math.max(longProceedsCents, sizeOfLosses(long)));
  const upward = [...short.blocks, ...long.blocks].sort((a, b) => ratioOf(a) - ratioOf(b));
  topUp(basket, upward, cashCents);
  if (exactly) dropUnneeded(basket, upward, cashCents);
  else if (basket.proceedsCents > cashCents) leaveOut(search, basket, upward);
  const near = [...around(short, shortEnd), ...around(long, longEnd)];
  const tax = improve(search, basket, near);
  return tax === null ? null : { basket, tax };
}

/** Raises the cash: what is unsold, the least gain for a dollar first. */
function topUp(basket: Basket, upward: readonly Block[], cashCents: number): void {
  for (const { offer } of upward) {
    if (basket.proceedsCents >= cashCents) return;
    const { steps } = basket.offers[offer]!;
    const needed = making(cashCents, basket, offer, 0) ?? steps;
    if (needed > basket.steps[offer]!) basket.set(offer, needed);
  }
}

/** Drops every step that the cash does not need, the greatest gain for a dollar first. */
function dropUnneeded(basket: Basket, upward: readonly Block[], cashCents: number): void {
  for (const { offer } of [...upward].reverse()) {
    if (basket.proceedsCents <= cashCents) return;
    const needed = making(cashCents, basket, offer, 0);
    if (needed !== null && needed < basket.steps[offer]!) basket.set(offer, needed);
  }
}

/** Sells less as long as the tax stays: losses beyond what this year can use are kept, the smallest for a dollar first. */
function leaveOut({ tax, cashCents, ...search }: Search, basket: Basket, upward: readonly Block[]): void {
  const taxOf = (): number => tax.of(search.shortCents + basket.shortCents, search.longCents + basket.longCents);
  const least = taxOf();
  for (const { offer } of upward.filter(({ gainCents }) => gainCents < 0).reverse()) {
    const sold = basket.steps[offer]!;
    let [kept, left] = [sold, 0];
    // The fewest steps at which the tax is still the least and the cash still raised.
    while (kept > left) {
      const middle = (kept + left) >> 1;
      basket.set(offer, middle);
      if (taxOf() <= least + 1e-6 && basket.proceedsCents >= cashCents) kept = middle;
      else left = middle + 1;
    }
    basket.set(offer, kept);
  }
}
