/**
 * The order of acquisition inside a day (R-WS-3), for lots whose rows in a table stand in another order: it decides
 * which of them replaces a loss first, and which leaves first once they are in one account.
 */
import type { Book } from "../../lots/book-types";

/** What OpenLot and OpenLossLeft have in common. */
export interface ListedLot {
  readonly symbol: number;
  readonly acquired: number;
  readonly sequence: number;
  /** Absent on a loss: its shares are gone. */
  readonly place?: number;
}

/**
 * By the rows that need one: 1 for the first of its day. Only days on which the rows of one security, or of
 * securities that are identical by the settings, do not already stand in order.
 * @param listed in the order of the table
 */
export function numbersOfDay<T extends ListedLot>(book: Book, listed: readonly T[]): ReadonlyMap<T, number> {
  const numbers = new Map<T, number>();
  for (const lots of daysOf(book, listed)) {
    const inOrder = [...lots].sort((a, b) => a.sequence - b.sequence || (a.place ?? 0) - (b.place ?? 0));
    if (inOrder.every((lot, i) => lot === lots[i])) continue;
    inOrder.forEach((lot, i) => numbers.set(lot, i + 1));
  }
  return numbers;
}

/** Rows of one day and security, where there are several. */
function daysOf<T extends ListedLot>(book: Book, listed: readonly T[]): T[][] {
  const days = new Map<string, T[]>();
  for (const lot of listed) {
    const key = `${lot.acquired} ${securityOf(book, lot.symbol)}`;
    const day = days.get(key);
    if (day === undefined) days.set(key, [lot]);
    else day.push(lot);
  }
  return [...days.values()].filter((lots) => lots.length > 1);
}

/** Numbers of several groups may be compared in vain, which only numbers more rows than needed. */
function securityOf({ trades, choices }: Book, symbol: number): string {
  const name = trades.symbols[symbol]!.toUpperCase();
  const isDeclared = choices.identical.some((symbols) => symbols.some((one) => one.toUpperCase() === name));
  return isDeclared ? "identical" : name;
}
