/**
 * Short or long term.
 *
 * R-HP-1  More than one year is long-term. The count starts the day after acquisition and includes
 *         the day of sale, so a sale is long-term from (acquired + 1 day) + 1 year on, where
 *         29 February + 1 year is 1 March.
 *         IRC 1222(1), (3); Rev. Rul. 66-7, 66-97, 70-598; Caspe v. United States, 694 F.2d 1116.
 * R-HP-4  Inherited shares are long-term from the start. IRC 1223(9).
 * R-HP-6  A period that begins ON a date (exercise of rights, a lot restarted by closing a short
 *         sale) is complete on the anniversary itself. IRC 1223(5), 1233(b)(2).
 */
import type { PeriodStart } from "../lots/period-start";
import { oneYearAfter, type Day } from "../values/plain-date";

export type { PeriodStart } from "../lots/period-start";

export type Term = "Short" | "Long";

/** First day on which a sale is long-term. Inherited shares: the day they were acquired. */
export function firstLongTermDay(acquired: Day, start: PeriodStart = "Purchase"): Day {
  if (start === "Inherited") return acquired;
  const firstDayCounted = start === "Purchase" ? acquired + 1 : acquired;
  return oneYearAfter(firstDayCounted);
}

/**
 * Term of shares whose period counts from `acquired` (the effective date, where a period was tacked).
 * The caller sees to it that the sale is not before the acquisition.
 */
export function holdingTerm(acquired: Day, sold: Day, start: PeriodStart = "Purchase"): Term {
  if (start === "Purchase") {
    // A year and a day is 366 or 367 days: only on day 366 does the calendar have to be asked.
    const days = sold - acquired;
    if (days !== 366) return days > 366 ? "Long" : "Short";
  }
  return sold >= firstLongTermDay(acquired, start) ? "Long" : "Short";
}
