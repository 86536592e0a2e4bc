/**
 * What one sale realizes by every relief method that may be used for it (R-ID-1, R-ID-3 to R-ID-5, R-AVG-1).
 * Lots named one by one (SPEC) are no order and are not compared. AVG is for funds, and for what is averaged already.
 */
import { bookTrades } from "../lots/book";
import type { Book, WhatIfSale } from "../lots/book-types";
import type { Choices, Method } from "../lots/choices";
import type { Law } from "../lots/law";
import { needsRates } from "../lots/methods/ordering";
import { LOT_METHODS } from "../lots/methods/table";
import { lotName, type Trades } from "../lots/trades";
import { sharesFromUnits } from "./figures";
import { piecesOfSales } from "./pieces-of-sale";
import { saleResults } from "./sale-results";

/** Methods of one order of lots, under the names of all houses that use it. */
export interface SharedOrder {
  readonly method: Method;
  /** `method` among them, first. */
  readonly names: readonly Method[];
}

export interface OrdersToCompare {
  readonly orders: readonly SharedOrder[];
  /** They weigh tax, and the settings give no rates (R-ID-5). */
  readonly lackRates: readonly Method[];
}

/** @param averaged whether the sale may be at average basis (R-AVG-1) */
export function ordersToCompare({ shortRate, longRate }: Pick<Choices, "shortRate" | "longRate">, averaged: boolean): OrdersToCompare {
  const byOrder = new Map<string, Method[]>();
  const lackRates: Method[] = [];
  for (const { name, ordering } of LOT_METHODS) {
    if (name === "SPEC" || (name === "AVG" && !averaged)) continue;
    if (needsRates(ordering) && (shortRate === null || longRate === null)) {
      lackRates.push(name);
      continue;
    }
    // AVG takes lots in FIFO's order and gives them another basis.
    const key = name === "AVG" ? name : JSON.stringify(ordering);
    const known = byOrder.get(key);
    if (known === undefined) byOrder.set(key, [name]);
    else known.push(name);
  }
  return { orders: [...byOrder.values()].map((names) => ({ method: names[0]!, names })), lackRates };
}

/** A hypothetical sale as it was booked, in cents. */
export interface SaleRealized {
  readonly proceedsCents: number;
  /** Gain before anything is disallowed, by term. */
  readonly shortCents: number;
  readonly longCents: number;
  readonly disallowedCents: number;
  readonly disallowedLongCents: number;
  readonly permanentCents: number;
  /** What it takes of each purchase in each account, in order of relief. */
  readonly taken: readonly { readonly purchase: number; readonly account: number; readonly shares: number }[];
  /** "row 2: 40; L7: 60" in order of relief. */
  readonly whichLots: string;
  readonly lotsUsed: number;
  /** Equal for two sales that take the same shares of the same lots at the same basis, in whatever order. */
  readonly sameness: string;
}

export function bookSale(trades: Trades, choices: Choices, law: Law, sale: WhatIfSale): Book {
  return bookTrades(trades, choices, law, { whatIf: sale });
}

/** @param book with the what-if sale, which has not been refused */
export function saleRealized(book: Book): SaleRealized {
  const at = book.trades.count;
  const results = saleResults(book);
  const { realized } = book;
  const units = new Map<string, { readonly purchase: number; readonly account: number; readonly symbol: number; units: number }>();
  for (const piece of piecesOfSales(book).of(at)) {
    const key = `${realized.purchase[piece]} ${realized.account[piece]}`;
    const lot = units.get(key);
    if (lot === undefined) units.set(key, { purchase: realized.purchase[piece]!, account: realized.account[piece]!, symbol: realized.symbol[piece]!, units: realized.units[piece]! });
    else lot.units += realized.units[piece]!;
  }
  const basisCents = results.basisCents[at]!;
  const taken = [...units.values()].map(({ purchase, account, symbol, units: sold }) => ({ purchase, account, shares: sharesFromUnits(book, symbol, sold) }));
  return {
    proceedsCents: results.proceedsCents[at]!,
    shortCents: results.shortCents[at]!,
    longCents: results.longCents[at]!,
    disallowedCents: results.disallowedCents[at]!,
    disallowedLongCents: results.disallowedLongCents[at]!,
    permanentCents: book.washes.reduce((sum, { lossSale, permanentCents }) => sum + (lossSale === at ? permanentCents : 0), 0),
    taken,
    whichLots: taken.map(({ purchase, shares }) => `${lotName(book.trades, purchase)}: ${shares}`).join("; "),
    lotsUsed: units.size,
    sameness: `${basisCents} ${[...units].map(([key, lot]) => `${key} ${lot.units}`).sort().join("|")}`,
  };
}

/** Gains less losses of a term that count: what is left after the disallowed losses (R-WS-5). */
export function allowedByTerm(sale: SaleRealized): { readonly shortCents: number; readonly longCents: number } {
  const { shortCents, longCents, disallowedCents, disallowedLongCents } = sale;
  return { shortCents: shortCents + disallowedCents - disallowedLongCents, longCents: longCents + disallowedLongCents };
}
