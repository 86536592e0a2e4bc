/** What a replacement row acquires: shares, or an option on them (R-WS-2, R-WS-13). */
import type { Book, WashMatch } from "../lots/book-types";
import { TradeKind, type OptionTerms, type Trades } from "../lots/trades";

/** The security that the row brings in, by index: the stock where an option is exercised or assigned, or rights are used. */
export function acquiredSymbol(trades: Trades, trade: number): number {
  const own = trades.symbol[trade]!;
  switch (trades.kind[trade]) {
    case TradeKind.Exercise:
    case TradeKind.Assigned:
      return trades.options.get(own)?.underlying ?? own;
    case TradeKind.ExerciseRights:
    case TradeKind.Merger:
    case TradeKind.SpinOff:
      return trades.details.get(trade)?.newSymbol ?? own;
    default:
      return own;
  }
}

/** Terms of the option that takes the place of shares sold at a loss; undefined where shares, or another option, do. */
export function optionForShares({ trades, realized }: Book, match: WashMatch): OptionTerms | undefined {
  return trades.options.has(realized.symbol[match.piece]!) ? undefined : trades.options.get(acquiredSymbol(trades, match.replacement));
}

/** The loss was met by writing a put that was sure to be exercised (R-WS-13, setting Written puts). */
export function isWritten({ trades }: Book, match: WashMatch): boolean {
  const kind = trades.kind[match.replacement];
  return (kind === TradeKind.SellShort || kind === TradeKind.OpenShort) && trades.options.has(trades.symbol[match.replacement]!);
}
