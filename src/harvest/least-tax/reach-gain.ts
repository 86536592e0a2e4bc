/**
 * Which lots realise a net gain, or a net loss, of an amount at the least tax of the year, in whole shares, and a bound that
 * no choice can go below (R-TAX-5). The tax depends on the lots only through the two sums of gains, and each term reaches any
 * sum between all its losses and all its gains: what is left to choose is one number, how the amount divides between the
 * terms. The tax is piecewise linear along it, so its least is at an end or at a kink.
 */
import { aimOf, isReached, making, type Aim } from "./aim";
import { Basket } from "./basket";
import { byGain } from "./gain-curve";
import { leaveOut } from "./leave-out";
import { singleBlocks, type Block, type Offer } from "./offers";
import { quickTax, type QuickTax } from "./quick-tax";
import { mostUnderCap, repair, type SmallTrades } from "./repair";
import type { SaleBound, SaleChoice, SaleTask } from "./sale-task";
import { symbolLimits, underCaps, type SymbolLimits } from "./symbol-limits";
import { withMoved } from "./term-moves";
import { improve, type Search } from "./whole-shares";

/** What a term can sell, the most gain (or loss) for a dollar first. */
interface Side {
  readonly gains: readonly Block[];
  readonly losses: readonly Block[];
  /** The same without caps: a lot that these leave out may still take the place of another. */
  readonly wantedGains: readonly Block[];
  readonly wantedLosses: readonly Block[];
  /** Cents: all losses, negative, and all gains. */
  readonly least: number;
  readonly most: number;
}

/** Divisions that are tried in whole shares. */
const MOST_TRIED = 6;
/** Lots next to those sold that may give or take steps. */
const NEIGHBOURS = 5;
/** Of no more lots than these all may. */
const FEW = 20;
/** Lots that are left out, or sold whole, for another start of the search. */
const MOST_KICKED = 10;
/** Of more lots the first start is near enough: a share matters less. */
const MANY = 200;

/** null: within the limits the lots do not reach it, or no plan was found. */
export function reachGain(task: SaleTask, small: SmallTrades = "dropped"): SaleChoice | null {
  const ground = groundOf(task);
  const { limits, tax, sides: [short, long] } = ground;
  const aim = aimOf(task.goal, task.exactness);
  const isAllLosses = task.goal.kind === "loss" && aim.side === "from";
  const total = task.goal.kind === "gain" ? aim.cents : -aim.cents;
  if (task.goal.kind === "gain" ? short.most + long.most < total : short.least + long.least > total) return null;
  const search: Search = { tax, shortCents: task.shortCents, longCents: task.longCents, aim };
  const targets = isAllLosses
    ? [{ shortCents: short.least, longCents: long.least }]
    : divisionsOf(task, tax, [short, long], total, 0).slice(0, task.offers.length > MANY ? 1 : MOST_TRIED).map(({ shortCents }) => ({ shortCents, longCents: total - shortCents }));
  let best: Settled | null = null;
  for (const target of targets) {
    const found = inWholeShares(search, new Basket(task.offers, limits), [short, long], target, small);
    if (found !== null && (best === null || isBetter(aim, found, best))) best = found;
  }
  if (best === null) return null;
  const { steps, proceedsCents, shortCents, longCents } = best.basket;
  return { steps, proceedsCents, shortCents, longCents, ...boundOf(task, ground, Math.min(aim.cents, aim.of(best.basket))) };
}

/** The greatest gain, or loss, that can be realised; positive. */
export function mostGain({ offers, limits, goal }: SaleTask): number {
  const [short, long] = sidesOf(offers, symbolLimits(offers, limits));
  return goal.kind === "gain" ? short.most + long.most : -(short.least + long.least);
}

/** The least tax over fractional shares. @param reachedCents of a gain that is not to be passed: of choices that realise no less */
export function gainBound(task: SaleTask, reachedCents: number): SaleBound {
  return boundOf(task, groundOf(task), reachedCents);
}

/** What the search and its bound both rest on. */
interface Ground {
  readonly limits: SymbolLimits;
  readonly tax: QuickTax;
  readonly sides: readonly [short: Side, long: Side];
}

function groundOf({ basis, offers, limits: tradeLimits }: SaleTask): Ground {
  const limits = symbolLimits(offers, tradeLimits);
  return { limits, tax: quickTax(basis), sides: sidesOf(offers, limits) };
}

function boundOf(task: SaleTask, { tax, sides }: Ground, reachedCents: number): SaleBound {
  // Every lot cut can be rounded by less than two cents; that moves the ends of what a term can reach.
  const roundedCents = 2 * task.offers.reduce((sum, offer) => sum + (offer.isEven ? 0 : offer.pieces.length), 0);
  const movedCents = task.movedCents ?? 0;
  const [short, long] = sides;
  const least =
    task.goal.kind === "loss" && task.exactness === "at least"
      ? // What moves leaves one term and enters the other: the sum stays.
        withMoved(tax, movedCents).of(task.shortCents + short.least - roundedCents, task.longCents + long.least - roundedCents)
      : divisionsOf(task, tax, sides, task.goal.kind === "gain" ? reachedCents : -task.goal.cents, roundedCents + movedCents)[0]!.taxCents;
  return { boundCents: least - BINARY_CENTS - tax.offByCents, roundingCents: BINARY_CENTS };
}

/** What sums of doubles can be off. */
const BINARY_CENTS = 0.01;

function sidesOf(offers: readonly Offer[], limits: SymbolLimits): readonly [short: Side, long: Side] {
  const blocks = singleBlocks(offers);
  const side = (isLong: boolean): Side => {
    const own = blocks.filter((block) => block.isLong === isLong);
    const wantedGains = byGain(own.filter((block) => block.gainCents > 0), "greatest first");
    const wantedLosses = byGain(own.filter((block) => block.gainCents < 0), "least first");
    const gains = underCaps(wantedGains, limits);
    const losses = underCaps(wantedLosses, limits);
    const sum = (of: readonly Block[]): number => of.reduce((total, block) => total + block.gainCents, 0);
    return { gains, losses, wantedGains, wantedLosses, least: sum(losses), most: sum(gains) };
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

interface Settled {
  readonly basket: Basket;
  readonly tax: number;
}

function inWholeShares(search: Search, basket: Basket, [short, long]: readonly [Side, Side], target: Target, small: SmallTrades): Settled | null {
  const ends = [...fillTo(basket, short, target.shortCents), ...fillTo(basket, long, target.longCents)];
  const near = basket.offers.length <= FEW ? [...basket.offers.keys()] : [...new Set(ends)];
  const wanted = wantedFor(search.aim, [short, long], target);
  const settle = (one: Basket): Settled | null => settled(search, one, near, wanted, small);
  let best = settle(basket);
  if (basket.offers.length > MANY) return best;
  for (const at of near.slice(0, MOST_KICKED)) {
    const kicked = basket.copy();
    kicked.set(at, kicked.steps[at]! > 0 ? 0 : kicked.offers[at]!.steps);
    const found = settle(kicked);
    if (found !== null && (best === null || isBetter(search.aim, found, best))) best = found;
  }
  return best;
}

/** From what is sold so far to a choice that no small change makes better. null: none within the aim and the limits. */
function settled(search: Search, basket: Basket, near: readonly number[], wanted: readonly number[], small: SmallTrades): Settled | null {
  const { aim } = search;
  if (aim.side === "from") {
    repair(basket, aim, wanted, small);
    leaveOut(search, basket, wanted);
    const tax = improve(search, basket, near);
    return tax === null ? null : { basket, tax };
  }
  dropBeyond(basket, aim, wanted);
  if (basket.beyond > 0) repair(basket, aim, wanted, small);
  fillUp(basket, aim, wanted);
  if (basket.beyond > 0 || aim.of(basket) > aim.cents) return null;
  // The tax falls with what is realised: nothing of the amount may be given up for it.
  if (improve({ ...search, aim: { ...aim, floorCents: aim.of(basket) } }, basket, near) === null) return null;
  fillUp(basket, aim, wanted);
  if (aim.of(basket) <= 0) return null;
  return { basket, tax: search.tax.of(search.shortCents + basket.shortCents, search.longCents + basket.longCents) };
}

/** Sells less until the amount is not passed, the least wanted first. */
function dropBeyond(basket: Basket, aim: Aim, wanted: readonly number[]): void {
  for (let place = wanted.length - 1; place >= 0; place -= 1) {
    const at = wanted[place]!;
    if (aim.of(basket) <= aim.cents) return;
    if (basket.steps[at] === 0) continue;
    const most = making(aim, basket, at, 0) ?? 0;
    if (most < basket.steps[at]!) basket.set(at, most);
  }
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
  const blocks = (side: Side): readonly Block[] => (isGain ? side.wantedGains : side.wantedLosses);
  const order = Math.abs(shortCents) > Math.abs(longCents) ? [short, long] : [long, short];
  return order.flatMap(blocks).map((block) => block.offer);
}

/** Sells more as long as whole shares fit without passing the amount. */
function fillUp(basket: Basket, aim: Aim, wanted: readonly number[]): void {
  for (const at of wanted) {
    const sold = basket.steps[at]!;
    if (sold === basket.offers[at]!.steps) continue;
    const most = making(aim, basket, at, 0);
    if (most === null || most <= sold) continue;
    basket.set(at, mostUnderCap(basket, at, most));
    if (basket.beyond > 0 || !isReached(aim, basket)) basket.set(at, sold);
  }
}

/** What is nearer is better, and what costs less; a dollar of either counts the same. */
function isBetter(aim: Aim, one: Settled, other: Settled): boolean {
  const short = (of: Settled): number => (aim.side === "from" ? 0 : aim.cents - aim.of(of.basket));
  const less = one.tax + short(one) - other.tax - short(other);
  return less < -1e-6 || (less <= 1e-6 && one.basket.proceedsCents < other.basket.proceedsCents);
}
