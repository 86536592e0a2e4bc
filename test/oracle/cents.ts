/** Money of the oracle: whole cents as decimals, rounded once, half away from zero (R-RND-1). */
import Decimal from "decimal.js";
import { divided, fraction, fractionOf, isEqual, minus, rounded, times, total as totalOf, type Fraction } from "./fraction";

export const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

export const ZERO: Exact = new Exact(0);

/** Dollars as a decimal string to whole cents. */
export function centsOf(dollars: Exact): Exact {
  return dollars.times(100).round();
}

/** R-RND-2: the part of `total` that goes with `q` of `Q` shares; the rest stays with the other part. */
export function take(total: Exact, q: Fraction, Q: Fraction): Exact {
  return isEqual(q, Q) ? total : partOf(total, divided(q, Q));
}

/** A fraction of whole cents, to the cent. */
export function partOf(total: Exact, part: Fraction): Exact {
  return new Exact(rounded(times(fraction(BigInt(total.toFixed(0)), 1n), part)).toString());
}

/** R-RND-2, one after the other: each time from what is left, so that the parts add up to the total. */
export function spread(total: Exact, shares: readonly Fraction[]): Exact[] {
  let [openCents, openShares] = [total, totalOf(shares)];
  return shares.map((part) => {
    const cents = take(openCents, part, openShares);
    openCents = openCents.minus(cents);
    openShares = minus(openShares, part);
    return cents;
  });
}

/** Shares at dollars a share, to the cent. */
export function valueCents(shares: Fraction, dollarsPerShare: string): Exact {
  return new Exact(rounded(times(times(shares, fractionOf(dollarsPerShare)), fraction(100n, 1n))).toString());
}

export function sumOf(amounts: Iterable<Exact>): Exact {
  let sum = ZERO;
  for (const amount of amounts) sum = sum.plus(amount);
  return sum;
}

export function dollars(cents: Exact): string {
  const text = cents.div(100).toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}
