import type { PriceListRow } from "../../sheet/placing/prices-place";
import type { HeldSymbol } from "../held-symbols";

/** A row for every symbol held; its price blank, or on request that of its last trade. */
export function priceListRows(held: readonly HeldSymbol[], withLastTrades: boolean): readonly PriceListRow[] {
  return held.map(({ symbol, lastTrade }) => ({
    symbol,
    price: withLastTrades ? (lastTrade?.price ?? null) : null,
    lastTradePrice: lastTrade?.price ?? null,
    lastTradeDay: lastTrade?.day ?? null,
  }));
}
