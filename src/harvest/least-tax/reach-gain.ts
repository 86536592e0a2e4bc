/**
 * Which lots realise a net gain, or a net loss, of an amount at the least tax of the year, in whole shares, and a bound that
 * no choice can go below (R-TAX-5). The tax depends on the lots only through the two sums of gains, and each term reaches any
 * sum between all its losses and all its gains: what is left to choose is one number, how the amount divides between the
 * terms. The tax is piecewise linear along it, so its least is at an end or at a kink.
 */
import { aimOf, isReached, making, type Aim } from "./aim";
import { Basket } from "./basket";
import { ratioOf } from "./gain-curve";
import { singleBlocks, type Block, type Offer } from "./offers";
import { quickTax, type QuickTax } from "./quick-tax";
import { repair, type SmallTrades } from "./repair";
import type { SaleBound, SaleChoice, SaleTask } from "./sale-task";
import { symbolLimits, underCaps, type SymbolLimits } from "./symbol-limits";
import { withMoved } from "./term-moves";
import { improve, type Search } from "./whole-shares";

/** What a term can sell, the most gain (or loss) for a dollar first. */
interface Side {
  readonly gains: readonly Block[];
  readonly losses: readonly Block[];
  /** Cents: all losses, negative, and all gains. */
  readonly least: number;
  readonly most: number;
}

/** Divisions that are tried in whole shares. */
const MOST_TRIED = 4;
/** Lots next to those sold that may give or take steps. */
const NEIGHBOURS = 5;

/** null: within the limits the lots do not reach it, or no plan was found. */
export function reachGain(task: SaleTask, small: SmallTrades = "dropped"): SaleChoice | null {
  const limits = symbolLimits(task.offers, task.limits);
  const [short, long] = sidesOf(task.offers, limits);
  const aim = aimOf(task.goal, task.exactness);
  const isAllLosses = task.goal.kind === "loss" && aim.side === "from";
  const total = task.goal.kind === "gain" ? aim.cents : -aim.cents;
  if (task.goal.kind === "gain" ? short.most + long.most < total : short.least + long.least > total) return null;
  const tax = quickTax(task.basis);
  const search: Search = { tax, shortCents: task.shortCents, longCents: task.longCents, aim };
  const targets = isAllLosses
    ? [{ shortCents: short.least, longCents: long.least }]
    : divisionsOf(task, tax, [short, long], total, 0).slice(0, MOST_TRIED).map(({ shortCents }) => ({ shortCents, longCents: total - shortCents }));
  let best: { readonly basket: Basket; readonly tax: number } | null = null;
  for (const target of targets) {
    const found = inWholeShares(search, new Basket(task.offers, limits), [short, long], target, small);
    if (found !== null && (best === null || isBetter(aim, found, best, task.offers))) best = found;
  }
  if (best === null) return null;
  const { steps, proceedsCents, shortCents, longCents } = best.basket;
  const reached = aim.side === "from" ? aim.cents : aim.of(best.basket);
  return { steps, proceedsCents, shortCents, longCents, ...gainBound(task, reached) };
}

/** The least tax of any choice that reaches so much, of a loss at least or of a gain, over fractional shares. @param reachedCents positive */
export function gainBound(task: SaleTask, reachedCents: number): SaleBound {
  const limits = symbolLimits(task.offers, task.limits);
  const sides = sidesOf(task.offers, limits);
  const tax = quickTax(task.basis);
  // Every lot cut can be rounded by less than two cents; that moves the ends of what a term can reach.
  const slack = 2 * task.offers.reduce((sum, { isEven, pieces }) => sum + (isEven ? 0 : pieces.length), 0) + (task.movedCents ?? 0);
  const [short, long] = sides;
  const least =
    task.goal.kind === "loss" && task.exactness === "at least"
      ? withMoved(tax, task.movedCents ?? 0).of(task.shortCents + short.least - slack, task.longCents + long.least - slack)
      : divisionsOf(task, tax, sides, task.goal.kind === "gain" ? reachedCents : -reachedCents, slack)[0]!.taxCents;
  return { boundCents: least - BINARY_CENTS - tax.offByCents, roundingCents: BINARY_CENTS };
}

/** What sums of doubles can be off. */
const BINARY_CENTS = 0.01;

function sidesOf(offers: readonly Offer[], limits: SymbolLimits): readonly [short: Side, long: Side] {
  const blocks = singleBlocks(offers);
  const side = (isLong: boolean): Side => {
    const own = blocks.filter((block) => block.isLong === isLong);
    const gains = underCaps(own.filter(({ gainCents }) => gainCents > 0).sort((a, b) => ratioOf(b) - ratioOf(a)), limits);
    const losses = underCaps(own.filter(({ gainCents }) => gainCents < 0).sort((a, b) => ratioOf(a) - ratioOf(b)), limits);
    const sum = (of: readonly Block[]): number => of.reduce((total, { gainCents }) => total + gainCents, 0);
    return { gains, losses, least: sum(losses), most: sum(gains) };
  };
  return [side(false), side(true)];
}

/** Short-term gains of which the rest to the total is long-term, the least tax first. At least one. */
function divisionsOf({ shortCents: s, longCents: l }: SaleTask, { of, kinks }: QuickTax, [short, long]: readonly [Side, Side], total: number, slack: number): { readonly shortCents: number; readonly taxCents: number }[] {
  const from = Math.max(short.least, total - long.most) - slack;
  const to = Math.max(from, Math.min(short.most, total - long.least) + slack);
  // Nothing of one term, too: least is sold where no lot has to make up for another.
  const places = [from, to, 0, total, ...kinks.short.map((line) => line - s), ...kinks.long.map((line) => total + l - line)];
  return [...new Set(places.map((place) => Math.min(to, Math.max(from, place))))]
    .map((shortCents) => ({ shortCents, taxCents: of(s + shortCents, l + total - shortCents) }))
    .sort((a, b) => a.taxCents - b.taxCents || Math.abs(a.shortCents) - Math.abs(b.shortCents));
}

interface Target {
  readonly shortCents: number;
  readonly longCents: number;
}

function inWholeShares(search: Search, basket: Basket, [short, long]: readonly [Side, Side], target: Target, small: SmallTrades): { readonly basket: Basket; readonly tax: number } | null {
  const { aim } = search;
  const near = [...fillTo(basket, short, target.shortCents), ...fillTo(basket, long, target.longCents)];
  const wanted = wantedFor(aim, [short, long], target);
  if (aim.side === "from" || basket.beyond > 0) repair(basket, aim, wanted, small);
  if (aim.side === "from") {
    leaveOut(search, basket, wanted);
    const tax = improve(search, basket, near);
    return tax === null ? null : { basket, tax };
  }
  fillUp(basket, aim, wanted);
  if (basket.beyond > 0 || aim.of(basket) > aim.cents) return null;
  // The tax falls with what is realised: nothing of the amount may be given up for it.
  if (improve({ ...search, aim: { ...aim, floorCents: aim.of(basket) } }, basket, near) === null) return null;
  fillUp(basket, aim, wanted);
  return { basket, tax: search.tax.of(search.shortCents + basket.shortCents, search.longCents + basket.longCents) };
}

/** Sells from the gains or the losses of a term until the target is reached; tells the lots around the last one. */
function fillTo(basket: Basket, { gains, losses }: Side, target: number): number[] {
  const blocks = target > 0 ? gains : losses;
  let [left, at] = [Math.abs(target), 0];
  for (; at < blocks.length && left > 0.5; at += 1) {
    const block = blocks[at]!;
    const gain = Math.abs(block.gainCents);
    const steps = gain <= left ? block.steps : Math.floor((left / gain) * block.steps);
    basket.set(block.offer, Math.min(basket.offers[block.offer]!.steps, basket.steps[block.offer]! + steps));
    left -= gain;
  }
  const around = (of: readonly Block[], place: number): number[] => of.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS).map(({ offer }) => offer);
  return target > 0 ? [...around(gains, at), ...around(losses, 0)] : [...around(losses, at), ...around(gains, 0)];
}

/** Lots that bring the aim nearer: those of the term that the target sells of, then the other's. */
function wantedFor({ of }: Aim, [short, long]: readonly [Side, Side], { shortCents, longCents }: Target): number[] {
  const isGain = of({ proceedsCents: 0, shortCents: 1, longCents: 0 }) > 0;
  const blocks = (side: Side): readonly Block[] => (isGain ? side.gains : side.losses);
  const order = Math.abs(shortCents) > Math.abs(longCents) ? [short, long] : [long, short];
  return order.flatMap(blocks).map(({ offer }) => offer);
}

/** Sells more as long as whole shares fit without passing the amount. */
function fillUp(basket: Basket, aim: Aim, wanted: readonly number[]): void {
  for (const at of wanted) {
    const sold = basket.steps[at]!;
    const most = making(aim, basket, at, 0);
    if (most === null || most <= sold) continue;
    basket.set(at, most);
    if (basket.beyond > 0 || !isReached(aim, basket)) basket.set(at, sold);
  }
}

/** Sells less as long as the aim is reached and the tax is not above. */
function leaveOut(search: Search, basket: Basket, wanted: readonly number[]): void {
  const taxOf = (): number => search.tax.of(search.shortCents + basket.shortCents, search.longCents + basket.longCents);
  const least = taxOf();
  for (const at of [...new Set(wanted)].reverse()) {
    const sold = basket.steps[at]!;
    let [kept, left] = [sold, 0];
    while (kept > left) {
      const middle = (kept + left) >> 1;
      basket.set(at, middle);
      if (taxOf() <= least + 1e-6 && isReached(search.aim, basket) && basket.beyond === 0) kept = middle;
      else left = middle + 1;
    }
    basket.set(at, kept);
  }
}

/** Nearer by more than a share can be, else the less tax. */
function isBetter(aim: Aim, one: { readonly basket: Basket; readonly tax: number }, other: { readonly basket: Basket; readonly tax: number }, offers: readonly Offer[]): boolean {
  const nearer = aim.side === "from" ? 0 : aim.of(one.basket) - aim.of(other.basket);
  if (Math.abs(nearer) > dearestGain(offers)) return nearer > 0;
  return one.tax < other.tax - 1e-6 || (one.tax <= other.tax + 1e-6 && one.basket.proceedsCents < other.basket.proceedsCents);
}

function dearestGain(offers: readonly Offer[]): number {
  return singleBlocks(offers).reduce((most, { gainCents, steps }) => Math.max(most, Math.abs(gainCents) / steps), 0);
}
