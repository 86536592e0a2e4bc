/**
 * Schedule D and its Capital Loss Carryover Worksheet (R-NET-1 to R-NET-4) as far as the facts of the return reach: a loss
 * within the lowest limit is deducted in full whatever the filing status, a larger one needs it.
 */
import { FILING_STATUSES, type FilingStatus } from "./filing-status";
import { lossLimitInForce } from "./law-in-force";
import { carryover, net, type Carryover, type Netted } from "./netting";
import { done, type Outcome } from "../values/outcome";

/** What its lines are called wherever they are shown. */
export const SCHEDULE_D_LABELS = {
  carryShort: "Short-term carryover in",
  netShort: "Net short-term",
  carryLong: "Long-term carryover in",
  netLong: "Net long-term",
  total: "Total",
  deduction: "Deduction this year",
  carryShortOut: "Short-term carryover out",
  carryLongOut: "Long-term carryover out",
} as const;

/** What Schedule D takes from the rest of the return. Cents. */
export interface ReturnFacts {
  /** Losses carried into the year, positive. */
  readonly carryShortCents: number;
  readonly carryLongCents: number;
  readonly lossLimit: LossLimit;
  /** Without capital gains and losses; null: not stated, and the whole deduction counts as used (R-NET-4). */
  readonly taxableIncomeCents: number | null;
  readonly seniorDeductionCents: number;
}

export interface LossLimit {
  readonly cents: number;
  /** No: the status is not known, and these are the cents of the lowest limit. */
  readonly isOfStatus: boolean;
}

export interface ScheduleD extends Pick<Netted, "netShortCents" | "netLongCents" | "totalCents"> {
  /** null: the loss is larger than the lowest limit, and the filing status is not known. */
  readonly ofStatus: { readonly deductionCents: number; readonly carryover: Carryover } | null;
}

/** @param shortCents results of the year, gains less losses */
export function scheduleD(facts: ReturnFacts, shortCents: number, longCents: number): ScheduleD {
  const { carryShortCents, carryLongCents, lossLimit, taxableIncomeCents, seniorDeductionCents } = facts;
  const netted = net({ shortCents, longCents, carryShortCents, carryLongCents }, lossLimit.cents);
  const { netShortCents, netLongCents, totalCents, deductionCents } = netted;
  // R-NET-4: the worksheet starts from the income less the deduction.
  const income = taxableIncomeCents === null ? null : taxableIncomeCents - deductionCents;
  const isKnown = lossLimit.isOfStatus || -totalCents <= lossLimit.cents;
  const ofStatus = isKnown ? { deductionCents, carryover: carryover(netted, income, seniorDeductionCents) } : null;
  return { netShortCents, netLongCents, totalCents, ofStatus };
}

/** R-NET-2. missing-fact for a year before the limit was enacted; without a status the lowest of that year. */
export function lossLimit(year: number | null, status: FilingStatus | null): Outcome<LossLimit> {
  if (status !== null) {
    const limit = lossLimitInForce(year, status);
    return limit.ok ? done({ cents: limit.value, isOfStatus: true }) : limit;
  }
  let lowest = Infinity;
  for (const one of FILING_STATUSES) {
    const limit = lossLimitInForce(year, one);
    if (!limit.ok) return limit;
    lowest = Math.min(lowest, limit.value);
  }
  return done({ cents: lowest, isOfStatus: false });
}
