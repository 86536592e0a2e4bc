/**
 * R-SS-4: the year of a short. A loss is recognized when the covering shares are delivered, on settlement; a gain
 * on the covering trade date. Treas. Reg. 1.1233-1(a)(1), (4); IRC 1259(c)(1)(D); Rev. Rul. 2002-44.
 * The two differ only for trades in the last days of a year.
 */
import { calendarFromDay, dayFromCalendar, yearOf, type Day } from "../../values/plain-date";

/** Business days from trade to delivery, from each day on (Exchange Act Rule 15c6-1). */
const SETTLEMENT_DAYS: readonly (readonly [from: Day, days: number])[] = [
  [dayFromCalendar(2024, 5, 28), 1],
  [dayFromCalendar(2017, 9, 5), 2],
  [dayFromCalendar(1995, 6, 7), 3],
  [-Infinity, 5],
];

/** Calendar year of a short's gain or loss, by the trade date of the cover. */
export function yearOfShort(covered: Day, isLoss: boolean): number {
  return yearOf(isLoss ? settlementDay(covered) : covered);
}

/** The day the shares of a trade are delivered, over weekends, Christmas and New Year's Day. */
export function settlementDay(traded: Day): Day {
  let left = SETTLEMENT_DAYS.find(([from]) => traded >= from)![1];
  let day = traded;
  while (left > 0) {
    day += 1;
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** 1970-01-01 was a Thursday. */
const THURSDAY = 4;

function isBusinessDay(day: Day): boolean {
  const weekday = (((day + THURSDAY) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !isYearEndHoliday(day, weekday);
}

/**
 * Only these can lie between a trade of one year and its settlement in the next. One on a Sunday is kept on
 * Monday, Christmas on a Saturday on Friday; exchanges trade on a Friday 31 December.
 */
function isYearEndHoliday(day: Day, weekday: number): boolean {
  const isNewYear = isDate(day, 1, 1) || (weekday === 1 && isDate(day - 1, 1, 1));
  const isChristmas =
    isDate(day, 12, 25) || (weekday === 1 && isDate(day - 1, 12, 25)) || (weekday === 5 && isDate(day + 1, 12, 25));
  return isNewYear || isChristmas;
}

function isDate(day: Day, month: number, dayOfMonth: number): boolean {
  const date = calendarFromDay(day);
  return date.month === month && date.dayOfMonth === dayOfMonth;
}
