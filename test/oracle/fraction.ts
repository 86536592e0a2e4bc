/** Exact ratios of whole numbers, for share counts and split ratios. */

export interface Fraction {
  readonly over: bigint;
  /** Greater than 0; the fraction is in lowest terms. */
  readonly under: bigint;
}

export const ONE: Fraction = { over: 1n, under: 1n };

export function fraction(over: bigint, under: bigint): Fraction {
  const shared = greatestDivisor(over, under);
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / shared, under: (sign * under) / shared };
}

/** The exact value of a plain decimal string, "1.05". */
export function fractionOf(decimal: string): Fraction {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) throw new Error(`"${decimal}" is not a plain decimal.`);
  const places = decimal.includes(".") ? decimal.length - decimal.indexOf(".") - 1 : 0;
  return fraction(BigInt(decimal.replace(".", "")), 10n ** BigInt(places));
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

export function divided(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under, a.under * b.over);
}

/** The largest fraction that goes into both a whole number of times. */
export function commonMeasure(a: Fraction, b: Fraction): Fraction {
  return fraction(greatestDivisor(a.over * b.under, b.over * a.under), a.under * b.under);
}

/** A whole number, or an error saying that the measure is too coarse. */
export function wholeNumber(a: Fraction): number {
  if (a.under !== 1n) throw new TooCoarse(`${a.over}/${a.under} is not whole.`);
  return Number(a.over);
}

export class TooCoarse extends Error {}

/** A decimal string of at most 20 places. */
export function decimalOf(a: Fraction): string {
  const scaled = (a.over * 10n ** 20n) / a.under;
  const sign = scaled < 0n ? "-" : "";
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(21, "0");
  return `${sign}${digits.slice(0, -20)}.${digits.slice(-20)}`.replace(/\.?0+$/, "");
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left === 0n ? 1n : left;
}
