/** Finds the wash matches of a sold piece, and of a replacement purchase, without searching. */
import type { Book, WashMatch } from "../lots/book-types";

const NONE = -1;

/** Matches chained by a key: `first[key]` and then `next[match]`, in the order they were made. */
interface Chains {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

export interface WashLinks {
  /** The blocks of replacement shares that met a piece of the realized pieces. */
  ofPiece(piece: number): WashMatch[];
  /** The losses that the shares of a purchase (position in the trades) replaced. */
  ofReplacement(purchase: number): WashMatch[];
}

export function washLinks(book: Book): WashLinks {
  const { washes } = book;
  const pieces = chain(book.realized.count, washes, (match) => match.piece);
  const replacements = chain(book.trades.count, washes, (match) => match.replacement);
  return {
    ofPiece: (piece) => follow(pieces, piece, washes),
    ofReplacement: (purchase) => follow(replacements, purchase, washes),
  };
}

function chain(keys: number, washes: readonly WashMatch[], keyOf: (match: WashMatch) => number): Chains {
  const first = new Int32Array(keys).fill(NONE);
  const next = new Int32Array(washes.length).fill(NONE);
  for (let at = washes.length - 1; at >= 0; at--) {
    const key = keyOf(washes[at]!);
    next[at] = first[key]!;
    first[key] = at;
  }
  return { first, next };
}

function follow(chains: Chains, key: number, washes: readonly WashMatch[]): WashMatch[] {
  const found: WashMatch[] = [];
  for (let at = chains.first[key] ?? NONE; at !== NONE; at = chains.next[at]!) found.push(washes[at]!);
  return found;
}
