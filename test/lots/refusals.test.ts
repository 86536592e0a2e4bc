import assert from "node:assert/strict";
import { bookOf, openLots, soldPieces, tradesOf, type TradeRow } from "./trades-of";
import { bookTrades } from "../../src/lots/book";
import { DEFAULT_CHOICES } from "../../src/lots/choices";
import { FEDERAL_LAW } from "../../src/rules/federal-law";

const healthy: TradeRow[] = [
  { date: "2023-01-03", kind: "Buy", symbol: "AAA", shares: 10, amount: 100 },
  { date: "2024-02-01", kind: "Sell", symbol: "AAA", shares: 4, amount: 60 },
];

describe("R-ID-6: selling more than is held is refused, never a lot of zero basis", () => {
  const book = bookOf([
    ...healthy,
    { date: "2023-01-03", kind: "Buy", symbol: "XYZ", shares: 100, amount: 1000 },
    { date: "2023-02-01", kind: "Sell", symbol: "XYZ", shares: 40, amount: 600 },
    { date: "2023-03-01", kind: "Sell", symbol: "XYZ", shares: 120, amount: 600 },
  ]);

  it("names the row, the shares and where", () => {
    assert.equal(book.refusals.length, 1);
    assert.equal(book.refusals[0]!.problem, "Row 6: sells 120 XYZ, only 60 held in A on 2023-03-01.");
    assert.equal(book.refusals[0]!.whatToDo, "Check the quantity, or add the missing purchase.");
  });
  it("withholds the whole symbol, also the sales before the wrong row", () =>
    assert.ok(soldPieces(book).every((piece) => (piece as { lotRow: number }).lotRow === 2)));
  it("leaves the other symbol's numbers as they are without it", () => {
    const alone = bookOf(healthy);
    assert.deepEqual(soldPieces(book), soldPieces(alone));
    assert.deepEqual(openLots(book), openLots(alone));
  });
});

describe("R-ID-6, R-SS-1: selling what is not held at all", () => {
  const sale: TradeRow = { date: "2025-03-01", kind: "Sell", shares: 10, amount: 600 };
  it("may open a short position", () =>
    assert.equal(
      bookOf([sale]).refusals[0]!.whatToDo,
      "Check the quantity, add the missing purchase, or write Sell short if it opens a short position.",
    ));
  it("may write an option", () => {
    const trades = tradesOf([{ ...sale, symbol: "XYZ call" }, { ...sale, kind: "Buy", symbol: "XYZ", date: "2025-06-01" }]);
    const options = new Map([[0, { underlying: 1, type: "call", strike: 45, multiplier: 100 } as const]]);
    assert.equal(
      bookTrades({ ...trades, options }, DEFAULT_CHOICES, FEDERAL_LAW, {}).refusals[0]!.whatToDo,
      "Check the quantity, add the missing purchase, or write Sell to open if it opens a short position.",
    );
  });
  it("comes after the row that wrote it off, which is named", () => {
    const { problem, whatToDo } = bookOf([
      { date: "2023-01-03", kind: "Buy", shares: 10, amount: 100 },
      { date: "2024-12-31", kind: "Worthless", account: "*" },
      sale,
    ]).refusals[0]!;
    assert.equal(problem, "Row 4: sells 10 XYZ, none held in A on 2025-03-01; row 3 has written them off as worthless.");
    assert.equal(whatToDo, "Check the date of row 3, or clear one of the two rows.");
  });
});

describe("R-LOT-4: a sale before the purchase of the same day", () => {
  const rows: TradeRow[] = [
    { date: "2023-01-03", kind: "Sell", shares: 10, amount: 110 },
    { date: "2023-01-03", kind: "Buy", shares: 10, amount: 100 },
  ];
  it("is refused naming both rows", () =>
    assert.equal(
      bookOf(rows).refusals[0]!.problem,
      "Row 2: sells 10 XYZ, none held in A on 2023-01-03; row 3 buys more later the same day.",
    ));
  it("is booked with the switch purchases first", () => {
    const book = bookOf(rows, { orderWithinDay: "purchasesFirst" });
    assert.deepEqual(book.refusals, []);
    assert.equal(book.realized.count, 1);
  });
  it("is booked when both rows state a time", () => {
    const timed = [
      { ...rows[0]!, more: { time: 36000 } },
      { ...rows[1]!, more: { time: 35000 } },
    ];
    assert.deepEqual(bookOf(timed).refusals, []);
  });
});

describe("Design section 7: how far a wrong row reaches", () => {
  const twoAccounts: TradeRow[] = [
    { date: "2023-01-03", kind: "Buy", shares: 10, amount: 100, account: "A" },
    { date: "2023-01-03", kind: "Buy", shares: 10, amount: 100, account: "B" },
    { date: "2023-03-01", kind: "Sell", shares: 20, amount: 300, account: "B" },
  ];
  it("in the taxpayer view a missing purchase could wash any account's loss: all are withheld", () => {
    const book = bookOf(twoAccounts);
    assert.deepEqual(openLots(book), []);
    assert.deepEqual(
      book.refusals[0]!.pools.map((pool) => book.trades.accounts[pool.account]).sort(),
      ["A", "B"],
    );
  });
  it("in the broker view the other account is unharmed", () => {
    const book = bookOf(twoAccounts, { view: "broker" });
    assert.deepEqual(
      openLots(book).map((lot) => (lot as { account: string }).account),
      ["A"],
    );
  });
  it("and an account that received shares from the wrong one is withheld too", () => {
    const book = bookOf(
      [
        ...twoAccounts.slice(0, 2),
        { date: "2023-01-10", kind: "Transfer", shares: 5, account: "B", toAccount: "C" },
        { date: "2023-03-01", kind: "Sell", shares: 20, amount: 300, account: "B" },
      ],
      { view: "broker" },
    );
    assert.deepEqual(
      openLots(book).map((lot) => (lot as { account: string }).account),
      ["A"],
    );
  });
});

describe("R-CA-1: shares added to nothing", () => {
  const added = (stockDividend?: true) =>
    bookOf([
      { date: "2024-01-03", kind: "Split", account: "*", more: { sharesAdded: 10, ...(stockDividend && { stockDividend }) } },
      { date: "2024-02-01", kind: "Buy", shares: 10, amount: 100 },
    ]).refusals[0]!;
  it("by a split, with a ratio that Excel leaves as it is typed", () => {
    assert.equal(added().problem, "Row 2: changes XYZ by 10 shares in a split, but 0 are held.");
    assert.equal(added().whatToDo, "State the split as a Ratio such as 2 for 1, or add the missing purchase.");
  });
  it("by a stock dividend, which is called one", () => {
    assert.equal(added(true).problem, "Row 2: changes XYZ by 10 shares in a stock dividend, but 0 are held.");
    assert.equal(added(true).whatToDo, "State the stock dividend as a Ratio such as 21 for 20, or add the missing purchase.");
  });
});
