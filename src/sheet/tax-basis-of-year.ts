/** The tax of the year a sale falls in: the return that the settings state must be that year's (R-TAX-6). */
import type { TaxBasis } from "../tax/tax-basis";
import { refuse, type Outcome } from "../values/outcome";
import type { Settings } from "./reading-types";
import { taxBasisOf } from "./tax-basis-of-settings";

export function taxBasisOfYear(settings: Settings, year: number): Outcome<TaxBasis> {
  const basis = taxBasisOf(settings);
  if (!basis.ok || basis.value.by === "rates") return basis;
  const stated = basis.value.situation.law.year;
  if (stated === year) return basis;
  return refuse(
    "missing-fact",
    `The settings state the return of ${stated}, and the sale is in ${year}. Set Tax year to ${year} with the amounts of that return, or give Short rate and Long rate.`,
  );
}
