/** How capital results of a year turn into tax: by the law in force, or by rates the user states. */
import { wholeCents, type Exact } from "./exact";
import type { Carryover, Netted } from "./netting";
import { taxAtRates, type StatedRates } from "./stated-rates";
import { yearTax, type TaxSituation } from "./year-tax";

export type TaxBasis =
  | { readonly by: "law"; readonly situation: TaxSituation }
  | { readonly by: "rates"; readonly rates: StatedRates };

/** Tax of the year as far as capital results bear on it. Cents, not rounded. */
export interface TaxOfResults {
  readonly netted: Netted;
  readonly carryover: Carryover;
  /** By the law the whole regular tax of the return; at stated rates that on the results alone. */
  readonly regular: Exact;
  readonly niit: Exact;
  readonly state: Exact;
  readonly total: Exact;
}

/** @param shortCents this year's adjusted short-term results; longCents long-term; carryovers come from the basis */
export function taxOfResults(basis: TaxBasis, shortCents: number, longCents: number): TaxOfResults {
  if (basis.by === "law") {
    const { netted, carryover, regular, niit, state, total } = yearTax(basis.situation, shortCents, longCents);
    return { netted, carryover, regular: regular.tax, niit, state, total };
  }
  const tax = taxAtRates(basis.rates, shortCents, longCents);
  return { ...tax, total: tax.regular.plus(tax.niit).plus(tax.state) };
}

/** R-TAX-5: tax with the further results less tax without them, both computed in full. Whole cents. */
export function taxDifference(
  basis: TaxBasis,
  without: { readonly shortCents: number; readonly longCents: number },
  further: { readonly shortCents: number; readonly longCents: number },
): number {
  const before = taxOfResults(basis, without.shortCents, without.longCents).total;
  const after = taxOfResults(basis, without.shortCents + further.shortCents, without.longCents + further.longCents).total;
  return wholeCents(after.minus(before));
}
