/**
 * The money of a purchase or sale in whole cents (R-BASIS-1, R-RND-1): price × quantity plus fees for a cost,
 * less fees for proceeds; or the Amount, which is the cash itself and therefore wins when both are there and agree.
 */
import Decimal from "decimal.js";
import { decimalsOf, powerOfTen } from "../values/decimals";
import { mulDivRound } from "../values/mul-div-round";
import { agreesAsPrinted } from "../values/printed-price";
import { dollarsText } from "./number-cells";
import { rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";

/** Our own constructor: settings changed elsewhere cannot reach money. 60 digits hold any product of two cells. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** Most decimals for which a cell is taken as a scaled whole number; longer ones go through decimal.js. */
const SCALED_DECIMALS = 8;
/** $90 trillion: beyond it sums of cents are no longer exact. */
export const LARGEST_CENTS = 9e15;

export interface StatedMoney {
  /** Shares, above 0. */
  readonly shares: number;
  /** Dollars per share, or null when blank. */
  readonly price: number | null;
  /** Dollars, 0 or more. */
  readonly fees: number;
  /** Dollars of either sign, or null when blank. */
  readonly amount: number | null;
}

/** Whole cents of shares × price + fees (sign 1) or − fees (sign −1), rounded once, half away from zero. */
export function tradeCents(shares: number, price: number, fees: number, sign: 1 | -1): number {
  const shareDecimals = decimalsOf(shares, SCALED_DECIMALS);
  const priceDecimals = decimalsOf(price, SCALED_DECIMALS);
  const feeCents = Math.round(fees * 100);
  if (shareDecimals !== null && priceDecimals !== null && feeCents / 100 === fees) {
    const scaledShares = Math.round(shares * powerOfTen(shareDecimals));
    const scaledPrice = Math.round(price * powerOfTen(priceDecimals));
    const surplus = shareDecimals + priceDecimals - 2;
    const gross =
      surplus > 0
        ? mulDivRound(scaledShares, scaledPrice, powerOfTen(surplus))
        : scaledShares * scaledPrice * powerOfTen(-surplus);
    // Proceeds below zero round the other way, so they take the long way.
    if (sign > 0 || gross > feeCents || feeCents === 0) return gross + sign * feeCents;
  }
  const total = new Exact(shares).times(price).plus(new Exact(fees).times(sign)).times(100);
  return 0 + total.toDecimalPlaces(0).toNumber();
}

/** Whole cents of a dollar figure, half away from zero. */
export function centsOf(dollars: number): number {
  const cents = Math.round(dollars * 100);
  return cents / 100 === dollars ? 0 + cents : 0 + new Exact(dollars).times(100).toDecimalPlaces(0).toNumber();
}

/** Total cost of a purchase in whole cents. Brokers write the cash of a purchase negative: its sign says nothing more. */
export function costCents(money: StatedMoney): number | RowProblem {
  const cost = money.amount === null ? null : Math.abs(money.amount);
  const computed = money.price === null ? null : money.shares * money.price + money.fees;
  if (cost !== null && !amountIsUnstated(money)) {
    if (computed === null || agreesAsPrinted(money.shares, money.price ?? 0, cost, computed) || money.price === 0) return withinReach(centsOf(cost));
    return disagreement(money, cost, computed, "+");
  }
  if (money.price === null) {
    return rowProblem(
      "Price",
      "has neither Price nor Amount, so its basis is unknown",
      "Fill in Price or Amount; for shares that cost nothing write 0.",
    );
  }
  return withinReach(tradeCents(money.shares, money.price, money.fees, 1));
}

/** Net proceeds of a sale in whole cents; below zero when fees exceed the price. */
export function saleCents(money: StatedMoney): number | RowProblem {
  const { amount, price } = money;
  if (amount !== null && !amountIsUnstated(money)) {
    const computed = price === null ? null : money.shares * price - money.fees;
    if (computed !== null) {
      if (agreesAsPrinted(money.shares, price ?? 0, amount, computed)) return withinReach(centsOf(amount));
      if (agreesAsPrinted(money.shares, price ?? 0, -amount, computed)) return withinReach(centsOf(-amount));
      if (price !== 0) return disagreement(money, amount, computed, "-");
    }
    if (amount < 0) {
      return rowProblem(
        "Amount",
        `Amount of the sale is ${dollarsText(amount)}, below zero`,
        "Write the net proceeds as a positive amount; where fees exceeded them, fill in Price and Fees.",
      );
    }
    return withinReach(centsOf(amount));
  }
  if (price === null) {
    return rowProblem("Price", "has neither Price nor Amount, so its proceeds are unknown", "Fill in Price or Amount.");
  }
  return withinReach(tradeCents(money.shares, price, money.fees, -1));
}

/** Old builds of Excel send 0 for an empty cell; beside a price, an amount of 0 cannot be meant. */
function amountIsUnstated({ amount, price }: StatedMoney): boolean {
  return amount === 0 && price !== null;
}

function disagreement({ shares, price, fees }: StatedMoney, stated: number, computed: number, sign: string): RowProblem {
  const withFees = fees === 0 ? "" : ` ${sign} ${dollarsText(fees)} fees`;
  return rowProblem(
    "Amount",
    `Amount is ${dollarsText(stated)}, but ${shares} × ${dollarsText(price ?? 0)}${withFees} is ${dollarsText(computed)}`,
    "Correct Quantity, Price, Fees or Amount; Amount is the total with fees.",
  );
}

function withinReach(cents: number): number | RowProblem {
  if (Math.abs(cents) <= LARGEST_CENTS) return cents;
  return rowProblem("", "comes to more than $90 trillion", "Check Quantity, Price and Amount.");
}
