/** Lots of a symbol held in taxable accounts at the end of a day, pieces of one purchase in one account added up. */
import { bookTrades } from "../../lots/book";
import type { Book, OpenLot } from "../../lots/book-types";
import { methodInForce } from "../../lots/method-order";
import type { PeriodStart } from "../../lots/period-start";
import { lotName, lotNames } from "../../lots/trades";
import { sharesFromUnits } from "../../report/figures";
import { isRetirement } from "../../rules/accounts";
import { FEDERAL_LAW } from "../../rules/federal-law";
import { termOfLot } from "../../rules/term-of-lot";
import type { Day } from "../../values/plain-date";
import type { Desk } from "../engine/contract";
import type { HeldLot, LotTerm } from "./sell-view";

export interface LotsHeld {
  readonly lots: readonly HeldLot[];
  /** Accounts that hold some of it. */
  readonly accounts: readonly string[];
  /** Average basis is in force, or has been (R-AVG-2). */
  readonly isAveraged: boolean;
  /** How the holding period of shares of a purchase begins; of a gift sold at a loss as of a purchase (R-GIFT-1). */
  readonly periodStart: (purchase: number, holdingFrom: Day) => PeriodStart;
  /** An open short sale or put keeps some of the purchase's shares short-term (R-SS-2). */
  readonly holdsPeriod: (purchase: number) => boolean;
}

/** @param account null: every taxable one */
export function lotsHeld(desk: Desk, symbol: number, account: number | null, day: Day): LotsHeld {
  const { trades } = desk.book;
  const book = bookTrades(trades, desk.choices, FEDERAL_LAW, { throughDay: day, tiedTo: symbol });
  const own = book.openLots.filter((lot) => lot.symbol === symbol && isTaxable(desk, lot) && (account === null || lot.account === account));
  const byLot = new Map<string, OpenLot[]>();
  for (const lot of own) {
    const key = `${lot.purchase} ${lot.account}`;
    const known = byLot.get(key);
    if (known === undefined) byLot.set(key, [lot]);
    else known.push(lot);
  }
  const accounts = [...new Set(own.map((lot) => trades.accounts[lot.account]!))];
  const name = trades.symbols[symbol]!;
  const starts = new Map(own.map(({ purchase, holdingFrom, periodStart }) => [`${purchase} ${holdingFrom}`, periodStart]));
  const underShort = new Set(own.flatMap((lot) => (lot.underShort === true ? [lot.purchase] : [])));
  return {
    periodStart: (purchase, holdingFrom) => starts.get(`${purchase} ${holdingFrom}`) ?? "Purchase",
    holdsPeriod: (purchase) => underShort.has(purchase),
    lots: [...byLot.values()].map((pieces) => heldLot(book, pieces, day)),
    accounts,
    isAveraged: own.some(({ averaged }) => averaged) || accounts.some((held) => methodInForce(desk.choices, name, held, day) === "AVG"),
  };
}

export function isTaxable({ book, choices }: Desk, lot: Pick<OpenLot, "account">): boolean {
  return !isRetirement(choices, book.trades.accounts[lot.account]!);
}

/** The name that a sale of lots one by one is told: of all that the lot answers to, the one no other lot has. */
export function lotKey({ trades }: Book, purchase: number): string {
  return lotNames(trades, purchase).at(-1)!;
}

function heldLot(book: Book, pieces: readonly OpenLot[], day: Day): HeldLot {
  const { purchase, account, symbol, acquired } = pieces[0]!;
  const sum = (of: (lot: OpenLot) => number): number => pieces.reduce((total, lot) => total + of(lot), 0);
  return {
    key: lotKey(book, purchase),
    lot: lotName(book.trades, purchase),
    account: book.trades.accounts[account]!,
    row: book.trades.row[purchase]!,
    acquired,
    term: oneTerm(pieces.map((piece) => termOfLot(piece, day))),
    shares: sharesFromUnits(book, symbol, sum(({ units }) => units)),
    basisCents: sum(({ basisCents }) => basisCents),
  };
}

export function oneTerm(terms: readonly ("Short" | "Long")[]): LotTerm {
  const [first = "Short"] = terms;
  return terms.every((term) => term === first) ? first : "Mixed";
}
