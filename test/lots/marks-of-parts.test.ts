import assert from "node:assert/strict";
import { PIECE_INHERITED, PIECE_UNKNOWN_BASIS } from "../../src/lots/book-types";
import { bookOf, soldPieces, type TradeRow } from "./trades-of";

describe("R-LOT-5: a part of a lot keeps what is known of the lot", () => {
  const sold = (rows: readonly TradeRow[]) => {
    const book = bookOf([...rows, { date: "2024-03-01", kind: "Sell", shares: 4, amount: 80 }]);
    assert.deepEqual(book.refusals, []);
    return { book, flags: book.realized.flags[0]!, term: (soldPieces(book)[0] as { term: string }).term, rest: book.openLots[0]! };
  };

  it("an unknown basis stays unknown in the part sold and in the rest (R-ID-6)", () => {
    const { flags, rest } = sold([{ date: "2020-01-10", kind: "Buy", shares: 10, amount: 0, more: { basisUnknown: true } }]);
    assert.equal(flags & PIECE_UNKNOWN_BASIS, PIECE_UNKNOWN_BASIS);
    assert.equal(rest.basisUnknown, true);
  });

  it("inherited shares stay long-term (R-HP-4) and no replacement (R-WS-2)", () => {
    const { flags, term, rest } = sold([{ date: "2024-01-10", kind: "Inherit", shares: 10, amount: 100 }]);
    assert.equal(flags & PIECE_INHERITED, PIECE_INHERITED);
    assert.deepEqual([term, rest.periodStart, rest.canReplace], ["Long", "Inherited", false]);
  });

  it("shares restarted by a short keep their kind of period (R-HP-6)", () => {
    const { rest } = sold([
      { date: "2024-01-10", kind: "Buy", shares: 10, amount: 100 },
      { date: "2024-02-01", kind: "SellShort", shares: 10, amount: 90 },
      { date: "2024-02-20", kind: "BuyToCover", shares: 10, amount: 80 },
    ]);
    assert.equal(rest.periodStart, "Short-sale restart");
  });

  it("moved shares stay moved", () => {
    const { rest } = sold([
      { date: "2020-01-10", kind: "Buy", shares: 10, amount: 100, account: "B" },
      { date: "2020-02-10", kind: "Transfer", shares: 10, account: "B", toAccount: "A" },
    ]);
    assert.equal(rest.moved, true);
  });
});

describe("R-WS-12: losses whose window is open", () => {
  const loss: TradeRow[] = [
    { date: "2023-01-10", kind: "Buy", shares: 10, amount: 100 },
    { date: "2024-02-01", kind: "Sell", shares: 10, amount: 60 },
  ];

  it("are listed as far as nothing has replaced them", () => {
    assert.deepEqual(bookOf(loss).openLosses.map(({ units, lossCents }) => [units, lossCents]), [[10, 4000]]);
    assert.deepEqual(bookOf([...loss, { date: "2024-02-05", kind: "Buy", shares: 4, amount: 30 }]).openLosses.map(({ units, lossCents }) => [units, lossCents]), [[6, 2400]]);
    assert.deepEqual(bookOf([...loss, { date: "2024-02-05", kind: "Buy", shares: 10, amount: 60 }]).openLosses, []);
  });
});

describe("R-LOT-4: the purchase that would cover a sale", () => {
  it("is a purchase: a gift given or another sale later that day is not named", () => {
    const rows: TradeRow[] = [
      { date: "2024-01-10", kind: "Buy", shares: 5, amount: 50 },
      { date: "2024-01-11", kind: "Sell", shares: 8, amount: 80 },
      { date: "2024-01-11", kind: "GiftGiven", shares: 4 },
    ];
    assert.deepEqual(bookOf(rows).refusals.map(({ problem }) => problem), ["Row 3: sells 8 XYZ, only 5 held in A on 2024-01-11."]);
  });
});

describe("R-GIFT-1: sold for exactly its value at the gift", () => {
  it("there is neither gain nor loss", () => {
    const book = bookOf([
      { date: "2024-01-10", kind: "GiftReceived", shares: 10, amount: 100, more: { value: 8, acquired: 0 } },
      { date: "2024-02-01", kind: "Sell", shares: 10, amount: 80 },
    ]);
    assert.deepEqual(soldPieces(book).map((piece) => [(piece as { proceeds: number }).proceeds, (piece as { basis: number }).basis]), [[80, 80]]);
  });
});
