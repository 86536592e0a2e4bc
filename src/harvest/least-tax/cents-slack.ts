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
  const starts = new Float64Array(blocks.length);
  const ends = new Float64Array(blocks.length);
  let count = 0;
  for (const block of blocks) {
    if (offers[block.offer]!.isEven || block.size <= 0) continue;
    const reach = (MOST_ROUNDED_CENTS * block.steps) / block.size;
    const ratio = ratioOf(block);
    starts[count] = ratio - reach;
    ends[count] = ratio + reach;
    count += 1;
  }
  const from = starts.subarray(0, count).sort();
  const to = ends.subarray(0, count).sort();
  let most = 0;
  let closed = 0;
  for (let open = 1; open <= count; open += 1) {
    while (to[closed]! < from[open - 1]!) closed += 1;
    most = Math.max(most, open - closed);
  }
  return most * MOST_ROUNDED_CENTS;
}
