import type { Book } from "../../lots/book-types";
import { fillsOfOrders } from "../../lots/orders";

/** Positions of all rows of the same order (R-LOT-1), the first of which makes the lot; usually the row alone. */
export function fillsOf({ trades, choices }: Book, trade: number): readonly number[] {
  if (choices.orderFills !== "sameDay" && trades.details.get(trade)?.order === undefined) return [trade];
  const inOrder = Int32Array.from({ length: trades.count }, (_, at) => (trades.newestFirst ? trades.count - 1 - at : at));
  for (const fills of fillsOfOrders(trades, inOrder, choices.orderFills)?.values() ?? []) if (fills.includes(trade)) return fills;
  return [trade];
}
