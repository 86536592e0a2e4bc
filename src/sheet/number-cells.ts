/** Numbers as cells and broker files write them. */
import { numberFromText } from "../values/number-text";
import { cleanNumber } from "../values/decimals";
import { quoteCell, readCell } from "./cells";
import { inThousands } from "../values/money-text";

/** A cell that cannot be read, said so that it completes "Row 41: Price …". */
export interface CellFault {
  readonly says: string;
}

/** A number, null for a blank cell, or what is wrong with it. */
export type NumberReading = number | null | CellFault;

/** Brokers print these for "no figure". */
const NO_FIGURE = new Set(["-", "--", "---", "—", "–"]);

/** Reads the number in a cell: a number, or text such as `$1,234.56`, `-$1.00`, `$-1.00`, `($1,234.56)`, `--`. */
export function readNumberCell(cell: unknown): NumberReading {
  if (typeof cell === "number" && Number.isFinite(cell)) return cleanNumber(cell);
  if (cell === null || cell === "" || cell === undefined) return null;
  const read = readCell(cell);
  switch (read.kind) {
    case "number":
      return read.value;
    case "blank":
      return null;
    case "text":
      return NO_FIGURE.has(read.value)
        ? null
        : (numberFromText(read.value) ?? { says: `is ${quoteCell(cell)}, which is not a number` });
    case "boolean":
      return { says: `is ${quoteCell(cell)}, which is not a number` };
    case "error":
      return { says: `holds the error ${read.code}` };
  }
}

/** A rate as a fraction: 0.24, or text such as `24%`. */
export function rateFromText(text: string): number | null {
  const percent = /^(.*\S)\s*%$/.exec(text);
  if (!percent) return numberFromText(text);
  const value = numberFromText(percent[1] ?? "");
  return value === null ? null : cleanNumber(value / 100);
}

/** Dollars as a sentence shows them: 1,234.5 becomes 1,234.50, and a half cent stays visible. */
export function dollarsText(value: number): string {
  const [whole = "0", decimals = ""] = Math.abs(cleanNumber(value)).toFixed(8).split(".");
  const kept = decimals.replace(/0+$/, "").padEnd(2, "0");
  return `${value < 0 ? "-" : ""}${inThousands(whole)}.${kept}`;
}
