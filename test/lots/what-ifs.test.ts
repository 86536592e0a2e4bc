import assert from "node:assert/strict";
import { bookTrades } from "../../src/lots/book";
import type { Book, WhatIf } from "../../src/lots/book-types";
import { DEFAULT_CHOICES, type Choices } from "../../src/lots/choices";
import { lotName, type Trades } from "../../src/lots/trades";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { choicesOf, day, openLots, soldPieces, tradesOf, type TradeRow } from "./trades-of";

const sell = (trades: Trades, lot: string, shares: number, dollars: number, on: string, symbol = "XYZ"): WhatIf => ({
  kind: "sale",
  sale: { symbol: trades.symbols.indexOf(symbol), account: 0, shares, proceedsCents: dollars * 100, day: day(on), method: null, lots: [{ lot }] },
});
const buy = (trades: Trades, shares: number, dollars: number, on: string, account = 0): WhatIf => ({
  kind: "purchase",
  purchase: { symbol: trades.symbols.indexOf("XYZ"), account, shares, costCents: dollars * 100, day: day(on) },
});
const asked = (trades: Trades, whatIfs: readonly WhatIf[], choices: Choices = DEFAULT_CHOICES): Book =>
  bookTrades(trades, choices, FEDERAL_LAW, { whatIfs });

/** Two lots: the old one loses 1,000, the young one 200; each can replace the other only if it is young. */
const TWO_LOTS: TradeRow[] = [
  { date: "2023-02-01", kind: "Buy", shares: 100, amount: 5000, more: { lotId: "L1" } },
  { date: "2024-11-20", kind: "Buy", shares: 20, amount: 1000, more: { lotId: "L2" } },
];

describe("Scope.whatIfs: hypothetical sales and purchases, as rows appended to the trades", () => {
  it("the young lot sold first, the old lot's loss is clean: nothing is held that could replace it (R-WS-4)", () => {
    const trades = tradesOf(TWO_LOTS);
    const book = asked(trades, [sell(trades, "L2", 20, 800, "2024-12-10"), sell(trades, "row 2", 100, 4000, "2024-12-10")]);
    assert.deepEqual(book.refusals, []);
    assert.deepEqual(soldPieces(book).map((piece) => (piece as { disallowed: number }).disallowed), [0, 0]);
    assert.deepEqual([...book.realized.sale], [trades.count, trades.count + 1]);
  });

  it("the old lot sold first, 20 of its 100 shares are replaced: 20 × (50 − 40) = 200, which joins the young lot's basis", () => {
    const trades = tradesOf(TWO_LOTS);
    const book = asked(trades, [sell(trades, "L1", 100, 4000, "2024-12-10"), sell(trades, "L2", 20, 800, "2024-12-10")]);
    assert.deepEqual([...book.realized.disallowedCents], [20000, 0]);
    assert.deepEqual([...book.realized.basisCents], [500000, 120000]);
  });

  it("later days come later, whatever the order they are asked in", () => {
    const trades = tradesOf(TWO_LOTS);
    const book = asked(trades, [sell(trades, "L1", 100, 4000, "2024-12-11"), sell(trades, "L2", 20, 800, "2024-12-10")]);
    assert.deepEqual([...book.realized.sale], [trades.count + 1, trades.count]);
    assert.deepEqual([...book.realized.disallowedCents], [0, 0]);
  });

  it("a purchase takes up a loss of the rows before it, 10 × (50 − 40) = 100, and is an open lot with a name", () => {
    const trades = tradesOf([TWO_LOTS[0]!, { date: "2024-12-10", kind: "Sell", shares: 100, amount: 4000 }]);
    const book = asked(trades, [buy(trades, 10, 390, "2025-01-09")]);
    assert.equal(book.washes.length, 1);
    assert.deepEqual([book.washes[0]!.replacement, book.washes[0]!.disallowedCents], [trades.count, 10000]);
    assert.deepEqual(book.openLots.map(({ purchase, basisCents }) => [purchase, basisCents]), [[trades.count, 49000]]);
    assert.equal(lotName(trades, trades.count), "what-if 1");
  });

  it("a day later it is outside the window (R-WS-1)", () => {
    const trades = tradesOf([TWO_LOTS[0]!, { date: "2024-12-10", kind: "Sell", shares: 100, amount: 4000 }]);
    assert.deepEqual(asked(trades, [buy(trades, 10, 390, "2025-01-10")]).washes, []);
  });

  it("after a purchase alone the rows go on in full: it takes up a loss sold after it", () => {
    const trades = tradesOf([TWO_LOTS[0]!, { date: "2024-12-10", kind: "Sell", shares: 100, amount: 4000 }]);
    assert.deepEqual(asked(trades, [buy(trades, 10, 390, "2024-12-01")]).washes.map(({ replacement }) => replacement), [trades.count]);
  });

  it("a sale and a later purchase: bought back on day 30 it washes, on day 31 it does not", () => {
    const trades = tradesOf([TWO_LOTS[0]!]);
    const disallowed = (on: string): number =>
      asked(trades, [sell(trades, "L1", 100, 4000, "2024-12-10"), buy(trades, 100, 4100, on)]).realized.disallowedCents[0]!;
    assert.deepEqual([disallowed("2025-01-09"), disallowed("2025-01-10")], [100000, 0]);
  });

  it("a purchase by an IRA loses the loss for good (R-WS-9)", () => {
    const trades = tradesOf([...TWO_LOTS, { date: "2020-01-02", kind: "Buy", symbol: "OTH", shares: 1, amount: 1, account: "IRA 1" }]);
    const book = asked(trades, [sell(trades, "L2", 20, 800, "2024-12-10"), buy(trades, 20, 810, "2024-12-12", 1)]);
    assert.equal(book.washes[0]!.permanentCents, 20000);
  });

  it("sales in several symbols; each books its own group and no other", () => {
    const trades = tradesOf([
      ...TWO_LOTS,
      { date: "2023-02-01", kind: "Buy", symbol: "ABC", shares: 10, amount: 500 },
      { date: "2023-02-01", kind: "Buy", symbol: "DEF", shares: 10, amount: 500 },
    ]);
    const book = asked(trades, [sell(trades, "row 4", 10, 400, "2024-12-10", "ABC"), sell(trades, "L2", 20, 800, "2024-12-10")]);
    // The groups are booked by symbol as first met; the position tells which sale a piece is of.
    assert.deepEqual([...book.realized.sale].sort(), [trades.count, trades.count + 1]);
    assert.deepEqual(openLots(book).map((lot) => (lot as { symbol: string }).symbol), ["XYZ"]);
  });

  it("sales of a day that count as simultaneous are matched together, the real ones with the asked (R-WS-3)", () => {
    // Sold in the order young, old; taken together the old lot's loss comes first, and nothing young is held any more.
    const trades = tradesOf(TWO_LOTS);
    const choices = choicesOf({ sameDaySales: "simultaneous" });
    const book = asked(trades, [sell(trades, "L1", 100, 4000, "2024-12-10"), sell(trades, "L2", 20, 800, "2024-12-10")], choices);
    assert.deepEqual([...book.realized.disallowedCents], [0, 0]);
    const apart = asked(trades, [sell(trades, "L1", 100, 4000, "2024-12-10"), sell(trades, "L2", 20, 800, "2024-12-11")], choices);
    assert.deepEqual([...apart.realized.disallowedCents], [20000, 0]);
  });

  it("all of a lot is sold to the last unit, thirds included", () => {
    const trades = tradesOf([
      { date: "2023-02-01", kind: "Buy", shares: 1000, amount: 5000, more: { lotId: "L1" } },
      { date: "2023-06-01", kind: "Split", account: "*", more: { ratio: { newShares: 2, oldShares: 3 } } },
    ]);
    const sale = { symbol: 0, account: 0, shares: 0, proceedsCents: 300000, day: day("2024-12-10"), method: null, lots: [{ lot: "L1" }], allOfLots: true as const };
    const book = asked(trades, [{ kind: "sale", sale }]);
    assert.deepEqual(book.refusals, []);
    assert.deepEqual([book.openLots.length, book.realized.basisCents[0]], [0, 500000]);
  });
});

describe("Scope.whatIfs: what cannot be done is refused as row 0", () => {
  it("and one of several says which sale it is", () => {
    const trades = tradesOf(TWO_LOTS);
    const book = asked(trades, [sell(trades, "L2", 20, 800, "2024-12-10"), sell(trades, "L1", 101, 4000, "2024-12-10")]);
    assert.equal(book.refusals.length, 1);
    assert.equal(book.refusals[0]!.row, 0);
    assert.match(book.refusals[0]!.problem, /^The sale of XYZ, lot L1, sells 101 XYZ/);
    assert.equal(book.realized.count, 0);
  });

  it("a lot that is not open is refused by its name", () => {
    const trades = tradesOf(TWO_LOTS);
    const [refusal] = asked(trades, [sell(trades, "L9", 20, 800, "2024-12-10")]).refusals;
    assert.match(refusal!.problem, /^This sale names lot L9, but no open lot of XYZ is called that/);
  });

  it("other groups keep their figures", () => {
    const trades = tradesOf([...TWO_LOTS, { date: "2023-02-01", kind: "Buy", symbol: "ABC", shares: 10, amount: 500 }]);
    const book = asked(trades, [sell(trades, "L1", 101, 4000, "2024-12-10"), sell(trades, "row 4", 10, 400, "2024-12-10", "ABC")]);
    assert.deepEqual([book.refusals.length, book.realized.count, book.realized.basisCents[0]], [1, 1, 50000]);
  });
});
