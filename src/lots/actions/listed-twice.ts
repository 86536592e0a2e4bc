/**
 * Brokers list an exercise or assignment twice: the option's row, which makes the trade of the stock itself
 * (R-OPT-2, R-OPT-3), and a row of that stock. Both may be true, so what looks like it is said, not left out.
 */
import type { Ledger } from "../ledger";
import { TradeKind } from "../trades";

/** Brokers add fees to either row: amounts this near are of the same trade. */
const SAME_AMOUNT = 0.01;

const BUYS: ReadonlySet<number> = new Set([TradeKind.Buy, TradeKind.BuyToCover]);
const SELLS: ReadonlySet<number> = new Set([TradeKind.Sell, TradeKind.SellShort]);

/** To be called where an exercise or assignment is booked; `at` is its row. */
export function remarkListedTwice(ledger: Ledger, at: number): void {
  const stock = listedAlsoAs(ledger, at);
  if (stock !== null) ledger.remark("listed-twice", stock, at);
}

/** Of a row of stock the row of the option that makes the same trade, or the other way round; positions in the trades. */
export function listedAlsoAs(ledger: Ledger, at: number): number | null {
  const { trades } = ledger;
  if (trades.options.size === 0) return null;
  const day = trades.day[at]!;
  const isPair = makesStockTrade(ledger, at)
    ? (other: number) => isSameTrade(ledger, at, other)
    : (other: number) => makesStockTrade(ledger, other) && isSameTrade(ledger, other, at);
  return ledger.eventsBetween(day, day).find(isPair) ?? null;
}

function makesStockTrade({ trades }: Ledger, at: number): boolean {
  const kind = trades.kind[at];
  return (kind === TradeKind.Exercise || kind === TradeKind.Assigned) && trades.options.has(trades.symbol[at]!);
}

function isSameTrade({ trades }: Ledger, ofOption: number, ofStock: number): boolean {
  const option = trades.options.get(trades.symbol[ofOption]!)!;
  const buys = (option.type === "call") === (trades.kind[ofOption] === TradeKind.Exercise);
  const [cents, stockCents] = [trades.amountCents[ofOption]!, trades.amountCents[ofStock]!];
  return (
    (buys ? BUYS : SELLS).has(trades.kind[ofStock]!) &&
    trades.symbol[ofStock] === option.underlying &&
    trades.account[ofStock] === trades.account[ofOption] &&
    trades.shares[ofStock] === trades.shares[ofOption]! * option.multiplier &&
    Math.abs(cents - stockCents) <= cents * SAME_AMOUNT
  );
}
