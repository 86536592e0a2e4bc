import assert from "node:assert/strict";
import { bookOf, soldPieces, type TradeRow } from "./trades-of";

function rows(capitalGain: number, exempt: number, after: readonly TradeRow[] = []): TradeRow[] {
  return [
    { date: "2024-03-01", kind: "Buy", shares: 100, amount: 2000 },
    ...(capitalGain === 0 ? [] : [{ date: "2024-03-20", kind: "FundDividend" as const, amount: capitalGain, more: { dividend: "capital gain" as const } }]),
    ...(exempt === 0 ? [] : [{ date: "2024-03-20", kind: "FundDividend" as const, amount: exempt, more: { dividend: "exempt-interest" as const } }]),
    { date: "2024-05-15", kind: "Sell", shares: 100, amount: 1800 },
    ...after,
  ];
}

function sold(trades: readonly TradeRow[]) {
  const book = bookOf(trades);
  assert.deepEqual(book.refusals, []);
  return soldPieces(book).map((piece) => {
    const { shares, proceeds, basis, disallowed, term } = piece as Record<string, unknown>;
    return [shares, proceeds, basis, disallowed, term];
  });
}

describe("R-HP-8: loss on fund shares within six months (IRC 852(b)(4))", () => {
  it("is long-term up to the capital gain dividends: 60 of 200 on 30 of 100 shares", () => {
    assert.deepEqual(sold(rows(60, 0)), [
      [30, 540, 600, 0, "Long"],
      [70, 1260, 1400, 0, "Short"],
    ]);
  });

  it("is long-term as a whole where the dividends reach it", () => {
    assert.deepEqual(sold(rows(200, 0)), [[100, 1800, 2000, 0, "Long"]]);
  });

  it("is disallowed up to the exempt-interest dividends, and what is left is long-term up to the others", () => {
    // 200 less 50 disallowed leaves 150; 333.33 of capital gain dividends reach all of it.
    assert.deepEqual(sold(rows(333.33, 50)), [[100, 1800, 2000, 50, "Long"]]);
    // Reaching 75 of the 150: half of the shares, each with its half of the 50.
    assert.deepEqual(sold(rows(75, 50)), [
      [50, 900, 1000, 25, "Long"],
      [50, 900, 1000, 25, "Short"],
    ]);
  });

  it("a purchase washes only what the rule left: 50 of 100 shares carry 75 of 150", () => {
    assert.deepEqual(sold(rows(333.33, 50, [{ date: "2024-05-16", kind: "Buy", shares: 50, amount: 900 }])), [
      [100, 1800, 2000, 125, "Long"],
    ]);
  });

  it("parts a single share as it parts its loss: 10 of 100 on a tenth of it", () => {
    const one = (capitalGain: number): TradeRow[] => [
      { date: "2024-01-02", kind: "Buy", shares: 1, amount: 1000 },
      { date: "2024-02-02", kind: "FundDividend", amount: capitalGain, more: { dividend: "capital gain" } },
      { date: "2024-04-02", kind: "Sell", shares: 1, amount: 900 },
    ];
    assert.deepEqual(sold(one(10)), [
      [0.1, 90, 100, 0, "Long"],
      [0.9, 810, 900, 0, "Short"],
    ]);
    assert.deepEqual(sold(one(50)), [
      [0.5, 450, 500, 0, "Long"],
      [0.5, 450, 500, 0, "Short"],
    ]);
  });

  it("a replaced share carries its own loss: one of three that lost 100 each", () => {
    const rowsOfThree: TradeRow[] = [
      { date: "2024-01-02", kind: "Buy", shares: 3, amount: 3000 },
      { date: "2024-02-02", kind: "FundDividend", amount: 150, more: { dividend: "capital gain" } },
      { date: "2024-04-02", kind: "Sell", shares: 3, amount: 2700 },
      { date: "2024-04-20", kind: "Buy", shares: 1, amount: 900 },
    ];
    const book = bookOf(rowsOfThree);
    assert.equal(book.realized.disallowedCents.reduce((sum, cents) => sum + cents, 0), 10000);
    assert.equal(book.openLots.reduce((sum, lot) => sum + lot.basisCents, 0), 100000);
  });

  it("does not reach shares held longer", () => {
    const late = rows(200, 50).map((row) => (row.kind === "Sell" ? { ...row, date: "2024-09-02" } : row));
    assert.deepEqual(sold(late), [[100, 1800, 2000, 0, "Short"]]);
  });
});
