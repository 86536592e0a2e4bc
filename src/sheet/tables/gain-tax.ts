/** GAINTAX (R-TAX-1 to R-TAX-5): the tax that a year's capital results add, and the whole of it, in dollars. */
import { dollarsFromCents } from "../../report/figures";
import { wholeCents } from "../../tax/exact";
import { taxDifference, taxOfResults, type TaxBasis } from "../../tax/tax-basis";

export const GAINTAX_PARTS = ["Added", "Regular tax", "NIIT", "Marginal short", "Marginal long"] as const;
export type GainTaxPart = (typeof GAINTAX_PARTS)[number];

const NO_RESULTS = { shortCents: 0, longCents: 0 };
const A_DOLLAR = 1_00;

/** Dollars to the cent; of the marginal parts dollars of tax on the next dollar of gain, not rounded. */
export function gainTax(basis: TaxBasis, shortCents: number, longCents: number, part: GainTaxPart): number {
  switch (part) {
    case "Added":
      return dollarsFromCents(taxDifference(basis, NO_RESULTS, { shortCents, longCents }));
    case "Regular tax":
      return dollarsFromCents(wholeCents(taxOfResults(basis, shortCents, longCents).regular));
    case "NIIT":
      return dollarsFromCents(wholeCents(taxOfResults(basis, shortCents, longCents).niit));
    case "Marginal short":
      return taxOfNextDollar(basis, [shortCents, longCents], [shortCents + A_DOLLAR, longCents]);
    case "Marginal long":
      return taxOfNextDollar(basis, [shortCents, longCents], [shortCents, longCents + A_DOLLAR]);
  }
}

type Results = readonly [shortCents: number, longCents: number];

function taxOfNextDollar(basis: TaxBasis, now: Results, then: Results): number {
  return taxOfResults(basis, ...then).total.minus(taxOfResults(basis, ...now).total).dividedBy(A_DOLLAR).toNumber() + 0;
}
