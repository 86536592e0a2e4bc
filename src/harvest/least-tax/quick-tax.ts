/**
 * The tax of a year in doubles, for searching among many results; what is stated is computed exactly (taxOfResults).
 * It is piecewise linear in the short-term and the long-term results, and never falls when either rises. The lines on
 * which its slope changes are told, because between two of them a least value stands at an end.
 */
import type { TaxBasis } from "../../tax/tax-basis";
import type { StatedRates } from "../../tax/stated-rates";
import type { TaxSituation } from "../../tax/year-tax";

/** Cents of this year's results at which the slope of the tax changes. */
export interface Kinks {
  /** Lines short = c. */
  readonly short: readonly number[];
  /** Lines long = c. */
  readonly long: readonly number[];
  /** Lines short + long = c. */
  readonly total: readonly number[];
}

export interface QuickTax {
  /** Cents, not rounded. */
  readonly of: (shortCents: number, longCents: number) => number;
  readonly kinks: Kinks;
  /** The tax is the least of these, each of which is linear between the kinks. */
  readonly branches: readonly ((shortCents: number, longCents: number) => number)[];
  /** No dollar of results adds more than this fraction of itself. */
  readonly steepest: number;
  /** By so many cents the exact tax may lie above or below: the printed table of R-TAX-2 moves in steps, this does not. */
  readonly offByCents: number;
}

/** Half a step of $50 at the highest rate under $100,000, 24 %, and half a dollar of rounding. */
const TABLE_OFF_BY_CENTS = 25_00 * 0.24 + 50;

export function quickTax(basis: TaxBasis): QuickTax {
  return basis.by === "law" ? byLaw(basis.situation) : byRates(basis.rates);
}

function byRates(rates: StatedRates): QuickTax {
  const { short, long, lossLimitCents, carryShortCents, carryLongCents } = rates;
  const onTop = rates.state + rates.niit;
  const of = (shortCents: number, longCents: number): number => {
    const netLong = longCents - carryLongCents;
    const total = shortCents - carryShortCents + netLong;
    const added = total > 0 ? total : Math.max(total, -lossLimitCents);
    const longTaxed = total > 0 ? Math.max(0, Math.min(netLong, total)) : 0;
    return short * (added - longTaxed) + long * longTaxed + onTop * added;
  };
  return {
    of,
    branches: [of],
    kinks: {
      short: [carryShortCents],
      long: [carryLongCents],
      total: [carryShortCents + carryLongCents - lossLimitCents, carryShortCents + carryLongCents],
    },
    steepest: Math.max(short, long) + onTop,
    offByCents: 0,
  };
}

function byLaw(situation: TaxSituation): QuickTax {
  const { law, taxableIncomeCents, magiCents, qualifiedDividendsCents, investmentIncomeCents, stateRate } = situation;
  const { carryShortCents, carryLongCents } = situation;
  const { zeroTop, fifteenTop, lossLimit, niitThreshold, ordinaryTops: tops } = law;
  const rates = law.ordinaryRates.map((rate) => rate.toNumber());
  const [fifteen, twenty, niit] = [law.fifteenRate.toNumber(), law.twentyRate.toNumber(), law.niitRate.toNumber()];
  const ordinaryTax = scheduleOf(tops, rates);
  const incomeBefore = Math.max(0, taxableIncomeCents);
  const taxed = (shortCents: number, longCents: number, by: "gains" | "all as ordinary" | "the lesser"): number => {
    const netLong = longCents - carryLongCents;
    const total = shortCents - carryShortCents + netLong;
    const added = total > 0 ? total : Math.max(total, -lossLimit);
    const income = Math.max(0, taxableIncomeCents + added);
    const ordinary = Math.max(0, income - qualifiedDividendsCents - Math.max(0, Math.min(netLong, total)));
    const at0 = Math.max(0, Math.min(income, zeroTop) - Math.min(ordinary, zeroTop));
    const at15 = Math.max(0, Math.min(income, fifteenTop) - Math.max(ordinary, Math.min(zeroTop, income)));
    const split = ordinaryTax(ordinary) + fifteen * at15 + twenty * (income - ordinary - at0 - at15);
    const onInvestments = niit * Math.max(0, Math.min(investmentIncomeCents + added, magiCents + added - niitThreshold));
    const plain = by === "gains" ? split : ordinaryTax(income);
    return (by === "the lesser" ? Math.min(split, plain) : plain) + onInvestments + stateRate * (income - incomeBefore);
  };
  const marks = [0, zeroTop, fifteenTop, ...tops];
  const ordinaryIncome = taxableIncomeCents - qualifiedDividendsCents;
  const carried = carryShortCents + carryLongCents;
  const totals = [
    0, -lossLimit, niitThreshold - magiCents, -investmentIncomeCents,
    ...marks.flatMap((mark) => [mark - taxableIncomeCents, mark - ordinaryIncome]),
  ];
  return {
    of: (shortCents, longCents) => taxed(shortCents, longCents, "the lesser"),
    branches: (["gains", "all as ordinary"] as const).map((by) => (shortCents, longCents) => taxed(shortCents, longCents, by)),
    kinks: {
      short: ascending([0, ...marks.map((mark) => mark - ordinaryIncome)].map((cents) => cents + carryShortCents)),
      long: [carryLongCents],
      total: ascending(totals.map((cents) => cents + carried)),
    },
    // Ordinary income can push preferred income out of a band at the same time.
    steepest: rates.at(-1)! + twenty + niit + stateRate,
    offByCents: situation.ordinaryBy === "table" ? TABLE_OFF_BY_CENTS : 0,
  };
}

function scheduleOf(tops: readonly number[], rates: readonly number[]): (income: number) => number {
  let [sum, from] = [0, 0];
  const before = rates.map((rate, at) => {
    const taxBelow = sum;
    const top = tops[at] ?? from;
    sum += rate * (top - from);
    from = top;
    return taxBelow;
  });
  return (income) => {
    let at = 0;
    while (at < tops.length && income > tops[at]!) at += 1;
    return before[at]! + rates[at]! * (income - (at === 0 ? 0 : tops[at - 1]!));
  };
}

function ascending(cents: readonly number[]): number[] {
  return [...new Set(cents)].sort((a, b) => a - b);
}
