/** Blocks of one term in the order of gain for a dollar of proceeds: what the least gain is for any proceeds. Convex. */
import type { Block } from "./offers";

export interface GainCurve {
  /** Least gain for a dollar first. */
  readonly blocks: readonly Block[];
  /** Before each block, and after the last one: one entry more than there are blocks. Cents. */
  readonly proceeds: Float64Array;
  readonly gain: Float64Array;
}

export function gainCurve(blocks: readonly Block[]): GainCurve {
  const ratio = Float64Array.from(blocks, ratioOf);
  const order = Array.from(blocks, (_, at) => at).sort((a, b) => ratio[a]! - ratio[b]! || a - b);
  const sorted = order.map((at) => blocks[at]!);
  const [proceeds, gain] = [new Float64Array(sorted.length + 1), new Float64Array(sorted.length + 1)];
  sorted.forEach((block, at) => {
    proceeds[at + 1] = proceeds[at]! + block.proceedsCents;
    gain[at + 1] = gain[at]! + block.gainCents;
  });
  return { blocks: sorted, proceeds, gain };
}

/** Gain for a dollar. What brings nothing and is worth nothing stands first as a loss, or last of all. */
export function ratioOf({ gainCents, proceedsCents }: Block): number {
  if (proceedsCents > 0) return gainCents / proceedsCents;
  return gainCents < 0 ? -Infinity : Infinity;
}

export function proceedsOfAll({ proceeds }: GainCurve): number {
  return proceeds.at(-1)!;
}

/** Proceeds at which the gain is least: all losses are sold. */
export function proceedsOfLosses({ blocks, proceeds }: GainCurve): number {
  let at = 0;
  while (at < blocks.length && blocks[at]!.gainCents < 0) at += 1;
  return proceeds[at]!;
}

/** Points of a piecewise linear curve, left to right. */
export interface Points {
  readonly proceeds: Float64Array;
  readonly gain: Float64Array;
}

/**
 * The least gain where up to `windowCents` more than the proceeds may be sold: losses are sold beyond them. Infinity: as
 * much as one likes.
 */
export function leastGains(curve: GainCurve, windowCents: number): Points {
  const end = proceedsOfLosses(curve);
  const [p, g] = [[0], [gainAt(curve, Math.min(windowCents, end))]];
  const add = (cents: number, gain: number): void => void (p.push(cents), g.push(gain));
  // As far as losses reach shifted to the left by the window, then level, then as it is.
  curve.proceeds.forEach((cents, at) => {
    if (cents > windowCents && cents < end) add(cents - windowCents, curve.gain[at]!);
  });
  if (end > windowCents) add(end - windowCents, gainAt(curve, end));
  curve.proceeds.forEach((cents, at) => {
    if (cents >= end) add(cents, curve.gain[at]!);
  });
  return { proceeds: Float64Array.from(p), gain: Float64Array.from(g) };
}

/** Between the points linear. At a leap (what is worth nothing) the least. */
export function gainAt({ proceeds, gain }: Points, cents: number): number {
  let [low, high] = [0, proceeds.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (proceeds[middle]! <= cents) low = middle;
    else high = middle - 1;
  }
  if (low === proceeds.length - 1) return gain[low]!;
  const share = (cents - proceeds[low]!) / (proceeds[low + 1]! - proceeds[low]!);
  return gain[low]! + share * (gain[low + 1]! - gain[low]!);
}
