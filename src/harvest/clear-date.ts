/**
 * The first day on which a purchase or a loss sale is clean (R-TLH-3), found by trying: the window (R-WS-1), whose
 * purchases count (R-WS-9, R-WS-10), what counts as one (R-WS-2, R-WS-4, R-WS-8, R-WS-13) are the engine's business.
 * Between the days tried nothing can turn clean: a window leaves a trade behind on the 31st day after it, and what is
 * held changes only on days with trades.
 */
import { bookTrades } from "../lots/book";
import type { Book, WhatIfSale } from "../lots/book-types";
import type { Choices } from "../lots/choices";
import { tieSymbols } from "../lots/groups";
import { lotName, TradeKind, type Trades } from "../lots/trades";
import { sharesOf } from "../lots/units";
import { isRetirement } from "../rules/accounts";
import { FEDERAL_LAW } from "../rules/federal-law";
import { finalOn, WINDOW_DAYS } from "../rules/wash-sale/window";
import { done, refuse, type Outcome } from "../values/outcome";
import { isoFromDay, type Day } from "../values/plain-date";
import { washRisk } from "./wash-risk";
import { withheldBy } from "./withheld";

/**
 * First day on or after `from` on which buying the symbol, in whatever quantity, washes no loss of the rows.
 * @param symbol in the rows, or identical by the settings to one that is
 * @returns bad-input where a wrong row withholds the symbol or one tied to it
 */
export function clearToBuy(trades: Trades, choices: Choices, symbol: string, from: Day): Outcome<Day> {
  const { lossDays, shares } = lossesAbout(trades, choices, symbol);
  for (const day of daysToTry(from, lossDays.map(finalOn))) {
    const risk = washRisk(trades, choices, { symbol, account: null, shares, day });
    if (!risk.ok) return risk;
    if (risk.value.disallowedCents === 0) return done(day);
  }
  throw new Error("clearToBuy: the last day tried lies past every window");
}

/** Days of loss sales of what is tied to the symbol, and more shares than all of them sold. */
function lossesAbout(trades: Trades, choices: Choices, symbol: string): { readonly lossDays: Day[]; readonly shares: number } {
  const upper = symbol.toUpperCase();
  const group = choices.identical.find((names) => names.some((name) => name.toUpperCase() === upper)) ?? [];
  const tied = [symbol, ...group].map((name) => trades.symbols.findIndex((known) => known.toUpperCase() === name.toUpperCase()));
  const lossDays = new Set<Day>();
  let shares = 1;
  for (const tiedTo of new Set(tied.filter((at) => at >= 0))) {
    const { realized, unitsPerShare } = bookTrades(trades, choices, FEDERAL_LAW, { tiedTo });
    for (let piece = 0; piece < realized.count; piece++) {
      if (realized.proceedsCents[piece]! >= realized.basisCents[piece]!) continue;
      lossDays.add(realized.sold[piece]!);
      shares += Math.ceil(sharesOf(realized.units[piece]!, unitsPerShare[realized.symbol[piece]!]!));
    }
  }
  return { lossDays: [...lossDays], shares };
}

/**
 * First day on or after `from` on which each lot of the symbol in a taxable account, sold whole and alone at a loss,
 * would not be washed by any purchase of the rows.
 * @param symbol index into the symbols of the trades
 * @returns missing-fact where none is held; bad-input where a wrong row withholds the symbol or one tied to it
 */
export function clearToSell(trades: Trades, choices: Choices, symbol: number, from: Day): Outcome<Day> {
  const withheld = withheldBy(bookTrades(trades, choices, FEDERAL_LAW, { tiedTo: symbol }));
  if (withheld !== null) return { ok: false, problem: withheld };
  const rows = rowsTiedTo(trades, choices, symbol);
  const tries = daysToTry(from, [...rows.changes, ...rows.changes.map(finalOn), ...rows.arrivals.map(finalOn)]);
  let blockedUntil = from;
  for (const day of tries) {
    if (day < blockedUntil) continue;
    const sales = salesOfLots(bookTrades(trades, choices, FEDERAL_LAW, { tiedTo: symbol, throughDay: day }), symbol, day);
    if (sales.length === 0) return noneHeld(trades.symbols[symbol]!, day);
    if (isQuiet(rows, day)) return done(day);
    const replacedOn = firstReplacement(trades, choices, sales);
    if (replacedOn === null) return done(day);
    // What washes a lot today does so until its window is past, or until a row changes what is held.
    const change = Math.min(...rows.changes.filter((changed) => changed > day));
    blockedUntil = Math.min(finalOn(replacedOn), change);
  }
  throw new Error("clearToSell: the last day tried lies past every window");
}

function noneHeld(symbol: string, day: Day): Outcome<never> {
  return refuse("missing-fact", `No ${symbol} is held in a taxable account on ${isoFromDay(day)}, so there is nothing to sell.`);
}

/** Days of the rows that are booked together with a symbol's: those that only add shares, and all others. */
interface TiedRows {
  readonly arrivals: readonly Day[];
  readonly changes: readonly Day[];
}

const ONLY_ADDS: ReadonlySet<number> = new Set([TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest]);

function rowsTiedTo(trades: Trades, choices: Choices, symbol: number): TiedRows {
  const { group } = tieSymbols(trades, choices);
  const arrivals = new Set<Day>();
  const changes = new Set<Day>();
  for (let at = 0; at < trades.count; at++) {
    if (group[trades.symbol[at]!] !== group[symbol]) continue;
    (ONLY_ADDS.has(trades.kind[at]!) ? arrivals : changes).add(trades.day[at]!);
  }
  return { arrivals: [...arrivals], changes: [...changes] };
}

/** No row of the window could bring a replacement in: nothing has to be tried. */
function isQuiet({ arrivals, changes }: TiedRows, day: Day): boolean {
  const isNear = (other: Day): boolean => Math.abs(other - day) <= WINDOW_DAYS;
  return !arrivals.some(isNear) && !changes.some(isNear);
}

/** Each lot whole, for nothing, so that it is a loss. */
function salesOfLots(book: Book, symbol: number, day: Day): WhatIfSale[] {
  const { trades, choices } = book;
  const lots = new Map<string, WhatIfSale>();
  for (const { symbol: held, account, purchase } of book.openLots) {
    if (held !== symbol || isRetirement(choices, trades.accounts[account]!)) continue;
    const lot = lotName(trades, purchase);
    const sale = { symbol, account, shares: 1, proceedsCents: 0, day, method: null, lots: [{ lot }], allOfLots: true as const };
    lots.set(`${account} ${lot}`, sale);
  }
  return [...lots.values()];
}

/** Day of a purchase that would replace one of the lots; null: every one of them is clean. */
function firstReplacement(trades: Trades, choices: Choices, sales: readonly WhatIfSale[]): Day | null {
  for (const sale of sales) {
    const { washes } = bookTrades(trades, choices, FEDERAL_LAW, { whatIf: sale });
    const match = washes.find(({ lossSale }) => lossSale === trades.count);
    if (match !== undefined) return trades.day[match.replacement]!;
  }
  return null;
}

function daysToTry(from: Day, later: readonly Day[]): Day[] {
  return [...new Set([from, ...later.filter((day) => day > from)])].sort((a, b) => a - b);
}
