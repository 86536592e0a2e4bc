/** What Schedule D needs of the return that the settings state (R-NET-1 to R-NET-4). */
import { lossLimit, type ReturnFacts } from "../tax/schedule-d";
import { done, refuse, type Outcome } from "../values/outcome";
import type { TaxFacts } from "./reading-types";
import { returnAmounts } from "./return-amounts";
import { STATUS_OF_RATES } from "./tax-basis-of-settings";

/**
 * missing-fact: the settings state the return of another year, or a year without a known limit; bad-input or
 * impossible-number: an amount that cannot be.
 * @param year of the results; null: whichever the settings state
 */
export function returnFactsOf(tax: TaxFacts, year: number | null): Outcome<ReturnFacts> {
  const amounts = returnAmounts(tax);
  if (!amounts.ok) return amounts;
  const { carryShortCents, carryLongCents, taxableIncomeCents, seniorDeductionCents } = amounts.value;
  const ratesReplaceTables = tax.shortRate !== null && tax.longRate !== null;
  const isOtherYear = year !== null && tax.taxYear !== null && tax.taxYear !== year;
  // Rates need no return, so where nothing is carried in there is nothing of another year.
  if (isOtherYear && !(ratesReplaceTables && carryShortCents === 0 && carryLongCents === 0)) {
    return refuse("missing-fact", otherReturn(tax.taxYear, year));
  }
  const limit = lossLimit(year ?? tax.taxYear, tax.filingStatus ?? (ratesReplaceTables ? STATUS_OF_RATES : null));
  if (!limit.ok) return limit;
  return done({ carryShortCents, carryLongCents, lossLimit: limit.value, taxableIncomeCents: isOtherYear ? null : taxableIncomeCents, seniorDeductionCents });
}

/** R-TAX-6. */
export function otherReturn(stated: number, year: number): string {
  return `The settings state the return of ${stated}, not of ${year}. Set Tax year to ${year} with the amounts of that return, or give Short rate and Long rate.`;
}
