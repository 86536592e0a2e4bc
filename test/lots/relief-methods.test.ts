import assert from "node:assert/strict";
import { bookOf, openLots, soldPieces, tradesOf, choicesOf, type TradeRow } from "./trades-of";
import { bookTrades } from "../../src/lots/book";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import type { Method } from "../../src/lots/choices";

/** Lot rows and shares in the order they were relieved. */
function relieved(rows: readonly TradeRow[], method: Method, rates = {}): string[] {
  const book = bookTrades(tradesOf(rows), choicesOf({ methods: [{ method }], ...rates }), FEDERAL_LAW);
  assert.deepEqual(book.refusals, []);
  return soldPieces(book).map((piece) => {
    const { lotRow, shares } = piece as { lotRow: number; shares: number };
    return `${lotRow}:${shares}`;
  });
}

describe("R-ID-4: which lots each method relieves", () => {
  // held: row 2 at 20, row 3 at 40, row 4 at 10 (same day as row 3), row 5 at 30
  const held: TradeRow[] = [
    { date: "2023-01-03", kind: "Buy", shares: 10, amount: 200 },
    { date: "2023-02-01", kind: "Buy", shares: 10, amount: 400 },
    { date: "2023-02-01", kind: "Buy", shares: 10, amount: 100 },
    { date: "2023-03-01", kind: "Buy", shares: 10, amount: 300 },
  ];
  const sell25: TradeRow = { date: "2024-06-03", kind: "Sell", shares: 25, amount: 2500 };

  it("FIFO: earliest acquired first", () => assert.deepEqual(relieved([...held, sell25], "FIFO"), ["2:10", "3:10", "4:5"]));
  it("LIFO: latest day first, rows of one day still in order", () =>
    assert.deepEqual(relieved([...held, sell25], "LIFO"), ["5:10", "3:10", "4:5"]));
  it("HIFO: dearest adjusted basis a share first", () =>
    assert.deepEqual(relieved([...held, sell25], "HIFO"), ["3:10", "5:10", "2:5"]));
  it("LOFO: cheapest first", () => assert.deepEqual(relieved([...held, sell25], "LOFO"), ["4:10", "2:10", "5:5"]));
  it("SPEC without lots named falls back to FIFO", () =>
    assert.deepEqual(relieved([...held, sell25], "SPEC"), ["2:10", "3:10", "4:5"]));

  it("HIFO compares exactly: 100.01 over 3 shares is dearer than 33.336 a share by a hair", () => {
    // 10001/3 = 3333.666… cents; 33336/10 = 3333.6 cents
    const rows: TradeRow[] = [
      { date: "2023-01-03", kind: "Buy", shares: 10, amount: 333.36 },
      { date: "2023-01-04", kind: "Buy", shares: 3, amount: 100.01 },
      { date: "2023-06-01", kind: "Sell", shares: 1, amount: 50 },
    ];
    assert.deepEqual(relieved(rows, "HIFO"), ["3:1"]);
  });

  it("equal cost falls back to the earliest lot", () => {
    const rows: TradeRow[] = [
      { date: "2023-01-03", kind: "Buy", shares: 3, amount: 100 },
      { date: "2023-01-04", kind: "Buy", shares: 6, amount: 200 },
      { date: "2023-06-01", kind: "Sell", shares: 1, amount: 50 },
    ];
    assert.deepEqual(relieved(rows, "HIFO"), ["2:1"]);
    assert.deepEqual(relieved(rows, "LOFO"), ["2:1"]);
  });

  it("MINTAX weighs each lot's gain with the rate of its own term (S-ID-02)", () => {
    const rows: TradeRow[] = [
      { date: "2022-01-10", kind: "Buy", shares: 100, amount: 2000 },
      { date: "2022-05-02", kind: "Buy", shares: 100, amount: 3800 },
      { date: "2024-01-10", kind: "Buy", shares: 100, amount: 2600 },
      { date: "2024-02-01", kind: "Buy", shares: 100, amount: 3500 },
      { date: "2024-06-03", kind: "Sell", shares: 250, amount: 7500 },
    ];
    // at 30 a share: −5 × 0.37 = −1.85; −8 × 0.20 = −1.60; 4 × 0.37 = 1.48; 10 × 0.20 = 2.00
    assert.deepEqual(relieved(rows, "MINTAX", { shortRate: 0.37, longRate: 0.2 }), ["5:100", "3:100", "4:50"]);
  });

  it("MINTAX without rates is refused, naming what is missing", () => {
    const book = bookOf([held[0]!, { date: "2024-01-03", kind: "Sell", shares: 5, amount: 50 }], { methods: [{ method: "MINTAX" }] });
    assert.match(book.refusals[0]!.problem, /Row 3: MINTAX needs tax rates/);
  });
});

describe("R-ID-2: lots named on the sale", () => {
  const held: TradeRow[] = [
    { date: "2023-01-03", kind: "Buy", shares: 100, amount: 1000, more: { lotId: "L1" } },
    { date: "2023-02-01", kind: "Buy", shares: 100, amount: 2000, more: { lotId: "L2" } },
    { date: "2023-03-01", kind: "Buy", shares: 100, amount: 3000 },
  ];
  const sell = (shares: number, lots: { lot: string; shares?: number }[]): TradeRow => ({
    date: "2024-06-03",
    kind: "Sell",
    shares,
    amount: shares * 50,
    more: { lots },
  });

  it("are relieved in the order named, whatever the method", () => {
    const rows = [...held, sell(50, [{ lot: "l2", shares: 30 }, { lot: "L1", shares: 20 }])];
    assert.deepEqual(relieved(rows, "HIFO"), ["3:30", "2:20"]);
  });
  it("a lot without an id is called by its row", () => assert.deepEqual(relieved([...held, sell(10, [{ lot: "row 4" }])], "FIFO"), ["4:10"]));
  it("a lot without shares gives what is still needed", () =>
    assert.deepEqual(relieved([...held, sell(120, [{ lot: "L1", shares: 30 }, { lot: "L2" }])], "FIFO").slice(0, 2), ["2:30", "3:90"]));

  const refusal = (row: TradeRow): string => bookOf([...held, row]).refusals[0]!.problem;
  it("an unknown lot is refused by name", () =>
    assert.equal(refusal(sell(10, [{ lot: "L9" }])), "Row 5: names lot L9, but no open lot of XYZ is called that."));
  it("more than the lot holds is refused", () =>
    assert.equal(refusal(sell(150, [{ lot: "L1", shares: 150 }])), "Row 5: sells 150 XYZ of lot L1, only 100 held in it."));
  it("a lot named twice is refused", () =>
    assert.equal(refusal(sell(30, [{ lot: "L1", shares: 10 }, { lot: "row 2", shares: 20 }])), "Row 5: names lot row 2 twice."));
  it("lots that do not add up to the quantity are refused", () =>
    assert.equal(refusal(sell(150, [{ lot: "L1", shares: 50 }])), "Row 5: sells 150 XYZ, but Lots names 50."));
});

describe("R-ID-3, R-ID-7: the standing order in force", () => {
  const rows: TradeRow[] = [
    { date: "2023-01-03", kind: "Buy", shares: 10, amount: 100 },
    { date: "2023-02-01", kind: "Buy", shares: 10, amount: 300 },
    { date: "2023-05-01", kind: "Sell", shares: 1, amount: 50 },
    { date: "2023-08-01", kind: "Sell", shares: 1, amount: 50 },
  ];
  it("a method from a date on leaves earlier sales with theirs", () => {
    const methods = [{ method: "HIFO" as const, fromDay: tradesOf(rows).day[3]! }];
    const lots = soldPieces(bookOf(rows, { methods })).map((piece) => (piece as { lotRow: number }).lotRow);
    assert.deepEqual(lots, [2, 3]);
  });
  it("an order for the symbol wins over one for the account", () => {
    const methods = [
      { method: "HIFO" as const, symbol: "xyz" },
      { method: "FIFO" as const, account: "a" },
    ];
    const lots = soldPieces(bookOf(rows, { methods })).map((piece) => (piece as { lotRow: number }).lotRow);
    assert.deepEqual(lots, [3, 3]);
  });
});

describe("R-LOT-5: pieces of a purchase are queued", () => {
  it("shares adjusted by a wash sale leave before the rest of their purchase (S-WS-07)", () => {
    const book = bookOf([
      { date: "2024-01-02", kind: "Buy", shares: 50, amount: 5000 },
      { date: "2024-02-01", kind: "Sell", shares: 50, amount: 4000 },
      { date: "2024-02-12", kind: "Buy", shares: 100, amount: 8200 },
      { date: "2024-05-01", kind: "Sell", shares: 60, amount: 5400 },
    ]);
    // 50 adjusted shares: 4,100 + 1,000 = 5,100; the other 10 at 82
    assert.deepEqual(
      soldPieces(book).map((piece) => (piece as { basis: number }).basis),
      [5000, 5100, 820],
    );
    assert.deepEqual(openLots(book), [
      { lotRow: 4, symbol: "XYZ", account: "A", holdingFrom: "2024-02-12", shares: 40, basis: 3280 },
    ]);
  });
});
