/** Dates and times in cells: Excel serials (1900 system), or text. */
import { quoteCell, readCell } from "./cells";
import type { CellFault } from "./number-cells";
import { dateFromDigits, dateFromText, FIRST_DAY, FIRST_RELIABLE_SERIAL, LAST_DAY, LAST_SERIAL, secondsFromText } from "../values/date-text";
import type { DateReading } from "../values/date-text";
import { dayFromSerial } from "../values/plain-date";

const SECONDS_PER_DAY = 86400;

/** Reads the date in a cell; null when the cell is blank. 0 is blank too: old builds of Excel send it for an empty cell. */
export function readDateCell(cell: unknown): DateReading | null | CellFault {
  // Whole serials are nearly every cell of a large range.
  if (typeof cell === "number" && cell >= FIRST_RELIABLE_SERIAL && cell <= LAST_SERIAL && Math.floor(cell) === cell) {
    const day = dayFromSerial(cell);
    return { day, listedDay: day, seconds: null };
  }
  const read = readCell(cell);
  switch (read.kind) {
    case "blank":
      return null;
    case "number":
      return read.value === 0 ? null : dateFromNumber(read.value);
    case "text":
      return dateFromText(read.value) ?? { says: `is ${quoteCell(cell)}, which is not a date` };
    case "boolean":
      return { says: `is ${quoteCell(cell)}, which is not a date` };
    case "error":
      return { says: `holds the error ${read.code}` };
  }
}

/** Reads the time of a Time column in seconds after midnight: a fraction of a day, or `09:31`, `9:31:05 AM`. */
export function readTimeCell(cell: unknown): number | null | CellFault {
  const read = readCell(cell);
  switch (read.kind) {
    case "blank":
      return null;
    case "number":
      if (read.value < 0) return { says: `is ${read.value}, which is not a time of day` };
      return read.value === 0 ? null : secondsOfFraction(read.value - Math.floor(read.value));
    case "text":
      return secondsFromText(read.value) ?? { says: `is ${quoteCell(cell)}, which is not a time of day` };
    case "boolean":
      return { says: `is ${quoteCell(cell)}, which is not a time of day` };
    case "error":
      return { says: `holds the error ${read.code}` };
  }
}

function dateFromNumber(serial: number): DateReading | CellFault {
  // 20240301 cannot be a serial: it would be a day in the year 57,000.
  if (Number.isInteger(serial) && serial >= 19000301 && serial <= 22001231) {
    return dateFromDigits(String(serial)) ?? { says: `is ${serial}, which is not a date` };
  }
  const day = dayFromSerial(serial);
  if (day < FIRST_DAY) return { says: `is ${serial}, which is before March 1900 as an Excel date` };
  if (day > LAST_DAY) return { says: `is ${serial}, which is after the year 2200 as an Excel date` };
  const fraction = serial - Math.floor(serial);
  return { day, listedDay: day, seconds: fraction === 0 ? null : secondsOfFraction(fraction) };
}

/** Rounded, because 9:31 is no exact fraction of a day; the last half second stays in its day. */
function secondsOfFraction(fraction: number): number {
  return Math.min(Math.round(fraction * SECONDS_PER_DAY), SECONDS_PER_DAY - 1);
}
