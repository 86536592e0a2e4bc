/** What each side of a reconciliation adds up to (R-8949-3). */
import type { ComparedSale } from "./form-8949/rows";
import type { ReportedSale } from "./form-8949-types";
import type { SideTotals } from "./reconcile-types";

const NONE: SideTotals = { proceedsCents: 0, basisCents: 0, washCents: 0 };

export function totalsOfOurs(sales: readonly ComparedSale[]): SideTotals {
  return sales.map(({ figures }) => figures).reduce(together, NONE);
}

/**
 * The rows of the forms themselves, so that a reader who adds up the forms comes to the same: of a sale whose basis stands on only
 * some of its rows, the basis that is given counts, though no basis of it can be compared.
 *
 * @param otherYears rows of the forms that do not count for the year
 */
export function totalsOfTheirs(reported: readonly ReportedSale[], otherYears: readonly ReportedSale[]): SideTotals {
  const notCounted = new Set(otherYears.map(({ row }) => row));
  return reported
    .filter(({ row }) => !notCounted.has(row))
    .map(({ proceedsCents, basisCents, washCents }) => ({ proceedsCents, basisCents: basisCents ?? 0, washCents }))
    .reduce(together, NONE);
}

function together(a: SideTotals, b: SideTotals): SideTotals {
  return { proceedsCents: a.proceedsCents + b.proceedsCents, basisCents: a.basisCents + b.basisCents, washCents: a.washCents + b.washCents };
}
