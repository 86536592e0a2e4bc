/** A trade of an option after the day on which its symbol says that it expires: the date or the symbol is wrong. */
import { TradeKind } from "../../lots/trades";
import { isoFromDay } from "../../values/plain-date";
import { rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";

/** Days over which brokers post what happened on the day of expiry: a weekend and a holiday. */
const POSTING_DAYS = 5;

/** By kind: how many days after the expiry the row may stand. */
const DAYS_AFTER: ReadonlyMap<TradeKind, number> = new Map<TradeKind, number>([
  [TradeKind.Buy, 0],
  [TradeKind.Sell, 0],
  [TradeKind.SellShort, 0],
  [TradeKind.BuyToCover, 0],
  [TradeKind.Expire, POSTING_DAYS],
  [TradeKind.Exercise, POSTING_DAYS],
  [TradeKind.Assigned, POSTING_DAYS],
]);

export function afterExpiry(work: TradesInProgress, { kind, day, symbol }: PlacedTrade): RowProblem | null {
  const security = work.securities[symbol];
  if (security?.is !== "option" || security.expiry === null) return null;
  const days = DAYS_AFTER.get(kind);
  if (days === undefined || day <= security.expiry + days) return null;
  const name = work.symbols.names[symbol] ?? "";
  const says = `is of ${isoFromDay(day)}, but the symbol ${name} says that it expired on ${isoFromDay(security.expiry)}`;
  return rowProblem("Date", says, "Correct the date or the symbol; what expired is closed by Expire on the day of expiry.");
}
