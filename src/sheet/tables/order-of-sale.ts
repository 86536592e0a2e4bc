/** Puts sold pieces in order of the day and row of their sale; pieces of one sale stay in fill order. */
import type { Book } from "../../lots/book-types";

/**
 * Positions in the realized pieces. Two passes of a counting sort, rows first and then days, each
 * stable: a comparing sort of a hundred thousand pieces costs as much as booking them.
 */
export function inOrderOfSale(book: Book): Int32Array {
  const { sale, sold, count } = book.realized;
  const { newestFirst, count: rows } = book.trades;
  const byRow = sortedBy(count, null, (piece) => (newestFirst ? rows - sale[piece]! : sale[piece]!));
  let firstDay = Infinity;
  for (let piece = 0; piece < count; piece++) firstDay = Math.min(firstDay, sold[piece]!);
  return sortedBy(count, byRow, (piece) => sold[piece]! - firstDay);
}

/** @param keyOf whole and not negative; small enough to count */
function sortedBy(count: number, order: Int32Array | null, keyOf: (piece: number) => number): Int32Array {
  let largest = 0;
  for (let piece = 0; piece < count; piece++) largest = Math.max(largest, keyOf(piece));
  const places = new Int32Array(largest + 2);
  for (let piece = 0; piece < count; piece++) places[keyOf(piece) + 1]! += 1;
  for (let key = 0; key <= largest; key++) places[key + 1]! += places[key]!;
  const sorted = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const piece = order === null ? at : order[at]!;
    const key = keyOf(piece);
    sorted[places[key]!] = piece;
    places[key]! += 1;
  }
  return sorted;
}
