/** Numbers as people and broker files write them: `$1,234.56`, `-$1.00`, `$-1.00`, `($1,234.56)`. */
import { cleanNumber } from "./decimals";

/** Thousands are grouped by three or not at all, so that a European "1,5" is never read as fifteen. */
const DIGITS = /^(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?(e[+-]?\d{1,3})?$/i;

/** The number a text states, cleaned to 15 significant digits, or null when it states none. */
export function numberFromText(text: string): number | null {
  const digits = digitsOfText(text);
  if (digits === null) return null;
  const value = Number(digits);
  return Number.isFinite(value) ? cleanNumber(value === 0 ? 0 : value) : null;
}

/** The digits of the number that a text states, with a minus where it is negative and without grouping; null when it states none. */
export function digitsOfText(text: string): string | null {
  let digits = text.replace(/[\s\u00a0]+$/u, "").replace(/\u2212/g, "-").trim();
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(digits);
  if (bracketed) {
    negative = true;
    digits = (bracketed[1] ?? "").trim();
  }
  const signed = /^([+-]?)\s*(?:US)?\$?\s*([+-]?)\s*(.*)$/.exec(digits);
  if (!signed) return null;
  const [, before = "", after = "", rest = ""] = signed;
  if (before !== "" && after !== "") return null;
  if (before === "-" || after === "-") {
    if (bracketed) return null;
    negative = true;
  }
  if (!/\d/.test(rest) || !DIGITS.test(rest)) return null;
  return `${negative ? "-" : ""}${rest.replace(/,/g, "")}`;
}
