/**
 * Lots to sell first so that nothing of this one is washed: shares no longer held when the loss sale is made cannot
 * replace it (R-WS-4). Told only where a trial shows that it is so.
 */
import type { HarvestLot } from "./harvest-types";
import type { Group } from "./harvest-lot";
import type { HeldLot } from "./held-lots";
import { soldLot } from "./sold-lot";

/** Nobody sells more than these to clear the way for one. */
const MOST_SOLD_FIRST = 6;

export function cleanAfterSelling({ facts, standing, reach }: Group, lot: HeldLot, held: readonly HeldLot[]): HarvestLot["cleanAfterSelling"] {
  const { trades, asOf } = facts;
  const washers = reach.of(lot, asOf);
  if (washers.length === 0 || washers.some(({ isPending }) => isPending)) return [];
  const inTheWay = new Set<HeldLot>();
  for (const { purchase, symbol, account } of washers) {
    const found = held.find((other) => other.purchase === purchase && other.symbol === symbol && other.account === account);
    // In a retirement account, or without a price: nothing to sell here.
    if (found === undefined) return [];
    inTheWay.add(found);
    if (inTheWay.size > MOST_SOLD_FIRST) return [];
  }
  // Later acquired first: an older lot of them could wash a younger one, but is sold after it.
  const first = [...inTheWay].reverse();
  const book = standing.sell([...first, lot].map((one) => ({ lot: one, shares: null })));
  if (book.refusals.length > 0 || soldLot(book, trades.count + first.length, asOf).replacedCents > 0) return [];
  return first.map(({ key, name, account, shares }) => ({ key, lot: name, account: trades.accounts[account]!, shares }));
}
