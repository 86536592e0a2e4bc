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
  const symbolOf = new Int32Array(offers.length);
  const values: number[] = [];
  for (let at = 0; at < offers.length; at += 1) {
    const { symbol, valueCents } = offers[at]!;
    let number = symbols.get(symbol);
    if (number === undefined) {
      number = symbols.size;
      symbols.set(symbol, number);
      values.push(0);
    }
    symbolOf[at] = number;
    values[number]! += valueCents;
  }
  const mostCents = new Float64Array(symbols.size).fill(mostOfSymbolCents ?? Infinity);
  if (mostOf.size > 0) for (const [symbol, number] of symbols) mostCents[number] = mostOf.get(symbol.toUpperCase()) ?? mostCents[number]!;
  return { symbolOf, mostCents, leastCents: leastTradeCents ?? 0, valueCents: new Float64Array(values) };
}

/** Whether so much of a symbol is beyond its limits. */
export function isBeyond({ mostCents, leastCents }: SymbolLimits, symbol: number, cents: number): boolean {
  return cents > mostCents[symbol]! || (cents > 0 && cents < leastCents);
}

/** A cap is below what the symbol could bring. */
export function isCapped({ mostCents, valueCents }: SymbolLimits, symbol: number): boolean {
  return valueCents[symbol]! > mostCents[symbol]!;
}

/** A cap of any symbol is. */
export function isAnyCapped(limits: SymbolLimits): boolean {
  return limits.mostCents.some((_, symbol) => isCapped(limits, symbol));
}

/**
 * Of blocks in the order in which they are wanted, those that fit under the caps: over fractional shares the best there is,
 * because a cap concerns one symbol and each share of a block is as good as the next.
 */
export function underCaps(wanted: readonly Block[], limits: SymbolLimits): readonly Block[] {
  if (!isAnyCapped(limits)) return wanted;
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
