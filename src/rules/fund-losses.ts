/**
 * R-HP-8: loss on fund (RIC) shares held six months or less. The day of sale counts and the day of purchase
 * does not; a period tacked by a wash sale does not count. IRC 852(b)(4), 246(c)(3).
 */
import { calendarFromDay, dayFromCalendar, existingDay, type Day } from "../values/plain-date";

const MONTHS = 6;

/** Whether shares acquired on one day and sold on another were held six months or less. */
export function isHeldSixMonthsOrLess(acquired: Day, sold: Day): boolean {
  return sold < monthsAfter(acquired + 1, MONTHS);
}

/** The same date `months` later; where that month has no such date, the first of the next. */
function monthsAfter(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = calendarFromDay(day);
  const ahead = month - 1 + months;
  const laterYear = year + Math.floor(ahead / 12);
  const laterMonth = (ahead % 12) + 1;
  return existingDay(laterYear, laterMonth, dayOfMonth) ?? dayFromCalendar(laterYear, laterMonth + 1, 1);
}
