/** What an option row is about: the contract, its underlying stock, and the premium that its exercise carried over. */
import type { Book } from "../lots/book-types";
import { TradeKind, type OptionTerms } from "../lots/trades";

/** Terms of the row's own symbol; undefined for stock. */
export function optionOfRow(book: Book, trade: number): OptionTerms | undefined {
  return book.trades.options.get(book.trades.symbol[trade] ?? -1);
}

/**
 * Premium that an exercise or assignment put into the stock's proceeds, in cents: negative where a held put
 * cost it (R-OPT-2), positive where a written call had brought it in (R-OPT-3). null where the row sold no stock.
 */
export function premiumInProceeds(book: Book, trade: number, pieces: readonly number[]): number | null {
  const { trades, realized } = book;
  const kind = trades.kind[trade];
  if ((kind !== TradeKind.Exercise && kind !== TradeKind.Assigned) || pieces.length === 0) return null;
  const proceeds = pieces.reduce((sum, piece) => sum + realized.proceedsCents[piece]!, 0);
  return proceeds - trades.amountCents[trade]!;
}
