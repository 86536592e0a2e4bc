/** Finds the pieces that a sale took, in fill order, without searching. */
import type { Book } from "../lots/book-types";

const NONE = -1;

export interface PiecesOfSales {
  /** Positions in the realized pieces. `sale` is a position in the trades, or `trades.count` for the what-if sale. */
  of(sale: number): number[];
}

export function piecesOfSales(book: Book): PiecesOfSales {
  const { sale: sales, count } = book.realized;
  const first = new Int32Array(book.trades.count + 1).fill(NONE);
  const next = new Int32Array(count).fill(NONE);
  for (let piece = count - 1; piece >= 0; piece--) {
    const sale = sales[piece]!;
    next[piece] = first[sale]!;
    first[sale] = piece;
  }
  return {
    of(sale) {
      const pieces: number[] = [];
      for (let piece = first[sale] ?? NONE; piece !== NONE; piece = next[piece]!) pieces.push(piece);
      return pieces;
    },
  };
}
