/** From the cells of a trades range to everything the page shows. Pure. */
import { bookTrades } from "../lots/book";
import { PIECE_RETIREMENT, type Book } from "../lots/book-types";
import type { AccountType, Choices } from "../lots/choices";
import type { RowFault } from "../lots/trades";
import { refusedPools, type RefusedPool } from "../report/refused-pools";
import { typeByName } from "../rules/accounts";
import { FEDERAL_LAW } from "../rules/federal-law";
import { cellOf, type CellBlock } from "../sheet/placing/addresses";
import type { ResultTable } from "../sheet/placing/result-tables";
import type { SettingsFound } from "../sheet/placing/settings-rows";
import type { TradesCells, TradesPlace } from "../sheet/placing/trades-blocks";
import { readSettings } from "../sheet/read-settings";
import { readTrades } from "../sheet/read-trades";
import type { RecognizedColumn, TradesReading } from "../sheet/reading-types";
import { done, type Outcome } from "../values/outcome";

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
}

export interface AccountTyped {
  readonly account: string;
  readonly type: AccountType;
}

/** Lets the page breathe between two steps. */
export type Breathe = () => Promise<void>;

/** Reads and books. The engine books a hundred thousand trades in a fraction of a second; steps yield in between. */
export async function readBook(
  { place, cells }: TradesCells,
  settings: SettingsFound | null,
  breathe: Breathe = () => Promise.resolve(),
): Promise<Outcome<BookRead>> {
  const chosen = readSettings(settings?.cells ?? null);
  if (!chosen.ok) return chosen;
  const reading = readTrades(cells);
  if (!reading.ok) return reading;
  await breathe();
  const book = bookTrades(reading.value.trades, chosen.value.choices, FEDERAL_LAW);
  await breathe();
  const { pools } = refusedPools(book);
  return done({
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
    typedByName: accountsTypedByName(book, chosen.value.choices),
  });
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
