/** The symbols held, each with the price and day of the last trade in the rows: what a price list starts from. */
import type { Book } from "../lots/book-types";
import { TradeKind } from "../lots/trades";
import { readNumberCell } from "../sheet/number-cells";
import type { TradesReading } from "../sheet/reading-types";
import type { Day } from "../values/plain-date";

export interface HeldSymbol {
  readonly symbol: string;
  /** null: no row gives one that still counts in today's shares. */
  readonly lastTrade: { readonly price: number; readonly day: Day } | null;
}

const PRICED: ReadonlySet<number> = new Set([
  TradeKind.Buy,
  TradeKind.Sell,
  TradeKind.Reinvest,
  TradeKind.Vest,
  TradeKind.SellShort,
  TradeKind.BuyToCover,
]);

/** After one of these, an earlier price is per share of something else. */
const RESCALES: ReadonlySet<number> = new Set([TradeKind.Split, TradeKind.Merger, TradeKind.SymbolChange, TradeKind.SpinOff, TradeKind.OtherClass]);

export function heldSymbols({ trades, openLots, openShorts }: Book, { columns }: TradesReading, cells: readonly (readonly unknown[])[]): readonly HeldSymbol[] {
  const held = new Set([...openLots, ...openShorts].map(({ symbol }) => symbol));
  const priceColumn = columns.find(({ field }) => field === "Price")?.column;
  const last = new Map<number, { readonly price: number; readonly day: Day }>();
  const rescaledOn = new Map<number, Day>();
  for (let at = 0; at < trades.count; at++) {
    const symbol = trades.symbol[at]!;
    if (!held.has(symbol)) continue;
    const kind = trades.kind[at]!;
    const day = trades.day[at]!;
    if (RESCALES.has(kind)) rescaledOn.set(symbol, Math.max(day, rescaledOn.get(symbol) ?? day));
    if (!PRICED.has(kind) || priceColumn === undefined) continue;
    const price = readNumberCell(cells[trades.row[at]! - 1]?.[priceColumn]);
    const known = last.get(symbol);
    const isLater = known === undefined || day > known.day || (day === known.day && !trades.newestFirst);
    if (typeof price === "number" && price > 0 && isLater) last.set(symbol, { price, day });
  }
  return [...held]
    .map((symbol) => {
      const trade = last.get(symbol);
      const rescaled = rescaledOn.get(symbol);
      const counts = trade !== undefined && (rescaled === undefined || rescaled < trade.day);
      return { symbol: trades.symbols[symbol] ?? "", lastTrade: counts ? trade : null };
    })
    .sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
}
