/**
 * R-TAX-1, R-TAX-2: regular tax with the preferential rates on net long-term gain and qualified dividends.
 * IRC 1(h)(1), 1(j)(5); the same as the Qualified Dividends and Capital Gain Tax Worksheet. Not covered: R-TAX-4.
 */
import { Exact } from "./exact";
import type { LawInForce } from "./law-in-force";
import type { Netted } from "./netting";
import { tableTax } from "./tax-table";

export interface RegularTax {
  /** Qualified dividends and net long-term gain, also as far as deductions leave them untaxed. */
  readonly preferredCents: number;
  /** Taxed by the ordinary schedule. */
  readonly ordinaryCents: number;
  readonly at0Cents: number;
  readonly at15Cents: number;
  readonly at20Cents: number;
  /** The schedule taxes all of the income lower than these parts, and counts: the last line of the worksheet. */
  readonly allAsOrdinary: boolean;
  /** Not rounded. */
  readonly tax: Exact;
}

/** `schedule`: the rate schedules exactly. `table`: under $100,000 the printed tax table, in steps of $50. */
export type OrdinaryBy = "schedule" | "table";

/**
 * @param taxableIncomeCents gains, or the deducted loss, included
 * @param qualifiedDividendsCents part of the taxable income
 */
export function regularTax(
  law: LawInForce,
  taxableIncomeCents: number,
  netted: Pick<Netted, "netLongCents" | "totalCents">,
  qualifiedDividendsCents: number,
  by: OrdinaryBy = "schedule",
): RegularTax {
  const income = Math.max(0, taxableIncomeCents);
  const preferred = qualifiedDividendsCents + Math.max(0, Math.min(netted.netLongCents, netted.totalCents));
  const ordinary = Math.max(0, income - preferred);
  const { zeroTop, fifteenTop } = law;
  const at0 = Math.max(0, Math.min(income, zeroTop) - Math.min(ordinary, zeroTop));
  const at15 = Math.max(0, Math.min(income, fifteenTop) - Math.max(ordinary, Math.min(zeroTop, income)));
  const at20 = income - ordinary - at0 - at15;
  const split = ordinaryTax(law, ordinary, by).plus(law.fifteenRate.times(at15)).plus(law.twentyRate.times(at20));
  const whole = ordinaryTax(law, income, by);
  const allAsOrdinary = whole.lt(split);
  return {
    preferredCents: preferred,
    ordinaryCents: ordinary,
    at0Cents: at0,
    at15Cents: at15,
    at20Cents: at20,
    allAsOrdinary,
    tax: allAsOrdinary ? whole : split,
  };
}

/** R-TAX-2. Cents, not rounded. */
export function ordinaryTax(law: LawInForce, incomeCents: number, by: OrdinaryBy = "schedule"): Exact {
  if (by === "table" && incomeCents < TABLE_ENDS_CENTS) return tableTax((income) => scheduleTax(law, income), incomeCents);
  return scheduleTax(law, new Exact(incomeCents));
}

const TABLE_ENDS_CENTS = 100_000_00;

function scheduleTax(law: LawInForce, income: Exact): Exact {
  let tax = new Exact(0);
  let from = 0;
  for (const [bracket, rate] of law.ordinaryRates.entries()) {
    const top = law.ordinaryTops[bracket] ?? Infinity;
    if (income.lte(from)) break;
    tax = tax.plus(rate.times(Exact.min(income, top).minus(from)));
    from = top;
  }
  return tax;
}
