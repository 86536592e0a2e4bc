/**
 * R-TAX-3: 3.8 % of net investment income, as far as modified adjusted gross income passes the threshold.
 * A net capital loss lowers investment income by what 1211(b) deducts. IRC 1411(a) to (c); Treas. Reg. 1.1411-4(d).
 */
import { type Exact } from "./exact";
import type { LawInForce } from "./law-in-force";

/** Cents, not rounded. Both incomes with the gains, or less the deducted loss. */
export function netInvestmentIncomeTax(law: LawInForce, investmentIncomeCents: number, magiCents: number): Exact {
  const taxed = Math.max(0, Math.min(investmentIncomeCents, magiCents - law.niitThreshold));
  return law.niitRate.times(taxed);
}
