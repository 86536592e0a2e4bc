import assert from "node:assert/strict";
import { booked, lot, refused, sold } from "./corporate-picture";
import { PIECE_RETIREMENT, PIECE_RETURN_OF_CAPITAL, PIECE_TERM_BY_SHORT_SALE } from "../../src/lots/book-types";
import { bookOf, choicesOf, type TradeRow } from "./trades-of";

const bought = (date: string, shares: number, amount: number, account = "A"): TradeRow => ({ date, kind: "Buy", shares, amount, account });
const paid = (amount: number, over: Partial<TradeRow> = {}): TradeRow => ({ date: "2024-03-15", kind: "ReturnOfCapital", amount, ...over });
const writtenOff = (account = "*"): TradeRow => ({ date: "2024-12-31", kind: "Worthless", account });
const { accounts: withIra } = choicesOf({ accounts: [{ name: "IRA", type: "IRA", owner: "Self" }] });

describe("R-CA-6: return of capital", () => {
  it("goes over the lots by shares, to the cent", () => {
    const { sold: pieces, open } = booked([bought("2020-01-02", 1, 10), bought("2020-02-03", 1, 10), bought("2020-03-02", 1, 10), paid(1)]);
    assert.deepEqual(pieces, []);
    // a third of 1.00 is 0.33, half of the other 0.67 is 0.34 (0.335), the rest 0.33
    assert.deepEqual(open.map((one) => one.basis), [9.67, 9.66, 9.67]);
  });
  it("reaches the account it is paid in, and no other", () => {
    const { open } = booked([bought("2020-01-02", 10, 100), bought("2020-01-02", 10, 100, "B"), paid(20, { account: "B" })]);
    assert.deepEqual(open.map((one) => [one.account, one.basis]), [
      ["A", 100],
      ["B", 80],
    ]);
  });
  it("R-BASIS-4: the basis stops at zero, the excess has the lot's own term", () => {
    const { sold: pieces, open } = booked([bought("2020-01-02", 10, 10), bought("2024-01-03", 10, 10), paid(60)]);
    // 30.00 on each lot, 10.00 of it basis
    assert.deepEqual(pieces, [sold(2, 4, 10, "2020-01-02", 20, 0, "Long"), sold(3, 4, 10, "2024-01-03", 20, 0, "Short")]);
    assert.deepEqual(open.map((one) => one.basis), [0, 0]);
  });
  it("a later sale has the lower basis, and HIFO sees it", () => {
    const methods = [{ method: "HIFO" }];
    const { sold: pieces } = booked(
      [bought("2020-01-02", 10, 100), paid(30), bought("2024-04-01", 10, 80), { date: "2024-05-01", kind: "Sell", shares: 10, amount: 90 }],
      { methods },
    );
    assert.deepEqual(pieces, [sold(4, 5, 10, "2024-04-01", 90, 80, "Short")]);
  });
  it("what a wash sale added never exceeds the basis that is left", () => {
    const book = bookOf([
      bought("2024-01-03", 10, 200),
      { date: "2024-01-20", kind: "Sell", shares: 10, amount: 100 },
      bought("2024-01-25", 10, 100),
      paid(150),
    ]);
    // 100 + 100 disallowed − 150
    assert.deepEqual(book.openLots.map((one) => [one.basisCents, one.washAddedCents]), [[5000, 5000]]);
  });
  it("lowers both bases of a gift, and neither below zero", () => {
    const gift: TradeRow = { date: "2024-01-03", kind: "GiftReceived", shares: 10, amount: 100, more: { acquired: 18000, value: 3 } };
    const [one] = bookOf([gift, paid(40)]).openLots;
    assert.deepEqual([one!.basisCents, one!.lossBasis?.cents], [6000, 0]);
  });
  it("in a retirement account is no taxable gain", () => {
    const book = bookOf([bought("2020-01-02", 10, 10, "IRA"), paid(30, { account: "IRA" })], { accounts: withIra });
    assert.deepEqual([...book.realized.flags], [PIECE_RETURN_OF_CAPITAL | PIECE_RETIREMENT]);
  });
  it("R-SS-2: gain on shares held a short time against a short sale is short-term until it is closed", () => {
    const short: TradeRow = { date: "2024-01-03", kind: "SellShort", shares: 10, amount: 100, account: "B" };
    const book = bookOf([bought("2023-03-01", 10, 10), short, paid(30)]);
    assert.deepEqual([...book.realized.flags], [PIECE_RETURN_OF_CAPITAL | PIECE_TERM_BY_SHORT_SALE]);
    assert.equal(book.realized.longTerm[0], 0);
  });
  it("without an amount, or with nothing held, it is refused", () => {
    assert.deepEqual(refused([bought("2020-01-02", 10, 10), paid(0)]), {
      column: "Amount",
      problem: "Row 3: returns capital on XYZ, but Amount is blank.",
      whatToDo: "Fill in the total that was paid on all shares in the account.",
    });
    assert.equal(refused([bought("2020-01-02", 10, 10, "B"), paid(5)]).problem, "Row 3: returns capital on XYZ, but none is held in A on 2024-03-15.");
  });
});

describe("R-CA-9: worthless stock", () => {
  it("every lot in every account, each with its own loss", () => {
    const { sold: pieces, open } = booked([bought("2020-01-02", 10, 100), bought("2024-03-01", 5, 80), bought("2020-01-02", 3, 33, "B"), writtenOff()]);
    assert.deepEqual(pieces, [
      sold(2, 5, 10, "2020-01-02", 0, 100, "Long"),
      sold(3, 5, 5, "2024-03-01", 0, 80, "Short"),
      sold(4, 5, 3, "2020-01-02", 0, 33, "Long"),
    ]);
    assert.deepEqual(open, []);
  });
  it("or the account it names", () => {
    const { open } = booked([bought("2020-01-02", 10, 100), bought("2020-01-02", 3, 33, "B"), writtenOff("B")]);
    assert.deepEqual(open, [lot(2, "XYZ", "2020-01-02", 10, 100)]);
  });
  it("in a retirement account there is no loss that a purchase could wash", () => {
    const book = bookOf([bought("2020-01-02", 10, 100, "IRA"), writtenOff(), { ...bought("2025-01-10", 10, 1), account: "B" }], { accounts: withIra });
    assert.deepEqual([[...book.realized.flags], book.washes.length], [[PIECE_RETIREMENT], 0]);
  });
  it("a purchase within 30 days of 31 December washes the loss", () => {
    const { sold: pieces } = booked([bought("2020-01-02", 10, 100), writtenOff(), bought("2025-01-30", 5, 1)]);
    assert.deepEqual(pieces, [{ ...sold(2, 3, 10, "2020-01-02", 0, 100, "Long"), disallowed: 50 }]);
  });
  it("none held in the account named, or a short, is refused", () => {
    assert.equal(refused([bought("2020-01-02", 10, 100), writtenOff("B")]).problem, "Row 3: writes off XYZ, but none is held in B on 2024-12-31.");
    assert.match(refused([{ ...bought("2020-01-02", 10, 100), kind: "SellShort" }, writtenOff()]).problem, /sold short in A since row 2/);
  });
  it("after the last sale, or of a symbol never held, it is refused", () => {
    const sale: TradeRow = { date: "2024-02-01", kind: "Sell", shares: 10, amount: 120 };
    assert.match(refused([bought("2020-01-02", 10, 100), sale, writtenOff()]).problem, /^Row 4: writes off XYZ, but none is held on 2024-12-31\.$/);
    assert.match(refused([writtenOff()]).problem, /^Row 2: writes off XYZ, but no row buys or receives XYZ\.$/);
  });
});
