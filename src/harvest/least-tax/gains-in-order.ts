/** Lots at a long-term gain, the greatest gain for a dollar first, taken as far as something has room for them. */
import { Basket } from "./basket";
import { partOf, type Offer } from "./offers";
import { mostUnderCap } from "./repair";
import type { SymbolLimits } from "./symbol-limits";

/** Whole long-term offers at a gain; one with a short-term piece would bring another kind of gain. */
export function byGainForADollar(offers: readonly Offer[]): number[] {
  const gains = offers.map((offer) => partOf(offer, offer.steps));
  const isLongGain = (at: number): boolean => gains[at]!.longCents > 0 && offers[at]!.pieces.every(({ isLong }) => isLong);
  const ratio = (at: number): number => gains[at]!.longCents / gains[at]!.proceedsCents;
  return [...offers.keys()].filter(isLongGain).sort((a, b) => ratio(b) - ratio(a) || a - b);
}

/** @param room steps of an offer that still fit, whatever the caps */
export function takeInOrder(offers: readonly Offer[], order: readonly number[], limits: SymbolLimits, room: (basket: Basket, offer: number) => number): Basket {
  const out = new Set<number>();
  for (;;) {
    const basket = new Basket(offers, limits);
    for (const at of order) {
      if (!out.has(limits.symbolOf[at]!)) basket.set(at, mostUnderCap(basket, at, room(basket, at)));
    }
    if (basket.beyond === 0) return basket;
    // The symbol that brings least: without it there is more room for the others.
    const [small] = [...basket.sold.keys()].filter((symbol) => basket.sold[symbol]! > 0 && basket.sold[symbol]! < limits.leastCents).sort((a, b) => basket.sold[a]! - basket.sold[b]!);
    out.add(small!);
  }
}
