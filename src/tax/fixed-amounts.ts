/** Amounts that the statute fixes and never indexes, in US dollars. */
import type { FilingStatus } from "./filing-status";

export interface FixedAmounts {
  /** First day they are in force; a new row ends them. */
  readonly from: string;
  readonly source: string;
  readonly dollars: Readonly<Record<FilingStatus, number>>;
}

/** R-NET-2: how much of a net capital loss a year may deduct. */
export const LOSS_LIMITS: readonly FixedAmounts[] = [
  { from: "1978-01-01", source: "IRC 1211(b)", dollars: { Single: 3000, MFJ: 3000, MFS: 1500, HOH: 3000 } },
];

/** R-TAX-3: modified adjusted gross income above which investment income is taxed. */
export const NIIT_THRESHOLDS: readonly FixedAmounts[] = [
  {
    from: "2013-01-01",
    source: "IRC 1411(b)",
    dollars: { Single: 200_000, MFJ: 250_000, MFS: 125_000, HOH: 200_000 },
  },
];

/** R-TAX-3. */
export const NIIT_RATE = { from: "2013-01-01", source: "IRC 1411(a)(1)", rate: "0.038" } as const;

/** R-NET-4: the tax years that have the deduction at age 65 or more. */
export const SENIOR_DEDUCTION_YEARS = { first: 2025, last: 2028, source: "IRC 151(d)(5)(C), Pub. L. 119-21" } as const;
