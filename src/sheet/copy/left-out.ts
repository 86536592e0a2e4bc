/** What the figures leave out because a row of the trades is wrong: said in red, never silently short. */
import type { Book } from "../../lots/book-types";
import { refusedPools } from "../../report/refused-pools";
import type { Row, Table } from "../tables/cell";

/** One sentence a refused position. */
export function leftOutSentences(book: Book): readonly string[] {
  const { symbols, accounts } = book.trades;
  return refusedPools(book).pools.map(({ symbol, account, sentence }) => {
    if (symbol === null) return `A row names no security, so its trade is in no figure. ${sentence}`;
    const where = account === null ? "" : ` in account ${accounts[account]}`;
    return `${symbols[symbol]}${where} is left out of every figure. ${sentence}`;
  });
}

/** For the sheets that are short because of it; empty: none is. */
export function notCompleteNotes(book: Book): readonly string[] {
  const { pools } = refusedPools(book);
  if (pools.length === 0) return [];
  return [`Not complete: ${pools.length === 1 ? "one position is" : `${pools.length} positions are`} left out because of wrong rows. See the open points on the cover.`];
}

/** The rows whose numbers stand; those of refused positions hold errors. */
export function completeRows(table: Table): readonly Row[] {
  return table.slice(1).filter((row) => row.every((cell) => typeof cell !== "object"));
}
