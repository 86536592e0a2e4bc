/**
 * Lots to sell first so that nothing of this one is washed: shares no longer held when the loss sale is made cannot
 * replace it (R-WS-4). Told only where a trial shows that it is so.
 */
import type { HarvestLot } from "./harvest-types";
import type { Group } from "./group";
import type { HeldLot } from "./held-lots";
import { soldLots } from "./sold-lot";

/** Nobody sells more than these to clear the way for one. */
const MOST_SOLD_FIRST = 6;

export function cleanAfterSelling({ facts, standing, reach, held }: Group, lot: HeldLot): HarvestLot["cleanAfterSelling"] {
  const { trades, asOf } = facts;
  const inTheWay = new Set<string>();
  for (const washer of reach.latestFirst(lot, asOf)) {
    inTheWay.add(lotKey(washer));
    if (washer.isPending || inTheWay.size > MOST_SOLD_FIRST) return [];
  }
  if (inTheWay.size === 0) return [];
  // Later acquired first: an older one of them could wash a younger one, and is then sold itself.
  const first = held.filter((other) => inTheWay.has(lotKey(other))).reverse();
  // In a retirement account, or without a price: nothing to sell here.
  if (first.length < inTheWay.size) return [];
  // At average no lot can be chosen to leave first (R-AVG-3).
  if ([lot, ...first].some(({ atAverage }) => atAverage)) return [];
  const book = standing.sell([...first, lot].map((one) => ({ lot: one, shares: null })));
  if (book.refusals.length > 0 || soldLots(book, first.length + 1, asOf).at(-1)!.replacedCents > 0) return [];
  return first.map(({ key, name, account, shares }) => ({ key, lot: name, account: trades.accounts[account]!, shares }));
}

function lotKey({ purchase, symbol, account }: Pick<HeldLot, "purchase" | "symbol" | "account">): string {
  return `${purchase} ${symbol} ${account}`;
}
