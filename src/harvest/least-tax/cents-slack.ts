/**
 * What rounding to whole cents can take from a bound over unrounded gains. Only a lot of which a part is sold is rounded,
 * by less than two cents in gain and proceeds together. To sell a part of a lot out of order costs at least one step of its
 * distance from the marginal lot in gain for its size, so only lots within two cents of it can be cut for their rounding.
 */
import { ratioOf } from "./gain-curve";
import type { Block, Offer } from "./offers";

const MOST_ROUNDED_CENTS = 2;

/** Cents by which the gain of a side can lie below the least unrounded one. */
export function centsSlack(blocks: readonly Block[], offers: readonly Offer[]): number {
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const block of blocks) {
    if (offers[block.offer]!.isEven || block.size <= 0) continue;
    const reach = (MOST_ROUNDED_CENTS * block.steps) / block.size;
    const ratio = ratioOf(block);
    starts.push(ratio - reach);
    ends.push(ratio + reach);
  }
  const [from, to] = [Float64Array.from(starts).sort(), Float64Array.from(ends).sort()];
  let [most, open, closed] = [0, 0, 0];
  for (const start of from) {
    while (to[closed]! < start) closed += 1;
    open += 1;
    most = Math.max(most, open - closed);
  }
  return most * MOST_ROUNDED_CENTS;
}
