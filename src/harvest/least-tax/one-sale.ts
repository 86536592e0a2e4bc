/**
 * The lots of one security that a sale of so many shares should take so that the year's tax is least (R-TAX-5). Every share
 * brings the same, so for each division between short-term and long-term shares each side gives what gains least a share,
 * and whole shares divide exactly: the least over all divisions is the least there is, the rounding of cents aside.
 */
import type { TaxBasis } from "../../tax/tax-basis";
import { centsSlack } from "./cents-slack";
import { gainCurve, leastGains, type GainCurve } from "./gain-curve";
import { blocksOf, type Offer } from "./offers";
import { quickTax } from "./quick-tax";
import { divisions } from "./sweep";

export interface OneSaleTask {
  readonly basis: TaxBasis;
  /** Realised this year besides, adjusted. Cents. */
  readonly shortCents: number;
  readonly longCents: number;
  readonly offers: readonly Offer[];
  /** To be sold; no more than the offers have. */
  readonly steps: number;
}

export interface OneSale {
  /** Steps of each offer. */
  readonly steps: Int32Array;
  /** Tax of the whole year that no choice of these lots goes below, if nothing is disallowed. Cents, not rounded. */
  readonly boundCents: number;
  /** Of the bound: what the rounding of cents can take from it. */
  readonly roundingCents: number;
}

export function oneSale(task: OneSaleTask): OneSale {
  const { offers, steps } = task;
  const tax = quickTax(task.basis);
  const blocks = blocksOf(offers, "steps");
  const short = gainCurve(blocks.filter(({ isLong }) => !isLong));
  const long = gainCurve(blocks.filter(({ isLong }) => isLong));
  const [shortGain, longGain] = [leastGains(short, 0), leastGains(long, 0)];
  const valleys = divisions({ tax, shortCents: task.shortCents, longCents: task.longCents, short: shortGain, long: longGain, size: steps }, Infinity);
  // Between two places where the slope changes the least whole number lies beside one of them.
  const wholes = new Set(valleys.flatMap(({ shortSize }) => [Math.floor(shortSize), Math.ceil(shortSize)]));
  let [best, least] = [0, Infinity];
  for (const whole of wholes) {
    const cents = tax.of(task.shortCents + gainOfFirst(short, whole), task.longCents + gainOfFirst(long, steps - whole));
    if (cents < least) [best, least] = [whole, cents];
  }
  const roundingCents = tax.steepest * (centsSlack(short.blocks, offers) + centsSlack(long.blocks, offers)) + BINARY_CENTS;
  const sold = new Int32Array(offers.length);
  takeFirst(short, best, sold);
  takeFirst(long, steps - best, sold);
  return { steps: sold, boundCents: least - roundingCents - tax.offByCents, roundingCents };
}

/** What sums of doubles can be off. */
const BINARY_CENTS = 0.01;

/** Gain of the first `steps` of a curve; not a number of steps it has: Infinity. */
function gainOfFirst(curve: GainCurve, steps: number): number {
  if (steps < 0 || steps > curve.size.at(-1)!) return Infinity;
  let at = 0;
  while (at < curve.blocks.length && curve.size[at + 1]! <= steps) at += 1;
  const block = curve.blocks[at];
  return curve.gain[at]! + (block === undefined ? 0 : ((steps - curve.size[at]!) / block.size) * block.gainCents);
}

function takeFirst({ blocks, size }: GainCurve, steps: number, sold: Int32Array): void {
  blocks.forEach((block, at) => {
    sold[block.offer]! += Math.max(0, Math.min(block.steps, steps - size[at]!));
  });
}
