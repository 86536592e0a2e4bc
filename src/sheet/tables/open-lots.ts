/** OPENLOTS: every lot still held, with its basis, and its value where prices are given. */
import type { Book, OpenLot } from "../../lots/book-types";
import { lotName } from "../../lots/trades";
import { dollarsFromCents, dollarsPerShare, moneyText, rowsText, sharesFromUnits } from "../../report/figures";
import { refusedPools } from "../../report/refused-pools";
import { washLinks, type WashLinks } from "../../report/wash-links";
import { firstLongTermDay, holdingTerm } from "../../rules/holding-term";
import type { Outcome } from "../../values/outcome";
import { isoFromDay, serialFromDay, type Day } from "../../values/plain-date";
import { notAvailable, type Cell, type Row, type Table } from "./cell";
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
}

/**
 * @param asOf   day the Term and the days to long-term are told for; null leaves both blank, since no
 *               function knows today's date. Long-term on needs no such day.
 * @param prices null leaves Price, Value and Gain blank; given, a symbol without a price shows #N/A
 */
export function openLotsTable(book: Book, asOf: Day | null, prices: LotPrices | null): Table {
  const table: Table = [[...OPENLOTS_HEADINGS]];
  table.push(...refusedRows(book, refusedPools(book), OPENLOTS_HEADINGS, TEXTS, "Note"));
  const links = washLinks(book);
  for (const lot of book.openLots) table.push(lotRow(book, links, lot, asOf, prices));
  return table;
}

function lotRow(book: Book, links: WashLinks, lot: OpenLot, asOf: Day | null, prices: LotPrices | null): Row {
  const { trades } = book;
  const symbol = trades.symbols[lot.symbol]!;
  const shares = sharesFromUnits(book, lot.symbol, lot.units);
  const longTermOn = firstLongTermDay(lot.holdingFrom);
  return [
    lotName(trades, lot.purchase),
    symbol,
    trades.accounts[lot.account]!,
    serialFromDay(lot.acquired),
    serialFromDay(lot.holdingFrom),
    shares,
    dollarsFromCents(lot.basisCents),
    dollarsPerShare(lot.basisCents, lot.units, book.unitsPerShare[lot.symbol]!),
    dollarsFromCents(lot.washAddedCents),
    ...valued(symbol, shares, lot.basisCents, prices),
    asOf === null ? "" : holdingTerm(lot.holdingFrom, asOf),
    serialFromDay(longTermOn),
    asOf === null ? "" : Math.max(0, longTermOn - asOf),
    lotNote(book, links, lot),
  ];
}

/** Price, Value, Gain. */
function valued(symbol: string, shares: number, basisCents: number, prices: LotPrices | null): Cell[] {
  if (prices === null) return ["", "", ""];
  const price = prices.bySymbol.get(symbol.toUpperCase());
  if (price === undefined) {
    const absent = notAvailable(`The prices have none for ${symbol}. Add a row with ${symbol} and its price.`);
    return [absent, absent, absent];
  }
  const value = prices.valueCents(shares, price);
  if (!value.ok) return [price, value.problem, value.problem];
  return [price, dollarsFromCents(value.value), dollarsFromCents(value.value - basisCents)];
}

function lotNote(book: Book, links: WashLinks, lot: OpenLot): string {
  const said: string[] = [];
  const { trades, choices } = book;
  const account = choices.accounts.get(trades.accounts[lot.account]!.toUpperCase());
  if (account !== undefined && account.type !== "Taxable") said.push(`${account.type} account.`);
  if (lot.washAddedCents > 0) {
    const rows = lossRows(book, links, lot);
    said.push(`Includes ${moneyText(lot.washAddedCents)} disallowed on ${rowsText(rows)}.`);
  }
  if (lot.holdingFrom !== lot.acquired) said.push(`Holding period counts from ${isoFromDay(lot.holdingFrom)}.`);
  return said.join(" ");
}

/** Sales whose loss the lot carries. Blocks of one purchase that replaced different sales are told by their date. */
function lossRows(book: Book, links: WashLinks, lot: OpenLot): number[] {
  const matches = links.ofReplacement(lot.purchase);
  const own = matches.filter((match) => match.holdingFrom === lot.holdingFrom);
  const carried = own.length > 0 ? own : matches;
  return [...new Set(carried.map((match) => book.trades.row[match.lossSale]!))];
}
