/**
 * R-LOT-1: rows with the same order id, day, account, symbol and kind are fills of one order. By choice all
 * rows of a day, account, symbol and kind are, or none.
 */
import type { Choices } from "./choices";
import { TradeKind, type Trades } from "./trades";

/**
 * For events whose order has several fills: all fills at the first of them, none at the others.
 * null when no row names an order, which is the usual case.
 */
export function fillsOfOrders(trades: Trades, events: Int32Array, which: Choices["orderFills"]): Map<number, number[]> | null {
  if (which === "never" || (which === "byOrder" && trades.details.size === 0)) return null;
  const firstOf = new Map<string, number>();
  const fills = new Map<number, number[]>();
  for (const at of events) {
    const order = which === "sameDay" ? "" : trades.details.get(at)?.order;
    const kind = trades.kind[at]!;
    if (order === undefined || !(kind === TradeKind.Sell || kind === TradeKind.Buy)) continue;
    const key = `${kind} ${trades.day[at]} ${trades.account[at]} ${trades.symbol[at]} ${order.toUpperCase()}`;
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, at);
      fills.set(at, [at]);
    } else {
      fills.get(first)!.push(at);
      fills.set(at, []);
    }
  }
  return fills.size === 0 ? null : fills;
}
