/**
 * R-TLH-6: lots of taxable accounts that turn long-term soon, gains and losses side by side, and what the change of
 * term is worth at a price: a gain is taxed less from then on (IRC 1(h)), a loss saves less.
 * The day: R-HP-1, counted from the holding period that wash sales left (R-WS-6). The basis of a pool at average is
 * that which a sale on the day finds (R-AVG-2).
 */
import type { Book, OpenLot } from "../lots/book-types";
import { lotName } from "../lots/trades";
import { sharesOf } from "../lots/units";
import { isRetirement } from "../rules/accounts";
import { firstLongTermDay } from "../rules/holding-term";
import { longTermDayOf } from "../rules/term-of-lot";
import { centsOfShares } from "../values/priced";
import type { Day } from "../values/plain-date";
import { openLotsAtAverage } from "./at-average";
import { waitOrSell } from "./least-tax/wait-or-sell";
import type { YearSoFar } from "./year-so-far";

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
  /** null: a short sale or put that is open holds the period, which begins anew when it closes (R-SS-2). */
  readonly longTermOn: Day | null;
  /** 1 or more; null with `longTermOn`. */
  readonly daysToLongTerm: number | null;
  readonly taxes: TaxOfChange | null;
  readonly basisUnknown: boolean;
  /** Stands at the average of its pool (R-AVG-2). */
  readonly averaged: boolean;
  /** Taxed at a long-term rate of its own (R-TAX-4). */
  readonly collectible: boolean;
}

/** What the sale adds to the tax of the year (R-TAX-5), in cents; negative is tax that a loss saves. No wash sale is looked at. */
export interface TaxOfChange {
  readonly nowCents: number;
  /** null where the lot does not turn. */
  readonly longTermCents: number | null;
  /** What waiting saves; negative: what it costs. */
  readonly swingCents: number | null;
  /** Of a gain that turns: where waiting stops keeping as much as selling now. */
  readonly breakEven: BreakEven | null;
}

/** What the price may fall to by the long-term day with as much kept after tax as by selling now. */
export interface BreakEven {
  /** Dollars per share (of an option: per share of its stock), rounded up to 6 places (R-RND-3). */
  readonly price: number;
  /** From today's value, as a fraction; negative: the fall that waiting can bear. */
  readonly move: number;
}

/**
 * Soonest first; of one day as the book lists them. Shares that an open short holds short-term stand where they would
 * turn without it, and after that day in front of all others.
 * @param book   through `asOf`
 * @param days   how many days after `asOf` to look ahead
 * @param prices dollars per share by symbol in upper case; null: none
 * @param year   null: no taxes
 */
export function termCalendar(
  book: Book,
  asOf: Day,
  days: number,
  prices: ReadonlyMap<string, number> | null,
  year: YearSoFar | null,
): TermChange[] {
  const { trades, choices } = book;
  const taxable = trades.accounts.map((account) => !isRetirement(choices, account));
  return openLotsAtAverage(book, asOf)
    .filter((lot) => taxable[lot.account])
    .map((lot) => termChangeOf(book, lot, asOf, prices, year))
    .filter(({ turnsOn, change }) => turnsOn <= asOf + days && (turnsOn > asOf || change.longTermOn === null))
    .sort((a, b) => a.turnsOn - b.turnsOn)
    .map(({ change }) => change);
}

/** Days that TERMCALENDAR and the Lots screen look ahead, if nothing else is said. */
export const DAYS_AHEAD = 60;

export interface DatedChange {
  readonly change: TermChange;
  /** The day by its period alone, whatever holds it. */
  readonly turnsOn: Day;
}

/** @param lot as `openLotsAtAverage` has it, of a taxable account */
export function termChangeOf(book: Book, lot: OpenLot, asOf: Day, prices: ReadonlyMap<string, number> | null, year: YearSoFar | null): DatedChange {
  const { trades } = book;
  const symbol = trades.symbols[lot.symbol]!;
  const price = prices?.get(symbol.toUpperCase());
  const valueCents = price === undefined ? null : valueOf(book, lot, price);
  const { basisCents, holdingFrom, periodStart } = countingAt(lot, valueCents);
  const turnsOn = firstLongTermDay(holdingFrom, periodStart);
  const longTermOn = longTermDayOf({ ...lot, holdingFrom, periodStart });
  const change = {
    symbol,
    account: trades.accounts[lot.account]!,
    lot: lotName(trades, lot.purchase),
    acquired: lot.acquired,
    holdingFrom,
    shares: sharesOf(lot.units, book.unitsPerShare[lot.symbol]!),
    basisCents,
    valueCents,
    longTermOn,
    daysToLongTerm: longTermOn === null ? null : longTermOn - asOf,
    taxes: valueCents === null || year === null ? null : taxesOf(year, { valueCents, basisCents, shares: pricedShares(book, lot), turns: longTermOn !== null }),
    basisUnknown: lot.basisUnknown,
    averaged: lot.averaged,
    collectible: trades.collectibles.has(lot.symbol),
  };
  return { change, turnsOn };
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

interface PricedLot {
  readonly valueCents: number;
  readonly basisCents: number;
  readonly shares: number;
  readonly turns: boolean;
}

/** A lot that turns in the next calendar year is taken on a return like this one. */
function taxesOf({ basis, realised }: YearSoFar, { valueCents, basisCents, shares, turns }: PricedLot): TaxOfChange {
  const { taxNowCents: nowCents, taxLaterCents: longTermCents, breakEvenValueCents, breakEvenMove } = waitOrSell({ basis, realised, valueCents, basisCents });
  if (!turns) return { nowCents, longTermCents: null, swingCents: null, breakEven: null };
  const hasBreakEven = valueCents > basisCents && breakEvenMove !== null;
  const breakEven = hasBreakEven ? { price: roundedUp(breakEvenValueCents / 100 / shares), move: breakEvenMove } : null;
  return { nowCents, longTermCents, swingCents: nowCents - longTermCents, breakEven };
}

/** Of an option: the shares of its contracts. */
function pricedShares(book: Book, { symbol, units }: OpenLot): number {
  return sharesOf(units, book.unitsPerShare[symbol]!) * (book.trades.options.get(symbol)?.multiplier ?? 1);
}

/** To 6 places; what doubles leave beyond the twelfth is not a place. */
function roundedUp(price: number): number {
  return Math.ceil(Number((price * 1e6).toFixed(6))) / 1e6;
}
