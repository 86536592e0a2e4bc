import assert from "node:assert/strict";
import { booked, lot, refused, sold } from "./corporate-picture";
import { bookOf, choicesOf, type TradeRow } from "./trades-of";

const bought = (date: string, shares: number, amount: number, account = "A"): TradeRow => ({ date, kind: "Buy", symbol: "PAR", shares, amount, account });
const spun = (more: object, shares = 0, account = "*"): TradeRow => ({ date: "2023-05-01", kind: "SpinOff", symbol: "PAR", account, shares, newSymbol: "KID", more });
const half = { ratio: { newShares: 1, oldShares: 2 } };

describe("R-CA-4: nontaxable spin-off", () => {
  it("the issuer's Basis share wins over the values", () => {
    const { open } = booked([bought("2020-01-02", 100, 1000), spun({ ...half, basisShare: 0.1234, value: 50, newValue: 50 })]);
    // 12.34 % of 1,000.00
    assert.deepEqual(open, [lot(2, "KID", "2020-01-02", 50, 123.4), lot(2, "PAR", "2020-01-02", 100, 876.6)]);
  });
  it("a half cent goes to the new stock, and the old keeps the rest", () => {
    const { open } = booked([bought("2020-01-02", 100, 0.01), spun({ ...half, basisShare: 0.5 })]);
    // 0.01 × 0.5 = 0.005, away from zero
    assert.deepEqual(open, [lot(2, "KID", "2020-01-02", 50, 0.01), lot(2, "PAR", "2020-01-02", 100, 0)]);
  });
  it("a total is spread over all accounts by their shares", () => {
    const { open } = booked([bought("2020-01-02", 10, 100, "A"), bought("2020-02-03", 20, 300, "B"), spun({ basisShare: 0.25 }, 10)]);
    // 10 × 10/30 = 3.3333333, the rest 6.6666667: one decimal of the rows (none) and six more
    assert.deepEqual(open, [
      lot(2, "KID", "2020-01-02", 3.333333, 25),
      lot(3, "KID", "2020-02-03", 6.666667, 75, "B"),
      lot(2, "PAR", "2020-01-02", 10, 75),
      lot(3, "PAR", "2020-02-03", 20, 225, "B"),
    ]);
  });
  it("a row with an account leaves the others alone", () => {
    const { open } = booked([bought("2020-01-02", 10, 100, "A"), bought("2020-01-02", 10, 100, "B"), spun({ ...half, basisShare: 0.25 }, 0, "B")]);
    assert.deepEqual(open, [
      lot(3, "KID", "2020-01-02", 5, 25, "B"),
      lot(2, "PAR", "2020-01-02", 10, 100),
      lot(3, "PAR", "2020-01-02", 10, 75, "B"),
    ]);
  });
  it("shares of the new symbol held before keep their own fraction", () => {
    const kid: TradeRow = { date: "2022-01-03", kind: "Reinvest", symbol: "KID", shares: 0.7, amount: 7 };
    const { sold: pieces, open } = booked([kid, bought("2020-01-02", 5, 500), spun({ ...half, basisShare: 0.2, cashInLieuCents: 1100 })]);
    // 5 × 1/2 = 2.5 new shares with 100.00 of basis; half a share has 20.00 of it
    assert.deepEqual(pieces, [sold(3, 4, 0.5, "2020-01-02", 11, 20, "Long")]);
    assert.deepEqual(open, [lot(3, "KID", "2020-01-02", 2, 80), lot(2, "KID", "2022-01-03", 0.7, 7), lot(3, "PAR", "2020-01-02", 5, 400)]);
  });
  it("new shares leave in the order of their purchases, also where a later split of them divides", () => {
    const { sold: pieces } = booked([
      bought("2020-01-02", 10, 100),
      bought("2020-02-03", 20, 300),
      spun({ basisShare: 0.5 }, 10),
      { date: "2023-06-01", kind: "Split", symbol: "KID", account: "*", more: { ratio: { newShares: 1, oldShares: 3 } } },
      { date: "2023-07-03", kind: "Sell", symbol: "KID", shares: 2, amount: 200 },
    ]);
    // 10/3 new shares ÷ 3 = 10/9, then 2 − 10/9 of the 20/9: steps of a millionth before the split, a third of it after
    assert.deepEqual(pieces.map((piece) => [piece.lotRow, Math.round(piece.shares * 1e5) / 1e5]), [
      [2, 1.11111],
      [3, 0.88889],
    ]);
  });
  it("R-WS-2: new shares replace no loss, and an open loss of the parent stays with the parent", () => {
    const { sold: pieces } = booked([
      bought("2020-01-02", 100, 1000),
      { date: "2023-04-20", kind: "Sell", symbol: "PAR", shares: 40, amount: 300 },
      spun({ ...half, basisShare: 0.5 }),
      { date: "2023-05-02", kind: "Sell", symbol: "KID", shares: 10, amount: 50 },
    ], { identical: [["PAR", "KID"]] });
    // even declared identical. 40 cost 400.00; then 60 left with 600.00, half of it on 30 new shares: 10 of them cost 100.00
    assert.deepEqual(pieces, [sold(2, 3, 40, "2020-01-02", 300, 400, "Long"), sold(2, 5, 10, "2020-01-02", 50, 100, "Long")]);
  });
  it("what a wash sale added to the basis is divided with it", () => {
    const book = bookOf([
      bought("2023-01-03", 10, 200),
      { date: "2023-01-20", kind: "Sell", symbol: "PAR", shares: 10, amount: 100 },
      bought("2023-01-25", 10, 100),
      spun({ ...half, basisShare: 0.25 }),
    ]);
    // 100.00 disallowed makes a basis of 200.00: a quarter of both goes over
    assert.deepEqual(
      [...book.openLots].map((one) => [book.trades.symbols[one.symbol], one.basisCents, one.washAddedCents]).sort(),
      [
        ["KID", 5000, 2500],
        ["PAR", 15000, 7500],
      ],
    );
  });
  it("in an IRA it is the same, and the cash for the fraction is no taxable sale", () => {
    const { accounts } = choicesOf({ accounts: [{ name: "IRA", type: "IRA", owner: "Self" }] });
    const book = bookOf([bought("2020-01-02", 5, 500, "IRA"), spun({ ...half, basisShare: 0.2, cashInLieuCents: 1100 })], { accounts });
    assert.deepEqual(book.refusals, []);
    assert.equal(book.realized.flags[0]! & 3, 3);
  });
});

describe("R-CA-4: taxable spin-off is a dividend at value", () => {
  const taxable = { ...half, taxable: true as const, newValue: 12.345 };
  it("one lot for each account, value as basis, that day as date; the parent keeps its basis", () => {
    const { open } = booked([bought("2020-01-02", 10, 100), bought("2021-01-04", 10, 150), bought("2020-01-02", 6, 60, "B"), spun(taxable)]);
    // 10 × 12.345 = 123.45; 3 × 12.345 = 37.035, to the cent 37.04
    assert.deepEqual(open, [
      lot(5, "KID", "2023-05-01", 10, 123.45),
      lot(5, "KID", "2023-05-01", 3, 37.04, "B"),
      lot(2, "PAR", "2020-01-02", 10, 100),
      lot(3, "PAR", "2021-01-04", 10, 150),
      lot(4, "PAR", "2020-01-02", 6, 60, "B"),
    ]);
  });
  it("R-WS-2: a dividend is neither a purchase nor an exchange (IRC 1091(a)), so it washes no loss on the new symbol", () => {
    const { sold: pieces } = booked([
      { date: "2022-01-03", kind: "Buy", symbol: "KID", shares: 5, amount: 100 },
      { date: "2023-04-20", kind: "Sell", symbol: "KID", shares: 5, amount: 60 },
      bought("2020-01-02", 10, 100),
      spun(taxable),
    ]);
    assert.deepEqual(pieces.map((piece) => piece.disallowed), [0]);
  });
  it("without New value it is refused", () => {
    const { problem, column } = refused([bought("2020-01-02", 10, 100), spun({ ...half, taxable: true })]);
    assert.equal(problem, "Row 3: brings KID as a taxable dividend, but New value is blank.");
    assert.equal(column, "New value");
  });
});

describe("R-CA-3: stock dividend of another class", () => {
  it("the fraction paid in cash is one of the new shares", () => {
    const { sold: pieces, open } = booked([
      bought("2023-01-03", 15, 900),
      { date: "2023-05-01", kind: "OtherClass", symbol: "PAR", account: "*", shares: 1.5, newSymbol: "PFD", more: { value: 30, newValue: 100, cashInLieuCents: 4500 } },
    ]);
    // values 15 × 30 = 450 and 1.5 × 100 = 150: a quarter of 900.00; a third of it on the half share
    assert.deepEqual(pieces, [sold(2, 3, 0.5, "2023-01-03", 45, 75, "Short")]);
    assert.deepEqual(open, [lot(2, "PAR", "2023-01-03", 15, 675), lot(2, "PFD", "2023-01-03", 1, 150)]);
  });
});

describe("A spin-off row that cannot be booked says why", () => {
  const held = bought("2020-01-02", 100, 1000);
  const cases: [string, TradeRow[], string, RegExp][] = [
    ["no values", [held, spun(half)], "Value", /^Row 3: divides basis by value, but Value, what a share of PAR was worth that day, is blank\.$/],
    ["no New value", [held, spun({ ...half, value: 10 })], "New value", /but New value, what a share of KID was worth/],
    ["values of 0", [held, spun({ ...half, value: 0, newValue: 0 })], "Value", /values that are both 0/],
    ["no quantity and no ratio", [held, spun({ basisShare: 0.1 })], "Quantity", /^Row 3: does not say how many shares of KID came\.$/],
    ["quantity against the ratio", [held, spun({ ...half, basisShare: 0.1 }, 40)], "Quantity", /^Row 3: brings 40 KID, but 1:2 of the 100 held makes 50\.$/],
    ["none held in the account", [held, spun({ ...half, basisShare: 0.1 }, 0, "B")], "Account", /^Row 3: spins off shares of PAR, but none is held in B on 2023-05-01\.$/],
    ["a total for nobody", [spun({ basisShare: 0.1 }, 40)], "Symbol", /^Row 2: spins off shares of PAR, but no row buys or receives PAR\.$/],
    ["cash without a fraction", [held, spun({ ...half, basisShare: 0.1, cashInLieuCents: 500 })], "Cash in lieu", /^Row 3: pays cash for a fraction of a share of KID, but brings 50, whole shares\.$/],
    ["no new symbol", [held, { ...spun({ ...half, basisShare: 0.1 }), newSymbol: undefined } as unknown as TradeRow], "New symbol", /but New symbol is blank/],
    ["its own symbol", [held, { ...spun({ ...half, basisShare: 0.1 }), newSymbol: "PAR" }], "New symbol", /into PAR itself/],
    [
      "a short position",
      [held, { date: "2023-03-01", kind: "SellShort", symbol: "PAR", shares: 5, amount: 60, account: "B" }, spun({ ...half, basisShare: 0.1 })],
      "Symbol",
      /^Row 4: spins off shares of PAR, which is sold short in B since row 3\.$/,
    ],
  ];
  for (const [what, rows, column, sentence] of cases) {
    it(what, () => {
      const refusal = refused(rows);
      assert.match(refusal.problem, sentence);
      assert.equal(refusal.column, column);
    });
  }
  it("a ratio for every account before the first purchase is history, and does nothing", () => {
    const { open } = booked([spun({ ...half, basisShare: 0.1 }), { ...held, date: "2023-06-01" }]);
    assert.deepEqual(open, [lot(3, "PAR", "2023-06-01", 100, 1000)]);
  });
});
