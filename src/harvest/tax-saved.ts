/** Tax that losses save at the manual rates of the settings; a gain costs it. Rounded once, half away from zero. */
import { exactDecimal } from "../values/priced";
import type { HarvestFacts } from "./harvest-types";

type Rates = NonNullable<HarvestFacts["rates"]>;

/** Both rates over one denominator. */
interface ExactRates {
  readonly short: bigint;
  readonly long: bigint;
  readonly denominator: bigint;
}

const known = new WeakMap<Rates, ExactRates>();

/**
 * What the loss of a sale of this symbol saves: whole cents; null without rates, and for a long-term loss of a
 * collectible, which the long rate is not meant for (R-TAX-4).
 */
export function taxSavedOn(facts: HarvestFacts, symbol: number, shortCents: number, longCents: number): number | null {
  return longCents !== 0 && facts.trades.collectibles.has(symbol) ? null : taxSavedCents(facts, shortCents, longCents);
}

/** Whole cents; null without rates. @param shortCents loss that counts, positive; negative is a gain */
export function taxSavedCents({ rates }: HarvestFacts, shortCents: number, longCents: number): number | null {
  if (rates === null) return null;
  let exact = known.get(rates);
  if (exact === undefined) known.set(rates, (exact = exactRates(rates)));
  const saved = BigInt(shortCents) * exact.short + BigInt(longCents) * exact.long;
  const size = saved < 0n ? -saved : saved;
  const rounded = Number((2n * size + exact.denominator) / (2n * exact.denominator));
  return saved < 0n ? 0 - rounded : rounded;
}

function exactRates(rates: Rates): ExactRates {
  const [short, long] = [exactDecimal(rates.short), exactDecimal(rates.long)];
  return {
    short: short.numerator * long.denominator,
    long: long.numerator * short.denominator,
    denominator: short.denominator * long.denominator,
  };
}
