/**
 * The one rounding step of the engine: a·b/c to the nearest whole number, half up, exactly.
 *
 * Doubles are fast but a·b may not fit into 53 bits. A double estimate is accepted only where its
 * error provably cannot cross a half; what is left goes through BigInt. The answer is therefore
 * always the exact one, whatever way it was found.
 */

const TWO_POW_53 = 9007199254740992;
/** Above this an estimate's fraction no longer says anything. */
const TWO_POW_51 = 2251799813685248;
/** Two roundings of at most 2^-53 each, doubled for safety. */
const RELATIVE_ERROR = 4.5e-16;

/**
 * round(a × b ÷ c), a half rounds up.
 * @param a whole, 0 ≤ a ≤ 2^53
 * @param b whole, 0 ≤ b ≤ 2^53
 * @param c whole, 0 < c ≤ 2^53
 */
export function mulDivRound(a: number, b: number, c: number): number {
  const product = a * b;
  if (product < TWO_POW_53) {
    let quotient = Math.floor(product / c);
    let remainder = product - quotient * c;
    // The division itself rounds, so the floor can be one too high.
    if (remainder < 0) {
      quotient -= 1;
      remainder += c;
    }
    return remainder * 2 >= c ? quotient + 1 : quotient;
  }
  const estimate = product / c;
  if (estimate < TWO_POW_51) {
    const whole = Math.floor(estimate);
    const fromHalf = estimate - whole - 0.5;
    const error = RELATIVE_ERROR * estimate;
    if (fromHalf > error) return whole + 1;
    if (fromHalf < -error) return whole;
  }
  const divisor = BigInt(c);
  return Number((2n * BigInt(a) * BigInt(b) + divisor) / (2n * divisor));
}
