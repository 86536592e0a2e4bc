/**
 * Shares to give to charity: long-term ones with the greatest gain for each dollar given, whose gain is then never taxed;
 * never a loss, which selling would let count, and never short-term ones, of which only the basis may be deducted.
 * IRC 170(e)(1)(A).
 */
import { partOf, type Offer } from "./offers";

export interface Gift {
  /** Index of the offer. */
  readonly offer: number;
  readonly steps: number;
  readonly valueCents: number;
  /** Never taxed when given. */
  readonly gainCents: number;
}

/** Gives no more than the amount; the last lot is cut to whole steps. @param amountCents value to give */
export function charityGifts(offers: readonly Offer[], amountCents: number): readonly Gift[] {
  const whole = offers.map((offer) => partOf(offer, offer.steps));
  const ratio = (at: number): number => whole[at]!.longCents / whole[at]!.proceedsCents;
  const order = [...offers.keys()]
    .filter((at) => whole[at]!.longCents > 0 && offers[at]!.pieces.every(({ isLong }) => isLong))
    .sort((a, b) => ratio(b) - ratio(a) || a - b);
  const gifts: Gift[] = [];
  let left = amountCents;
  for (const at of order) {
    const offer = offers[at]!;
    let steps = Math.min(offer.steps, Math.floor((left * offer.steps) / offer.valueCents) + 1);
    while (steps > 0 && partOf(offer, steps).proceedsCents > left) steps -= 1;
    if (steps === 0) continue;
    const part = partOf(offer, steps);
    gifts.push({ offer: at, steps, valueCents: part.proceedsCents, gainCents: part.longCents });
    left -= part.proceedsCents;
  }
  return gifts;
}
