/**
 * R-NET-1 to R-NET-4: short and long results of a year with the losses carried into it are set against each other; of
 * what is lost in total up to the limit is deducted; the rest is carried on, short first, in its own character.
 * IRC 1211(b), 1212(b), 1222; Schedule D and its Capital Loss Carryover Worksheet. All amounts in cents.
 */

export interface YearResults {
  /** Adjusted gains less adjusted losses of the year. */
  readonly shortCents: number;
  /** Capital gain distributions included (R-NET-1). */
  readonly longCents: number;
  /** Losses carried into the year, positive. */
  readonly carryShortCents: number;
  readonly carryLongCents: number;
}

export interface Netted {
  /** Schedule D line 7. */
  readonly netShortCents: number;
  /** Schedule D line 15. */
  readonly netLongCents: number;
  /** Schedule D line 16. */
  readonly totalCents: number;
  /** Schedule D line 21, positive. */
  readonly deductionCents: number;
}

export interface Carryover {
  readonly shortCents: number;
  readonly longCents: number;
}

/** R-NET-1, R-NET-2. */
export function net(results: YearResults, lossLimitCents: number): Netted {
  const netShortCents = results.shortCents - results.carryShortCents;
  const netLongCents = results.longCents - results.carryLongCents;
  const totalCents = netShortCents + netLongCents;
  return { netShortCents, netLongCents, totalCents, deductionCents: Math.max(0, Math.min(-totalCents, lossLimitCents)) };
}

/**
 * R-NET-3, R-NET-4: what is carried out of the year, positive.
 * @param taxableIncomeCents after the deduction, below zero where deductions exceed income; null: not known, and the
 *   whole deduction counts as used
 * @param seniorDeductionCents the 2025 to 2028 deduction of 151(d)(5)(C), which the statute adds back
 */
export function carryover(netted: Netted, taxableIncomeCents: number | null, seniorDeductionCents = 0): Carryover {
  const { netShortCents, netLongCents, totalCents, deductionCents } = netted;
  if (totalCents >= 0) return { shortCents: 0, longCents: 0 };
  const income = taxableIncomeCents === null ? Infinity : taxableIncomeCents + seniorDeductionCents;
  const used = Math.min(deductionCents, Math.max(0, income + deductionCents));
  const shortLoss = Math.max(0, -netShortCents);
  const longLoss = Math.max(0, -netLongCents);
  return {
    shortCents: Math.max(0, shortLoss - used - Math.max(0, netLongCents)),
    longCents: Math.max(0, longLoss - Math.max(0, netShortCents) - Math.max(0, used - shortLoss)),
  };
}
