import { fillsOfOrders } from "../../lots/orders";
import type { Trades } from "../../lots/trades";

/** Positions of all rows of the same order (R-LOT-1), the first of which makes the lot; usually the row alone. */
export function fillsOf(trades: Trades, trade: number): readonly number[] {
  if (trades.details.get(trade)?.order === undefined) return [trade];
  const inOrder = Int32Array.from({ length: trades.count }, (_, at) => (trades.newestFirst ? trades.count - 1 - at : at));
  for (const fills of fillsOfOrders(trades, inOrder)?.values() ?? []) if (fills.includes(trade)) return fills;
  return [trade];
}
