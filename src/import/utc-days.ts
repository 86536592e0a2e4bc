/**
 * The taxpayer's day of a timestamp in UTC, as Coinbase writes all of its own (broker layouts, 7.1). Tax counts days where the taxpayer is,
 * and the file does not say where. Eastern Standard Time, UTC − 5 hours, is taken all year: between 0:00 and 3:59 UTC it is
 * the day before in every state, and from 10:00 UTC on the same day in every state. Between those hours states differ.
 */
import { dateFromText } from "../values/date-text";
import { isoFromDay } from "../values/plain-date";
import { timeOfDay } from "./written-date";

const HOURS_BEHIND_UTC = 5;
/** Full hours of UTC in which some state has another day: from daylight time in the east to Hawaii. */
const DOUBTFUL = { from: 4, before: 10 };
const HOUR = 3600;
const SECONDS_PER_DAY = 24 * HOUR;

export interface LocalDay {
  readonly iso: string;
  /** `09:31:05`; "" where the file states no time. */
  readonly time: string;
  readonly note: string;
}

/** null where the text is no date. A date without a time of day stays as it is. */
export function localDayOf(timestamp: string): LocalDay | null {
  const read = dateFromText(timestamp.trim());
  if (read === null) return null;
  if (read.seconds === null) return { iso: isoFromDay(read.day), time: "", note: "" };
  const shifted = read.seconds - HOURS_BEHIND_UTC * HOUR;
  const day = shifted < 0 ? read.day - 1 : read.day;
  const hour = Math.floor(read.seconds / HOUR);
  const isDoubtful = hour >= DOUBTFUL.from && hour < DOUBTFUL.before;
  const other = isoFromDay(shifted < 0 ? read.day : read.day - 1);
  return {
    iso: isoFromDay(day),
    time: timeOfDay(shifted < 0 ? shifted + SECONDS_PER_DAY : shifted),
    note: isDoubtful ? `The file says ${timestamp.trim()}, which is ${isoFromDay(day)} in Eastern Standard Time; where you were it may have been ${other}.` : "",
  };
}
