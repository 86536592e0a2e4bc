/**
 * Pools that a sale on a day finds at their average basis: the method is in force there (R-ID-7), and no gift with a
 * basis of its own for a loss keeps the pool out (R-AVG-6). A pool is so from the day on which the method starts, before
 * its first sale as well (R-AVG-2); lots that a sale names keep out of it only until then.
 */
import type { Book, OpenLot } from "../lots/book-types";
import { methodInForce } from "../lots/method-order";
import { averagePool } from "../rules/average-pools";
import type { Day } from "../values/plain-date";
import { take } from "../values/take";

type PoolsBook = Pick<Book, "trades" | "choices" | "openLots">;
type OfPool = Pick<OpenLot, "symbol" | "account">;

/** Pools with a gift that cannot be averaged, by book. */
const kept = new WeakMap<PoolsBook["openLots"], ReadonlySet<string>>();

/** @param book at the end of the day */
export function standsAtAverage(book: PoolsBook, pool: OfPool, day: Day): boolean {
  const { trades, choices, openLots } = book;
  if (!choices.methods.some(({ method }) => method === "AVG")) return false;
  if (methodInForce(choices, trades.symbols[pool.symbol]!, trades.accounts[pool.account]!, day) !== "AVG") return false;
  let keptOut = kept.get(openLots);
  if (keptOut === undefined) kept.set(openLots, (keptOut = new Set(openLots.filter(({ lossBasis }) => lossBasis !== null).map(poolName))));
  return !keptOut.has(poolName(pool));
}

/**
 * The open lots with the basis that a sale on the day finds: every lot of a pool at average has its share by quantity
 * (R-AVG-3), covered and noncovered shares apart unless the settings take them together (R-AVG-1).
 * @param book at the end of the day
 */
export function openLotsAtAverage(book: PoolsBook, day: Day): readonly OpenLot[] {
  const { choices, openLots } = book;
  const totals = new Map<string, { basisCents: number; units: number }>();
  const totalName = (lot: OpenLot): string => `${poolName(lot)} ${choices.coveredPools === "together" ? 1 : averagePool(lot.acquired)}`;
  for (const lot of openLots) {
    if (!standsAtAverage(book, lot, day)) continue;
    const total = totals.get(totalName(lot)) ?? { basisCents: 0, units: 0 };
    totals.set(totalName(lot), total);
    total.basisCents += lot.basisCents;
    total.units += lot.units;
  }
  if (totals.size === 0) return openLots;
  return openLots.map((lot) => {
    const total = totals.get(totalName(lot));
    if (total === undefined) return lot;
    const basisCents = take(total.basisCents, lot.units, total.units);
    total.basisCents -= basisCents;
    total.units -= lot.units;
    return { ...lot, basisCents, averaged: true };
  });
}

function poolName({ symbol, account }: OfPool): string {
  return `${symbol} ${account}`;
}
