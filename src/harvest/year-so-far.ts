/** The year that sales fall into, as far as it has gone: what a tax on more sales is counted from (R-TAX-5). */
import type { TaxBasis } from "../tax/tax-basis";

/** Adjusted results by term, in cents; a loss below zero. */
export interface ResultsByTerm {
  readonly shortCents: number;
  readonly longCents: number;
}

export interface YearSoFar {
  readonly year: number;
  readonly basis: TaxBasis;
  /** Realised in taxable accounts, after what is disallowed; without the losses carried in, which the basis has. */
  readonly realised: ResultsByTerm;
}

/** The year once these sales are made too. */
export function afterSales(year: YearSoFar, { shortCents, longCents }: ResultsByTerm): YearSoFar {
  const { realised } = year;
  return { ...year, realised: { shortCents: realised.shortCents + shortCents, longCents: realised.longCents + longCents } };
}
