/** Money checked against shares at a price, where both are printed with few decimals. */
import { decimalsOf, powerOfTen } from "./decimals";

/** Most decimals that a printed price or share count is taken to have. */
const PRINTED_DECIMALS = 8;

/**
 * Whether a stated amount is what shares at a price come to, in dollars: brokers round the price and the share count they
 * print; within that, and a cent, the amount is the same.
 */
export function agreesAsPrinted(shares: number, perShare: number, stated: number, computed: number): boolean {
  const priceStep = 1 / powerOfTen(Math.max(2, decimalsOf(perShare, PRINTED_DECIMALS) ?? PRINTED_DECIMALS));
  const shareDecimals = decimalsOf(shares, PRINTED_DECIMALS) ?? PRINTED_DECIMALS;
  const shareStep = shareDecimals === 0 ? 0 : 1 / powerOfTen(Math.max(3, shareDecimals));
  const tolerance = (shares * priceStep + perShare * shareStep) / 2 + 0.01;
  // The last term forgives what doubles lose in this comparison; it never decides a cent.
  return Math.abs(stated - computed) <= tolerance + Math.abs(computed) * 1e-12;
}
