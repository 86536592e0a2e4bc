/**
 * OPENLOTS: every lot still held, with its basis, and its value where prices are given; short positions and written
 * options with negative quantities; and, to be carried into the next year, losses whose window is still open.
 */
import type { Book, OpenLossLeft, OpenLot, OpenShort } from "../../lots/book-types";
import { lotName } from "../../lots/trades";
import { dollarsFromCents, dollarsPerShare, sharesFromUnits } from "../../report/figures";
import { refusedPools } from "../../report/refused-pools";
import { washLinks, type WashLinks } from "../../report/wash-links";
import { longTermDayOf, termOfLot } from "../../rules/term-of-lot";
import type { Outcome } from "../../values/outcome";
import { serialFromDay, type Day } from "../../values/plain-date";
import { faultOfSymbol } from "../price-faults";
import type { PriceFault } from "../read-prices";
import { notAvailable, valueError, type Cell, type Row, type Table } from "./cell";
import { numbersOfDay } from "./lot-numbers";
import { forgottenLosses, lotNote, openLossNote, shortNote } from "./open-lot-note";
import { refusedRows } from "./refused-rows";

export const OPENLOTS_HEADINGS = [
  "Lot", "Symbol", "Account", "Acquired", "Holding from", "Quantity", "Basis", "Basis per share",
  "Wash added", "Price", "Value", "Gain", "Term", "Long-term on", "Days to long-term", "Note",
] as const;

const TEXTS: ReadonlySet<string> = new Set(["Lot", "Symbol", "Account", "Term", "Note"]);

export interface LotPrices {
  /** Dollars per share by symbol in upper case. */
  readonly bySymbol: ReadonlyMap<string, number>;
  /** Shares × price in whole cents, rounded once. */
  readonly valueCents: (shares: number, price: number) => Outcome<number>;
  /** Rows of the prices that cannot be used; none when left out. */
  readonly faults?: readonly PriceFault[];
}

/**
 * @param asOf   day the Term and the days to long-term are told for; null leaves both blank, since no
 *               function knows today's date. Long-term on needs no such day.
 * @param prices null leaves Price, Value and Gain blank; given, a symbol without a price shows #N/A, one whose
 *               price cannot be used #VALUE! and a Note with its row
 * @param carry  adds a row for each loss that a purchase of the next days could still wash (R-WS-12)
 */
export function openLotsTable(book: Book, asOf: Day | null, prices: LotPrices | null, carry: boolean): Table {
  const table: Table = [[...OPENLOTS_HEADINGS]];
  table.push(...refusedRows(book, refusedPools(book), OPENLOTS_HEADINGS, TEXTS, "Note"));
  const links = washLinks(book);
  const losses = carry ? book.openLosses : [];
  const numbers = numbersOfDay(book);
  const warnings = asOf === null ? new Map<number, string>() : forgottenLosses(book, carry);
  for (const lot of book.openLots) {
    table.push(lotRow(book, links, lot, asOf, prices, numbers.get(lot) ?? null, warnings.get(lot.symbol) ?? null));
    warnings.delete(lot.symbol);
  }
  for (const short of book.openShorts) table.push(shortRow(book, short, prices));
  for (const loss of losses) table.push(lossRow(book, loss));
  // Where no lot of the symbol is left, the last row says it.
  if (table.length > 1) for (const warning of warnings.values()) warnAtEnd(table, warning);
  return table;
}

function lotRow(
  book: Book,
  links: WashLinks,
  lot: OpenLot,
  asOf: Day | null,
  prices: LotPrices | null,
  numberOfDay: number | null,
  warning: string | null,
): Row {
  const shares = sharesFromUnits(book, lot.symbol, lot.units);
  const longTermOn = longTermDayOf(lot);
  return [
    ...named(book, lot.purchase, lot),
    serialFromDay(lot.acquired),
    serialFromDay(lot.holdingFrom),
    shares,
    dollarsFromCents(lot.basisCents),
    dollarsPerShare(lot.basisCents, lot.units, book.unitsPerShare[lot.symbol]!),
    dollarsFromCents(lot.washAddedCents),
    ...valued(book, lot.symbol, shares, lot.basisCents, prices),
    asOf === null ? "" : termOfLot(lot, asOf),
    longTermOn === null ? "" : serialFromDay(longTermOn),
    asOf === null || longTermOn === null ? "" : Math.max(0, longTermOn - asOf),
    [...faultNote(book, lot.symbol, prices), ...lotNote(book, links, lot, numberOfDay), ...(warning === null ? [] : [warning])].join(" "),
  ];
}

/** R-SS-1, R-OPT-3: what was received is a negative basis, and closing costs the value. Its term is the covering's. */
function shortRow(book: Book, short: OpenShort, prices: LotPrices | null): Row {
  const shares = sharesFromUnits(book, short.symbol, short.units);
  const basisCents = short.washAddedCents - short.proceedsCents;
  return [
    ...named(book, short.opening, short),
    serialFromDay(short.opened),
    serialFromDay(short.opened),
    -shares,
    dollarsFromCents(basisCents),
    dollarsPerShare(-basisCents, short.units, book.unitsPerShare[short.symbol]!),
    dollarsFromCents(short.washAddedCents),
    ...valued(book, short.symbol, -shares, basisCents, prices),
    "",
    "",
    "",
    [...faultNote(book, short.symbol, prices), ...shortNote(book, short)].join(" "),
  ];
}

function lossRow(book: Book, loss: OpenLossLeft): Row {
  return [
    ...named(book, loss.purchase, loss),
    serialFromDay(loss.acquired),
    serialFromDay(loss.holdingFrom),
    0,
    0,
    "",
    0,
    ...["", "", "", "", "", ""],
    openLossNote(book, loss).join(" "),
  ];
}

/** Lot, Symbol, Account. */
function named({ trades }: Book, purchase: number, { symbol, account }: { readonly symbol: number; readonly account: number }): Cell[] {
  return [lotName(trades, purchase), trades.symbols[symbol]!, trades.accounts[account]!];
}

/** Price, Value, Gain. An option is priced by the share, as it is quoted. @param shares negative for a short position */
function valued({ trades }: Book, symbol: number, shares: number, basisCents: number, prices: LotPrices | null): Cell[] {
  if (prices === null) return ["", "", ""];
  const name = trades.symbols[symbol]!;
  const price = prices.bySymbol.get(name.toUpperCase());
  if (price === undefined) {
    const fault = faultOfSymbol(prices.faults ?? [], name);
    const absent = fault === null ? notAvailable(`The prices have none for ${name}. Add a row with ${name} and its price.`) : valueError(fault);
    return [absent, absent, absent];
  }
  const multiplier = trades.options.get(symbol)?.multiplier ?? 1;
  const value = prices.valueCents(Math.abs(shares) * multiplier, price);
  if (!value.ok) return [price, value.problem, value.problem];
  const valueCents = shares < 0 ? -value.value : value.value;
  return [price, dollarsFromCents(valueCents), dollarsFromCents(valueCents - basisCents)];
}

/** Excel does not reliably show the message of an error value. */
function faultNote({ trades }: Book, symbol: number, prices: LotPrices | null): readonly string[] {
  const fault = faultOfSymbol(prices?.faults ?? [], trades.symbols[symbol]!);
  return fault === null ? [] : [fault];
}

function warnAtEnd(table: Table, warning: string): void {
  const row = table.at(-1)!;
  const note = row.pop();
  row.push([note, warning].filter((text) => text !== "").join(" "));
}
