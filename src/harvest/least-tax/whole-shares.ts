/**
 * Whole steps near a division of proceeds over fractional shares: all lots below the margin whole, the lot at the margin
 * cut, and then steps given and taken among the lots around it as long as the tax falls.
 */
import { isReached, making, type Aim } from "./aim";
import { lastStepCents, type Basket } from "./basket";
import type { GainCurve } from "./gain-curve";
import { partOf } from "./offers";
import type { QuickTax } from "./quick-tax";

export interface Search {
  readonly tax: QuickTax;
  /** Realised this year already. Cents. */
  readonly shortCents: number;
  readonly longCents: number;
  readonly aim: Aim;
}

/** Lots on each side of the margin that may give or take steps. */
const NEIGHBOURS = 5;
/** Steps given to one lot or taken from it at a time, while another makes up for them. */
const MOST_MOVED = 3;
const MOST_ROUNDS = 40;

/** Blocks taken whole from the first `size` of a curve; the block at the margin as far as whole steps fit. */
export function fill(basket: Basket, { blocks, size: sizes }: GainCurve, size: number): number {
  let at = 0;
  for (; at < blocks.length && sizes[at + 1]! <= size; at += 1) {
    const block = blocks[at]!;
    basket.set(block.offer, basket.steps[block.offer]! + block.steps);
  }
  const margin = blocks[at];
  if (margin !== undefined && size > sizes[at]!) {
    const share = (size - sizes[at]!) / margin.size;
    basket.set(margin.offer, basket.steps[margin.offer]! + Math.floor(share * margin.steps));
  }
  return at;
}

/** Offers around a place of a curve. */
export function around({ blocks }: GainCurve, at: number): number[] {
  return blocks.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1).map(({ offer }) => offer);
}

/** Gives and takes steps among these offers until no such change lowers the tax. null: the aim is not reached within the limits. */
export function improve(search: Search, basket: Basket, among: readonly number[]): number | null {
  const offers = [...new Set(among)];
  const near = { ...search, cheapestElsewhereCents: search.aim.isTight ? cheapestStep(basket, offers) : Infinity };
  let best = valueOf(near, basket, offers);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const better = bestChange(near, basket, offers, best);
    if (better === null) break;
    for (const [offer, steps] of better.changes) basket.set(offer, steps);
    best = better.value;
  }
  return best.tax === Infinity ? null : best.tax;
}

/** The lower tax, with what is short of the amount, first, then what sells less. */
interface Value {
  readonly tax: number;
  readonly proceedsCents: number;
}

function isBelow(one: Value, other: Value): boolean {
  return one.tax < other.tax - 1e-6 || (one.tax <= other.tax + 1e-6 && one.proceedsCents < other.proceedsCents && one.tax !== Infinity);
}

/** A search among some offers. @property cheapestElsewhereCents least that a last step sold of the others brings */
interface Near extends Search {
  readonly cheapestElsewhereCents: number;
}

function cheapestStep(basket: Basket, except: readonly number[]): number {
  const left = new Set(except);
  let least = Infinity;
  for (let at = 0; at < basket.steps.length; at += 1) {
    if (basket.steps[at]! > 0 && !left.has(at)) least = Math.min(least, freeStepCents(basket, at));
  }
  return least;
}

function valueOf(search: Near, basket: Basket, among: readonly number[]): Value {
  const { proceedsCents, shortCents, longCents } = basket;
  const fails = basket.beyond > 0 || !isReached(search.aim, basket) || (search.aim.isTight && sellsTooMuch(search, basket, among));
  if (fails) return { tax: Infinity, proceedsCents };
  // What is not to be passed is to be neared: a dollar short counts as a dollar of tax.
  const short = search.aim.side === "from" ? 0 : search.aim.cents - search.aim.of(basket);
  return { tax: search.tax.of(search.shortCents + shortCents, search.longCents + longCents) + short, proceedsCents };
}

/** A lot of which one step less would still raise the cash. */
function sellsTooMuch({ aim, cheapestElsewhereCents }: Near, basket: Basket, among: readonly number[]): boolean {
  const over = basket.proceedsCents - aim.cents;
  if (over === 0) return false;
  return cheapestElsewhereCents <= over || among.some((at) => basket.steps[at]! > 0 && freeStepCents(basket, at) <= over);
}

/** Cents of the last step sold; Infinity where the symbol would then bring less than it must. */
export function freeStepCents(basket: Basket, at: number): number {
  const cents = lastStepCents(basket.offers[at]!, basket.steps[at]!);
  if (basket.limits.leastCents === 0) return cents;
  const left = basket.ofSymbol(at) - cents;
  return left > 0 && left < basket.limits.leastCents ? Infinity : cents;
}

interface Change {
  readonly changes: readonly (readonly [offer: number, steps: number])[];
  readonly value: Value;
}

function bestChange(search: Near, basket: Basket, offers: readonly number[], current: Value): Change | null {
  let best: Change | null = null;
  const consider = (...changes: readonly (readonly [number, number])[]): void => {
    const before = changes.map(([offer]) => [offer, basket.steps[offer]!] as const);
    for (const [offer, steps] of changes) basket.set(offer, steps);
    const value = valueOf(search, basket, offers);
    for (const [offer, steps] of before) basket.set(offer, steps);
    if (isBelow(value, best?.value ?? current)) best = { changes, value };
  };
  for (const one of offers) {
    const alone = making(search.aim, basket, one, 0);
    if (alone !== null && alone !== basket.steps[one]) consider([one, alone]);
    for (let moved = -MOST_MOVED; moved <= MOST_MOVED; moved += 1) {
      const steps = basket.steps[one]! + moved;
      if (moved === 0 || steps < 0 || steps > basket.offers[one]!.steps) continue;
      consider([one, steps]);
      const change = search.aim.of(partOf(basket.offers[one]!, steps)) - search.aim.of(basket.part(one));
      for (const other of offers) {
        if (other === one) continue;
        const made = making(search.aim, basket, other, change);
        if (made !== null) consider([one, steps], [other, made]);
      }
    }
  }
  return best;
}
