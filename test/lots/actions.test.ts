import assert from "node:assert/strict";
import fc from "fast-check";
import { bookOf, choicesOf, day, openLots, soldPieces, tradesOf, type TradeRow } from "./trades-of";
import { bookTrades } from "../../src/lots/book";
import { FEDERAL_LAW } from "../../src/rules/federal-law";

const buy100: TradeRow = { date: "2023-01-03", kind: "Buy", shares: 100, amount: 1000 };

describe("R-CA-1: splits", () => {
  it("2:1 doubles the shares and keeps basis and dates", () => {
    const book = bookOf([buy100, { date: "2023-06-01", kind: "Split", account: "*", more: { ratio: { newShares: 2, oldShares: 1 } } }]);
    assert.deepEqual(openLots(book), [{ lotRow: 2, symbol: "XYZ", account: "A", holdingFrom: "2023-01-03", shares: 200, basis: 1000 }]);
  });
  it("1:3 keeps exact thirds: three splits and back are the same lot", () => {
    const ratio = { newShares: 1, oldShares: 3 };
    const back = { newShares: 3, oldShares: 1 };
    const dates = ["2023-06-01", "2023-06-02", "2023-06-05"];
    const book = bookOf([
      buy100,
      ...dates.map((date): TradeRow => ({ date, kind: "Split", account: "*", more: { ratio } })),
      { date: "2023-07-03", kind: "Sell", shares: 1, amount: 30 },
      ...dates.map((_, i): TradeRow => ({ date: `2023-08-0${i + 1}`, kind: "Split", account: "*", more: { ratio: back } })),
    ]);
    // 100/27 − 1 = 73/27 shares; times 27 = 73. Basis sold: 1,000.00 × 27/100 = 270.00
    assert.deepEqual(openLots(book), [{ lotRow: 2, symbol: "XYZ", account: "A", holdingFrom: "2023-01-03", shares: 73, basis: 730 }]);
  });
  it("66.6666666666667, all a cell can say of two thirds, sells everything", () => {
    const book = bookOf([
      { ...buy100, shares: 200 },
      { date: "2023-06-01", kind: "Split", account: "*", more: { ratio: { newShares: 1, oldShares: 3 } } },
      { date: "2023-07-03", kind: "Sell", shares: 66.6666666666667, amount: 900 },
    ]);
    assert.deepEqual(book.refusals, []);
    assert.deepEqual(openLots(book), []);
  });
  it("stated as shares added, goes to the lots by their shares", () => {
    const book = bookOf([
      { ...buy100, shares: 10 },
      { date: "2023-02-01", kind: "Buy", shares: 20.3, amount: 500 },
      { date: "2023-06-01", kind: "Split", more: { sharesAdded: 90.9 } },
    ]);
    assert.deepEqual(
      openLots(book).map((lot) => (lot as { shares: number }).shares),
      [40, 81.2],
    );
  });
  it("one row an account for the same split divides each share once", () => {
    const ratio = { newShares: 1, oldShares: 10 };
    const accounts = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P"];
    const book = bookOf([
      ...accounts.map((account): TradeRow => ({ ...buy100, account })),
      ...accounts.map((account): TradeRow => ({ date: "2023-06-01", kind: "Split", account, more: { ratio } })),
    ]);
    assert.deepEqual(book.refusals, []);
    assert.ok(openLots(book).every((lot) => (lot as { shares: number }).shares === 10));
  });
  it("whatever the splits and sales, shares and basis are conserved", () => {
    const ratio = fc.record({ newShares: fc.integer({ min: 1, max: 20 }), oldShares: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5000 }), (ratios, milliShares) => {
        const shares = milliShares / 1000;
        const book = bookOf([
          { ...buy100, shares },
          ...ratios.map((one, i): TradeRow => ({ date: `2023-06-0${i + 1}`, kind: "Split", account: "*", more: { ratio: one } })),
        ]);
        const expected = ratios.reduce((held, one) => (held * one.newShares) / one.oldShares, shares);
        const [lot] = openLots(book) as { shares: number; basis: number }[];
        assert.ok(Math.abs(lot!.shares - expected) <= expected * 1e-12);
        assert.equal(lot!.basis, 1000);
      }),
    );
  });
});

describe("R-CA-2: a fraction paid in cash is received and then sold", () => {
  it("S-PUB-08: 1.05 for 1 on one share, 10.00 for the fraction: basis 4.76, gain 5.24", () => {
    const book = bookOf([
      { date: "2005-01-03", kind: "Buy", shares: 1, amount: 100 },
      { date: "2012-06-30", kind: "Split", account: "*", more: { ratio: { newShares: 21, oldShares: 20 }, cashInLieuCents: 1000 } },
    ]);
    assert.deepEqual(soldPieces(book), [
      { saleRow: 3, lotRow: 2, shares: 0.05, holdingFrom: "2005-01-03", proceeds: 10, basis: 4.76, disallowed: 0, term: "Long" },
    ]);
  });
  it("the cash goes over the accounts by their fractions", () => {
    const book = bookOf([
      { ...buy100, shares: 1, account: "A" },
      { ...buy100, shares: 3, account: "B" },
      { date: "2023-06-01", kind: "Split", account: "*", more: { ratio: { newShares: 11, oldShares: 10 }, cashInLieuCents: 1001 } },
    ]);
    // fractions 0.1 and 0.3: a quarter of 10.01 is 2.50 (2.5025), the rest 7.51
    assert.deepEqual(
      soldPieces(book).map((piece) => (piece as { proceeds: number }).proceeds),
      [2.5, 7.51],
    );
  });
  it("without a fraction the cash is refused", () => {
    const book = bookOf([buy100, { date: "2023-06-01", kind: "Split", account: "*", more: { ratio: { newShares: 2, oldShares: 1 }, cashInLieuCents: 5 } }]);
    assert.match(book.refusals[0]!.problem, /Row 3: pays cash for a fraction of a share, but XYZ splits into whole shares/);
  });
});

describe("R-LOT-3: transfers between own accounts", () => {
  it("move the earliest shares, with basis, dates and lot name", () => {
    const book = bookOf([
      buy100,
      { date: "2023-02-01", kind: "Buy", shares: 100, amount: 2000 },
      { date: "2023-08-01", kind: "Transfer", shares: 150, toAccount: "B" },
    ]);
    assert.deepEqual(openLots(book), [
      { lotRow: 3, symbol: "XYZ", account: "A", holdingFrom: "2023-02-01", shares: 50, basis: 1000 },
      { lotRow: 2, symbol: "XYZ", account: "B", holdingFrom: "2023-01-03", shares: 100, basis: 1000 },
      { lotRow: 3, symbol: "XYZ", account: "B", holdingFrom: "2023-02-01", shares: 50, basis: 1000 },
    ]);
  });
  it("take their place in the order of acquisition of the receiving account", () => {
    const book = bookOf([
      buy100,
      { date: "2023-01-01", kind: "Buy", shares: 10, amount: 50, account: "B" },
      { date: "2023-02-01", kind: "Buy", shares: 10, amount: 50, account: "B" },
      { date: "2023-08-01", kind: "Transfer", shares: 100, toAccount: "B" },
      { date: "2023-09-01", kind: "Sell", shares: 115, amount: 1150, account: "B" },
    ]);
    assert.deepEqual(
      soldPieces(book).map((piece) => (piece as { lotRow: number }).lotRow),
      [3, 2, 4],
    );
  });
  it("between a taxable account and an IRA are no transfers", () => {
    const { accounts } = choicesOf({ accounts: [{ name: "IRA", type: "IRA", owner: "Self" }] });
    const book = bookOf([buy100, { date: "2023-08-01", kind: "Transfer", shares: 50, toAccount: "IRA" }], { accounts });
    assert.match(book.refusals[0]!.problem, /^Row 3: moves XYZ between a taxable and a retirement account/);
  });
});

describe("R-GIFT-2, R-CA-10: gifts given and symbol changes", () => {
  it("a gift takes the earliest shares out and realizes nothing", () => {
    const book = bookOf([buy100, { date: "2023-05-01", kind: "GiftGiven", shares: 30 }]);
    assert.equal(book.realized.count, 0);
    assert.equal((openLots(book)[0] as { basis: number }).basis, 700);
  });
  it("a symbol change renames the lots, and an open loss follows the new name", () => {
    const book = bookOf([
      buy100,
      { date: "2023-05-01", kind: "Sell", shares: 50, amount: 400 },
      { date: "2023-05-10", kind: "SymbolChange", account: "*", newSymbol: "NEW" },
      { date: "2023-05-20", kind: "Buy", symbol: "NEW", shares: 50, amount: 420 },
    ]);
    // loss 500 − 400 = 100, replaced in full: 420 + 100
    assert.deepEqual(openLots(book), [
      { lotRow: 2, symbol: "NEW", account: "A", holdingFrom: "2023-01-03", shares: 50, basis: 500 },
      { lotRow: 5, symbol: "NEW", account: "A", holdingFrom: "2023-01-22", shares: 50, basis: 520 },
    ]);
  });
});

describe("A split or symbol change that meets nothing is a slip", () => {
  const ratio = { newShares: 2, oldShares: 1 };
  it("in an account that holds none of the symbol", () => {
    const book = bookOf([buy100, { date: "2023-06-01", kind: "Split", account: "B", more: { ratio } }]);
    assert.equal(book.refusals[0]!.problem, "Row 3: splits XYZ, but none is held in B on 2023-06-01.");
  });
  it("a row for every account that comes after all was sold is no slip", () => {
    const book = bookOf([
      buy100,
      { date: "2023-05-01", kind: "Sell", shares: 100, amount: 2000 },
      { date: "2023-06-01", kind: "Split", account: "*", more: { ratio } },
    ]);
    assert.deepEqual(book.refusals, []);
  });
});

describe("R-LOT-1: fills of one order", () => {
  const order = { order: "T1" };
  it("of a purchase are one lot at their average cost", () => {
    const book = bookOf([
      { ...buy100, more: order },
      { ...buy100, amount: 1100, more: order },
      { date: "2023-05-01", kind: "Sell", shares: 50, amount: 600 },
    ]);
    assert.deepEqual(soldPieces(book), [
      { saleRow: 4, lotRow: 2, shares: 50, holdingFrom: "2023-01-03", proceeds: 600, basis: 525, disallowed: 0, term: "Short" },
    ]);
  });
  it("of a sale share the average price, and none of their shares replaces another", () => {
    const book = bookOf([
      buy100,
      { date: "2023-04-20", kind: "Buy", shares: 100, amount: 1200 },
      { date: "2023-05-01", kind: "Sell", shares: 100, amount: 700, more: order },
      { date: "2023-05-01", kind: "Sell", shares: 100, amount: 900, more: order },
    ]);
    assert.deepEqual(
      soldPieces(book).map((piece) => {
        const { proceeds, disallowed } = piece as { proceeds: number; disallowed: number };
        return [proceeds, disallowed];
      }),
      [
        [800, 0],
        [800, 0],
      ],
    );
  });
});

describe("R-LOT-4: order of rows", () => {
  it("a file written newest first is read from the bottom up, also inside a day", () => {
    const rows: TradeRow[] = [
      { date: "2023-05-01", kind: "Sell", shares: 100, amount: 1000 },
      { date: "2023-05-01", kind: "Buy", shares: 100, amount: 900 },
      { date: "2023-01-03", kind: "Buy", shares: 100, amount: 800, symbol: "OLD" },
    ];
    const book = bookTrades(tradesOf(rows, { newestFirst: true }), choicesOf({}), FEDERAL_LAW);
    assert.deepEqual(book.refusals, []);
  });
  it("a quantity with too many digits beside large ones is refused, not rounded", () => {
    const book = bookOf([{ ...buy100, shares: 123456789012 }, { ...buy100, shares: 0.00000001 }]);
    assert.match(book.refusals[0]!.problem, /^Row 3: 1e-8 shares need more digits than can be kept exactly/);
  });
});

describe("What if I sell", () => {
  const rows: TradeRow[] = [
    buy100,
    { date: "2023-03-01", kind: "Buy", shares: 100, amount: 2000, account: "B" },
    { date: "2023-05-20", kind: "Buy", shares: 10, amount: 90, account: "B" },
    { date: "2023-05-25", kind: "Sell", shares: 100, amount: 900 },
  ];
  const sale = { symbol: 0, account: null, shares: 120, proceedsCents: 144000, day: day("2023-05-01"), method: "HIFO" as const };
  const book = bookOf(rows, {}, { whatIf: sale });

  it("picks over all taxable accounts in the order of the method, and a later purchase washes it", () => {
    assert.deepEqual(soldPieces(book), [
      // 120 at 12: the 100 bought at 20 lose 800, and ten of them are replaced on 20 May: 80
      { saleRow: 0, lotRow: 3, shares: 100, holdingFrom: "2023-03-01", proceeds: 1200, basis: 2000, disallowed: 80, term: "Short" },
      { saleRow: 0, lotRow: 2, shares: 20, holdingFrom: "2023-01-03", proceeds: 240, basis: 200, disallowed: 0, term: "Short" },
    ]);
  });
  it("accounts whose standing orders differ have no common one", () => {
    const methods = [
      { method: "HIFO" as const, account: "B" },
      { method: "FIFO" as const, account: "A" },
    ];
    const { refusals } = bookOf(rows, { methods }, { whatIf: { ...sale, method: null } });
    assert.equal(refusals[0]!.problem, "This sale takes XYZ from accounts whose standing orders differ.");
  });
  it("more than is held is refused as a fault of the sale itself, row 0", () => {
    const { refusals } = bookOf(rows, {}, { whatIf: { ...sale, shares: 500 } });
    assert.equal(refusals[0]!.row, 0);
    assert.equal(refusals[0]!.problem, "This sale sells 500 XYZ, only 200 held in taxable accounts on 2023-05-01.");
  });
});
