/** A date of a broker's file as an ISO day, and the time beside it. */
import { dateFromText } from "../values/date-text";
import { isoFromDay } from "../values/plain-date";

export interface WrittenDate {
  /** The effective date, which holding periods count: after "as of", else the only one. */
  readonly iso: string;
  /** `09:31:05`, or "" where the text states none. */
  readonly time: string;
}

/** null where the text is no date. */
export function readDate(text: string): WrittenDate | null {
  const date = dateFromText(text.trim());
  if (date === null) return null;
  return { iso: isoFromDay(date.day), time: date.seconds === null ? "" : timeOfDay(date.seconds) };
}

/** `09:31:05` */
export function timeOfDay(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
