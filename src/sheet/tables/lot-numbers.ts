/**
 * The order of acquisition inside a day (R-WS-3), for lots whose rows in a table stand in another order: it decides
 * which of them replaces a loss first, and which leaves first once they are in one account.
 */
import type { Book, OpenLot } from "../../lots/book-types";

/**
 * By the lots that need one: 1 for the first of its day. Only days on which the rows of one security, or of
 * securities that can replace each other, do not already stand in order.
 */
export function numbersOfDay(book: Book): ReadonlyMap<OpenLot, number> {
  const numbers = new Map<OpenLot, number>();
  for (const lots of daysOf(book)) {
    const inOrder = [...lots].sort((a, b) => a.sequence - b.sequence || a.place - b.place);
    if (inOrder.every((lot, i) => lot === lots[i])) continue;
    inOrder.forEach((lot, i) => numbers.set(lot, i + 1));
  }
  return numbers;
}

/** Lots of one day and security, where there are several, as they are listed. */
function daysOf(book: Book): OpenLot[][] {
  const days = new Map<string, OpenLot[]>();
  for (const lot of book.openLots) {
    const key = `${lot.acquired} ${securityOf(book, lot.symbol)}`;
    const day = days.get(key);
    if (day === undefined) days.set(key, [lot]);
    else day.push(lot);
  }
  return [...days.values()].filter((lots) => lots.length > 1);
}

/** A call replaces its stock (R-WS-13). Numbers of several groups may be compared in vain: more rows than needed get one. */
function securityOf({ trades, choices }: Book, symbol: number): string {
  const name = trades.symbols[trades.options.get(symbol)?.underlying ?? symbol]!.toUpperCase();
  const isDeclared = choices.identical.some((symbols) => symbols.some((one) => one.toUpperCase() === name));
  return isDeclared ? "identical" : name;
}
