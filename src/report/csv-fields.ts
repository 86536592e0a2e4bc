/** Fields of a comma-separated file as RFC 4180 has them, none of which a spreadsheet takes for a formula. */
import { oneLine } from "./one-line";

/** What Excel and its kin take for the start of a formula when they open a file, blanks before it or not; the wide signs in Japanese ones. */
const STARTS_FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** Money, written in dollars with both decimals: a reader of the paper expects 6799.80. */
export interface CsvMoney {
  readonly cents: number;
}

export type CsvValue = string | number | CsvMoney;

/**
 * A number is written as it is, a minus included. Text is one line: line ends and tabs are blanks; and text that starts like a
 * formula gets an apostrophe before it (docs/decisions/0016).
 */
export function csvField(value: CsvValue): string {
  if (typeof value === "number") return plain(value);
  if (typeof value === "object") return (value.cents / 100).toFixed(2);
  const line = oneLine(value);
  const safe = STARTS_FORMULA.test(line) ? `'${line}` : line;
  // Semicolons part fields where Excel's list separator is one.
  return /[",;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Lines end in CR LF, the last one too. */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}

function plain(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}
