/** From the cells of a trades range to the desk of the engine, and to everything the page shows of it. Pure. */
import { bookTrades } from "../lots/book";
import { PIECE_RETIREMENT, type Book } from "../lots/book-types";
import type { AccountChoice, AccountType, Choices } from "../lots/choices";
import type { RowFault } from "../lots/trades";
import { yearsWithSales } from "../report/tax-year";
import { refusedPools, type RefusedPool } from "../report/refused-pools";
import { typeByName } from "../rules/accounts";
import { accountChoice } from "../rules/accounts";
import { FEDERAL_LAW } from "../rules/federal-law";
import { cellOf, type CellBlock } from "../sheet/placing/addresses";
import type { ResultTable } from "../sheet/placing/result-tables";
import type { SettingsFound } from "../sheet/placing/settings-rows";
import type { PricesCells, PricesPlace } from "../sheet/placing/prices-place";
import type { TradesPlace } from "../sheet/placing/trades-blocks";
import { pricesArgument, type PriceFault, type Prices } from "../sheet/read-prices";
import { readSettings } from "../sheet/read-settings";
import { readTrades } from "../sheet/read-trades";
import type { RecognizedColumn, TradesReading } from "../sheet/reading-types";
import { done, type Outcome } from "../values/outcome";
import type { Desk, ReadRequest, Step } from "./engine/contract";
import { layDesk } from "./engine/desk";
import { heldSymbols, type HeldSymbol } from "./held-symbols";

/** A wrong row, and the cell to go to. */
export interface RowProblem {
  /** Row in the range, its first row being 1. */
  readonly row: number;
  readonly sentence: string;
  readonly whatToDo: string;
  readonly cell: CellBlock;
}

export interface BookRead {
  readonly place: TradesPlace;
  readonly columns: readonly RecognizedColumn[];
  readonly lots: number;
  readonly symbols: number;
  readonly trades: number;
  readonly problems: readonly RowProblem[];
  /** What is withheld until its rows are right: `XYZ in Schwab`, or `XYZ` for the whole symbol. */
  readonly withheld: readonly string[];
  readonly skipped: ReadonlyMap<string, number>;
  /** Rows each table will fill, heading included. */
  readonly rowsOf: Readonly<Record<ResultTable, number>>;
  readonly settings: SettingsFound | null;
  /** Accounts of the trades that the settings do not name and whose names tell a type. */
  readonly typedByName: readonly AccountTyped[];
  /** Every account of the trades, with its type and owner as they count now, and whether the settings name it. */
  readonly accounts: readonly (AccountChoice & { readonly named: boolean })[];
  /** By symbol, in alphabetical order. */
  readonly held: readonly HeldSymbol[];
  readonly prices: PricesRead | null;
  /** Years with taxable sales, latest first. */
  readonly saleYears: readonly number[];
  /** Min loss of the settings; null: none. */
  readonly minLossCents: number | null;
}

/** What the page shows of the prices. */
export interface PricesRead {
  readonly place: PricesPlace;
  /** Symbols held that have a price, and those that have none. */
  readonly priced: number;
  readonly without: readonly string[];
  /** Rows of the range whose price cannot be used, in their order: those symbols have none. */
  readonly faults: readonly PriceFault[];
}

export interface AccountTyped {
  readonly account: string;
  readonly type: AccountType;
}

export interface BookedDesk {
  readonly desk: Desk;
  readonly book: BookRead;
}

/** Reads and books. The engine books a hundred thousand trades in a fraction of a second; steps yield in between. */
export async function bookOnDesk(request: ReadRequest, step: Step): Promise<Outcome<BookedDesk>> {
  const { place, cells, settings, asOf } = request;
  const chosen = readSettings(settings?.cells ?? null);
  if (!chosen.ok) return chosen;
  const { choices } = chosen.value;
  step.working("Reading the trades", null);
  const reading = readTrades(cells);
  if (!reading.ok) return reading;
  await step.breathe();
  step.working("Booking the lots", null);
  const book = bookTrades(reading.value.trades, choices, FEDERAL_LAW);
  await step.breathe();
  const { pools } = refusedPools(book);
  const prices = pricesOnDesk(request.prices, book);
  const held = heldSymbols(book, reading.value, cells);
  const desk = layDesk({ reading: reading.value, settings: chosen.value, book, source: { place, cells, settings } }, asOf, prices?.read ?? null);
  return done({
    desk,
    book: {
      place,
      columns: reading.value.columns,
      lots: book.openLots.length,
      symbols: new Set(book.openLots.map((lot) => lot.symbol)).size,
      trades: book.trades.count,
      problems: problemsOf(place.block, reading.value, book),
      withheld: withheldPools(book, pools),
      skipped: reading.value.skipped,
      rowsOf: rowsOfTables(book, pools.length, reading.value.rowCount),
      settings,
      typedByName: accountsTypedByName(book, choices),
      accounts: book.trades.accounts.map((account) => ({ ...accountChoice(choices, account), named: choices.accounts.has(account.toUpperCase()) })),
      held,
      prices: prices?.shown ?? null,
      saleYears: yearsWithSales(book),
      minLossCents: desk.facts.minLossCents,
    },
  });
}

/** The prices of a range, and what the page shows of them; null where there are none. */
export function pricesOnDesk(
  prices: PricesCells | null,
  book: Book,
): { readonly read: Prices | null; readonly shown: PricesRead } | null {
  if (prices === null) return null;
  const { place, cells } = prices;
  const read = pricesArgument(cells);
  const held = [...new Set([...book.openLots, ...book.openShorts].map(({ symbol }) => book.trades.symbols[symbol] ?? ""))].sort();
  const without = held.filter((symbol) => read?.bySymbol.has(symbol.toUpperCase()) !== true);
  return { read, shown: { place, priced: held.length - without.length, without, faults: read?.faults ?? [] } };
}

function accountsTypedByName({ trades }: Book, choices: Choices): readonly AccountTyped[] {
  return trades.accounts.flatMap((account) => {
    const type = choices.accounts.has(account.toUpperCase()) ? null : typeByName(account);
    return type === null ? [] : [{ account, type }];
  });
}

/** The sizes of the tables, counted without building them: a heading, a row for every withheld pool, then the rows. */
function rowsOfTables(book: Book, withheld: number, rangeRows: number): BookRead["rowsOf"] {
  let listed = 0;
  for (const flags of book.realized.flags.subarray(0, book.realized.count)) if ((flags & PIECE_RETIREMENT) === 0) listed++;
  return {
    OPENLOTS: 1 + withheld + book.openLots.length + book.openShorts.length,
    REALIZED: 1 + withheld + listed,
    WASHSALE: rangeRows,
  };
}

/** `XYZ in Schwab`, or `XYZ` where the whole symbol is hit. A wrong row that names no symbol withholds none. */
function withheldPools({ trades }: Book, pools: readonly RefusedPool[]): readonly string[] {
  const names = pools.flatMap(({ symbol, account }) => {
    if (symbol === null) return [];
    const name = trades.symbols[symbol] ?? "";
    return [account === null ? name : `${name} in ${trades.accounts[account] ?? ""}`];
  });
  return [...new Set(names)].sort();
}

/** In row order; a fault that both the reading and the book name is listed once. */
function problemsOf(block: CellBlock, reading: TradesReading, book: Book): readonly RowProblem[] {
  const listed = new Map<string, RowFault>();
  for (const fault of [...reading.faults, ...book.refusals]) {
    listed.set(`${fault.row}\n${fault.column}\n${fault.problem}`, fault);
  }
  return [...listed.values()]
    .sort((a, b) => a.row - b.row)
    .map((fault) => ({
      row: fault.row,
      sentence: fault.problem,
      whatToDo: fault.whatToDo,
      cell: cellOf(block, Math.max(0, fault.row - 1), columnOf(reading.columns, fault.column)),
    }));
}

/** The column a fault is in; the first one when it is the row as a whole. */
function columnOf(columns: readonly RecognizedColumn[], field: string): number {
  return columns.find((column) => column.field === field)?.column ?? 0;
}
