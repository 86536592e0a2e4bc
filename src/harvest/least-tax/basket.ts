/** What is sold, step by step, with its sums. */
import { partOf, proceedsOf, type Offer, type Part } from "./offers";
import { isBeyond, type SymbolLimits } from "./symbol-limits";

export class Basket implements Part {
  /** By offer. */
  readonly steps: Int32Array;
  proceedsCents = 0;
  shortCents = 0;
  longCents = 0;
  /** Symbols that are sold beyond their limits. */
  beyond = 0;
  /** Cents by symbol. */
  readonly sold: Float64Array;

  constructor(
    readonly offers: readonly Offer[],
    readonly limits: SymbolLimits,
  ) {
    this.steps = new Int32Array(offers.length);
    this.sold = new Float64Array(limits.mostCents.length);
  }

  copy(): Basket {
    const other = new Basket(this.offers, this.limits);
    other.steps.set(this.steps);
    other.sold.set(this.sold);
    other.proceedsCents = this.proceedsCents;
    other.shortCents = this.shortCents;
    other.longCents = this.longCents;
    other.beyond = this.beyond;
    return other;
  }

  part(offer: number): Part {
    return partOf(this.offers[offer]!, this.steps[offer]!);
  }

  /** What its symbol brings. */
  ofSymbol(offer: number): number {
    return this.sold[this.limits.symbolOf[offer]!]!;
  }

  set(offer: number, steps: number): void {
    if (steps === this.steps[offer]) return;
    const before = this.part(offer);
    this.steps[offer] = steps;
    const after = this.part(offer);
    this.proceedsCents += after.proceedsCents - before.proceedsCents;
    this.shortCents += after.shortCents - before.shortCents;
    this.longCents += after.longCents - before.longCents;
    const symbol = this.limits.symbolOf[offer]!;
    const was = isBeyond(this.limits, symbol, this.sold[symbol]!);
    this.sold[symbol]! += after.proceedsCents - before.proceedsCents;
    this.beyond += Number(isBeyond(this.limits, symbol, this.sold[symbol]!)) - Number(was);
  }
}

/** Cents that the last step sold brings. */
export function lastStepCents(offer: Offer, steps: number): number {
  return proceedsOf(offer, steps) - proceedsOf(offer, steps - 1);
}

/** The most steps, up to `most`, that bring no more than `cents`. */
export function stepsWithin(offer: Offer, cents: number, most: number): number {
  if (offer.valueCents <= cents) return most;
  let steps = Math.max(0, Math.min(most, Math.floor((cents * offer.steps) / offer.valueCents) + 1));
  while (steps > 0 && proceedsOf(offer, steps) > cents) steps -= 1;
  return steps;
}
