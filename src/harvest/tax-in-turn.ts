/** What each sale of a plan adds to the tax of the year, to those before it: together the tax of all (R-TAX-5). */
import { taxDifference, type TaxBasis } from "../tax/tax-basis";
import type { PlannedSale } from "./harvest-types";

interface TaxSoFar {
  readonly basis: TaxBasis;
  /** Adjusted. Cents. */
  readonly realised: { readonly shortCents: number; readonly longCents: number };
}

/** Whole cents, by sale. */
export function taxInTurn({ basis, realised }: TaxSoFar, sales: readonly PlannedSale[]): number[] {
  let [shortCents, longCents, before] = [0, 0, 0];
  return sales.map(({ shortGainCents, longGainCents, washedCents, shortWashedCents = 0 }) => {
    shortCents += shortGainCents + shortWashedCents;
    longCents += longGainCents + washedCents - shortWashedCents;
    const sum = taxDifference(basis, realised, { shortCents, longCents });
    const own = sum - before;
    before = sum;
    return own;
  });
}
