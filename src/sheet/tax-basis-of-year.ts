/** The tax of the year a sale falls in: the return that the settings state must be that year's (R-TAX-6). */
import type { TaxBasis } from "../tax/tax-basis";
import { refuse, type Outcome } from "../values/outcome";
import type { Settings } from "./reading-types";
import { otherReturn, returnFactsOf } from "./return-facts";
import { taxBasisOf } from "./tax-basis-of-settings";

/** missing-fact where the settings state the return of another year, or what taxBasisOf cannot do without. */
export function taxBasisOfYear(settings: Pick<Settings, "tax">, year: number): Outcome<TaxBasis> {
  const basis = taxBasisOf(settings);
  if (!basis.ok) return basis;
  if (basis.value.by === "law") {
    const stated = basis.value.situation.law.year;
    return stated === year ? basis : refuse("missing-fact", otherReturn(stated, year));
  }
  // Rates hold in any year; losses carried into another year do not.
  const facts = returnFactsOf(settings.tax, year);
  return facts.ok ? basis : facts;
}
