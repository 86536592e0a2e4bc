/** The figures of broker files as plain decimals: `1234.56`, with a minus where negative, without dollars and grouping. */
import Decimal from "decimal.js";
import { digitsOfText } from "../values/number-text";

/** Our own constructor: settings changed elsewhere cannot reach money. 60 digits hold any product of two cells. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
export type Exact = InstanceType<typeof Exact>;

/** A plain decimal, such as `-1234.56`. */
export type Figure = string;

/** What cannot be read, so that it completes "Price …". */
export interface FigureFault {
  readonly says: string;
}

/** Brokers print these for "no figure". */
const NO_FIGURE = /^(\$?\s*[-\u2013\u2014]+|n\/a|null)?$/i;

/** A thousand times what any account holds: beyond it cents are no longer exact whole numbers. */
const LARGEST = 1e13;

const AROUND = String.raw`[-+(]?\s*(?:[A-Z]{2,3}|[$€£])?\s*[-+]?\s*`;
/** `2.500,50`, `12,5`, `1234,567`. */
export const DECIMAL_COMMA = new RegExp(String.raw`^${AROUND}(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}|\d+,\d{4,}|\d{4,},\d+)\s*[€£]?\)?$`, "i");
/** `1.000` and `1,000`: one, or a thousand. */
export const ONE_OR_A_THOUSAND = new RegExp(String.raw`^${AROUND}(?=.*[1-9])\d{1,3}[.,]\d{3}\)?$`, "i");

export const WITH_A_POINT = "and decimals are to be written with a point";

/** null where the cell states none: blank, `--`, `$-`. */
export function readFigure(text: string): Figure | null | FigureFault {
  const trimmed = text.trim();
  if (NO_FIGURE.test(trimmed)) return null;
  const digits = digitsOfText(trimmed);
  if (digits === null && DECIMAL_COMMA.test(trimmed)) return { says: `is "${trimmed.slice(0, 40)}", ${WITH_A_POINT}` };
  if (digits === null || digits.length > 40) return { says: `is "${trimmed.slice(0, 40)}", which is not a number` };
  const value = new Exact(digits);
  return value.abs().greaterThan(LARGEST) ? { says: `is "${trimmed.slice(0, 40)}", which is too large` } : figureOf(value);
}

/** -0 is 0. */
export function figureOf(value: Exact): Figure {
  return value.isZero() ? "0" : value.toFixed();
}

export function sumOf(figures: readonly Figure[]): Figure {
  return figureOf(figures.reduce((sum, figure) => sum.plus(figure), new Exact(0)));
}

/** Whole cents, half away from zero. */
export function centsOfFigure(dollars: Figure): number {
  return 0 + new Exact(dollars).times(100).toDecimalPlaces(0).toNumber();
}
