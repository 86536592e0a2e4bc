/** Decimal numbers of at most 15 significant digits, as a cell holds them, seen as scaled integers. */

/** Largest scaled integer for which "parse, scale, compare" proves exactness; not 2^53. */
export const LARGEST_SCALED = 1e15;

const POWERS_OF_TEN = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

export function powerOfTen(exponent: number): number {
  return POWERS_OF_TEN[exponent] ?? Number(`1e${exponent}`);
}

/**
 * How many decimals `value` needs: the smallest k with value × 10^k whole.
 * null when no k up to `most` does it within 15 digits.
 */
export function decimalsOf(value: number, most = 15): number | null {
  for (let decimals = 0; decimals <= most; decimals++) {
    const scale = powerOfTen(decimals);
    const scaled = Math.round(value * scale);
    if (Math.abs(scaled) > LARGEST_SCALED) return null;
    if (scaled / scale === value) return decimals;
  }
  return null;
}

/** What Excel shows: 15 significant digits, without the binary dust of 0.1 + 0.2. */
export function fifteenDigits(value: number): number {
  return Number(value.toPrecision(15));
}

/** 0.1 + 0.2 arrives as 0.30000000000000004 and means 0.3. */
export function cleanNumber(value: number): number {
  return decimalsOf(value, 8) === null ? fifteenDigits(value) : value;
}
