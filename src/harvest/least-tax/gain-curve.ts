/** Blocks of one term in the order of gain for their size: what the least gain is for any size sold. Convex. */
import { inOrder } from "./in-order";
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
  const wanted = byGain(blocks, "least first");
  const sorted = limits === undefined ? wanted : underCaps(wanted, limits);
  const size = new Float64Array(sorted.length + 1);
  const gain = new Float64Array(sorted.length + 1);
  for (let at = 0; at < sorted.length; at += 1) {
    size[at + 1] = size[at]! + sorted[at]!.size;
    gain[at + 1] = gain[at]! + sorted[at]!.gainCents;
  }
  return { blocks: sorted, size, gain };
}

/** Blocks in the order of gain for their size. */
export function byGain(blocks: readonly Block[], first: "least first" | "greatest first"): Block[] {
  const keys = new Float64Array(blocks.length);
  for (let at = 0; at < blocks.length; at += 1) keys[at] = first === "least first" ? ratioOf(blocks[at]!) : -ratioOf(blocks[at]!);
  return Array.from(inOrder(keys), (at) => blocks[at]!);
}

/** The blocks of two curves, the least gain for its size first. */
export function merged(one: GainCurve, other: GainCurve): Block[] {
  const both: Block[] = [];
  let next = 0;
  for (const block of one.blocks) {
    for (; next < other.blocks.length && ratioOf(other.blocks[next]!) < ratioOf(block); next += 1) both.push(other.blocks[next]!);
    both.push(block);
  }
  for (; next < other.blocks.length; next += 1) both.push(other.blocks[next]!);
  return both;
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
  const sizes = new Float64Array(curve.size.length + 2);
  const gains = new Float64Array(curve.size.length + 2);
  let count = 0;
  const add = (size: number, gain: number): void => {
    sizes[count] = size;
    gains[count] = gain;
    count += 1;
  };
  add(0, gainAt(curve, Math.min(window, end)));
  // As far as losses reach shifted to the left by the window, then level, then as it is.
  let at = 0;
  for (; curve.size[at]! < end; at += 1) if (curve.size[at]! > window) add(curve.size[at]! - window, curve.gain[at]!);
  if (end > window) add(end - window, gainAt(curve, end));
  for (; at < curve.size.length; at += 1) add(curve.size[at]!, curve.gain[at]!);
  return { size: sizes.subarray(0, count), gain: gains.subarray(0, count) };
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
