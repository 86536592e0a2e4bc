/** Tax that losses save this year: tax without the sale less tax with it, both computed in full (R-TAX-5). */
import { taxDifference } from "../tax/tax-basis";
import type { HarvestFacts } from "./harvest-types";

/**
 * What the loss of a sale of this symbol saves: whole cents; null where the tax of the year is not known, and for a
 * long-term loss of a collectible, which has a rate of its own (R-TAX-4).
 */
export function taxSavedOn(facts: HarvestFacts, symbol: number, shortCents: number, longCents: number): number | null {
  return longCents !== 0 && facts.trades.collectibles.has(symbol) ? null : taxSavedCents(facts, shortCents, longCents);
}

/** Whole cents; null where the tax of the year is not known. @param shortCents loss that counts, positive; negative is a gain */
export function taxSavedCents({ year }: Pick<HarvestFacts, "year">, shortCents: number, longCents: number): number | null {
  if (!year.ok) return null;
  return 0 - taxDifference(year.value.basis, year.value.realised, { shortCents: 0 - shortCents, longCents: 0 - longCents });
}
