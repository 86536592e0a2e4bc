/** Whether splits lie between a loss sale and the purchase that replaced it, so that their share counts differ (R-WS-11). */
import Decimal from "decimal.js";
import type { Book, WashMatch } from "../lots/book-types";
import { TradeKind } from "../lots/trades";
import { SplitRows } from "../lots/units";
import { fifteenDigits } from "../values/decimals";
import { plainNumber, sharesFromUnits } from "./figures";
import { acquiredSymbol } from "./replacement";

const Exact = Decimal.clone({ precision: 40 });

/**
 * `10 new shares are 5 of the old`: the new are the purchase's where it follows the sale, else the sale's;
 * null where no split lies between, or one that is stated as shares added and has no ratio of its own.
 */
export function newAndOldShares(book: Book, match: WashMatch): string | null {
  const { trades } = book;
  const bought = match.replacement;
  const isBoughtLater = comesBefore(book, match.lossSale, bought);
  const [first, last] = isBoughtLater ? [match.lossSale, bought] : [bought, match.lossSale];
  const symbol = isBoughtLater ? trades.symbol[first]! : acquiredSymbol(trades, first);
  const rowsOfSplit = new SplitRows(trades);
  let factor = new Exact(1);
  for (let step = 0; step < trades.count; step++) {
    const at = trades.newestFirst ? trades.count - 1 - step : step;
    if (trades.kind[at] !== TradeKind.Split || trades.symbol[at] !== symbol) continue;
    if (!comesBefore(book, first, at) || !comesBefore(book, at, last)) continue;
    const ratio = trades.details.get(at)?.ratio;
    if (ratio === undefined) return null;
    if (!rowsOfSplit.isRepeat(at)) factor = factor.times(ratio.newShares).dividedBy(ratio.oldShares);
  }
  if (factor.equals(1)) return null;
  const sold = new Exact(sharesFromUnits(book, trades.symbol[match.lossSale]!, match.units));
  const text = (shares: Decimal): string => plainNumber(fifteenDigits(shares.toNumber()));
  return isBoughtLater
    ? `${text(sold.times(factor))} new shares are ${text(sold)} of the old`
    : `${text(sold)} new shares are ${text(sold.dividedBy(factor))} of the old`;
}

function comesBefore({ trades }: Book, one: number, other: number): boolean {
  const days = trades.day[one]! - trades.day[other]!;
  if (days !== 0) return days < 0;
  return trades.newestFirst ? one > other : one < other;
}
