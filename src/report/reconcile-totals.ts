/** What each side of a reconciliation adds up to (R-8949-3). */
import type { ComparedSale } from "./form-8949/rows";
import type { ReportedSale } from "./form-8949-types";
import type { SideTotals } from "./reconcile-types";

const NONE: SideTotals = { proceedsCents: 0, basisCents: 0, washCents: 0 };

export function totalsOfOurs(sales: readonly ComparedSale[]): SideTotals {
  return sales.map(({ figures }) => figures).reduce(together, NONE);
}

/** @param onlyTheirs rows of the year that no sale of ours is */
export function totalsOfTheirs(onForm: readonly ComparedSale[], onlyTheirs: readonly ReportedSale[]): SideTotals {
  return [...onForm.map(({ figures }) => figures.reported!), ...onlyTheirs]
    .map(({ proceedsCents, basisCents, washCents }) => ({ proceedsCents, basisCents: basisCents ?? 0, washCents }))
    .reduce(together, NONE);
}

function together(a: SideTotals, b: SideTotals): SideTotals {
  return { proceedsCents: a.proceedsCents + b.proceedsCents, basisCents: a.basisCents + b.basisCents, washCents: a.washCents + b.washCents };
}
