/** The contract that an option row is about. */
import type { Book } from "../lots/book-types";
import type { OptionTerms } from "../lots/trades";

/** Terms of the row's own symbol; undefined for stock. */
export function optionOfRow(book: Book, trade: number): OptionTerms | undefined {
  return book.trades.options.get(book.trades.symbol[trade] ?? -1);
}
