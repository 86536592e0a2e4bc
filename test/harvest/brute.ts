/**
 * The plain way to a harvest's figures: the sales written as rows at the end of the as-of day, with their lots
 * named where the pool does not stand at average, and the whole ledger booked. Rows after that day stay as far as they bring shares in or change their count.
 */
import type { CaseTransaction } from "../cases/case-format";
import { bookTrades } from "../../src/lots/book";
import type { Book } from "../../src/lots/book-types";
import { standsAtAverage } from "../../src/harvest/at-average";
import type { HarvestFacts } from "../../src/harvest/harvest-types";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { isoFromDay } from "../../src/values/plain-date";
import { day, factsOf, type HarvestLedger } from "./facts-of";

/** Actions that cannot be done any more once shares are gone, and wash nothing. */
const STAYS_OUT = new Set([
  "SELL", "TRANSFER", "GIFT_OUT", "WORTHLESS", "RETURN_OF_CAPITAL", "SPINOFF", "STOCK_DIVIDEND_OTHER", "COVER", "EXPIRE",
  "RIGHTS_LAPSE", "CAPITAL_GAIN_DIVIDEND", "EXEMPT_INTEREST_DIVIDEND",
]);

export interface InsertedSale {
  readonly symbol: string;
  readonly account: string;
  readonly lot: string;
  readonly shares: number;
  readonly proceedsCents: number;
}

/** The ledger without later rows that only move what is held. */
export function upTo(ledger: HarvestLedger, asOf: string): HarvestLedger {
  return { ...ledger, transactions: ledger.transactions.filter((one) => one.date <= asOf || !STAYS_OUT.has(one.action)) };
}

export interface BruteSale {
  readonly basisCents: number;
  readonly proceedsCents: number;
  readonly shortGainCents: number;
  readonly longGainCents: number;
  readonly disallowedCents: number;
  readonly replacedCents: number;
  readonly permanentCents: number;
  readonly shortAllowedCents: number;
  readonly longAllowedCents: number;
}

/** null when the ledger so extended cannot be booked. */
export function bruteSales(ledger: HarvestLedger, on: string, inserted: readonly InsertedSale[]): BruteSale[] | null {
  const at = ledger.transactions.filter((one) => one.date <= on).length;
  const held = factsOf({ ...ledger, transactions: ledger.transactions.slice(0, at) }, on, {});
  const holdings = bookTrades(held.trades, held.choices, FEDERAL_LAW);
  const isAtAverage = ({ symbol, account }: InsertedSale): boolean =>
    standsAtAverage(holdings, { symbol: held.trades.symbols.indexOf(symbol), account: held.trades.accounts.indexOf(account) }, day(on));
  const rows = inserted.map((sale): CaseTransaction => ({
    date: on,
    action: "SELL",
    symbol: sale.symbol,
    account: sale.account,
    quantity: String(sale.shares),
    amount: (sale.proceedsCents / 100).toFixed(2),
    ...(isAtAverage(sale) ? {} : { lots: [{ lotId: sale.lot }] }),
  }));
  const before = ledger.transactions.slice(0, at);
  const after = ledger.transactions.slice(at);
  const facts = factsOf({ ...ledger, transactions: [...before, ...rows, ...after] }, on, {});
  const book = bookTrades(facts.trades, facts.choices, FEDERAL_LAW);
  if (book.refusals.length > 0) return null;
  // Headings are row 1, so the row after the first `at` transactions is row at + 2.
  return rows.map((_, i) => saleOfRow(book, at + 2 + i));
}

function saleOfRow(book: Book, row: number): BruteSale {
  const { realized, trades, fundDisallowedCents } = book;
  const sum = { basis: 0, proceeds: 0, short: 0, long: 0, disallowed: 0, fund: 0, shortAllowed: 0, longAllowed: 0 };
  for (let at = 0; at < realized.count; at++) {
    if (trades.row[realized.sale[at]!] !== row) continue;
    const gain = realized.proceedsCents[at]! - realized.basisCents[at]!;
    const disallowed = realized.disallowedCents[at]!;
    sum.basis += realized.basisCents[at]!;
    sum.proceeds += realized.proceedsCents[at]!;
    sum.disallowed += disallowed;
    sum.fund += fundDisallowedCents.get(at) ?? 0;
    if (realized.longTerm[at] === 1) {
      sum.long += gain;
      sum.longAllowed += gain + disallowed;
    } else {
      sum.short += gain;
      sum.shortAllowed += gain + disallowed;
    }
  }
  const washes = book.washes.filter((wash) => trades.row[wash.lossSale] === row);
  return {
    basisCents: sum.basis,
    proceedsCents: sum.proceeds,
    shortGainCents: sum.short,
    longGainCents: sum.long,
    disallowedCents: sum.disallowed,
    replacedCents: washes.reduce((total, wash) => total + wash.disallowedCents, 0),
    permanentCents: washes.reduce((total, wash) => total + wash.permanentCents, 0) + sum.fund,
    shortAllowedCents: sum.shortAllowed,
    longAllowedCents: sum.longAllowed,
  };
}

/** A day of the ledger in its second half, and a price for every symbol. */
export function question(ledger: HarvestLedger, draw: (below: number) => number): { asOf: string; facts: HarvestFacts } | null {
  const dates = ledger.transactions.map(({ date }) => date);
  if (dates.length === 0) return null;
  const asOf = isoFromDay(day(dates[Math.floor(dates.length / 2) + draw(Math.ceil(dates.length / 2))]!) + draw(3));
  const facts = factsOf(ledger, asOf, {});
  const prices = new Map(facts.trades.symbols.map((symbol) => [symbol.toUpperCase(), (50 + draw(3000)) / 100]));
  return { asOf, facts: { ...facts, prices } };
}
