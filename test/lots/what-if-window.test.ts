import assert from "node:assert/strict";
import { bookTrades } from "../../src/lots/book";
import { DEFAULT_CHOICES } from "../../src/lots/choices";
import type { OptionTerms, Trades } from "../../src/lots/trades";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { day, tradesOf, type TradeRow } from "./trades-of";

const BOUGHT: TradeRow[] = [
  { date: "2023-01-10", kind: "Buy", shares: 100, amount: 5000 },
  { date: "2023-01-10", kind: "Buy", symbol: "OLD", shares: 100, amount: 2000 },
];

function withOption(trades: Trades, name: string, type: OptionTerms["type"]): Trades {
  const symbol = trades.symbols.indexOf(name);
  if (symbol < 0) return trades;
  return { ...trades, options: new Map([[symbol, { type, underlying: trades.symbols.indexOf("XYZ"), multiplier: 100, strike: 45 }]]) };
}

/** Disallowed on a sale of 100 XYZ for 4,000 on 2 February 2024, once asked and once entered as a row. */
function disallowed(around: readonly TradeRow[]): { asked: number; entered: number } {
  const prepared = (rows: readonly TradeRow[]): Trades => withOption(withOption(tradesOf(rows), "PUT", "put"), "CALL", "call");
  const trades = prepared([...BOUGHT, ...around]);
  const sale = { symbol: trades.symbols.indexOf("XYZ"), account: 0, shares: 100, proceedsCents: 400000, day: day("2024-02-02"), method: "FIFO" };
  const asked = bookTrades(trades, DEFAULT_CHOICES, FEDERAL_LAW, { whatIf: sale });
  assert.deepEqual(asked.refusals, []);
  const row: TradeRow = { date: "2024-02-02", kind: "Sell", shares: 100, amount: 4000 };
  const all = [...BOUGHT, ...around, row].sort((a, b) => a.date.localeCompare(b.date));
  const entered = bookTrades(prepared(all), DEFAULT_CHOICES, FEDERAL_LAW);
  assert.deepEqual(entered.refusals, []);
  const sum = (book: typeof asked): number => book.realized.disallowedCents.reduce((total, cents) => total + cents, 0) / 100;
  return { asked: sum(asked), entered: sum(entered) };
}

describe("R-WS-4, by choice sold shares replace: a call that was exercised was not sold", () => {
  it("and replaces nothing itself; the stock it brought does", () => {
    const rows: TradeRow[] = [
      ...BOUGHT,
      { date: "2024-01-20", kind: "Buy", symbol: "CALL", shares: 1, amount: 200 },
      { date: "2024-01-25", kind: "Exercise", symbol: "CALL", shares: 1, amount: 4500 },
      { date: "2024-02-02", kind: "Sell", shares: 100, amount: 4000, more: { lots: [{ lot: "row 2" }] } },
    ];
    const book = bookTrades(withOption(tradesOf(rows), "CALL", "call"), { ...DEFAULT_CHOICES, soldReplacements: "replacement" }, FEDERAL_LAW);
    assert.deepEqual(book.refusals, []);
    // 5,000 − 4,000 = 1,000, all replaced by the exercise in row 5.
    assert.deepEqual(book.washes.map(({ disallowedCents, replacement }) => [disallowedCents, book.trades.row[replacement]]), [[100000, 5]]);
  });
});

describe("R-WS-2, R-WS-13: a what-if sale meets later acquisitions of every kind, as a row would", () => {
  const cases: readonly (readonly [what: string, around: readonly TradeRow[]])[] = [
    ["a later purchase", [{ date: "2024-02-05", kind: "Buy", shares: 100, amount: 4000 }]],
    ["a written put assigned", [
      { date: "2024-02-01", kind: "SellShort", symbol: "PUT", shares: 1, amount: 600 },
      { date: "2024-02-16", kind: "Assigned", symbol: "PUT", shares: 1, amount: 4500 },
    ]],
    ["an old call exercised", [
      { date: "2023-06-20", kind: "Buy", symbol: "CALL", shares: 1, amount: 200 },
      { date: "2024-02-05", kind: "Exercise", symbol: "CALL", shares: 1, amount: 3000 },
    ]],
    ["a taxable merger into the stock (R-CA-8)", [
      { date: "2024-02-05", kind: "Merger", symbol: "OLD", newSymbol: "XYZ", account: "*", more: { taxable: true, ratio: { newShares: 1, oldShares: 1 }, newValue: 40 } },
    ]],
    ["rights exercised", [
      { date: "2023-12-20", kind: "Rights", newSymbol: "RT", shares: 100, account: "*", more: { value: 50, newValue: 1 } },
      { date: "2024-02-05", kind: "ExerciseRights", symbol: "RT", newSymbol: "XYZ", shares: 100, amount: 3000 },
    ]],
  ];
  for (const [what, around] of cases) {
    it(what, () => {
      // 5,000 paid, 4,000 received: 1,000 of loss, all 100 shares replaced within 30 days.
      assert.deepEqual(disallowed(around), { asked: 1000, entered: 1000 });
    });
  }

  it("a later sale is not one of them", () => {
    assert.equal(disallowed([{ date: "2024-02-05", kind: "Sell", symbol: "OLD", shares: 10, amount: 100 }]).asked, 0);
  });
});
