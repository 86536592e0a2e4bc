/** Figures as the pane shows them: a real minus, whole dollars in summaries, dates as the user writes them. */
import { calendarFromDay, type Day } from "../../values/plain-date";
import { inThousands } from "../../values/money-text";

/** U+2212. A hyphen is too short to be seen beside digits. */
export const MINUS = "−";

const MILLISECONDS_A_DAY = 86_400_000;

/** `−$1,234.56` */
export function money(cents: number): string {
  const size = Math.abs(cents);
  const dollars = Math.floor(size / 100);
  return `${cents < 0 ? MINUS : ""}$${inThousands(String(dollars))}.${String(size - dollars * 100).padStart(2, "0")}`;
}

/** `−$1,235`: for summaries. Half a dollar goes away from zero; an amount below it is told in cents, never as $0. */
export function wholeDollars(cents: number): string {
  const dollars = Math.round(Math.abs(cents) / 100);
  if (dollars === 0) return money(cents);
  return `${cents < 0 ? MINUS : ""}$${inThousands(String(dollars))}`;
}

/** A change: `+$120.00`, `−$80.00`. */
export function signedMoney(cents: number): string {
  return cents > 0 ? `+${money(cents)}` : money(cents);
}

/** `$2.5k`, `−$1.2M`: on an axis. */
export function shortDollars(dollars: number): string {
  const size = Math.abs(dollars);
  const [shown, unit] = size >= 1e6 ? [size / 1e6, "M"] : size >= 1e4 ? [size / 1e3, "k"] : [size, ""];
  return `${dollars < 0 ? MINUS : ""}$${inThousandsOf(Number(shown.toFixed(unit === "" ? 2 : 1)))}${unit}`;
}

function inThousandsOf(size: number): string {
  const [whole = "0", rest] = String(size).split(".");
  return rest === undefined ? inThousands(whole) : `${inThousands(whole)}.${rest}`;
}

/** `12.5 %` of a fraction. */
export function percent(fraction: number): string {
  const shown = (Math.abs(fraction) * 100).toFixed(1);
  return `${fraction < 0 && shown !== "0.0" ? MINUS : ""}${shown} %`;
}

/** Shares without trailing zeros: `1,250`, `0.3333`. */
export function quantity(shares: number): string {
  return `${shares < 0 ? MINUS : ""}${inThousandsOf(Number(Math.abs(shares).toPrecision(15)))}`;
}

/** `12/21/2026` as the user's own Excel writes it. */
export function date(day: Day, locale?: string): string {
  return formatOf("date", locale, { year: "numeric", month: "numeric", day: "numeric" }).format(day * MILLISECONDS_A_DAY);
}

/** `12/21`: where the year goes without saying. */
export function monthAndDay(day: Day, locale?: string): string {
  return formatOf("monthAndDay", locale, { month: "numeric", day: "numeric" }).format(day * MILLISECONDS_A_DAY);
}

/** `12/21` within the year of `from`, `1/4/2027` beyond it. */
export function dateFrom(day: Day, from: Day, locale?: string): string {
  return calendarFromDay(day).year === calendarFromDay(from).year ? monthAndDay(day, locale) : date(day, locale);
}

/** `Dec`, and `Jan 2027` where a year begins: on an axis of days. */
export function monthOnAxis(day: Day, locale?: string): string {
  return calendarFromDay(day).month === 1
    ? formatOf("monthAndYear", locale, { month: "short", year: "numeric" }).format(day * MILLISECONDS_A_DAY)
    : formatOf("month", locale, { month: "short" }).format(day * MILLISECONDS_A_DAY);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format is dear to make and cheap to use. Days are counted in UTC, so no time zone can move them. */
function formatOf(kind: string, locale: string | undefined, shown: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${kind} ${locale ?? ""}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...shown, timeZone: "UTC" });
    formats.set(key, format);
  }
  return format;
}
