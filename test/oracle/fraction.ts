/** Exact ratios of whole numbers, for share counts and ratios of shares. */

export interface Fraction {
  readonly over: bigint;
  /** Greater than 0; the fraction is in lowest terms. */
  readonly under: bigint;
}

export const NONE: Fraction = { over: 0n, under: 1n };
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

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, negative(b));
}

export function negative(a: Fraction): Fraction {
  return { over: -a.over, under: a.under };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

export function divided(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under, a.under * b.over);
}

/** Negative, 0 or positive, as for sorting. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isEqual(a: Fraction, b: Fraction): boolean {
  return compare(a, b) === 0;
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return compare(a, b) < 0;
}

export function lesser(a: Fraction, b: Fraction): Fraction {
  return isLess(b, a) ? b : a;
}

export function isMoreThanNone(a: Fraction): boolean {
  return a.over > 0n;
}

export function total(parts: Iterable<Fraction>): Fraction {
  let sum = NONE;
  for (const part of parts) sum = plus(sum, part);
  return sum;
}

/** What is above the whole number below. */
export function restAboveWhole(a: Fraction): Fraction {
  return fraction(a.over % a.under, a.under);
}

/** To a whole number, half away from zero (R-RND-1). */
export function rounded(a: Fraction): bigint {
  const size = a.over < 0n ? -a.over : a.over;
  const whole = (2n * size + a.under) / (2n * a.under);
  return a.over < 0n ? -whole : whole;
}

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
