/**
 * Civil days, without clock, time zone or milliseconds.
 * A `Day` is the number of days since 1970-01-01 in the proleptic Gregorian calendar, so
 * comparing and counting days is integer arithmetic.
 */

/** Whole days since 1970-01-01. */
export type Day = number;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly dayOfMonth: number;
}

/** Excel's serial number of 1970-01-01 in the 1900 date system. */
const SERIAL_OF_EPOCH = 25569;

const DAYS_PER_400_YEARS = 146097;
/** Days from 0000-03-01 to 1970-01-01; years are counted from March so that leap days come last. */
const DAYS_TO_EPOCH = 719468;

/** The day of a calendar date. Out-of-range days carry over, as in 30 February = 1 or 2 March. */
export function dayFromCalendar(year: number, month: number, dayOfMonth: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_400_YEARS + dayOfEra - DAYS_TO_EPOCH;
}

export function calendarFromDay(day: Day): CalendarDate {
  const shifted = day + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The day of a calendar date, or null when no such date exists (31 April, 29 February 2023). */
export function existingDay(year: number, month: number, dayOfMonth: number): Day | null {
  const day = dayFromCalendar(year, month, dayOfMonth);
  const back = calendarFromDay(day);
  return back.year === year && back.month === month && back.dayOfMonth === dayOfMonth ? day : null;
}

/** The same date one year later; 29 February becomes 1 March. */
export function oneYearAfter(day: Day): Day {
  const { year, month, dayOfMonth } = calendarFromDay(day);
  return dayFromCalendar(year + 1, month, dayOfMonth);
}

export function yearOf(day: Day): number {
  return calendarFromDay(day).year;
}

/** The day of an Excel serial (1900 system); a time of day is dropped. */
export function dayFromSerial(serial: number): Day {
  return Math.floor(serial) - SERIAL_OF_EPOCH;
}

export function serialFromDay(day: Day): number {
  return day + SERIAL_OF_EPOCH;
}

/** `2024-03-01` */
export function isoFromDay(day: Day): string {
  const { year, month, dayOfMonth } = calendarFromDay(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}
