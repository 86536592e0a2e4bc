/**
 * R-RND-2: the one way money is divided, so that parts always add up to the cent.
 * The part is rounded, the remainder stays with what is left.
 */
import { mulDivRound } from "./mul-div-round";

/**
 * The share of `total` that belongs to `part` out of `whole`, half away from zero.
 * @param total whole cents (or units), of either sign
 * @param part  whole, 0 ≤ part ≤ whole
 * @param whole whole, > 0
 */
export function take(total: number, part: number, whole: number): number {
  if (part === whole) return total;
  // A zero is written as 0, not as the -0 that negating it would give.
  return total < 0 ? 0 - mulDivRound(-total, part, whole) : mulDivRound(total, part, whole);
}
