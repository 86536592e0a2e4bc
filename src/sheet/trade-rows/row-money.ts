/** What a row costs or brings: price × quantity, for an option × the shares of a contract too, with its fees; or its Amount. */
import { cleanNumber } from "../../values/decimals";
import type { RowProblem } from "../row-faults";
import type { costCents, saleCents } from "../trade-amount";
import { feesIn, numberIn } from "../trade-figures";
import type { TradesInProgress } from "../trades-in-progress";
import { cellOf } from "./row-reading";
import type { Cells } from "./row-reading";

/** Whole cents, or the first of fees, price and amount that cannot be read or disagrees. */
export function centsIn(
  work: TradesInProgress,
  cells: Cells,
  symbol: number,
  shares: number,
  centsFrom: typeof costCents | typeof saleCents,
): number | RowProblem {
  const fees = feesIn(work, cells);
  if (typeof fees === "object") return fees;
  const price = numberIn("Price", cellOf(work, cells, "Price"));
  if (price !== null && typeof price === "object") return price;
  const amount = numberIn("Amount", cellOf(work, cells, "Amount"));
  if (amount !== null && typeof amount === "object") return amount;
  return centsFrom({ shares: pricedShares(work, symbol, shares), price, fees, amount });
}

/** Shares that the price is paid for: those under the contracts of an option. */
export function pricedShares(work: TradesInProgress, symbol: number, shares: number): number {
  const multiplier = work.options.get(symbol)?.multiplier ?? 1;
  return multiplier === 1 ? shares : cleanNumber(shares * multiplier);
}
