import assert from "node:assert/strict";
import fc from "fast-check";
import { matchReported } from "../../src/report/match-1099";
import type { Book } from "../../src/lots/book-types";
import { booked, reportedOn, taxablePieces, type Rows } from "./form-8949/books";

/** `3+4=2`: pieces of the trades' rows 3 and 4 are row 2 of the form; `3=` and `=2` have no partner. */
function found(trades: Rows, form: Rows, headings?: readonly string[]): string[] {
  const book = booked(trades, [], ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Ratio", "Cash in lieu"]);
  const { matched, onlyOurs, onlyTheirs } = matchReported(book, taxablePieces(book), reportedOn(form, headings));
  return [
    ...matched.map(({ pieces, reported }) => `${sides(book, pieces)}=${reported.map(({ row }) => row).join("+")}`),
    ...onlyOurs.map((piece) => `${sides(book, [piece])}=`),
    ...onlyTheirs.map(({ row }) => `=${row}`),
  ].sort();
}

/** Row of the purchase, because one sale has several pieces. */
function sides({ trades, realized }: Book, pieces: readonly number[]): string {
  return pieces.map((piece) => trades.row[realized.purchase[piece]!]).join("+");
}

const form = (symbol: string, acquired: string, sold: string, quantity: unknown, proceeds: unknown, basis: unknown = "", term = "", account = "A"): unknown[] =>
  [symbol, "", acquired, sold, quantity, proceeds, basis, 0, term, "Yes", "1099-B", account];

const TWO_LOTS: Rows = [
  ["2023-01-03", "Buy", "XYZ", 60, 10, "A"],
  ["2024-01-03", "Buy", "XYZ", 40, 12, "A"],
  ["2024-03-01", "Sell", "XYZ", 100, 15, "A"],
];

describe("pairing our sales with the broker's form", () => {
  it("pairs lot by lot where the broker lists lots", () => {
    assert.deepEqual(found(TWO_LOTS, [form("XYZ", "2024-01-03", "2024-03-01", 40, 600), form("XYZ", "2023-01-03", "2024-03-01", 60, 900)]), ["2=3", "3=2"]);
  });

  it("pairs a row of VARIOUS with every lot of the sale", () => {
    assert.deepEqual(found(TWO_LOTS, [form("XYZ", "VARIOUS", "2024-03-01", 100, 1500)]), ["2+3=2"]);
  });

  it("pairs one lot of ours with the rows that list its washed part by itself", () => {
    assert.deepEqual(
      found([["2023-01-03", "Buy", "XYZ", 100, 10, "A"], ["2024-03-01", "Sell", "XYZ", 100, 8, "A"]],
        [form("XYZ", "2023-01-03", "2024-03-01", 60, 480), form("XYZ", "2023-01-03", "2024-03-01", 40, 320)]),
      ["2=2+3"],
    );
  });

  it("pairs two sales of one day and quantity by their proceeds", () => {
    const trades: Rows = [
      ["2023-01-03", "Buy", "XYZ", 10, 10, "A"],
      ["2023-01-04", "Buy", "XYZ", 10, 10, "A"],
      ["2024-03-01", "Sell", "XYZ", 10, 15, "A"],
      ["2024-03-01", "Sell", "XYZ", 10, 16, "A"],
    ];
    assert.deepEqual(found(trades, [form("XYZ", "", "2024-03-01", 10, 160), form("XYZ", "", "2024-03-01", 10, 150)]), ["2=3", "3=2"]);
  });

  it("pairs all of a day together where the two sides cut it differently", () => {
    assert.deepEqual(
      found(TWO_LOTS, [form("XYZ", "2023-06-01", "2024-03-01", 70, 1050), form("XYZ", "2023-07-01", "2024-03-01", 30, 450)]),
      ["2+3=2+3"],
    );
  });

  it("keeps accounts apart, also by the last digits of a masked number", () => {
    const trades: Rows = [
      ["2023-01-03", "Buy", "XYZ", 10, 10, "Brokerage 1234"],
      ["2023-01-04", "Buy", "XYZ", 10, 11, "Brokerage 5678"],
      ["2024-03-01", "Sell", "XYZ", 10, 15, "Brokerage 1234"],
      ["2024-03-01", "Sell", "XYZ", 10, 15, "Brokerage 5678"],
    ];
    assert.deepEqual(
      found(trades, [form("XYZ", "", "2024-03-01", 10, 150, "", "", "XXXX-5678"), form("XYZ", "", "2024-03-01", 10, 150, "", "", "brokerage 1234")]),
      ["2=3", "3=2"],
    );
  });

  it("leaves accounts aside where the form names none of ours", () => {
    assert.deepEqual(found(TWO_LOTS, [form("XYZ", "VARIOUS", "2024-03-01", 100, 1500, "", "", "Z99")]), ["2+3=2"]);
  });

  it("knows a security by the word in a description, and BRK/B as BRK.B", () => {
    assert.deepEqual(
      found([["2023-01-03", "Buy", "BRK.B", 5, 300, "A"], ["2024-03-01", "Sell", "BRK.B", 5, 400, "A"]], [["5 SH. BRK/B CLASS B", "2024-03-01", 5, 2000]],
        ["Description", "Date sold", "Qty", "Gross proceeds"]),
      ["2=2"],
    );
  });

  it("knows a security whose name says nothing to us by day, quantity and proceeds", () => {
    assert.deepEqual(found(TWO_LOTS.slice(0, 1).concat([["2024-03-01", "Sell", "XYZ", 60, 15, "A"]]), [["", "EXAMPLE HOLDINGS INC", "", "2024-03-01", 60, 900, "", 0, "", "Yes", "1099-B", "A"]]), ["2=2"]);
  });

  it("learns a CUSIP or a description from quantity and proceeds of all its days, several lots and fees included", () => {
    const named = (description: string, sold: string, quantity: number, proceeds: number): unknown[] => ["", description, "VARIOUS", sold, quantity, proceeds, "", 0, "", "Yes", "1099-B", "A"];
    const trades: Rows = [...TWO_LOTS, ["2023-01-03", "Buy", "QQQ", 100, 10, "A"], ["2024-03-01", "Sell", "QQQ", 100, 30, "A"]];
    assert.deepEqual(found(trades, [named("EXAMPLE HOLDINGS", "2024-03-01", 100, 1505), named("INDEX FUND", "2024-03-01", 100, 2990)]), ["2+3=2", "5=3"]);
    // Both would do for a name: none is taken.
    const alike: Rows = [...TWO_LOTS, ["2023-01-03", "Buy", "QQQ", 100, 10, "A"], ["2024-03-01", "Sell", "QQQ", 100, 15, "A"]];
    assert.deepEqual(found(alike, [named("EXAMPLE HOLDINGS", "2024-03-01", 100, 1505)]), ["2=", "3=", "5=", "=2"]);
  });

  it("does not take a symbol of another security for ours where the proceeds differ", () =>
    assert.deepEqual(found(TWO_LOTS, [form("ABC", "VARIOUS", "2024-03-01", 100, 1499)]), ["2=", "3=", "=2"]));

  it("finds the lots of a sale listed together some days off", () =>
    assert.deepEqual(found(TWO_LOTS, [form("XYZ", "VARIOUS", "2024-03-05", 100, 1500)]), ["2+3=2"]));

  it("finds cash in lieu without a quantity, a short listed by the day it was opened, and what became worthless (R-CA-9)", () => {
    const split: Rows = [["2020-06-03", "Buy", "XYZ", 15, 50, "A", "", ""], ["2024-07-31", "Split", "XYZ", "", "", "A", "1 for 10", 6]];
    assert.deepEqual(found(split, [form("XYZ", "", "2024-08-02", "", 6)]), ["2=2"]);
    const short: Rows = [["2024-06-03", "Sell short", "XYZ", 10, 50, "A"], ["2024-06-27", "Buy to cover", "XYZ", 10, 45, "A"]];
    assert.deepEqual(found(short, [form("XYZ", "2024-06-27", "2024-06-03", 10, 500)]), ["2=2"]);
    assert.deepEqual(found(short, [form("XYZ", "", "2024-06-03", 10, 500)]), ["2=", "=2"], "whose cover nobody knows");
    const nil: Rows = [["2020-06-03", "Buy", "XYZ", 10, 50, "A"], ["2024-07-31", "Worthless", "XYZ", "", "", "A"]];
    assert.deepEqual(found(nil, [form("XYZ", "2020-06-03", "2024-07-31", 10, 0)]), ["2=2"]);
  });

  it("finds a sale listed some days off by its quantity and proceeds, and no other", () => {
    assert.deepEqual(found(TWO_LOTS, [form("XYZ", "", "2024-03-04", 60, 900), form("XYZ", "", "2024-03-04", 40, 601)]), ["2=2", "3=", "=3"]);
  });

  it("pairs sales alike each with the row that is nearest in days, and none where two are equally near", () => {
    const alike: Rows = [["2023-01-10", "Buy", "XYZ", 10, 10, "A"], ["2024-03-01", "Sell", "XYZ", 4, 12, "A"], ["2024-08-02", "Sell", "XYZ", 4, 12, "A"]];
    assert.deepEqual(found(alike, [form("XYZ", "", "2024-03-04", 4, 48), form("XYZ", "", "2024-08-05", 4, 48)]).length, 2);
    assert.ok(found(alike, [form("XYZ", "", "2024-03-04", 4, 48), form("XYZ", "", "2024-08-05", 4, 48)]).every((pair) => /^\d+=\d+$/.test(pair)));
    assert.ok(found(alike, [form("XYZ", "", "2024-03-04", 4, 48), form("XYZ", "", "2024-02-28", 4, 48)]).includes("=2"), "2024-03-01 lies two days after one and three before the other");
    assert.equal(found(alike, [form("XYZ", "", "2024-03-03", 4, 48), form("XYZ", "", "2024-02-28", 4, 48)]).filter((pair) => pair.startsWith("=")).length, 2, "two days either way");
  });

  describe("a form dated by settlement", () => {
    const daily = (...prices: number[]): Rows => [
      ["2023-01-10", "Buy", "XYZ", 10, 10, "A"], ["2023-02-10", "Buy", "XYZ", 10, 11, "A"], ["2023-03-10", "Buy", "XYZ", 10, 12, "A"],
      ...prices.map((price, at) => [`2024-06-0${at + 3}`, "Sell", "XYZ", 10, price, "A"]),
    ];
    const LOTS = [["2023-01-10", 100], ["2023-02-10", 110], ["2023-03-10", 120]] as const;
    const settled = (days: readonly string[], proceeds: readonly number[]): unknown[][] =>
      days.map((day, at) => form("XYZ", LOTS[at]![0], `2024-06-${day}`, 10, proceeds[at], LOTS[at]![1]));

    it("keeps equal sales of following days in order, where the lots agree", () => {
      assert.deepEqual(found(daily(20, 20, 20), settled(["04", "05", "06"], [200, 200, 200])), ["2=2", "3=3", "4=4"]);
    });

    it("does so where the proceeds tell the days, in another order of rows, and where trades are dated by settlement instead", () => {
      assert.deepEqual(found(daily(20, 21, 22), settled(["04", "05", "06"], [200, 210, 220])), ["2=2", "3=3", "4=4"]);
      assert.deepEqual(found(daily(20, 21, 22), settled(["04", "05", "06"], [200, 210, 220]).reverse()), ["2=4", "3=3", "4=2"]);
      assert.deepEqual(found(daily(20, 20, 20), settled(["02", "03", "04"], [200, 200, 200])), ["2=2", "3=3", "4=4"]);
    });

    it("leaves over the sale that the form lacks, and not another", () => {
      assert.deepEqual(found(daily(20, 20, 20), settled(["04", "05"], [200, 200])), ["2=2", "3=3", "4="]);
    });

    it("pairs sales of several lots as a whole", () => {
      const trades: Rows = [
        ["2023-01-10", "Buy", "XYZ", 6, 10, "A"], ["2023-02-10", "Buy", "XYZ", 10, 11, "A"], ["2023-03-10", "Buy", "XYZ", 4, 12, "A"],
        ["2024-06-03", "Sell", "XYZ", 10, 20, "A"], ["2024-06-04", "Sell", "XYZ", 10, 20, "A"],
      ];
      // First in, first out: 6 × 10 + 4 × 11 = 104, then 6 × 11 + 4 × 12 = 114.
      const rows = [form("XYZ", "VARIOUS", "2024-06-04", 10, 200, 104), form("XYZ", "VARIOUS", "2024-06-05", 10, 200, 114)];
      assert.deepEqual(found(trades, rows), ["2+3=2", "3+4=3"]);
    });

    it("keeps a form of our own days by the day where the broker sold the lots in another order", () => {
      const other = [form("XYZ", "2023-03-10", "2024-06-03", 10, 200, 120), form("XYZ", "2023-01-10", "2024-06-04", 10, 200, 100), form("XYZ", "2023-02-10", "2024-06-05", 10, 200, 110)];
      assert.deepEqual(found(daily(20, 20, 20), other), ["2=2", "3=3", "4=4"]);
    });

    it("finds every one of many equal sales of following days", () => {
      const days = Array.from({ length: 20 }, (_, at) => String(at + 1).padStart(2, "0"));
      const trades: Rows = [["2023-01-10", "Buy", "XYZ", 200, 10, "A"], ...days.map((day) => [`2024-07-${day}`, "Sell", "XYZ", 10, 20, "A"])];
      const rows = days.map((day) => form("XYZ", "2023-01-10", `2024-07-${String(Number(day) + 1).padStart(2, "0")}`, 10, 200, 100));
      assert.deepEqual(found(trades, rows).filter((pair) => pair.startsWith("=") || pair.endsWith("=")), []);
    });
  });

  it("leaves over what is on one side only", () => {
    assert.deepEqual(found(TWO_LOTS, [form("ABC", "", "2024-03-01", 10, 10)]), ["2=", "3=", "=2"]);
  });

  it("uses nothing twice and loses nothing, whatever the two sides are", () => {
    const quantity = fc.integer({ min: 1, max: 4 });
    const lots = fc.array(quantity, { minLength: 1, maxLength: 6 });
    const rows = fc.array(fc.record({ quantity, day: fc.constantFrom("2024-03-01", "2024-03-04"), cents: fc.integer({ min: 0, max: 5 }) }), { maxLength: 6 });
    fc.assert(fc.property(lots, lots, rows, (bought, sold, listed) => {
      const all = bought.reduce((sum, one) => sum + one, 0);
      const trades: unknown[][] = bought.map((one) => ["2023-01-03", "Buy", "XYZ", one, 10, "A"]);
      let left = all;
      for (const one of sold) {
        if (one <= left) trades.push(["2024-03-01", "Sell", "XYZ", one, 11, "A"]);
        left -= one <= left ? one : 0;
      }
      const book = booked(trades);
      const reported = reportedOn(listed.map((row) => form("XYZ", "", row.day, row.quantity, row.cents)));
      const pieces = taxablePieces(book);
      const { matched, onlyOurs, onlyTheirs } = matchReported(book, pieces, reported);
      const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
      assert.deepEqual(sorted([...matched.flatMap((one) => one.pieces), ...onlyOurs]), pieces);
      assert.deepEqual(sorted([...matched.flatMap((one) => one.reported), ...onlyTheirs].map(({ row }) => row)), reported.map(({ row }) => row));
      assert.ok(matched.every((one) => one.pieces.length > 0 && one.reported.length > 0));
    }));
  });
});
