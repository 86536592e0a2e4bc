/**
 * R-TLH-6: lots of taxable accounts that turn long-term soon, gains and losses side by side, and what the change of
 * term is worth at a price: a gain is taxed less from then on (IRC 1(h)), a loss saves less.
 * The day: R-HP-1, counted from the holding period that wash sales left (R-WS-6).
 */
import type { Book, OpenLot } from "../lots/book-types";
import { lotName } from "../lots/trades";
import { sharesOf } from "../lots/units";
import { isRetirement } from "../rules/accounts";
import { firstLongTermDay } from "../rules/holding-term";
import { centsOfShares, exactDecimal, fractionOf } from "../values/priced";
import type { Day } from "../values/plain-date";

export interface TermChange {
  readonly symbol: string;
  readonly account: string;
  /** As the Lot column or `row N` names it. */
  readonly lot: string;
  readonly acquired: Day;
  readonly holdingFrom: Day;
  readonly shares: number;
  /** Of a gift: the basis that counts at this price (R-GIFT-1). */
  readonly basisCents: number;
  /** null: no price. */
  readonly valueCents: number | null;
  readonly longTermOn: Day;
  /** 1 or more. */
  readonly daysToLongTerm: number;
  readonly taxes: TaxOfChange | null;
  readonly basisUnknown: boolean;
  /** Taxed at a long-term rate of its own (R-TAX-4). */
  readonly collectible: boolean;
}

/** Cents at the manual rates; negative is tax that a loss saves. No wash sale is looked at. */
export interface TaxOfChange {
  readonly nowCents: number;
  readonly longTermCents: number;
  /** What waiting saves; negative: what it costs. */
  readonly swingCents: number;
}

export interface TermRates {
  /** Fractions, all levies together. */
  readonly short: number;
  readonly long: number;
}

/**
 * Soonest first; of one day as the book lists them.
 * @param book   through `asOf`
 * @param days   how many days after `asOf` to look ahead
 * @param prices dollars per share by symbol in upper case; null: none
 * @param rates  null: no taxes
 */
export function termCalendar(
  book: Book,
  asOf: Day,
  days: number,
  prices: ReadonlyMap<string, number> | null,
  rates: TermRates | null,
): TermChange[] {
  const { trades, choices } = book;
  const taxable = trades.accounts.map((account) => !isRetirement(choices, account));
  return book.openLots
    .filter((lot) => taxable[lot.account])
    .map((lot) => changeOf(book, lot, asOf, prices, rates))
    .filter(({ daysToLongTerm }) => daysToLongTerm > 0 && daysToLongTerm <= days)
    .sort((a, b) => a.longTermOn - b.longTermOn);
}

function changeOf(book: Book, lot: OpenLot, asOf: Day, prices: ReadonlyMap<string, number> | null, rates: TermRates | null): TermChange {
  const { trades } = book;
  const symbol = trades.symbols[lot.symbol]!;
  const price = prices?.get(symbol.toUpperCase());
  const valueCents = price === undefined ? null : valueOf(book, lot, price);
  const { basisCents, holdingFrom, periodStart } = countingAt(lot, valueCents);
  const longTermOn = firstLongTermDay(holdingFrom, periodStart);
  return {
    symbol,
    account: trades.accounts[lot.account]!,
    lot: lotName(trades, lot.purchase),
    acquired: lot.acquired,
    holdingFrom,
    shares: sharesOf(lot.units, book.unitsPerShare[lot.symbol]!),
    basisCents,
    valueCents,
    longTermOn,
    daysToLongTerm: longTermOn - asOf,
    taxes: valueCents === null || rates === null ? null : taxesOf(valueCents - basisCents, rates),
    basisUnknown: lot.basisUnknown,
    collectible: trades.collectibles.has(lot.symbol),
  };
}

/** An option is priced by the share of its stock. */
function valueOf(book: Book, { symbol, units }: OpenLot, price: number): number {
  const multiplier = book.trades.options.get(symbol)?.multiplier ?? 1;
  return centsOfShares(units * multiplier, book.unitsPerShare[symbol]!, price);
}

/** R-GIFT-1: below its value at the gift a gift has a basis and a period of its own; between the two, no gain and no loss. */
function countingAt(lot: OpenLot, valueCents: number | null): Pick<OpenLot, "basisCents" | "holdingFrom" | "periodStart"> {
  const { lossBasis } = lot;
  if (lossBasis === null || valueCents === null || valueCents >= lot.basisCents) return lot;
  if (valueCents >= lossBasis.cents) return { ...lot, basisCents: valueCents };
  return { basisCents: lossBasis.cents, holdingFrom: lossBasis.from, periodStart: "Purchase" };
}

function taxesOf(gainCents: number, rates: TermRates): TaxOfChange {
  const nowCents = taxCents(gainCents, rates.short);
  const longTermCents = taxCents(gainCents, rates.long);
  return { nowCents, longTermCents, swingCents: nowCents - longTermCents };
}

/** Gain × rate, rounded once, half away from zero. */
function taxCents(gainCents: number, rate: number): number {
  const { numerator, denominator } = exactDecimal(rate);
  const tax = fractionOf(Math.abs(gainCents), numerator, denominator);
  return gainCents < 0 ? 0 - tax : tax;
}
