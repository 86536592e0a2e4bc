/** The dollar amounts of the return that the settings state, in whole cents. */
import { done, type Outcome } from "../values/outcome";
import type { TaxFacts } from "./reading-types";
import { amountsAtOdds } from "./tax-facts-at-odds";
import { centsOf } from "./trade-amount";

/** null where the settings say nothing and nothing may be assumed. */
export interface ReturnAmounts {
  readonly taxableIncomeCents: number | null;
  readonly magiCents: number | null;
  readonly qualifiedDividendsCents: number;
  /** Left out: the qualified dividends. */
  readonly investmentIncomeCents: number;
  readonly carryShortCents: number;
  readonly carryLongCents: number;
  /** What the carryover worksheet adds to the taxable income (R-NET-4): 0 by the printed one. */
  readonly seniorDeductionCents: number;
}

/** impossible-number for an amount too large to be exact, bad-input for one that the year does not have. */
export function returnAmounts(tax: TaxFacts): Outcome<ReturnAmounts> {
  const [atOdds] = amountsAtOdds(tax);
  if (atOdds !== undefined) return { ok: false, problem: atOdds.problem };
  const senior = tax.seniorDeduction ?? 0;
  return done({
    taxableIncomeCents: centsOrNull(tax.taxableIncome),
    magiCents: centsOrNull(tax.magi),
    qualifiedDividendsCents: centsOf(tax.qualifiedDividends ?? 0),
    investmentIncomeCents: centsOf(tax.investmentIncome ?? tax.qualifiedDividends ?? 0),
    carryShortCents: centsOf(tax.carryoverShort ?? 0),
    carryLongCents: centsOf(tax.carryoverLong ?? 0),
    seniorDeductionCents: tax.seniorInCarryover === "statute" ? centsOf(senior) : 0,
  });
}

function centsOrNull(dollars: number | null): number | null {
  return dollars === null ? null : centsOf(dollars);
}
