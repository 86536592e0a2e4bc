/** Money of the oracle: whole cents as decimals, rounded once, half away from zero (R-RND-1). */
import Decimal from "decimal.js";

export const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

export const ZERO: Exact = new Exact(0);

/** Dollars as a decimal string to whole cents. */
export function centsOf(dollars: Exact): Exact {
  return dollars.times(100).round();
}

/** R-RND-2: the part of `total` that goes with `q` of `Q` shares; the rest stays with the other part. */
export function take(total: Exact, q: number, Q: number): Exact {
  return q === Q ? total : total.times(q).div(Q).round();
}

export function dollars(cents: Exact): string {
  const text = cents.div(100).toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}
