/** Which row closed the short, or the put, that made a holding period begin anew (R-SS-2). */
import type { Book } from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import type { Day } from "../../values/plain-date";

/** ` with row 9`; empty where no row of that day closes one in this security, or several do. */
export function withClosingRow({ trades }: Book, symbol: number, day: Day): string {
  const rows: number[] = [];
  for (let at = 0; at < trades.count; at++) {
    if (trades.day[at] !== day) continue;
    const own = trades.symbol[at]!;
    const option = trades.options.get(own);
    const closes = own === symbol ? trades.kind[at] === TradeKind.BuyToCover : option?.type === "put" && option.underlying === symbol && ENDS_PUT.has(trades.kind[at]!);
    if (closes) rows.push(trades.row[at]!);
  }
  return rows.length === 1 ? ` with row ${rows[0]}` : "";
}

/** A held put counts as a short sale by the setting Puts on young shares. */
const ENDS_PUT: ReadonlySet<number> = new Set([TradeKind.Sell, TradeKind.Expire, TradeKind.Exercise]);
