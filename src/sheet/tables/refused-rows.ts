/**
 * The row that stands for a refused pool in a result table (design section 7): its numeric cells are
 * #VALUE!, so that every total over them fails, and one cell says why.
 */
import type { Book } from "../../lots/book-types";
import type { RefusedPools } from "../../report/refused-pools";
import { valueError, type Row, type Table } from "./cell";

/**
 * @param headings of the table, in order
 * @param texts    headings whose cells hold text and stay blank
 * @param note     heading of the cell that holds the sentence
 */
export function refusedRows(
  book: Book,
  refused: RefusedPools,
  headings: readonly string[],
  texts: ReadonlySet<string>,
  note: string,
): Table {
  return refused.pools.map((pool): Row => {
    const error = valueError(pool.sentence);
    return headings.map((heading) => {
      if (heading === note) return pool.sentence;
      if (heading === "Symbol") return pool.symbol === null ? "" : book.trades.symbols[pool.symbol]!;
      if (heading === "Account") return pool.account === null ? "" : book.trades.accounts[pool.account]!;
      return texts.has(heading) ? "" : error;
    });
  });
}
