/** R-TAX-6: the amounts in force in a year for a filing status, or a sentence saying which years there are. */
import { done, refuse, type Outcome } from "../values/outcome";
import { Exact } from "./exact";
import type { FilingStatus } from "./filing-status";
import { LOSS_LIMITS, NIIT_RATE, NIIT_THRESHOLDS, type FixedAmounts } from "./fixed-amounts";
import { GAIN_RATES, GAIN_THRESHOLDS } from "./gain-thresholds";
import { ORDINARY_BRACKETS, ORDINARY_RATES } from "./ordinary-brackets";

/** All amounts in cents, rates as fractions. */
export interface LawInForce {
  readonly year: number;
  readonly status: FilingStatus;
  /** One more rate than tops. */
  readonly ordinaryTops: readonly number[];
  readonly ordinaryRates: readonly Exact[];
  readonly zeroTop: number;
  readonly fifteenTop: number;
  readonly fifteenRate: Exact;
  readonly twentyRate: Exact;
  readonly niitThreshold: number;
  readonly niitRate: Exact;
  readonly lossLimit: number;
  /** Where the amounts come from, and what is in doubt. */
  readonly sources: readonly string[];
  readonly doubt: string | null;
}

/** Indexed amounts are published for one year at a time, so both tables end with the same last year. */
export const FIRST_YEAR = yearOf(ORDINARY_BRACKETS[0]!.from);
export const LAST_YEAR = yearOf(ORDINARY_BRACKETS.at(-1)!.from);

/** missing-fact for a year that is not in the tables. */
export function lawInForce(year: number, status: FilingStatus): Outcome<LawInForce> {
  const brackets = ORDINARY_BRACKETS.find(({ from }) => yearOf(from) === year);
  const thresholds = GAIN_THRESHOLDS.find(({ from }) => yearOf(from) === year);
  if (brackets === undefined || thresholds === undefined) return refuse("missing-fact", unknownYear(year));
  const tops = thresholds.tops[status];
  const limits = inForce(LOSS_LIMITS, year);
  const niit = inForce(NIIT_THRESHOLDS, year);
  return done({
    year,
    status,
    ordinaryTops: brackets.tops[status].map(inCents),
    ordinaryRates: ORDINARY_RATES.rates.map((rate) => new Exact(rate)),
    zeroTop: inCents(tops.zero),
    fifteenTop: inCents(tops.fifteen),
    fifteenRate: new Exact(GAIN_RATES.middle),
    twentyRate: new Exact(GAIN_RATES.top),
    niitThreshold: inCents(niit.dollars[status]),
    niitRate: new Exact(NIIT_RATE.rate),
    lossLimit: inCents(limits.dollars[status]),
    sources: [...new Set([brackets, thresholds, niit, limits, ORDINARY_RATES, GAIN_RATES, NIIT_RATE].map(({ source }) => source))],
    doubt: thresholds.doubts?.[status] ?? null,
  });
}

/** R-NET-2, in cents. Never indexed, so any year since 1978 has one; null: the last limit enacted. */
export function lossLimitInForce(year: number | null, status: FilingStatus): Outcome<number> {
  const first = yearOf(LOSS_LIMITS[0]!.from);
  if (year !== null && year < first) {
    return refuse("missing-fact", `The limit on capital losses is known from ${first} on. Set Tax year to the year of these results.`);
  }
  return done(inCents(inForce(LOSS_LIMITS, year ?? Infinity).dollars[status]));
}

function unknownYear(year: number): string {
  const known = `The tax tables reach from ${FIRST_YEAR} to ${LAST_YEAR}`;
  const what = year > LAST_YEAR ? `the amounts of ${year} are not in them yet` : `${year} is not in them`;
  return `${known}; ${what}. Correct Tax year, or give Short rate and Long rate.`;
}

/** The last row that has begun. */
function inForce(rows: readonly FixedAmounts[], year: number): FixedAmounts {
  const row = rows.filter(({ from }) => yearOf(from) <= year).at(-1);
  if (row === undefined) throw new Error(`No fixed amount in force in ${year}.`);
  return row;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function inCents(dollars: number): number {
  return dollars * 100;
}
