/**
 * What a text in a file of comma-separated values becomes as a cell: what US Excel would make of it,
 * except where Excel is known to spoil trades. Kept as text, against Excel:
 *
 *   00123                    ids and account numbers with leading zeros
 *   1234567890123456         whole numbers longer than Excel can hold
 *   2E10, 12E5               symbols and ids; 1.5E-05 and 1E-7 are numbers
 *   2:1, 1-2, 1/2            ratios; a time needs seconds, a date needs a year
 *   MAR1, SEP, Mar-24        symbols; a date needs day, month and year
 *   TRUE                     a symbol
 *   =1+1, +A1, @x            never a formula
 */
import type { CellContent, ErrorText } from "../content";
import { existingDay, serialFromDay } from "../../src/values/plain-date";

/** Excel's own count of days is wrong before 1 March 1900. */
const FIRST_TRUE_SERIAL = 61;
const MOST_DIGITS = 15;

/** Null for an empty field. */
export function cellFromText(field: string): CellContent | null {
  if (field === "") return null;
  const text = field.replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, "");
  // Most fields are words: they begin with a letter, and only a month's name could make them a date.
  if (/^[A-Za-z]/.test(text)) return dayWithMonthName(text) ?? { value: field };
  if (text.startsWith("#")) return errorValue(text) ?? { value: field };
  return numberValue(text) ?? calendarDay(text) ?? timeOfDay(text) ?? dayWithMonthName(text) ?? { value: field };
}

const AMOUNT = /^(\(?)([+-]?)(\$?)([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[+-]?\d{1,3})?(%?)(\)?)$/i;

function numberValue(text: string): CellContent | null {
  const found = AMOUNT.exec(text);
  if (!found) return null;
  const [, open, sign, dollar, innerSign, whole = "", fraction = "", exponent = "", percent, close] = found;
  const digits = whole.replace(/,/g, "");
  if (digits === "" && fraction.length < 2) return null;
  if ((open === "") !== (close === "") || (sign !== "" && innerSign !== "")) return null;
  if (open !== "" && sign + innerSign! !== "") return null;
  if (/^0\d/.test(digits) || digits.length > MOST_DIGITS) return null;
  if (exponent !== "" && fraction === "" && !/[+-]/.test(exponent)) return null;
  const size = Number(`${digits || "0"}${fraction}${exponent}`);
  if (!Number.isFinite(size)) return null;
  const kept = Number(size.toPrecision(MOST_DIGITS));
  const negative = open !== "" || sign === "-" || innerSign === "-";
  const value = (negative && kept !== 0 ? -kept : kept) / (percent === "" ? 1 : 100);
  const numberFormat = formatOf(dollar!, percent!, whole.includes(","), fraction.length - 1);
  return numberFormat === undefined ? { value } : { value, numberFormat };
}

/** Shows as many decimals as the file does, so that a price of $0.1234 stays one. */
function formatOf(dollar: string, percent: string, grouped: boolean, decimals: number): string | undefined {
  const places = decimals > 0 ? `.${"0".repeat(Math.min(decimals, MOST_DIGITS))}` : "";
  if (percent) return `0${places}%`;
  if (dollar) return `"$"#,##0${places}`;
  return grouped ? `#,##0${places}` : undefined;
}

const YEAR_FIRST = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const MONTH_FIRST = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/;

/** 2024-03-01, 3/1/2024 or 3/1/24, with or without a time of day. */
function calendarDay(text: string): CellContent | null {
  const cut = text.indexOf(" ");
  const time = cut < 0 ? 0 : dayFraction(text.slice(cut + 1));
  if (time === null) return null;
  const day = cut < 0 ? text : text.slice(0, cut);
  const yearFirst = YEAR_FIRST.exec(day);
  const monthFirst = MONTH_FIRST.exec(day);
  let serial: number | null = null;
  if (yearFirst) serial = serialOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  // 1-2-24 may be anything; 1/2/24 is a day.
  else if (monthFirst && (monthFirst[2] === "/" || monthFirst[4]!.length === 4)) {
    serial = serialOf(fullYear(monthFirst[4]!), Number(monthFirst[1]), Number(monthFirst[3]));
  }
  if (serial === null) return null;
  const format = yearFirst ? "yyyy-mm-dd" : "m/d/yyyy";
  return { value: serial + time, numberFormat: cut < 0 ? format : `${format} h:mm` };
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const DAY_MONTH_YEAR = new RegExp(`^(\\d{1,2})[- ]${MONTH}[- ](\\d{4}|\\d{2})$`, "i");
const MONTH_DAY_YEAR = new RegExp(`^${MONTH} (\\d{1,2}), (\\d{4})$`, "i");

/** 5-Jan-2024 or January 5, 2024. */
function dayWithMonthName(text: string): CellContent | null {
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  const [day, month, year] = dayFirst ? dayFirst.slice(1) : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const monthNumber = MONTHS.indexOf(month.toLowerCase()) + 1;
  const serial = serialOf(fullYear(year), monthNumber, Number(day));
  return serial === null ? null : { value: serial, numberFormat: "d-mmm-yyyy" };
}

/** Two digits: 30 to 99 are of the last century, as in Excel. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

function serialOf(year: number, month: number, dayOfMonth: number): number | null {
  const day = existingDay(year, month, dayOfMonth);
  if (day === null || year > 9999) return null;
  const serial = serialFromDay(day);
  return serial < FIRST_TRUE_SERIAL ? null : serial;
}

/** 9:30:00. Without seconds it could be a ratio. */
function timeOfDay(text: string): CellContent | null {
  if (!/^\d{1,2}:\d{2}:\d{2}/.test(text)) return null;
  const value = dayFraction(text);
  return value === null ? null : { value, numberFormat: "h:mm:ss" };
}

/** 14:30, 14:30:15 or 2:30 PM as a part of a day. */
function dayFraction(text: string): number | null {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP])M)?$/i.exec(text);
  if (!found) return null;
  let hours = Number(found[1]);
  const half = found[4]?.toUpperCase();
  if (half && (hours < 1 || hours > 12)) return null;
  if (half) hours = (hours % 12) + (half === "P" ? 12 : 0);
  const minutes = Number(found[2]);
  const seconds = Number(found[3] ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

function errorValue(text: string): CellContent | null {
  return ERRORS.has(text.toUpperCase()) ? { value: { error: text.toUpperCase() as ErrorText } } : null;
}
