import assert from "node:assert/strict";
import { bookTrades } from "../../src/lots/book";
import { DEFAULT_CHOICES } from "../../src/lots/choices";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { tradesOf, type TradeRow } from "./trades-of";

function booked(rows: readonly TradeRow[]) {
  const trades = tradesOf(rows);
  const call = trades.symbols.indexOf("CALL");
  const options = new Map([[call, { type: "call" as const, underlying: trades.symbols.indexOf("XYZ"), multiplier: 100, strike: 50 }]]);
  const book = bookTrades({ ...trades, options }, DEFAULT_CHOICES, FEDERAL_LAW);
  assert.deepEqual(book.refusals.map(({ problem }) => problem), []);
  return book;
}

const HELD: TradeRow[] = [
  { date: "2023-01-10", kind: "Buy", shares: 100, amount: 5000 },
  { date: "2024-01-05", kind: "Buy", symbol: "CALL", shares: 1, amount: 300 },
];
const RENAMED: TradeRow = { date: "2024-01-08", kind: "SymbolChange", newSymbol: "NEWX", account: "*" };

describe("R-CA-10: an open call follows its stock through a symbol change", () => {
  it("washes a loss on the stock under its new name (R-WS-13)", () => {
    const book = booked([...HELD, RENAMED, { date: "2024-01-10", kind: "Sell", symbol: "NEWX", shares: 100, amount: 4000 }]);
    assert.equal(book.realized.disallowedCents[0], 100000);
  });

  it("and exercised it makes a lot of the new name", () => {
    const book = booked([...HELD, RENAMED, { date: "2024-03-01", kind: "Exercise", symbol: "CALL", shares: 1, amount: 5000 }]);
    assert.deepEqual(book.openLots.map((lot) => [book.trades.symbols[lot.symbol], lot.basisCents]), [["NEWX", 500000], ["NEWX", 530000]]);
  });
});

describe("R-OPT: what changes the terms of an open option is found and said", () => {
  const split = (symbol: string): TradeRow => ({ date: "2024-01-08", kind: "Split", symbol, account: "*", more: { ratio: { newShares: 2, oldShares: 1 } } });
  const found = (rows: readonly TradeRow[]) => booked(rows).remarks.map(({ kind, trade, other }) => [kind, trade, other]);

  it("a split of the stock while a call is open", () => {
    assert.deepEqual(found([...HELD, split("XYZ")]), [["option-open", 2, 1]]);
  });

  it("not where the option has a row of its own that day, nor where none is open", () => {
    assert.deepEqual(found([...HELD, split("XYZ"), split("CALL")]), []);
    assert.deepEqual(found([...HELD, { date: "2024-01-06", kind: "Sell", symbol: "CALL", shares: 1, amount: 310 }, split("XYZ")]), []);
  });
});
