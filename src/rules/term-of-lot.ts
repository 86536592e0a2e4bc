/**
 * The term of shares that are held, as a sale of a day would book it: by the days of their period (R-HP-1, R-HP-4,
 * R-HP-6), but short-term, whatever the days, while a short sale or put stands open against them (R-SS-2, IRC 1233(b)).
 */
import type { PeriodStart } from "../lots/period-start";
import type { Day } from "../values/plain-date";
import { firstLongTermDay, holdingTerm, type Term } from "./holding-term";

export interface HeldPeriod {
  readonly holdingFrom: Day;
  readonly periodStart: PeriodStart;
  /** Absent: nothing stands against them. */
  readonly underShort?: true;
}

export function termOfLot({ holdingFrom, periodStart, underShort }: HeldPeriod, sold: Day): Term {
  return underShort === true ? "Short" : holdingTerm(holdingFrom, sold, periodStart);
}

/** First day on which a sale is long-term; null: there is none until what stands against them closes, which begins the period anew. */
export function longTermDayOf({ holdingFrom, periodStart, underShort }: HeldPeriod): Day | null {
  return underShort === true ? null : firstLongTermDay(holdingFrom, periodStart);
}
