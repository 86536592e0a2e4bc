/**
 * Dates as people and broker files write them: ISO text, US text (month first), and the forms of section 0.4 of the broker
 * layouts. Day-first text is refused, never guessed.
 */
import { dayFromCalendar, dayFromSerial, existingDay, serialFromDay } from "./plain-date";
import type { Day } from "./plain-date";

export interface DateReading {
  /** The effective date: the one after "as of", else the only one. */
  readonly day: Day;
  /** The date the row is listed under, which orders the file. */
  readonly listedDay: Day;
  /** Seconds after midnight when the cell also states a time, else null. */
  readonly seconds: number | null;
}

/** Excel's serials 1 to 60 lie before its fictitious 29 February 1900, so they name no certain day. */
export const FIRST_RELIABLE_SERIAL = 61;
export const FIRST_DAY = dayFromSerial(FIRST_RELIABLE_SERIAL);
export const LAST_DAY = dayFromCalendar(2200, 12, 31);
export const LAST_SERIAL = serialFromDay(LAST_DAY);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The date a text states; null when it states none, or one that does not exist or lies outside 1900 to 2200. */
export function dateFromText(text: string): DateReading | null {
  const asOf = /^(.*\S)\s+as\s+of\s+(\S.*)$/i.exec(text);
  if (!asOf) return singleDate(text);
  const listed = singleDate(asOf[1] ?? "");
  const effective = singleDate(asOf[2] ?? "");
  return listed && effective ? { ...effective, listedDay: listed.day } : null;
}

function singleDate(text: string): DateReading | null {
  const parts = /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{8})(?:(?:[T;]|,?\s+)(.+))?$/i.exec(text);
  const day = parts ? dayFromNumerals(parts[1] ?? "") : null;
  if (parts && day !== null) return withTime(day, parts[2]);
  const named = namedMonthDay(text);
  return named === null ? null : withTime(named, undefined);
}

function withTime(day: Day, timeText: string | undefined): DateReading | null {
  if (day < FIRST_DAY || day > LAST_DAY) return null;
  if (timeText === undefined) return { day, listedDay: day, seconds: null };
  const seconds = secondsFromText(timeText);
  return seconds === null ? null : { day, listedDay: day, seconds };
}

export function dateFromDigits(digits: string): DateReading | null {
  const day = dayFromNumerals(digits);
  return day === null ? null : withTime(day, undefined);
}

function dayFromNumerals(text: string): Day | null {
  if (text.includes("-")) {
    const [year, month, dayOfMonth] = text.split("-").map(Number);
    return existingDay(year ?? 0, month ?? 0, dayOfMonth ?? 0);
  }
  if (!text.includes("/")) {
    return existingDay(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  }
  const [month = "", dayOfMonth = "", year = ""] = text.split("/");
  return year.length === 3 ? null : existingDay(fullYear(year), Number(month), Number(dayOfMonth));
}

/** `Jan-05-2024`, `Jan 5, 2024`, `5-Jan-24`: the month in words leaves no doubt. */
function namedMonthDay(text: string): Day | null {
  const monthFirst = /^([a-z]{3,9})\.?[-\s]+(\d{1,2})(?:,\s*|[-\s]+)(\d{4}|\d{2})$/i.exec(text);
  const dayFirst = /^(\d{1,2})[-\s]+([a-z]{3,9})\.?(?:,\s*|[-\s]+)(\d{4}|\d{2})$/i.exec(text);
  const [monthText, dayText, yearText] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]];
  if (!monthText || !dayText || !yearText) return null;
  const month = MONTHS.indexOf(monthText.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : existingDay(fullYear(yearText), month, Number(dayText));
}

/** Two digits as Excel reads them: 00 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

export function secondsFromText(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?(?:\s*(?:Z|UTC|E[SD]?T|[+-]\d{2}:?\d{2}))?$/i.exec(text);
  const compact = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  const [, hourText, minuteText, secondText = "0"] = match ?? compact ?? [];
  if (hourText === undefined || minuteText === undefined) return null;
  const half = match?.[4]?.charAt(0).toLowerCase();
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === "p" ? 12 : 0);
  }
  const minute = Number(minuteText);
  const second = Number(secondText);
  return hour > 23 || minute > 59 || second > 59 ? null : hour * 3600 + minute * 60 + second;
}
