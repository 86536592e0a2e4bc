/** Where trades feed a tax: the year must be in the tables and the return that of the year (R-TAX-6), and its gains covered (R-TAX-4). */
import assert from "node:assert/strict";
import { errorOf, records, spilled, value } from "./calling";
import { isErrorValue } from "./load-functions";
import { HEADINGS, type Range } from "./example-trades";

/** XYZ: a long-term gain of 50 a share and a short-term loss of 30; GLD, a collectible, a long-term gain of 30. Prices 100 and 80. */
const trades = (year: number, ...more: Range): Range => [
  [...HEADINGS, "Type"],
  [`${year - 3}-01-10`, "Buy", "XYZ", 100, 50, 0, "A", ""],
  [`${year}-06-01`, "Buy", "XYZ", 100, 130, 0, "A", ""],
  [`${year - 3}-01-10`, "Buy", "GLD", 10, 50, 0, "A", "Collectible"],
  ...more,
];
const PRICES: Range = [["XYZ", 100], ["GLD", 80]];
const returnOf = (year: number): Range => [["Tax year", year], ["Filing status", "Single"], ["Taxable income", 80_000]];

/** Of each function the columns, or the whole answer, that a tax of the year stands in. */
type TaxOf = (trades: Range, year: number, settings: Range) => readonly unknown[];
const column = (names: readonly string[], ...call: [string, ...unknown[]]): unknown[] =>
  records(...call).filter((row) => row["Symbol"] !== "GLD").flatMap((row) => names.map((name) => row[name]));
const orError = (compute: () => unknown): unknown => {
  try {
    return compute();
  } catch (thrown) {
    if (!isErrorValue(thrown)) throw thrown;
    return thrown.code;
  }
};
const TAX_OF: Readonly<Record<string, TaxOf>> = {
  TAXYEAR: (rows, year, settings) => column(["Amount"], "TAXYEAR", rows, year, settings).slice(10),
  LOTCOMPARE: (rows, year, settings) => column(["Tax this year", "More than best"], "LOTCOMPARE", rows, "XYZ", 100, 100, `${year}-12-02`, settings),
  SELLPLAN: (rows, year, settings) => [orError(() => spilled("SELLPLAN", rows, PRICES, `${year}-12-02`, 5000, settings)[1]![8])],
  LOTGAIN: (rows, year, settings) => [orError(() => value("LOTGAIN", rows, "XYZ", 100, 100, `${year}-12-02`, "HIFO", "Tax", settings))],
  LOTPICK: (rows, year, settings) => column(["Tax"], "LOTPICK", rows, "XYZ", 100, 100, `${year}-12-02`, "HIFO", settings),
  HARVEST: (rows, year, settings) => column(["Tax saved"], "HARVEST", rows, PRICES, `${year}-12-02`, null, settings),
  TERMCALENDAR: (rows, year, settings) => column(["Tax now", "Tax long-term", "Swing"], "TERMCALENDAR", rows, `${year}-12-02`, 400, PRICES, settings),
};

for (const [name, taxOf] of Object.entries(TAX_OF)) {
  describe(`${name}: the tax of the year`, () => {
    const isTold = (answer: readonly unknown[]): boolean => answer.some((cell) => typeof cell === "number");

    it("is a number where the tables hold the year and the settings its return", () => assert.ok(isTold(taxOf(trades(2024), 2024, returnOf(2024)))));

    const refused: Readonly<Record<string, () => readonly unknown[]>> = {
      "R-TAX-6: is none in a year that the tables do not hold": () => taxOf(trades(2031), 2031, returnOf(2031)),
      "R-TAX-6: is none where the settings state the return of another year": () => taxOf(trades(2024), 2024, returnOf(2023)),
      "R-TAX-6: is none where rates stand beside losses carried into another year": () =>
        taxOf(trades(2024), 2024, [["Short rate", 0.24], ["Long rate", 0.15], ["Tax year", 2023], ["Carryover short", 5000]]),
      "R-TAX-4: is none where a collectible was sold at a long-term gain in the year": () =>
        taxOf(trades(2024, ["2024-07-01", "Sell", "GLD", 10, 80, 0, "A", "Collectible"]), 2024, returnOf(2024)),
      "design section 7: is none where a wrong row may hide sales of the year": () =>
        taxOf(trades(2024, ["2024-07-01", "Sell", "ABC", 10, 80, 0, "A", ""]), 2024, returnOf(2024)),
    };
    for (const [sentence, answer] of Object.entries(refused)) {
      it(sentence, () => {
        const cells = answer();
        assert.ok(cells.length > 0);
        assert.ok(cells.every((cell) => cell === "" || String(cell).startsWith("#")), JSON.stringify(cells));
      });
    }
  });
}

describe("R-TAX-4: SELLPLAN sells no collectible at a long-term gain", () => {
  const planFor = (cash: number): [string, ...unknown[]] => ["SELLPLAN", trades(2024), PRICES, "2024-12-02", cash, returnOf(2024)];
  it("though all else is sold: 200 XYZ are 20,000.00", () =>
    assert.deepEqual(records(...planFor(20_000)).filter((row) => row["Symbol"] === "GLD" && typeof row["Tax"] === "number"), []));
  it("and offers none where more is wanted", () => assert.match(errorOf(...planFor(20_001)).message, /all lots that may be sold raise \$20,000\.00/));
});
