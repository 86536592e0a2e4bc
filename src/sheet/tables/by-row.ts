/**
 * Results that spill level with the rows of the trades range: the part's name beside the headings, one
 * value beside each trade, "" beside every other row, #VALUE! beside wrong rows and withheld pools.
 */
import type { Book } from "../../lots/book-types";
import { EVERY_ACCOUNT } from "../../lots/trades";
import { faultSentence } from "../../lots/fault-sentence";
import { refusedPools, type RefusedPool, type RefusedPools } from "../../report/refused-pools";
import type { TradesReading } from "../reading-types";
import { valueError, type Cell, type Table } from "./cell";

/** A result column: the value beside a healthy trade, by its position in the trades. */
export interface RowResult {
  readonly heading: string;
  readonly cellOf: (trade: number) => Cell;
  /** Whether the column is for reading: it then shows the sentence where others show #VALUE!. */
  readonly isNote: boolean;
}

export function resultByRow(reading: TradesReading, book: Book, result: RowResult): Table {
  const { trades } = book;
  const table: Table = Array.from({ length: reading.rowCount }, (): Cell[] => [""]);
  const write = (row: number, cell: Cell): void => {
    const line = table[row - 1];
    if (line !== undefined) line[0] = cell;
  };
  if (reading.headingRow !== null) write(reading.headingRow, result.heading);
  const refused = refusedPools(book);
  for (let trade = 0; trade < trades.count; trade++) {
    const pool = refused.pools.length === 0 ? undefined : poolOfTrade(book, refused, trade);
    write(trades.row[trade]!, pool === undefined ? result.cellOf(trade) : withheld(result, pool));
  }
  for (const fault of [...book.refusals, ...reading.faults]) {
    const sentence = faultSentence(fault);
    write(fault.row, result.isNote ? sentence : valueError(sentence));
  }
  return table;
}

function withheld(result: RowResult, pool: RefusedPool): Cell {
  return result.isNote ? `Withheld: ${pool.sentence}` : valueError(pool.sentence);
}

/** The refusal that reaches a trade: through its own pool, or through one that it moves shares to. */
export function poolOfTrade(book: Book, refused: RefusedPools, trade: number): RefusedPool | undefined {
  const { trades } = book;
  const details = trades.details.get(trade);
  const symbols = [trades.symbol[trade]!];
  if (details?.newSymbol !== undefined) symbols.push(details.newSymbol);
  const underlying = trades.options.get(trades.symbol[trade]!)?.underlying;
  if (underlying !== undefined) symbols.push(underlying);
  const accounts = [trades.account[trade]!];
  if (details?.toAccount !== undefined) accounts.push(details.toAccount);
  for (const symbol of symbols) {
    for (const account of accounts) {
      const pool =
        account === EVERY_ACCOUNT
          ? refused.pools.find((one) => one.symbol === symbol)
          : refused.of(symbol, account);
      if (pool !== undefined) return pool;
    }
  }
  return undefined;
}
