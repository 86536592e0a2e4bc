/** What an explanation of one trade draws on. */
import type { Book } from "../../lots/book-types";
import type { PiecesOfSales } from "../pieces-of-sale";
import type { WashLinks } from "../wash-links";

/** Numbers of the row as the user wrote them, for the arithmetic; null where the cell is blank or absent. */
export interface RowAsWritten {
  /** Shares, without the sign some brokers write. */
  readonly quantity: number | null;
  /** Dollars per share. */
  readonly price: number | null;
  /** Dollars, without sign. */
  readonly fees: number | null;
  /** Dollars per share on the day, of what is received. */
  readonly value: number | null;
}

export interface ExplainedRow {
  readonly book: Book;
  /** Position in the trades. */
  readonly trade: number;
  readonly written: RowAsWritten;
  readonly pieces: PiecesOfSales;
  readonly links: WashLinks;
  /** The book at the end of the row's own day. */
  readonly bookAtDayEnd: () => Book;
  /** The book with every row up to another one, and with it or without it. */
  readonly bookUpTo: (trade: number, included: boolean) => Book;
  /** The book with every row up to this one, without it. */
  readonly bookBefore: () => Book;
  /** The same with it. */
  readonly bookAfter: () => Book;
}
