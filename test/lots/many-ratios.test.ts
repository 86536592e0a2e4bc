import assert from "node:assert/strict";
import { bookOf, openLots, type TradeRow } from "./trades-of";

const ratio = (date: string, newShares: number, oldShares: number): TradeRow => ({ date, kind: "Split", account: "*", more: { ratio: { newShares, oldShares } } });

function shares(rows: readonly TradeRow[]): number[] {
  const book = bookOf(rows);
  assert.deepEqual(book.refusals.map(({ problem }) => problem), []);
  return openLots(book).map((lot) => (lot as { shares: number }).shares);
}

describe("R-CA-1, R-CA-2: ratios that need more digits than there are", () => {
  it("three stock dividends of 3 % on a fraction of a share", () => {
    const rows: TradeRow[] = [
      { date: "2020-01-02", kind: "Buy", shares: 100, amount: 1000 },
      { date: "2020-06-01", kind: "Reinvest", shares: 0.1234, amount: 1.5 },
      ...["2021-03-01", "2022-03-01", "2023-03-01"].map((date) => ratio(date, 103, 100)),
    ];
    // 1.03 cubed is 1.092727: 109.2727 and 0.1348425118 shares.
    const [bought, reinvested] = shares(rows);
    assert.equal(bought, 109.2727);
    assert.ok(Math.abs(reinvested! - 0.1234 * 1.092727) < 1e-9);
  });

  it("seven of 5 %, and ten more of 3 %: the count stays right to a millionth of a share, and the basis whole", () => {
    const years = (count: number, first: number) => Array.from({ length: count }, (_, i) => `${first + i}-03-01`);
    const rows: TradeRow[] = [
      { date: "2000-01-02", kind: "Buy", shares: 100, amount: 1000 },
      ...years(7, 2001).map((date) => ratio(date, 21, 20)),
      ...years(10, 2010).map((date) => ratio(date, 103, 100)),
    ];
    const book = bookOf(rows);
    assert.deepEqual(book.refusals, []);
    const [lot] = openLots(book) as { shares: number; basis: number }[];
    assert.ok(Math.abs(lot!.shares - 100 * 1.05 ** 7 * 1.03 ** 10) < 1e-6);
    assert.equal(lot!.basis, 1000);
  });

  it("a ratio of a billion is named by its own row", () => {
    const book = bookOf([{ date: "2020-01-02", kind: "Buy", shares: 1e9, amount: 1000 }, ratio("2021-03-01", 1e9, 1)]);
    assert.deepEqual(book.refusals.map(({ row }) => row), [3]);
  });
});
