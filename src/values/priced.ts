/** Money from shares at a price: shares × dollars per share, to the cent, exactly. */

/** A decimal number as a fraction of whole numbers; the denominator is a power of ten. */
export interface ExactDecimal {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The decimal that a cell shows for `value`: its first 15 significant digits. */
export function exactDecimal(value: number): ExactDecimal {
  const [digits, exponent] = value.toExponential(14).split("e") as [string, string];
  const power = Number(exponent) - 14;
  const whole = BigInt(digits.replace(".", ""));
  return power < 0
    ? { numerator: whole, denominator: 10n ** BigInt(-power) }
    : { numerator: whole * 10n ** BigInt(power), denominator: 1n };
}

/**
 * Cents that shares are worth, half away from zero.
 * @param units whole, ≥ 0; shares × unitsPerShare
 * @param unitsPerShare whole, > 0
 * @param dollarsPerShare a decimal of at most 15 digits, ≥ 0
 */
export function centsOfShares(units: number, unitsPerShare: number, dollarsPerShare: number): number {
  const { numerator, denominator } = exactDecimal(dollarsPerShare);
  return roundedQuotient(BigInt(units) * numerator * 100n, BigInt(unitsPerShare) * denominator);
}

/**
 * round(total × numerator ÷ denominator), half away from zero, whatever the size of the fraction's terms.
 * @param total whole, ≥ 0
 */
export function fractionOf(total: number, numerator: bigint, denominator: bigint): number {
  return roundedQuotient(BigInt(total) * numerator, denominator);
}

function roundedQuotient(dividend: bigint, divisor: bigint): number {
  return Number((2n * dividend + divisor) / (2n * divisor));
}
