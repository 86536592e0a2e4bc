/** Shares at a long-term gain, the greatest gain for a dollar first, taken as far as something has room for them. */
import { Basket } from "./basket";
import { partOf, type Offer } from "./offers";
import { mostUnderCap } from "./repair";
import type { SymbolLimits } from "./symbol-limits";

/** The shares of an offer that leave first, as far as they are long-term and at a gain (R-LOT-5, R-AVG-3). */
export interface GainingFront {
  /** Index of the offer. */
  readonly offer: number;
  readonly steps: number;
}

/** Behind a share of another kind none can be had without it. */
export function byGainForADollar(offers: readonly Offer[]): GainingFront[] {
  const fronts = offers
    .map((offer, at) => ({ offer: at, steps: gainingSteps(offer) }))
    .filter(({ steps }) => steps > 0)
    .map((front) => ({ front, ...partOf(offers[front.offer]!, front.steps) }));
  return fronts.sort((a, b) => b.longCents / b.proceedsCents - a.longCents / a.proceedsCents).map(({ front }) => front);
}

function gainingSteps({ pieces, steps, valueCents }: Offer): number {
  let front = 0;
  for (const piece of pieces) {
    if (!piece.isLong || (valueCents * piece.steps) / steps <= piece.basisCents) break;
    front += piece.steps;
  }
  return front;
}

/** @param room steps of an offer that still fit, whatever the caps */
export function takeInOrder(offers: readonly Offer[], order: readonly GainingFront[], limits: SymbolLimits, room: (basket: Basket, front: GainingFront) => number): Basket {
  const out = new Set<number>();
  for (;;) {
    const basket = new Basket(offers, limits);
    for (const front of order) {
      if (!out.has(limits.symbolOf[front.offer]!)) basket.set(front.offer, mostUnderCap(basket, front.offer, room(basket, front)));
    }
    if (basket.beyond === 0) return basket;
    // The symbol that brings least: without it there is more room for the others.
    const [small] = [...basket.sold.keys()].filter((symbol) => basket.sold[symbol]! > 0 && basket.sold[symbol]! < limits.leastCents).sort((a, b) => basket.sold[a]! - basket.sold[b]!);
    out.add(small!);
  }
}
