/** GAINHARVEST, CHARITYPICK and SELLPLAN of a pool at average basis, as cells ask them (R-AVG-2, R-AVG-3); sums by hand. */
import assert from "node:assert/strict";
import { errorOf, records, type Shown } from "./calling";

const only = (rows: Record<string, Shown>[], ...headings: string[]): Shown[][] =>
  rows.filter((row) => row["Symbol"] !== "Total").map((row) => headings.map((heading) => row[heading]!));

/**
 * Row 3 loses 300, and one of the four shares of row 4 replaces the share it sold: it takes over the loss and the period
 * from 2018. Its pool cost 1,600 + 300: 475 a share. At 694.15 each gains 219.15.
 */
const WASHED = [
  ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Type"],
  ["2018-05-01", "Buy", "AA", 2, 1300, "B", "Fund"],
  ["2020-12-06", "Sell", "AA", 1, 1000, "B", "Fund"],
  ["2020-12-12", "Buy", "AA", 4, 400, "A", "Fund"],
];
const PRICE = [["AA", 694.15]];
const AS_OF = "2020-12-31";
const returnOf = (income: number): unknown[][] => [["Tax year", 2020, "", ""], ["Filing status", "MFJ", "", ""], ["Taxable income", income, "", ""], ["Method", "AVG", "A", "AA"]];

describe("R-WS-6 in a pool at average: one share of a lot long-term, three short-term", () => {
  it("GAINHARVEST sells the one that is long-term: 219.15 free, nothing beyond", () =>
    assert.deepEqual(only(records("GAINHARVEST", WASHED, PRICE, AS_OF, returnOf(40_000)), "Lot", "Quantity", "Term", "Gain", "Tax"), [["row 4", 1, "Long", 219.15, 0]]));
  it("CHARITYPICK gives that one, with room in the 0 % band and without", () => {
    for (const income of [40_000, 150_000]) {
      assert.deepEqual(only(records("CHARITYPICK", WASHED, PRICE, AS_OF, 5000, returnOf(income)), "Lot", "Quantity", "Gain"), [["row 4", 1, 219.15]]);
    }
  });
  it("as REALIZED books a sale of all four: 1 long-term, 3 short-term", () => {
    const sold = records("REALIZED", [...WASHED, [AS_OF, "Sell", "AA", 4, 694.15, "A", "Fund"]], 2020, returnOf(40_000)).slice(-2);
    assert.deepEqual(only(sold, "Quantity", "Term").sort(), [[1, "Long"], [3, "Short"]]);
  });
});

describe("R-AVG-3: Keep of a lot in a pool at average keeps the pool", () => {
  const rows = [
    ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Type"],
    ["2022-03-01", "Buy", "FND", 100, 40, "A", "Fund"],
    ["2025-02-01", "Buy", "FND", 100, 60, "A", "Fund"],
  ];
  const settings = [["Tax year", 2025], ["Filing status", "Single"], ["Taxable income", 20_000], ["Method", "AVG"]];
  for (const lot of ["row 2", "row 3"]) {
    it(`${lot} kept: nothing can be sold, and the answer says that the pool is kept`, () => {
      assert.match(errorOf("GAINHARVEST", rows, [["FND", 70]], "2025-12-10", settings, [["Keep", "FND", lot]]).message, /Keep of one lot keeps all of a pool at average basis/);
    });
  }
});
