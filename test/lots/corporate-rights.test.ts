import assert from "node:assert/strict";
import { booked, lot, refused, sold } from "./corporate-picture";
import { bookOf, type TradeRow } from "./trades-of";

const bought = (date: string, shares: number, amount: number, account = "A"): TradeRow => ({ date, kind: "Buy", symbol: "ABC", shares, amount, account });
/** One right for each share; 20 against 80 in value, so that a fifth of the basis goes over. */
const oneEach = { ratio: { newShares: 1, oldShares: 1 }, value: 80, newValue: 20 };
const received = (more: object = oneEach, account = "*"): TradeRow => ({ date: "2023-06-01", kind: "Rights", symbol: "ABC", account, newSymbol: "ABC.RT", more });
const exercised = (shares: number, amount: number, more: object = {}): TradeRow => ({
  date: "2023-06-20", kind: "ExerciseRights", symbol: "ABC.RT", shares, amount, newSymbol: "ABC", more,
});
const lapsed = (shares = 0, account = "*"): TradeRow => ({ date: "2023-07-03", kind: "RightsLapse", symbol: "ABC.RT", shares, account });

describe("R-CA-5: whether rights take basis (IRC 307(b))", () => {
  const basisOfRights = (more: object): number => {
    const { open } = booked([bought("2022-01-10", 100, 1150), received({ ratio: oneEach.ratio, ...more })]);
    return open.find((one) => one.symbol === "ABC.RT")!.basis;
  };
  it("15 % of the value of the stock must: 1,150.00 × 15/115 = 150.00", () => assert.equal(basisOfRights({ value: 100, newValue: 15 }), 150));
  it("a hair below need not", () => assert.equal(basisOfRights({ value: 100, newValue: 14.9999999 }), 0));
  it("below, elected: 1,150.00 × 14/114 = 141.2281", () => assert.equal(basisOfRights({ value: 100, newValue: 14, electAllocate: true }), 141.23));
  it("a basis share of 15/115 is 15 % as well", () => {
    assert.equal(basisOfRights({ basisShare: 0.1304347826 }), 0);
    assert.equal(basisOfRights({ basisShare: 0.1304347827 }), 150);
  });
  it("the test is of all rights against all shares: one right at 75 for five shares at 100 is 15 %", () =>
    assert.equal(basisOfRights({ ratio: { newShares: 1, oldShares: 5 }, value: 100, newValue: 75 }), 150));
  it("without values it cannot be told", () =>
    assert.equal(refused([bought("2022-01-10", 100, 1150), received({ ratio: oneEach.ratio })]).column, "Value"));
});

describe("R-CA-5 and R-HP-6: rights exercised", () => {
  it("earliest rights first; one lot with the price and their basis, from that day on", () => {
    const { open } = booked([bought("2022-01-10", 10, 1000), bought("2023-02-01", 10, 2000), received(), exercised(15, 750)]);
    // a fifth of the basis: 20.00 a right on the first ten, 40.00 on the others. 10 × 20 + 5 × 40 + 750
    assert.deepEqual(open, [
      lot(2, "ABC", "2022-01-10", 10, 800),
      lot(3, "ABC", "2023-02-01", 10, 1600),
      lot(5, "ABC", "2023-06-20", 15, 1150),
      lot(3, "ABC.RT", "2023-02-01", 5, 200),
    ]);
  });
  it("the rights of a lot named go instead", () => {
    const { open } = booked([bought("2022-01-10", 10, 1000), bought("2023-02-01", 10, 2000), received(), exercised(5, 250, { lots: [{ lot: "row 3" }] })]);
    assert.deepEqual(open.filter((one) => one.lotRow === 5), [lot(5, "ABC", "2023-06-20", 5, 450)]);
  });
  it("ten rights for a share, by Ratio", () => {
    const { open } = booked([bought("2022-01-10", 100, 1000), received(), exercised(100, 90, { ratio: { newShares: 1, oldShares: 10 } })]);
    assert.deepEqual(open, [lot(2, "ABC", "2022-01-10", 100, 800), lot(4, "ABC", "2023-06-20", 10, 290)]);
  });
  it("long-term a year after the day itself, a day earlier than a purchase", () => {
    const later = (date: string): TradeRow => ({ date, kind: "Sell", symbol: "ABC", shares: 5, amount: 500, more: { lots: [{ lot: "row 4" }] } });
    const { sold: pieces } = booked([bought("2022-01-10", 10, 1000), received(), exercised(10, 500), later("2024-06-19"), later("2024-06-20")]);
    assert.deepEqual(pieces.map((piece) => piece.term), ["Short", "Long"]);
  });
  it("R-WS-2: a purchase, which washes a loss of the 30 days before", () => {
    const sale: TradeRow = { date: "2023-06-10", kind: "Sell", symbol: "ABC", shares: 10, amount: 700 };
    const { sold: pieces, open } = booked([bought("2022-01-10", 10, 1000), received(), sale, exercised(10, 500)]);
    assert.deepEqual(pieces, [{ ...sold(2, 4, 10, "2022-01-10", 700, 800, "Long"), disallowed: 100 }]);
    // 500 + 200 of the rights + 100 disallowed
    assert.deepEqual(open.map((one) => [one.lotRow, one.basis]), [[5, 800]]);
  });
  it("more than are held is refused", () => {
    const { problem, column } = refused([bought("2022-01-10", 10, 1000), received(), exercised(11, 750)]);
    assert.equal(problem, "Row 4: exercises 11 ABC.RT, only 10 held in A on 2023-06-20.");
    assert.equal(column, "Quantity");
  });
  it("without a quantity, a stock or an account it is refused", () => {
    assert.equal(refused([bought("2022-01-10", 10, 1000), received(), exercised(0, 750)]).column, "Quantity");
    const { newSymbol: _, ...nameless } = exercised(5, 750);
    assert.equal(refused([bought("2022-01-10", 10, 1000), received(), nameless]).column, "New symbol");
    assert.equal(refused([bought("2022-01-10", 10, 1000), received(), { ...exercised(5, 750), account: "*" }]).column, "Account");
  });
});

describe("R-CA-5: rights that lapse", () => {
  it("give their basis back to the lots they came from, without a loss", () => {
    const { sold: pieces, open } = booked([bought("2022-01-10", 10, 1000), bought("2023-02-01", 10, 2000), received(), lapsed()]);
    assert.deepEqual(pieces, []);
    assert.deepEqual(open, [lot(2, "ABC", "2022-01-10", 10, 1000), lot(3, "ABC", "2023-02-01", 10, 2000)]);
  });
  it("a part of them, earliest first, gives its part back", () => {
    const { open } = booked([bought("2022-01-10", 10, 1000), received(), lapsed(4, "A")]);
    // 200.00 on ten rights: 80.00 back
    assert.deepEqual(open, [lot(2, "ABC", "2022-01-10", 10, 880), lot(2, "ABC.RT", "2022-01-10", 6, 120)]);
  });
  it("to what is left of the purchase where part of it was sold, over its pieces by shares", () => {
    const sale: TradeRow = { date: "2023-06-15", kind: "Sell", symbol: "ABC", shares: 4, amount: 500 };
    const { open } = booked([bought("2022-01-10", 10, 1000), received(), sale, lapsed()]);
    // 6 × 80 + 200
    assert.deepEqual(open, [lot(2, "ABC", "2022-01-10", 6, 680)]);
  });
  it("to where the shares were transferred", () => {
    const moved: TradeRow = { date: "2023-06-15", kind: "Transfer", symbol: "ABC", shares: 10, toAccount: "B" };
    const { open } = booked([bought("2022-01-10", 10, 1000), bought("2022-02-10", 10, 3000, "B"), received(), moved, lapsed()]);
    assert.deepEqual(open, [lot(2, "ABC", "2022-01-10", 10, 1000, "B"), lot(3, "ABC", "2022-02-10", 10, 3000, "B")]);
  });
  it("to the other lots by shares where the purchase is gone", () => {
    const sale: TradeRow = { date: "2023-06-15", kind: "Sell", symbol: "ABC", shares: 10, amount: 1000 };
    const { open } = booked([bought("2022-01-10", 10, 1000), bought("2022-02-10", 10, 2000), bought("2022-03-10", 30, 3000), received(), sale, lapsed()]);
    // the first ten were sold at 800.00; their 200.00 goes 50.00 and 150.00 to 10 and 30 shares
    assert.deepEqual(open.map((one) => [one.lotRow, one.basis]), [
      [3, 2050],
      [4, 3150],
    ]);
  });
  it("under the stock's name of today", () => {
    const renamed: TradeRow = { date: "2023-06-10", kind: "SymbolChange", symbol: "ABC", account: "*", newSymbol: "DEF" };
    const { open } = booked([bought("2022-01-10", 10, 1000), received(), renamed, lapsed()]);
    assert.deepEqual(open, [lot(2, "DEF", "2022-01-10", 10, 1000)]);
  });
  it("where no stock is left, are refused with the way to book it", () => {
    const sale: TradeRow = { date: "2023-06-15", kind: "Sell", symbol: "ABC", shares: 10, amount: 1000 };
    const { problem, whatToDo } = refused([bought("2022-01-10", 10, 1000), received(), sale, lapsed()]);
    assert.equal(problem, "Row 5: lets ABC.RT lapse, and 200.00 of basis goes back to ABC, but none is held any more.");
    assert.match(whatToDo, /^Take the rights that lapsed out of the Rights row and clear this row/);
  });
  it("without basis they just go, stock or no stock", () => {
    const sale: TradeRow = { date: "2023-06-15", kind: "Sell", symbol: "ABC", shares: 10, amount: 1000 };
    const { sold: pieces, open } = booked([bought("2022-01-10", 10, 1000), received({ ...oneEach, newValue: 5 }), sale, lapsed()]);
    assert.deepEqual(pieces, [sold(2, 4, 10, "2022-01-10", 1000, 1000, "Long")]);
    assert.deepEqual(open, []);
  });
  it("rights that were bought are lost money: sold for nothing that day (IRC 1234(a)(2))", () => {
    const onMarket: TradeRow = { date: "2023-06-05", kind: "Buy", symbol: "ABC.RT", shares: 5, amount: 110 };
    const { sold: pieces, open } = booked([bought("2022-01-10", 10, 1000), received(), onMarket, lapsed()]);
    assert.deepEqual(pieces, [sold(4, 5, 5, "2023-06-05", 0, 110, "Short")]);
    assert.deepEqual(open, [lot(2, "ABC", "2022-01-10", 10, 1000)]);
  });
  it("what a wash sale had added goes back with the basis", () => {
    const book = bookOf([
      { ...bought("2023-05-02", 10, 1500) },
      { date: "2023-05-10", kind: "Sell", symbol: "ABC", shares: 10, amount: 1000 },
      bought("2023-05-15", 10, 1000),
      received(),
      lapsed(),
    ]);
    assert.deepEqual([...book.openLots].map((one) => [one.basisCents, one.washAddedCents]), [[150000, 50000]]);
  });
  it("a quantity that several accounts could mean is refused", () => {
    assert.equal(refused([bought("2022-01-10", 10, 1000), bought("2022-01-10", 10, 1000, "B"), received(), lapsed(5)]).column, "Account");
  });
  it("more than are held, or none, is refused", () => {
    assert.match(refused([bought("2022-01-10", 10, 1000), received(), lapsed(11, "A")]).problem, /^Row 4: lets lapse 11 ABC\.RT, only 10 held/);
    assert.match(refused([bought("2022-01-10", 10, 1000), lapsed(0, "A")]).problem, /^Row 3: lets lapse ABC\.RT, but no row buys or receives ABC\.RT\.$/);
  });
});
