/** Decimals for tax: a constructor of our own, so that settings changed elsewhere in the bundle cannot reach money. */
import Decimal from "decimal.js";

export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

/** Whole cents, halves away from zero (R-RND-1); never −0. */
export function wholeCents(cents: Exact): number {
  return cents.toDecimalPlaces(0).toNumber() + 0;
}
