/** Shared pictures of what was read, short enough to stand in an assertion. */
import assert from "node:assert/strict";
import { EVERY_ACCOUNT, TradeKind } from "../../src/lots/trades";
import type { Trades } from "../../src/lots/trades";
import type { TradesReading } from "../../src/sheet/reading-types";
import { readTrades } from "../../src/sheet/read-trades";
import { isoFromDay } from "../../src/values/plain-date";

export const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", "Amount"];

const KIND_NAMES = Object.fromEntries(Object.entries(TradeKind).map(([name, kind]) => [kind, name]));

export function reading(rows: readonly (readonly unknown[])[]): TradesReading {
  const outcome = readTrades(rows);
  if (!outcome.ok) assert.fail(outcome.problem.sentence);
  return outcome.value;
}

/** The sentence with which a whole range is refused. */
export function refusal(rows: readonly (readonly unknown[])[]): string {
  const outcome = readTrades(rows);
  if (outcome.ok) assert.fail("the range was read");
  return outcome.problem.sentence;
}

/** `2 2024-03-01 Buy XYZ A 100 500000`: row, day, kind, symbol, account, shares, cents. */
export function lines(trades: Trades): string[] {
  return Array.from({ length: trades.count }, (_, at) => {
    const account = trades.account[at]!;
    return [
      trades.row[at],
      isoFromDay(trades.day[at]!),
      KIND_NAMES[trades.kind[at]!],
      trades.symbols[trades.symbol[at]!],
      account === EVERY_ACCOUNT ? "*" : trades.accounts[account],
      trades.shares[at],
      trades.amountCents[at],
    ].join(" ");
  });
}

/** The lines of a range under the design's first eight headings. */
export function read(...rows: readonly (readonly unknown[])[]): string[] {
  return lines(faultless(rows).trades);
}

export function faultless(rows: readonly (readonly unknown[])[]): TradesReading {
  const whole = reading([HEADINGS, ...rows]);
  assert.deepEqual(whole.faults.map(({ problem }) => problem), []);
  return whole;
}

/** What is said of the one wrong row (row 2) under the design's first eight headings. */
export function fault(...row: readonly unknown[]): { column: string; problem: string; whatToDo: string } {
  return faultUnder(HEADINGS, ...row);
}

export function faultUnder(
  headings: readonly string[],
  ...row: readonly unknown[]
): { column: string; problem: string; whatToDo: string } {
  const { faults, trades } = reading([headings, row]);
  assert.equal(trades.count, 0, "a wrong row never goes into the columns");
  assert.equal(faults.length, 1);
  const { column, problem, whatToDo } = faults[0]!;
  assert.ok(/\.$/.test(whatToDo) && !/!/.test((problem + whatToDo).replace(/#[A-Z0-9/]+!/g, "")));
  return { column, problem, whatToDo };
}
