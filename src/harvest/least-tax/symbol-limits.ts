/** Limits on what each symbol brings: no more than a cap, and no less than a minimum when it is sold at all. */
import type { Block, Offer } from "./offers";
import type { TradeLimits } from "./sale-task";

export interface SymbolLimits {
  /** By offer: index of its symbol. */
  readonly symbolOf: Int32Array;
  /** By symbol; Infinity: no limit. */
  readonly mostCents: Float64Array;
  /** 0: no limit. */
  readonly leastCents: number;
  /** By symbol: all that it could bring. */
  readonly valueCents: Float64Array;
}

export function symbolLimits(offers: readonly Offer[], { mostOfSymbolCents, mostOf, leastTradeCents }: TradeLimits): SymbolLimits {
  const symbols = new Map<string, number>();
  const symbolOf = Int32Array.from(offers, ({ symbol }) => {
    const known = symbols.get(symbol) ?? symbols.size;
    symbols.set(symbol, known);
    return known;
  });
  const mostCents = Float64Array.from(symbols.keys(), (symbol) => mostOf.get(symbol.toUpperCase()) ?? mostOfSymbolCents ?? Infinity);
  const valueCents = new Float64Array(symbols.size);
  offers.forEach((offer, at) => (valueCents[symbolOf[at]!]! += offer.valueCents));
  return { symbolOf, mostCents, leastCents: leastTradeCents ?? 0, valueCents };
}

/** Whether so much of a symbol is beyond its limits. */
export function isBeyond({ mostCents, leastCents }: SymbolLimits, symbol: number, cents: number): boolean {
  return cents > mostCents[symbol]! || (cents > 0 && cents < leastCents);
}

/** A cap is below what the symbol could bring. */
export function isCapped({ mostCents, valueCents }: SymbolLimits, symbol: number): boolean {
  return valueCents[symbol]! > mostCents[symbol]!;
}

/**
 * Of blocks in the order in which they are wanted, those that fit under the caps: over fractional shares the best there is,
 * because a cap concerns one symbol and each share of a block is as good as the next.
 */
export function underCaps(wanted: readonly Block[], limits: SymbolLimits): readonly Block[] {
  if (!limits.mostCents.some((_, symbol) => isCapped(limits, symbol))) return wanted;
  const left = Float64Array.from(limits.mostCents);
  return wanted.flatMap((block) => {
    const symbol = limits.symbolOf[block.offer]!;
    const room = left[symbol]!;
    if (block.proceedsCents <= room) {
      left[symbol]! -= block.proceedsCents;
      return [block];
    }
    left[symbol] = 0;
    if (room <= 0) return [];
    const share = room / block.proceedsCents;
    return [{ ...block, steps: Math.floor(share * block.steps), size: share * block.size, gainCents: share * block.gainCents, proceedsCents: room }];
  });
}
