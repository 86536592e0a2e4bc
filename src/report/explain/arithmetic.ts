/** Sums written out, so that a reader can check them with a pencil. */
import Decimal from "decimal.js";
import { plainNumber } from "../figures";
import type { RowAsWritten } from "./explained-row";
import { inThousands, moneyText } from "../../values/money-text";

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/**
 * `200 × $50 + $15.00 fees = $10,015.00`; or, where the row's Amount and not its price gave the figure,
 * `$10,015.00, as the row states it`.
 * @param sign       1: fees are added to a cost; -1: taken from proceeds
 * @param multiplier shares of an option contract
 */
export function moneyOfRow(written: RowAsWritten, cents: number, sign: 1 | -1, multiplier = 1): string {
  const { quantity, price, fees } = written;
  if (quantity === null || price === null) return `${moneyText(cents)}, as the row states it`;
  const exact = new Exact(quantity).times(multiplier).times(price).plus(new Exact(fees ?? 0).times(sign)).times(100);
  if (!exact.toDecimalPlaces(0).equals(cents)) return `${moneyText(cents)}, as the row states it`;
  const feeText = fees === null || fees === 0 ? "" : ` ${sign === 1 ? "+" : "-"} $${twoDecimals(fees)} fees`;
  const contracts = multiplier === 1 ? "" : ` × ${multiplier}`;
  const sum = `${plainNumber(quantity)}${contracts} × $${twoDecimals(price)}${feeText}`;
  return exact.isInteger()
    ? `${sum} = ${moneyText(cents)}`
    : `${sum} = $${exact.dividedBy(100).toFixed()}, rounded to ${moneyText(cents)}`;
}

/** `$50.075`: a basis per share to 6 places (R-RND-3). */
export function perShareText(dollars: number): string {
  return `$${twoDecimals(Number(dollars.toFixed(6)))}`;
}

/** `50 × $20.00 = $1,000.00`: a number of shares at dollars a share, in cents, rounded once. */
export function valueOf(shares: number, dollars: number): { readonly cents: number; readonly text: string } {
  const exact = new Exact(shares).times(dollars).times(100);
  const cents = exact.toDecimalPlaces(0).toNumber();
  return { cents, text: `${plainNumber(shares)} × $${twoDecimals(dollars)} = ${exact.isInteger() ? "" : "about "}${moneyText(cents)}` };
}

/** At least two decimals, as money is written; more where the number has them. */
function twoDecimals(value: number): string {
  const [whole = "0", decimals = ""] = plainNumber(value).split(".");
  return `${inThousands(whole)}.${decimals.padEnd(2, "0")}`;
}
