/** Blocks of one term in the order of gain for their size: what the least gain is for any size sold. Convex. */
import type { Block } from "./offers";
import { underCaps, type SymbolLimits } from "./symbol-limits";

export interface GainCurve {
  /** Least gain for its size first. */
  readonly blocks: readonly Block[];
  /** Before each block, and after the last one: one entry more than there are blocks. */
  readonly size: Float64Array;
  readonly gain: Float64Array;
}

export function gainCurve(blocks: readonly Block[], limits?: SymbolLimits): GainCurve {
  const ratio = Float64Array.from(blocks, ratioOf);
  const order = Array.from(blocks, (_, at) => at).sort((a, b) => ratio[a]! - ratio[b]! || a - b);
  const inOrder = order.map((at) => blocks[at]!);
  const sorted = limits === undefined ? inOrder : underCaps(inOrder, limits);
  const [size, gain] = [new Float64Array(sorted.length + 1), new Float64Array(sorted.length + 1)];
  sorted.forEach((block, at) => {
    size[at + 1] = size[at]! + block.size;
    gain[at + 1] = gain[at]! + block.gainCents;
  });
  return { blocks: sorted, size, gain };
}

/** Gain for its size. What brings nothing stands first as a loss, or last of all. */
export function ratioOf({ gainCents, size }: Block): number {
  if (size > 0) return gainCents / size;
  return gainCents < 0 ? -Infinity : Infinity;
}

export function sizeOfAll({ size }: GainCurve): number {
  return size.at(-1)!;
}

/** Size at which the gain is least: all losses are sold. */
export function sizeOfLosses({ blocks, size }: GainCurve): number {
  let at = 0;
  while (at < blocks.length && blocks[at]!.gainCents < 0) at += 1;
  return size[at]!;
}

/** Points of a piecewise linear curve, left to right. */
export interface Points {
  readonly size: Float64Array;
  readonly gain: Float64Array;
}

/**
 * The least gain where up to `window` more than a size may be sold: losses are sold beyond it. Infinity: as much as one
 * likes.
 */
export function leastGains(curve: GainCurve, window: number): Points {
  const end = sizeOfLosses(curve);
  const [p, g] = [[0], [gainAt(curve, Math.min(window, end))]];
  const add = (size: number, gain: number): void => {
    p.push(size);
    g.push(gain);
  };
  // As far as losses reach shifted to the left by the window, then level, then as it is.
  curve.size.forEach((size, at) => {
    if (size > window && size < end) add(size - window, curve.gain[at]!);
  });
  if (end > window) add(end - window, gainAt(curve, end));
  curve.size.forEach((size, at) => {
    if (size >= end) add(size, curve.gain[at]!);
  });
  return { size: Float64Array.from(p), gain: Float64Array.from(g) };
}

/** Between the points linear. At a leap (what is worth nothing) the least. */
export function gainAt({ size, gain }: Points, at: number): number {
  let [low, high] = [0, size.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (size[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  if (low === size.length - 1) return gain[low]!;
  const share = (at - size[low]!) / (size[low + 1]! - size[low]!);
  return gain[low]! + share * (gain[low + 1]! - gain[low]!);
}
