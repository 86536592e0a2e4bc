import { dayFromCalendar, type Day } from "../../values/plain-date";

/** First and last day of a calendar year; null stands for all time. */
export function daysOfYear(year: number | null): { readonly first: Day; readonly last: Day } {
  if (year === null) return { first: -Infinity, last: Infinity };
  return { first: dayFromCalendar(year, 1, 1), last: dayFromCalendar(year, 12, 31) };
}
