/** Shares that a tax-weighing method cannot tell apart by tax, because the tax is zero. docs/decisions/0010. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { DEFAULT_CHOICES, type Method } from "../../src/lots/choices";
import { describeMethod } from "../../src/lots/methods/table";
import { bookOf, soldPieces, type TradeRow } from "./trades-of";

const buy = (date: string, shares: number, pricePerShare: number): TradeRow => ({ date, kind: "Buy", shares, amount: shares * pricePerShare });
const sell = (shares: number, pricePerShare: number): TradeRow => ({ date: "2024-06-03", kind: "Sell", shares, amount: shares * pricePerShare });

/** Rows of the lots in the order in which the last sale took them. */
function rowsTaken(rows: readonly TradeRow[], method: Method, shortRate: number, longRate: number): number[] {
  const book = bookOf(rows, { ...DEFAULT_CHOICES, view: "none", shortRate, longRate, methods: [{ method }] });
  assert.deepEqual(book.refusals, []);
  return (soldPieces(book) as { lotRow: number }[]).map(({ lotRow }) => lotRow);
}

describe("R-ID-5 at a long rate of 0: shares without tax leave by the smaller gain (decision 10)", () => {
  // Long-term gain a share at 50: row 2 +40, row 3 +5, row 4 +20; row 5 -10. Short-term: row 6 +1.
  const held = [buy("2021-01-04", 10, 10), buy("2022-01-03", 10, 45), buy("2022-02-01", 10, 30), buy("2022-03-01", 10, 60), buy("2024-02-01", 10, 49)];
  it("the long lots by +5, +20, +40, and not by age; the long loss, worth nothing either, before them; the taxed short gain last", () =>
    assert.deepEqual(rowsTaken([...held, sell(50, 50)], "MINTAX", 0.1, 0), [5, 3, 4, 2, 6]));
  it("so 20 shares realise -100 + 50 = -50, where the earliest first would have realised 400 + 50 = 450", () => {
    const book = bookOf([...held, sell(20, 50)], { ...DEFAULT_CHOICES, view: "none", shortRate: 0.1, longRate: 0, methods: [{ method: "MINTAX" }] });
    const gains = (soldPieces(book) as { proceeds: number; basis: number }[]).map(({ proceeds, basis }) => proceeds - basis);
    assert.deepEqual(gains, [-100, 50]);
  });
  it("a short-term share that gains nothing stands among them: before a gain, behind a loss", () => {
    const rows = [buy("2022-01-03", 10, 45), buy("2024-02-01", 10, 50), buy("2022-03-01", 10, 60), sell(30, 50)];
    assert.deepEqual(rowsTaken(rows, "MINTAX", 0.1, 0), [4, 3, 2]);
  });
  it("both rates 0: dearest first, as HIFO", () =>
    assert.deepEqual(rowsTaken([...held, sell(50, 50)], "MINTAX", 0, 0), rowsTaken([...held, sell(50, 50)], "HIFO", 0, 0)));
  it("FOLIO_WLFS as MINTAX; FOLIO_WGFS, which seeks gain, the other way round", () => {
    assert.deepEqual(rowsTaken([...held, sell(50, 50)], "FOLIO_WLFS", 0.1, 0), [5, 3, 4, 2, 6]);
    assert.deepEqual(rowsTaken([...held, sell(50, 50)], "FOLIO_WGFS", 0.1, 0), [6, 2, 4, 3, 5]);
  });
  it("equal basis per share, thirds of a cent too: the earlier lot", () => {
    const rows: TradeRow[] = [
      { date: "2022-02-01", kind: "Buy", shares: 6, amount: 200 },
      { date: "2022-01-03", kind: "Buy", shares: 3, amount: 100 },
      { date: "2022-03-01", kind: "Buy", shares: 3, amount: 100.01 },
      sell(12, 50),
    ];
    assert.deepEqual(rowsTaken(rows, "MINTAX", 0.1, 0), [4, 3, 2]);
  });
  it("where tax falls due an equal tax stays a tie for the older lot: 37 x 20% = 20 x 37% = 7.40", () =>
    assert.deepEqual(rowsTaken([buy("2022-01-10", 3, 13), buy("2024-01-10", 7, 30), sell(10, 50)], "MINTAX", 0.37, 0.2), [2, 3]));
  it("METHODS says so", () => {
    assert.match(describeMethod("MINTAX").ties, /^Of shares without tax, highest adjusted basis per share first; then earlier acquired/);
    assert.match(describeMethod("FOLIO_WGFS").ties, /^Of shares without tax, lowest adjusted basis/);
  });
});

describe("Law: MINTAX against picking by hand, rates of 0 among them", () => {
  const lot = fc.record({
    isLong: fc.boolean(),
    dayOfMonth: fc.integer({ min: 1, max: 4 }),
    shares: fc.constantFrom(1, 2, 3, 7),
    cents: fc.constantFrom(1000, 2000, 2500, 4000, 3333),
  });
  it("least tax, of no tax the least gain, then the older, then the row", () => {
    fc.assert(
      fc.property(fc.array(lot, { minLength: 1, maxLength: 8 }), fc.constantFrom(0, 10, 37), fc.constantFrom(0, 20), (lots, short, long) => {
        const price = 2500n;
        const rows = lots.map(({ isLong, dayOfMonth, shares, cents }): TradeRow => {
          return { date: `${isLong ? 2022 : 2024}-03-0${dayOfMonth}`, kind: "Buy", shares, amount: (cents * shares) / 100 };
        });
        const all = lots.reduce((sum, { shares }) => sum + shares, 0);
        const byHand = lots
          .map(({ isLong, cents }, at) => ({ row: at + 2, date: rows[at]!.date, gain: price - BigInt(cents), tax: (price - BigInt(cents)) * BigInt(isLong ? long : short) }))
          .sort((a, b) => {
            if (a.tax !== b.tax) return a.tax < b.tax ? -1 : 1;
            if (a.tax === 0n && a.gain !== b.gain) return a.gain < b.gain ? -1 : 1;
            return a.date === b.date ? a.row - b.row : a.date < b.date ? -1 : 1;
          });
        const taken = rowsTaken([...rows, sell(all, 25)], "MINTAX", short / 100, long / 100);
        assert.deepEqual(taken, byHand.map(({ row }) => row));
      }),
      { numRuns: 400 },
    );
  });
});
