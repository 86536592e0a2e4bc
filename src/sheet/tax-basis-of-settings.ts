/**
 * How the settings say the tax is worked out: by the tables of a year (R-TAX-1 to R-TAX-6), or by a short and a long rate
 * that replace them. Nothing is assumed about the return: what is absent is named.
 */
import { lawInForce, lossLimitInForce } from "../tax/law-in-force";
import type { TaxBasis } from "../tax/tax-basis";
import { done, refuse, type Outcome } from "../values/outcome";
import type { Settings, TaxFacts } from "./reading-types";
import { returnAmounts, type ReturnAmounts } from "./return-amounts";
import { alternatives } from "./setting-values";
import { ratesAtOdds, returnAtOdds } from "./tax-facts-at-odds";

/**
 * missing-fact where the settings state neither a return nor both rates, or a year that the tables do not hold;
 * bad-input where what they state cannot be.
 */
export function taxBasisOf({ tax }: Pick<Settings, "tax">): Outcome<TaxBasis> {
  const amounts = returnAmounts(tax);
  if (!amounts.ok) return amounts;
  const { shortRate, longRate } = tax;
  if (shortRate !== null && longRate !== null) return byRates(tax, { shortRate, longRate }, amounts.value);
  const [oneRateAlone] = ratesAtOdds(tax);
  if (oneRateAlone !== undefined) return { ok: false, problem: oneRateAlone.problem };
  return byLaw(tax, amounts.value);
}

/** Stated rates stand for a return whose status nobody needs: the limit is then that of all but MFS. */
export const STATUS_OF_RATES = "Single";

function byRates(tax: TaxFacts, rates: { readonly shortRate: number; readonly longRate: number }, amounts: ReturnAmounts): Outcome<TaxBasis> {
  const limit = lossLimitInForce(tax.taxYear, tax.filingStatus ?? STATUS_OF_RATES);
  if (!limit.ok) return limit;
  return done({
    by: "rates",
    rates: {
      short: rates.shortRate,
      long: rates.longRate,
      state: tax.stateRate ?? 0,
      niit: tax.niitRate ?? 0,
      lossLimitCents: limit.value,
      carryShortCents: amounts.carryShortCents,
      carryLongCents: amounts.carryLongCents,
    },
  });
}

function byLaw(tax: TaxFacts, amounts: ReturnAmounts): Outcome<TaxBasis> {
  const { taxYear, filingStatus } = tax;
  const { taxableIncomeCents, magiCents } = amounts;
  if (taxYear === null || filingStatus === null || taxableIncomeCents === null) return refuse("missing-fact", returnNeeded(tax));
  const [atOdds] = returnAtOdds(tax);
  if (atOdds !== undefined) return { ok: false, problem: atOdds.problem };
  const law = lawInForce(taxYear, filingStatus);
  if (!law.ok) return law;
  // Older builds of Excel send a blank cell as 0.
  const isMagiGiven = magiCents !== null && magiCents !== 0;
  const { qualifiedDividendsCents, investmentIncomeCents, carryShortCents, carryLongCents, seniorDeductionCents } = amounts;
  return done({
    by: "law",
    situation: {
      law: law.value,
      taxableIncomeCents,
      magiCents: isMagiGiven ? magiCents : taxableIncomeCents,
      qualifiedDividendsCents,
      investmentIncomeCents,
      carryShortCents,
      carryLongCents,
      seniorDeductionCents,
      stateRate: tax.stateRate ?? 0,
      ordinaryBy: tax.ordinaryTax,
    },
  });
}

function returnNeeded({ taxYear, filingStatus, taxableIncome }: TaxFacts): string {
  const absent = Object.entries({ "Tax year": taxYear, "Filing status": filingStatus, "Taxable income": taxableIncome })
    .filter(([, fact]) => fact === null)
    .map(([name]) => name);
  const toAdd = alternatives(absent).replace(" or ", " and ");
  return `The tax of the year needs ${toAdd}, which the settings do not give. Add ${toAdd} to the settings, or Short rate and Long rate.`;
}
