/**
 * Which lots raise an amount of cash at the least tax of the year, in whole shares, and a bound that no choice can go
 * below (R-TAX-5). The lots are taken as they stand: what wash sales disallow is the caller's to simulate.
 */
import { aimOf } from "./aim";
import { Basket } from "./basket";
import { centsSlack } from "./cents-slack";
import { gainCurve, leastGains, merged, sizeOfAll, sizeOfLosses, type GainCurve } from "./gain-curve";
import { leaveOut } from "./leave-out";
import { blocksOf, type Block, type Offer } from "./offers";
import { quickTax, type QuickTax } from "./quick-tax";
import { dropUnneeded, repair, type SmallTrades } from "./repair";
import type { SaleBound, SaleChoice, SaleTask } from "./sale-task";
import { divisions, type SweepTask } from "./sweep";
import { isAnyCapped, isCapped, symbolLimits, type SymbolLimits } from "./symbol-limits";
import { withMoved } from "./term-moves";
import { around, fill, improve, type Search } from "./whole-shares";

/** Places of the sweep that are tried in whole shares. */
const MOST_TRIED = 4;

/** null: within the limits the lots bring less, or no plan was found. */
export function raiseCash(task: SaleTask, small: SmallTrades = "dropped"): SaleChoice | null {
  const { offers, goal } = task;
  const sweep = sweepOf(task);
  const { limits, tax, short, long } = sweep;
  // What a cap withholds of both terms together the curves of each do not know.
  const all = limits.valueCents.reduce((sum, cents, symbol) => sum + Math.min(cents, limits.mostCents[symbol]!), 0);
  if (all < goal.cents) return null;
  const valleys = divisions(sweep.task, MOST_TRIED);
  const search: Search = { tax, shortCents: task.shortCents, longCents: task.longCents, aim: aimOf(goal, task.exactness) };
  const upward = merged(short, long);
  let best: { readonly basket: Basket; readonly tax: number } | null = null;
  for (const { shortSize } of valleys) {
    const found = inWholeShares(search, new Basket(offers, limits), [short, long], [shortSize, goal.cents - shortSize], upward, small);
    if (found !== null && (best === null || found.tax < best.tax)) best = found;
  }
  if (best === null) return null;
  const { steps, proceedsCents, shortCents, longCents } = best.basket;
  return { steps, proceedsCents, shortCents, longCents, ...boundOf(task, sweep, valleys[0]!.taxCents) };
}

/** The least tax of any choice that raises the cash, over fractional shares. */
export function cashBound(task: SaleTask): SaleBound {
  return boundOf(task, sweepOf(task), null);
}

interface CashSweep {
  readonly limits: SymbolLimits;
  readonly tax: QuickTax;
  readonly short: GainCurve;
  readonly long: GainCurve;
  readonly task: SweepTask;
}

function sweepOf({ basis, offers, goal, exactness, limits: tradeLimits, shortCents, longCents }: SaleTask): CashSweep {
  const limits = symbolLimits(offers, tradeLimits);
  const tax = quickTax(basis);
  const blocks = blocksOf(offers, "proceeds");
  const short = gainCurve(blocks.filter((block) => !block.isLong), limits);
  const long = gainCurve(blocks.filter((block) => block.isLong), limits);
  const windowCents = exactness === "exactly" ? mostOver(offers, limits) : Infinity;
  const size = Math.min(goal.cents, sizeOfAll(short) + sizeOfAll(long));
  const task = { tax, shortCents, longCents, short: leastGains(short, windowCents), long: leastGains(long, windowCents), size };
  return { limits, tax, short, long, task };
}

/** What may be sold beyond the cash though no share can be left out: part of a share, or of what a symbol must bring at least. */
function mostOver(offers: readonly Offer[], { leastCents }: SymbolLimits): number {
  if (leastCents > 0) return Infinity;
  return 1 + offers.reduce((most, offer) => Math.max(most, Math.ceil(offer.valueCents / offer.steps)), 0);
}

/** @param sweptCents what the sweep has found already; null: it is still to be made */
function boundOf({ offers, movedCents = 0 }: SaleTask, { limits, tax, short, long, task }: CashSweep, sweptCents: number | null): SaleBound {
  const sweep = movedCents > 0 ? { ...task, tax: withMoved(tax, movedCents) } : task;
  const least = sweptCents !== null && movedCents === 0 ? sweptCents : divisions(sweep, 1)[0]!.taxCents;
  const roundingCents = tax.steepest * (slackOf(short, offers, limits) + slackOf(long, offers, limits)) + BINARY_CENTS;
  return { boundCents: least - roundingCents - tax.offByCents, roundingCents };
}

/** What sums of doubles can be off. */
const BINARY_CENTS = 0.01;

/** The curve is cut at the margin, and, of each symbol under a cap, where the cap is. */
function slackOf(curve: GainCurve, offers: readonly Offer[], limits: SymbolLimits): number {
  if (!isAnyCapped(limits)) return centsSlack(curve.blocks, offers);
  const capped = new Map<number, Block[]>();
  for (const block of curve.blocks) {
    const symbol = limits.symbolOf[block.offer]!;
    if (isCapped(limits, symbol)) capped.set(symbol, [...(capped.get(symbol) ?? []), block]);
  }
  return [curve.blocks, ...capped.values()].reduce((sum, blocks) => sum + centsSlack(blocks, offers), 0);
}

function inWholeShares(
  search: Search,
  basket: Basket,
  [short, long]: readonly [GainCurve, GainCurve],
  [shortSize, longSize]: readonly [number, number],
  upward: readonly Block[],
  small: SmallTrades,
): { readonly basket: Basket; readonly tax: number } | null {
  const { aim } = search;
  const shortEnd = fill(basket, short, aim.isTight ? shortSize : Math.max(shortSize, sizeOfLosses(short)));
  const longEnd = fill(basket, long, aim.isTight ? longSize : Math.max(longSize, sizeOfLosses(long)));
  const wanted = upward.map((block) => block.offer);
  repair(basket, aim, wanted, small);
  if (aim.isTight) dropUnneeded(basket, aim, wanted);
  else if (basket.proceedsCents > aim.cents) leaveOut(search, basket, upward.filter((block) => block.gainCents < 0).map((block) => block.offer));
  const near = [...around(short, shortEnd), ...around(long, longEnd)];
  const tax = improve(search, basket, near);
  return tax === null ? null : { basket, tax };
}
