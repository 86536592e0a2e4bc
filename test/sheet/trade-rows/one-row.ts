/** Rows written by the names of their columns, as the tables of the docs show them. */
import assert from "node:assert/strict";
import { isoFromDay } from "../../../src/values/plain-date";
import type { TradeDetails, Trades } from "../../../src/lots/trades";
import { TRADES_FIELDS } from "../../../src/import/column-words";
import type { TradesField } from "../../../src/import/column-words";
import { lines, reading } from "../reading";

export type Row = Readonly<Partial<Record<TradesField, unknown>>>;

export function tableOf(...rows: readonly Row[]): unknown[][] {
  return [[...TRADES_FIELDS], ...rows.map((row) => TRADES_FIELDS.map((field) => row[field] ?? ""))];
}

export interface Picture {
  /** `2024-03-01 Buy XYZ A 100 500000`: day, kind, symbol, account, shares, cents. */
  readonly line: string;
  /** Symbols, accounts and days by name. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** The trades of rows that all read, each with its details. */
export function booked(...rows: readonly Row[]): Picture[] {
  const { trades, faults } = reading(tableOf(...rows));
  assert.deepEqual(faults.map(({ problem, whatToDo }) => `${problem} ${whatToDo}`), []);
  return lines(trades).map((line, at) => ({ line: line.slice(line.indexOf(" ") + 1), details: named(trades, trades.details.get(at)) }));
}

/** The one trade of one row dated 1 March 2024. */
export function one(row: Row): Picture {
  const pictures = booked({ Date: "2024-03-01", ...row });
  assert.equal(pictures.length, 1);
  return pictures[0]!;
}

function named(trades: Trades, details: TradeDetails = {}): Record<string, unknown> {
  const { newSymbol, toAccount, acquired, ratio, ...others } = details;
  return {
    ...others,
    ...(newSymbol === undefined ? {} : { newSymbol: trades.symbols[newSymbol] }),
    ...(toAccount === undefined ? {} : { toAccount: trades.accounts[toAccount] }),
    ...(acquired === undefined ? {} : { acquired: isoFromDay(acquired) }),
    ...(ratio === undefined ? {} : { ratio: `${ratio.newShares}:${ratio.oldShares}` }),
  };
}

/** `Column | sentence without "Row 2: " | what to do` of the first fault of one wrong row. */
export function wrong(row: Row): string {
  const { trades, faults } = reading(tableOf({ Date: "2024-03-01", ...row }));
  assert.equal(trades.count, 0, "a wrong row never goes into the columns");
  const { column, problem, whatToDo } = faults[0]!;
  assert.match(problem, /^Row 2: .+\.$/);
  assert.ok(/\.$/.test(whatToDo) && !/!/.test((problem + whatToDo).replace(/#[A-Z0-9/]+!/g, "")));
  return `${column} | ${problem.slice("Row 2: ".length, -1)} | ${whatToDo}`;
}

/** `3 XYZ A`: row and pool of every fault; `*` for every account. */
export function pools(...rows: readonly Row[]): string[] {
  const { trades, faults } = reading(tableOf(...rows));
  return faults.map(
    ({ row, symbol, account }) =>
      `${row} ${symbol === null ? "-" : trades.symbols[symbol]} ${account === null ? "*" : trades.accounts[account]}`,
  );
}
