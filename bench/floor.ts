/** What no engine can do without: one pass over the columns and a counting sort by symbol and day. */
import type { Trades } from "../src/lots/trades";

/** Positions in booking order, and a sum so that nothing is optimised away. */
export function floor({ count, symbol, day, shares, amountCents, symbols }: Trades): { order: Int32Array; sum: number } {
  let sum = 0;
  let [first, last] = [Infinity, -Infinity];
  for (let at = 0; at < count; at += 1) {
    sum += shares[at]! + amountCents[at]!;
    first = Math.min(first, day[at]!);
    last = Math.max(last, day[at]!);
  }
  const all = Int32Array.from({ length: count }, (_, at) => at);
  const byDay = countingSort(all, (at) => day[at]! - first, last - first + 1);
  return { order: countingSort(byDay, (at) => symbol[at]!, symbols.length), sum };
}

function countingSort(positions: Int32Array, key: (at: number) => number, keys: number): Int32Array {
  const start = new Int32Array(keys + 1);
  for (const at of positions) start[key(at) + 1]! += 1;
  for (let one = 0; one < keys; one += 1) start[one + 1]! += start[one]!;
  const sorted = new Int32Array(positions.length);
  for (const at of positions) sorted[start[key(at)]!++] = at;
  return sorted;
}
