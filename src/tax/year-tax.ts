/** The federal income tax of a year that capital results bear on, with the manual state rate. R-TAX-1 to R-TAX-5. */
import { Exact } from "./exact";
import type { LawInForce } from "./law-in-force";
import { carryover, net, type Carryover, type Netted } from "./netting";
import { netInvestmentIncomeTax } from "./net-investment-income-tax";
import { regularTax, type OrdinaryBy, type RegularTax } from "./regular-tax";

/** The return apart from this year's capital results. Cents. */
export interface TaxSituation {
  readonly law: LawInForce;
  /** Without capital gains and losses, qualified dividends included; may be negative. */
  readonly taxableIncomeCents: number;
  /** Without capital gains and losses. */
  readonly magiCents: number;
  readonly qualifiedDividendsCents: number;
  /** Net investment income besides capital gains: dividends, interest, rents. */
  readonly investmentIncomeCents: number;
  readonly carryShortCents: number;
  readonly carryLongCents: number;
  /** 2025 to 2028 (R-NET-4); 0 by the printed worksheet. */
  readonly seniorDeductionCents: number;
  /** Fraction of each dollar of taxable income the results add or take away. */
  readonly stateRate: number;
  readonly ordinaryBy: OrdinaryBy;
}

export interface YearTax {
  readonly netted: Netted;
  readonly carryover: Carryover;
  /** Gains, or the deducted loss, included. */
  readonly taxableIncomeCents: number;
  readonly regular: RegularTax;
  readonly niit: Exact;
  /** State rate × what the results add to taxable income, which is never below zero; negative for a deducted loss. */
  readonly state: Exact;
  /** Regular tax, NIIT and state together. */
  readonly total: Exact;
}

/** The tax of the year with these results. Cents, not rounded. */
export function yearTax(situation: TaxSituation, shortCents: number, longCents: number): YearTax {
  const { law, carryShortCents, carryLongCents, qualifiedDividendsCents } = situation;
  const netted = net({ shortCents, longCents, carryShortCents, carryLongCents }, law.lossLimit);
  const added = netted.totalCents > 0 ? netted.totalCents : -netted.deductionCents;
  const taxableIncomeCents = situation.taxableIncomeCents + added;
  const regular = regularTax(law, taxableIncomeCents, netted, qualifiedDividendsCents, situation.ordinaryBy);
  const niit = netInvestmentIncomeTax(law, situation.investmentIncomeCents + added, situation.magiCents + added);
  // A return has no taxable income below zero: what only moves it there adds nothing and saves nothing.
  const taxedCents = Math.max(0, taxableIncomeCents) - Math.max(0, situation.taxableIncomeCents);
  const state = new Exact(situation.stateRate).times(taxedCents);
  const total = regular.tax.plus(niit).plus(state);
  return {
    netted,
    carryover: carryover(netted, taxableIncomeCents, situation.seniorDeductionCents),
    taxableIncomeCents,
    regular,
    niit,
    state,
    total,
  };
}
