/** A sale to be decided, as sums and inequalities: what must hold of cash and results, and what can be reached. Cents. */
import { aimOf, isReached, type Aim } from "../aim";
import { Basket } from "../basket";
import { quickTax, type QuickTax } from "../quick-tax";
import type { SaleTask } from "../sale-task";
import { isCapped, symbolLimits, type SymbolLimits } from "../symbol-limits";
import { freeStepCents } from "../whole-shares";
import type { HalfPlane, Region } from "./cells";
import { linearOffer, type LinearOffer } from "./linear-offer";
import { leastSum, type Prices } from "./priced";

export interface SaleSpace {
  readonly task: SaleTask;
  readonly tax: QuickTax;
  readonly aim: Aim;
  readonly limits: SymbolLimits;
  readonly offers: readonly LinearOffer[];
  /** Cents that the sales bring, between two numbers. */
  readonly cash: readonly [number, number];
  /** Symbols whose cap may bind. */
  readonly capped: readonly number[];
  /** The year's results with the sales. */
  readonly region: Region;
  readonly beyond: readonly HalfPlane[];
}

/** @param floorCents of a gain or loss that is not to be passed: at least so much of it */
export function saleSpace(task: SaleTask, floorCents: number): SaleSpace {
  const offers = task.offers.map(linearOffer);
  const limits = symbolLimits(task.offers, task.limits);
  const aim = { ...aimOf(task.goal, task.exactness), floorCents };
  const capped = Array.from(limits.mostCents.keys()).filter((symbol) => isCapped(limits, symbol));
  const bare = { task, tax: quickTax(task.basis), aim, limits, offers, cash: cashOf(task, aim, limits), capped };
  const [short, long, total] = [sides(bare, 1, 0), sides(bare, 0, 1), sides(bare, 1, 1)];
  const region = { short, long, total: overlap(total, totalOf(task, aim)) };
  const beyond = DIRECTIONS.map(([a, b]) => ({ a, b, cents: leastOf(bare, a, b) }));
  return { ...bare, region, beyond };
}

type Bare = Omit<SaleSpace, "region" | "beyond">;

/** Ways in which less of both terms is looked for, to know what can be reached. */
const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, 0.1],
  [1, 0.25],
  [1, 0.5],
  [1, 0.75],
  [0.75, 1],
  [0.5, 1],
  [0.25, 1],
  [0.1, 1],
];

function cashOf({ goal, offers }: SaleTask, { isTight }: Aim, { leastCents }: SymbolLimits): readonly [number, number] {
  if (goal.kind !== "cash") return [0, Infinity];
  // Where a trade must bring so much, it may bring more than the cash needs.
  if (!isTight || leastCents > 0) return [goal.cents, Infinity];
  return [goal.cents, goal.cents + offers.reduce((most, { valueCents, steps }) => Math.max(most, Math.ceil(valueCents / steps)), 0)];
}

function totalOf({ goal, shortCents, longCents }: SaleTask, { side, floorCents }: Aim): readonly [number, number] {
  if (goal.kind === "cash") return [-Infinity, Infinity];
  const from = shortCents + longCents;
  const [least, most] = side === "from" ? [goal.cents, Infinity] : [floorCents, goal.cents];
  return goal.kind === "gain" ? [from + least, from + most] : [from - most, from - least];
}

function overlap(one: readonly [number, number], other: readonly [number, number]): readonly [number, number] {
  return [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
}

/** The least and the most that a × short + b × long of the year can be. */
function sides(space: Bare, a: number, b: number): readonly [number, number] {
  return [leastOf(space, a, b), -leastOf(space, -a, -b)];
}

/** No sale that brings the cash has less of a × short + b × long. */
function leastOf(space: Bare, a: number, b: number): number {
  return leastSum(space, { short: a, long: b, cash: cashPrice(space, a, b), ofSymbol: new Map() } satisfies Prices).sum;
}

/** What the last cent of the cash costs in a × short + b × long. */
function cashPrice({ offers, cash }: Bare, a: number, b: number): number {
  let left = cash[0];
  const costly: { readonly price: number; readonly cents: number }[] = [];
  for (const { pieces } of offers) {
    for (const { steps, proceeds, short, long } of pieces) {
      const cost = a * short + b * long;
      if (cost <= 0) left -= steps * proceeds;
      else if (proceeds > 0) costly.push({ price: cost / proceeds, cents: steps * proceeds });
    }
  }
  if (left <= 0) return 0;
  costly.sort((one, other) => one.price - other.price);
  for (const { price, cents } of costly) {
    left -= cents;
    if (left <= 0) return price;
  }
  return costly.at(-1)?.price ?? 0;
}

/** The sums of a choice; null where it does not reach the aim or stand within the limits. */
export function standing({ task, aim, limits }: SaleSpace, steps: ArrayLike<number>): Basket | null {
  const basket = new Basket(task.offers, limits);
  for (let at = 0; at < steps.length; at += 1) if (steps[at]! > 0) basket.set(at, steps[at]!);
  if (basket.beyond > 0 || !isReached(aim, basket)) return null;
  const over = basket.proceedsCents - aim.cents;
  const sellsTooMuch = aim.isTight && over > 0 && basket.steps.some((sold, at) => sold > 0 && freeStepCents(basket, at) <= over);
  return sellsTooMuch ? null : basket;
}
