/**
 * The choice of least tax for any goal, within limits on trades. The bound holds with them: caps are inside it, symbols too
 * small for a trade are not in it. Where a symbol would bring less than it must, it is left out or more of it is sold,
 * whichever is less tax: that is searched, not proven, and the distance to the bound says how far it can be off.
 */
import { aimOf } from "./aim";
import { partOf } from "./offers";
import { quickTax } from "./quick-tax";
import { cashBound, raiseCash } from "./raise-cash";
import { gainBound, mostGain, reachGain } from "./reach-gain";
import type { SmallTrades } from "./repair";
import type { SaleBound, SaleChoice, SaleTask } from "./sale-task";
import { symbolLimits } from "./symbol-limits";

/** Symbols left out one by one, the search made anew each time. */
const MOST_LEFT_OUT = 12;

/** null: within the limits the lots do not reach the goal, or no plan was found. */
export function chooseSales(task: SaleTask): SaleChoice | null {
  if (!isLimited(task)) return solve(task, "dropped");
  const standing = worthTrading(task);
  const tax = quickTax(task.basis);
  const taxOf = ({ shortCents, longCents }: SaleChoice): number => tax.of(task.shortCents + shortCents, task.longCents + longCents);
  const better = (one: SaleChoice | null, other: SaleChoice | null): SaleChoice | null => {
    if (one === null || other === null) return one ?? other;
    return taxOf(other) < taxOf(one) - 1e-6 ? other : one;
  };
  let best = better(among(task, standing, "dropped"), among(task, standing, "raised"));
  // Without the limit the search shows which symbols would be small; each is left out in turn.
  const anySize = { ...task, limits: { ...task.limits, leastTradeCents: null } };
  let left = standing;
  for (let round = 0; round < MOST_LEFT_OUT; round += 1) {
    const loose = among(anySize, left, "dropped");
    const small = loose === null ? null : smallest(task, loose.steps);
    if (small === null) break;
    left = left.filter((at) => task.offers[at]!.symbol !== small);
    best = better(better(best, among(task, left, "raised")), among(task, left, "dropped"));
  }
  return best === null ? null : { ...best, ...boundFor(task, aimOf(task.goal, task.exactness).of(best)) };
}

/** The least tax that any choice within the limits can have, which reaches so much. @param reachedCents of a gain or loss that is not to be passed */
export function boundFor(task: SaleTask, reachedCents: number): SaleBound {
  const offers = isLimited(task) ? worthTrading(task).map((at) => task.offers[at]!) : task.offers;
  const standing = { ...task, offers };
  if (task.goal.kind === "cash") return cashBound(standing);
  return gainBound(standing, Math.min(task.goal.cents, reachedCents));
}

/** Even over fractional shares the lots do not reach the goal within the limits. */
export function isOutOfReach(task: SaleTask): boolean {
  return mostReached(task) < task.goal.cents;
}

/** All that the lots can reach within the limits, over fractional shares. */
export function mostReached(task: SaleTask): number {
  const standing = { ...task, offers: worthTrading(task).map((at) => task.offers[at]!) };
  if (task.goal.kind !== "cash") return Math.floor(mostGain(standing));
  const { valueCents, mostCents } = symbolLimits(standing.offers, task.limits);
  return valueCents.reduce((sum, cents, symbol) => sum + Math.min(cents, mostCents[symbol]!), 0);
}

function isLimited({ limits }: SaleTask): boolean {
  return limits.mostOfSymbolCents !== null || limits.mostOf.size > 0 || limits.leastTradeCents !== null;
}

function solve(task: SaleTask, small: SmallTrades): SaleChoice | null {
  return task.goal.kind === "cash" ? raiseCash(task, small) : reachGain(task, small);
}

/** Offers whose symbols can bring what a trade must. */
function worthTrading({ offers, limits }: SaleTask): readonly number[] {
  const { symbolOf, valueCents, mostCents, leastCents } = symbolLimits(offers, limits);
  return [...offers.keys()].filter((at) => Math.min(valueCents[symbolOf[at]!]!, mostCents[symbolOf[at]!]!) >= leastCents);
}

function among(task: SaleTask, left: readonly number[], small: SmallTrades): SaleChoice | null {
  const found = solve({ ...task, offers: left.map((at) => task.offers[at]!) }, small);
  if (found === null) return null;
  const steps = new Int32Array(task.offers.length);
  left.forEach((at, one) => (steps[at] = found.steps[one]!));
  return { ...found, steps };
}

/** The symbol that is sold for least, where that is less than a trade must be. */
function smallest({ offers, limits }: SaleTask, steps: Int32Array): string | null {
  const bySymbol = new Map<string, number>();
  offers.forEach((offer, at) => {
    if (steps[at]! > 0) bySymbol.set(offer.symbol, (bySymbol.get(offer.symbol) ?? 0) + partOf(offer, steps[at]!).proceedsCents);
  });
  const [least] = [...bySymbol].filter(([, cents]) => cents < (limits.leastTradeCents ?? 0)).sort((a, b) => a[1] - b[1]);
  return least?.[0] ?? null;
}
