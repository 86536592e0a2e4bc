/** The whole history booked at once, and booked in two years with an OPENLOTS table carried between them. */
import { bookTrades } from "../../src/lots/book";
import {
  PIECE_CARRIED_LOSS, PIECE_TERM_DEPENDS_ON_TACKING, type Book, type Scope,
} from "../../src/lots/book-types";
import { lotName, TradeKind } from "../../src/lots/trades";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { proceedsCents } from "../../src/sheet/arguments";
import { readSettings } from "../../src/sheet/read-settings";
import { readTrades } from "../../src/sheet/read-trades";
import { openLotsTable } from "../../src/sheet/tables/open-lots";
import { dayFromCalendar, dayFromSerial, isoFromDay, yearOf, type Day } from "../../src/values/plain-date";

export type Rows = readonly (readonly unknown[])[];

export function bookOf(range: Rows, settings: Rows, scope: Scope = {}): Book {
  return withoutRefusals(attempted(range, settings, scope));
}

function withoutRefusals(book: Book): Book {
  if (book.refusals.length > 0) throw new Error(book.refusals.map(({ problem }) => problem).join(" "));
  return book;
}

function attempted(range: Rows, settings: Rows, scope: Scope = {}): Book {
  const reading = readTrades(range);
  if (!reading.ok) throw new Error(reading.problem.sentence);
  const chosen = readSettings(settings);
  if (!chosen.ok) throw new Error(chosen.problem.sentence);
  return bookTrades(reading.value.trades, chosen.value.choices, FEDERAL_LAW, scope);
}

/** The cells of OPENLOTS as they are pasted: an error is its sign. */
export function openLotsCells(book: Book, asOf: Day, carry = true): unknown[][] {
  const prices = { bySymbol: new Map(book.trades.symbols.map((symbol) => [symbol.toUpperCase(), 10])), valueCents: proceedsCents };
  return openLotsTable(book, asOf, prices, carry).map((row) => row.map((cell) => (typeof cell === "object" ? "#VALUE!" : cell)));
}

export interface RolledOver {
  readonly whole: Book;
  readonly rolled: Book;
  /** Rows that the carried table puts above the new year's trades, less those of the history they stand for. */
  readonly shift: number;
  readonly carried: unknown[][];
}

/**
 * @param trades headings first; every row has a Date serial in its first cell and its Action in the next
 * @param asOf last day of the old year
 * null where the table cannot carry everything.
 * @param times how often the table is pasted and listed again before the new year's trades are put below it
 */
export function rollOver(trades: Rows, settings: Rows, asOf: Day, times: number): RolledOver | null {
  // Worthless stock counts on the last day of its year (R-CA-9).
  const isOld = ([date, action]: readonly unknown[]): boolean => {
    const day = dayFromSerial(date as number);
    return (action === "Worthless" ? dayFromCalendar(yearOf(day), 12, 31) : day) <= asOf;
  };
  const [headings = [], ...rows] = trades;
  const oldRows = rows.filter(isOld);
  const newRows = rows.filter((row) => !isOld(row));
  let carried = openLotsCells(bookOf([headings, ...oldRows], settings, { throughDay: asOf }), asOf);
  for (let again = 1; again < times; again++) carried = openLotsCells(bookOf(carried, settings, { throughDay: asOf }), asOf);
  if (!canCarry(carried) || holdsRights(trades, carried)) return null;
  const stacked = newRows.length === 0 ? carried : [...carried, [], headings, ...newRows];
  const whole = bookOf([headings, ...oldRows, ...newRows], settings);
  const rolled = attempted(stacked, settings);
  if (!countAlike(whole, rolled)) return null;
  return { whole, rolled: withoutRefusals(rolled), shift: carried.length + 1 - oldRows.length, carried };
}

/** What the new year realized and what is left at its end, in words that do not depend on how the book was opened. */
export interface NewYear {
  readonly realized: readonly string[];
  readonly open: readonly string[];
  /** What purchases of the new year disallowed of losses of the old one, by day and account. */
  readonly washedLater: readonly string[];
}

/**
 * A cell keeps 15 digits, so that a third of a share is not exact. docs/functions/OPENLOTS.md says so.
 */
function canCarry(carried: Rows): boolean {
  const isShort = (text: string): boolean => text.replace(/\D/g, "").length < 14;
  const rows = carried.slice(1);
  if (!rows.every((row) => isShort(String(row[5])) && isShort(/on (\S+) shares (?:sold|covered)/.exec(String(row[15]))?.[1] ?? ""))) return false;
  return true;
}

/** Rights that may lapse: which stock gave them is told by their Rights row, which is not carried. */
function holdsRights(trades: Rows, carried: Rows): boolean {
  const [headings = [], ...rows] = trades;
  const made = new Set(rows.filter((row) => /^rights/i.test(String(row[1]))).map((row) => row[headings.indexOf("New symbol")]));
  return carried.slice(1).some((row) => made.has(row[1]));
}

/** Whether a short sale of stock is carried, which reaches the term of shares held or bought while it is open (R-SS-2). */
export function carriesShort(carried: Rows): boolean {
  return carried.slice(1).some((row) => Number(row[5]) < 0 && !/shares a contract/.test(String(row[15])));
}

/** What each sale of a new year brought in all, whatever the pieces: proceeds, basis and disallowed loss in cents, by row. */
export function moneyOf(year: NewYear): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, number[]>();
  for (const line of year.realized) {
    const [row = "", ...rest] = line.split(" ");
    const dates = rest.findIndex((word) => /^\d{4}-\d\d-\d\d$/.test(word));
    const [proceeds, basis, , disallowed] = rest.slice(dates - 5, dates).map(Number);
    const sum = sums.get(row) ?? [0, 0, 0];
    sums.set(row, [sum[0]! + proceeds!, sum[1]! + basis!, sum[2]! + disallowed!]);
  }
  return sums;
}

/** Fractions that an action leaves over are dealt out in the smallest unit in use, which depends on the rows at hand. */
function countAlike(whole: Book, rolled: Book): boolean {
  return rolled.trades.symbols.every((symbol, at) => {
    const other = whole.trades.symbols.findIndex((name) => name.toUpperCase() === symbol.toUpperCase());
    return rolled.unitsPerShare[at] === whole.unitsPerShare[other];
  });
}

/**
 * @param shift rows by which the trades stand lower than in the whole history
 * @param averaged lots of a pool share its basis, and only the pool's is compared (R-AVG-3)
 */
export function newYearOf(book: Book, asOf: Day, shift: number, before: Book | null, averaged: boolean): NewYear {
  const { trades, realized } = book;
  const nameOf = (purchase: number): string => {
    const isOpening = trades.kind[purchase]! >= TradeKind.OpenLot;
    return isOpening || trades.day[purchase]! <= asOf ? lotName(trades, purchase) : `new row ${trades.row[purchase]! - shift}`;
  };
  const rows: { readonly account: string; readonly line: string }[] = [];
  const washed = new Map<string, number>();
  for (let i = 0; i < realized.count; i++) {
    if (realized.sold[i]! <= asOf) {
      const key = `${isoFromDay(realized.sold[i]!)} ${trades.accounts[realized.account[i]!]}`;
      washed.set(key, (washed.get(key) ?? 0) + realized.disallowedCents[i]!);
      continue;
    }
    const figures = [realized.units[i]! / book.unitsPerShare[realized.symbol[i]!]!, realized.proceedsCents[i], realized.basisCents[i],
      realized.washAddedCents[i], realized.disallowedCents[i], realized.washedUnits[i]! / book.unitsPerShare[realized.symbol[i]!]!];
    const flags = realized.flags[i]! & ~(PIECE_TERM_DEPENDS_ON_TACKING | PIECE_CARRIED_LOSS);
    const days = [realized.acquired[i]!, realized.holdingFrom[i]!, realized.sold[i]!].map(isoFromDay);
    const line = [trades.row[realized.sale[i]!]! - shift, trades.symbols[realized.symbol[i]!], trades.accounts[realized.account[i]!],
        nameOf(realized.purchase[i]!), ...figures, ...days, realized.longTerm[i], flags].join(" ");
    rows.push({ account: trades.accounts[realized.account[i]!]!, line });
  }
  if (before !== null) {
    for (let i = 0; i < before.realized.count; i++) {
      const key = `${isoFromDay(before.realized.sold[i]!)} ${before.trades.accounts[before.realized.account[i]!]}`;
      washed.set(key, (washed.get(key) ?? 0) - before.realized.disallowedCents[i]!);
    }
  }
  const open = book.openLots.map((lot) =>
    [trades.symbols[lot.symbol], trades.accounts[lot.account], nameOf(lot.purchase), lot.units / book.unitsPerShare[lot.symbol]!,
      ...(averaged ? [] : [lot.basisCents, lot.washAddedCents]), isoFromDay(lot.acquired), isoFromDay(lot.holdingFrom), lot.periodStart, lot.canReplace,
      lot.usedAsReplacement, lot.basisUnknown, lot.moved, JSON.stringify(lot.lossBasis)].join(" "));
  const shorts = book.openShorts.map((short) =>
    ["short", trades.symbols[short.symbol], trades.accounts[short.account], nameOf(short.opening), short.units / book.unitsPerShare[short.symbol]!,
      short.proceedsCents, short.washAddedCents, isoFromDay(short.opened)].join(" "));
  const pools = new Map<string, number>();
  for (const { symbol, account, basisCents } of averaged ? book.openLots : []) {
    const pool = `pool ${trades.symbols[symbol]} ${trades.accounts[account]}`;
    pools.set(pool, (pools.get(pool) ?? 0) + basisCents);
  }
  return {
    // Symbols and accounts come in the order they are first met, which the table changes; rows of one sale stay in order.
    realized: rows.sort((a, b) => Number.parseInt(a.line, 10) - Number.parseInt(b.line, 10) || a.account.localeCompare(b.account)).map(({ line }) => line),
    open: [...open, ...shorts, ...[...pools].map((pool) => pool.join(" "))].sort(),
    washedLater: [...washed].filter(([, cents]) => cents !== 0).map(([key, cents]) => `${key} ${cents}`).sort(),
  };
}
