/** Our sales of a year against the broker's form (R-8949-3): the differences, what ties, and what was left out of the comparison. */
import type { Difference, ReportedSale } from "./form-8949-types";
import type { Day } from "../values/plain-date";

export interface Reconciliation {
  /** Sales that one side lacks first, then proceeds, basis, washes and terms; within each by day sold and row of the sale. */
  readonly differences: readonly Difference[];
  /** Proceeds, basis and washes of the sales where both sides agree to the cent. */
  readonly ties: readonly TiedTotal[];
  /** Sales of ours that agree in all of it, term included, in the order of the form's rows. */
  readonly tied: readonly TiedSale[];
  /** Sales of ours that stand on the form or should: what ties is a part of them. */
  readonly sales: number;
  /** All of these sales, and all rows of the form that are not of other years, as they stand on it. */
  readonly totals: { readonly ours: SideTotals; readonly theirs: SideTotals };
  /** Our accounts that no row of the form names: their sales are not compared. */
  readonly accountsElsewhere: readonly AccountElsewhere[];
  /** Rows of the form that are of other years, in its order. */
  readonly otherYears: readonly ReportedSale[];
}

export interface TiedTotal {
  readonly part: "Proceeds" | "Basis" | "Wash";
  /** Rows of Form 8949 that agree, and those that were compared. */
  readonly sales: number;
  readonly compared: number;
  /** The same on both sides. */
  readonly cents: number;
  /** What it leads to in columns (f) and (g): washes that both sides disallow. */
  readonly code: string;
  readonly adjustmentCents: number;
}

export interface AccountElsewhere {
  readonly account: string;
  readonly sales: number;
  readonly proceedsCents: number;
  readonly code: string;
  readonly adjustmentCents: number;
  readonly saleRows: readonly number[];
}

export interface TiedSale {
  readonly symbol: string;
  readonly account: string;
  readonly sold: Day;
  readonly proceedsCents: number;
  readonly saleRow: number;
  readonly brokerRow: number;
}

/** What one side adds up to. A basis that the form does not give counts as none. */
export interface SideTotals {
  readonly proceedsCents: number;
  readonly basisCents: number;
  readonly washCents: number;
}
