/** Trades for engine tests, written as a short table: no cells, no headings. */
import { bookTrades } from "../../src/lots/book";
import type { Book, Scope } from "../../src/lots/book-types";
import { DEFAULT_CHOICES, type AccountChoice, type Choices } from "../../src/lots/choices";
import { sharesOf } from "../../src/lots/units";
import { EVERY_ACCOUNT, TradeKind, type TradeDetails, type Trades } from "../../src/lots/trades";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { dayFromCalendar, isoFromDay, type Day } from "../../src/values/plain-date";

export interface TradeRow {
  readonly date: string;
  readonly kind: keyof typeof TradeKind;
  readonly symbol?: string;
  readonly shares?: number;
  /** Total cost or net proceeds in dollars. */
  readonly amount?: number;
  /** Default A; "*" is every account. */
  readonly account?: string;
  readonly newSymbol?: string;
  readonly toAccount?: string;
  readonly more?: TradeDetails;
}

export function day(iso: string): Day {
  const [year, month, dayOfMonth] = iso.split("-").map(Number);
  return dayFromCalendar(year!, month!, dayOfMonth!);
}

/** Row numbers start at 2, below the headings. */
export function tradesOf(rows: readonly TradeRow[], options: { newestFirst?: boolean } = {}): Trades {
  const symbols: string[] = [];
  const accounts: string[] = ["A"];
  const indexIn = (names: string[], name: string): number => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const details = new Map<number, TradeDetails>();
  rows.forEach((row, at) => {
    const detail = {
      ...row.more,
      ...(row.newSymbol === undefined ? {} : { newSymbol: indexIn(symbols, row.newSymbol) }),
      ...(row.toAccount === undefined ? {} : { toAccount: indexIn(accounts, row.toAccount) }),
    };
    if (Object.keys(detail).length > 0) details.set(at, detail);
  });
  return {
    count: rows.length,
    row: Int32Array.from(rows, (_, at) => at + 2),
    day: Int32Array.from(rows, (row) => day(row.date)),
    kind: Uint8Array.from(rows, (row) => TradeKind[row.kind]),
    symbol: Int32Array.from(rows, (row) => indexIn(symbols, row.symbol ?? "XYZ")),
    account: Int32Array.from(rows, (row) => (row.account === "*" ? EVERY_ACCOUNT : indexIn(accounts, row.account ?? "A"))),
    shares: Float64Array.from(rows, (row) => row.shares ?? 0),
    amountCents: Float64Array.from(rows, (row) => Math.round((row.amount ?? 0) * 100)),
    details,
    symbols,
    accounts,
    digital: new Set(),
    funds: new Set(),
    collectibles: new Set(),
    options: new Map(),
    newestFirst: options.newestFirst ?? false,
    faults: [],
  };
}

export function choicesOf(choices: Partial<Omit<Choices, "accounts">> & { accounts?: readonly AccountChoice[] }): Choices {
  return {
    ...DEFAULT_CHOICES,
    ...choices,
    accounts: new Map((choices.accounts ?? []).map((account) => [account.name.toUpperCase(), account])),
  };
}

export function bookOf(rows: readonly TradeRow[], choices: Partial<Choices> = {}, scope: Scope = {}): Book {
  return bookTrades(tradesOf(rows), { ...DEFAULT_CHOICES, ...choices }, FEDERAL_LAW, scope);
}

/** Sold pieces as a person would list them: dollars, shares, ISO dates. */
export function soldPieces(book: Book): object[] {
  const { realized, trades } = book;
  return Array.from({ length: realized.count }, (_, i) => ({
    saleRow: realized.sale[i]! < trades.count ? trades.row[realized.sale[i]!] : 0,
    lotRow: trades.row[realized.purchase[i]!],
    shares: sharesOf(realized.units[i]!, book.unitsPerShare[realized.symbol[i]!]!),
    holdingFrom: isoFromDay(realized.holdingFrom[i]!),
    proceeds: realized.proceedsCents[i]! / 100,
    basis: realized.basisCents[i]! / 100,
    disallowed: realized.disallowedCents[i]! / 100,
    term: realized.longTerm[i] === 1 ? "Long" : "Short",
  }));
}

export function openLots(book: Book): object[] {
  return book.openLots.map((lot) => ({
    lotRow: book.trades.row[lot.purchase],
    symbol: book.trades.symbols[lot.symbol],
    account: book.trades.accounts[lot.account],
    holdingFrom: isoFromDay(lot.holdingFrom),
    shares: sharesOf(lot.units, book.unitsPerShare[lot.symbol]!),
    basis: lot.basisCents / 100,
  }));
}
