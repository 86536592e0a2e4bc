/** R-ID-3, R-ID-7: the standing order in force for an account and symbol on a day. */
import type { Choices, Method, MethodOrder } from "./choices";
import type { Day } from "../values/plain-date";

/** The most specific order wins (symbol before account), then the latest from-date, then the last written. */
export function methodInForce(choices: Choices, symbol: string, account: string, day: Day): Method {
  let best: MethodOrder | null = null;
  for (const order of choices.methods) {
    if (order.symbol !== undefined && order.symbol.toUpperCase() !== symbol.toUpperCase()) continue;
    if (order.account !== undefined && order.account.toUpperCase() !== account.toUpperCase()) continue;
    if (order.fromDay !== undefined && order.fromDay > day) continue;
    if (best === null || precedes(order, best)) best = order;
  }
  return best?.method ?? "FIFO";
}

function precedes(a: MethodOrder, b: MethodOrder): boolean {
  const specificity = reach(a) - reach(b);
  if (specificity !== 0) return specificity > 0;
  return (a.fromDay ?? -Infinity) >= (b.fromDay ?? -Infinity);
}

function reach(order: MethodOrder): number {
  return (order.symbol === undefined ? 0 : 2) + (order.account === undefined ? 0 : 1);
}
