/** The dollar amounts of the return that the settings state, in whole cents. */
import { SENIOR_DEDUCTION_YEARS } from "../tax/fixed-amounts";
import { done, refuse, type Outcome } from "../values/outcome";
import type { TaxFacts } from "./reading-types";
import { MONEY_SETTINGS } from "./setting-names";
import { centsOf } from "./trade-amount";

/** $10 trillion in cents: sums of several such amounts are still exact. */
export const LARGEST_AMOUNT_CENTS = 1e15;

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
  for (const { name, fact } of MONEY_SETTINGS) {
    if (Math.abs(tax[fact] ?? 0) * 100 > LARGEST_AMOUNT_CENTS) {
      return refuse("impossible-number", `${name} of the settings is more than $10 trillion. Check the amount.`);
    }
  }
  const { first, last } = SENIOR_DEDUCTION_YEARS;
  const senior = tax.seniorDeduction ?? 0;
  if (senior > 0 && tax.taxYear !== null && (tax.taxYear < first || tax.taxYear > last)) {
    return refuse("bad-input", `Senior deduction is a deduction of ${first} to ${last}, and Tax year is ${tax.taxYear}. Remove the one, or correct the other, in the settings.`);
  }
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
