import assert from "node:assert/strict";
import { errorOf, records, spilled, type Shown } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, RATES, type Range } from "./example-trades";
import { LOT_METHODS } from "../../src/lots/methods/table";

const DAY = "2024-12-02";
/**
 * XYZ at 100 on the day. Row 2: long, 50 a share of gain. Row 3: short, 5 of gain. Row 4: short, 30 of loss.
 * ABC: 10 × 50 = 500.00 of short-term gain is realised in May.
 */
const TRADES: Range = [
  HEADINGS,
  ["2022-01-10", "Buy", "XYZ", 100, 50, 0, "A"],
  ["2024-02-01", "Buy", "XYZ", 100, 95, 0, "A"],
  ["2024-06-01", "Buy", "XYZ", 100, 130, 0, "A"],
  ["2024-03-01", "Buy", "ABC", 10, 100, 0, "A"],
  ["2024-05-01", "Sell", "ABC", 10, 150, 0, "A"],
];
/** In the 12 % bracket, far below its top of 47,150; the 0 % band ends at 47,025. */
const RETURN: Range = [["Tax year", 2024], ["Filing status", "Single"], ["Taxable income", 30000]];

type Line = Record<string, Shown>;
const compare = (...args: unknown[]): Line[] => records("LOTCOMPARE", ...args);
const row = (lines: readonly Line[], method: string): Line => lines.find((line) => line["Method"] === method)!;
const figures = (line: Line, ...headings: string[]): Shown[] => headings.map((heading) => line[heading]!);

describe("R-TAX-5: LOTCOMPARE of 100 XYZ at 100, with 500.00 of short-term gain realised before", () => {
  const lines = () => compare(TRADES, "XYZ", 100, 100, DAY, RETURN);

  it("the loss of 3,000.00 takes up the gain of 500.00 and 2,500.00 of income: 12% of 3,000.00 is 360.00 less tax", () =>
    assert.deepEqual(figures(row(lines(), "Least tax"), "Short gain", "Long gain", "Total gain", "Disallowed", "Tax this year", "More than best", "Lots used", "Which lots"), [
      -3000, 0, -3000, 0, -360, 0, 1, "row 4: 100",
    ]));
  it("FIFO takes the long-term lot, whose 5,000.00 lies in the 0% band: no tax, 360.00 more than the best", () =>
    assert.deepEqual(figures(row(lines(), "FIFO"), "Short gain", "Long gain", "Tax this year", "More than best"), [0, 5000, 0, 360]));
  it("every method of METHODS has a row, but SPEC and AVG, which choose no lots here", () => {
    const named = lines().map((line) => String(line["Method"]));
    const wanted = LOT_METHODS.map(({ name }) => name).filter((name) => name !== "SPEC" && name !== "AVG");
    assert.deepEqual([...named].sort(), ["Least tax", ...wanted].sort());
  });
  it("is sorted best first, Least tax at the head", () => {
    const taxes = lines().map((line) => line["Tax this year"]).filter((tax): tax is number => typeof tax === "number");
    assert.deepEqual(taxes, [...taxes].sort((a, b) => a - b));
    assert.equal(lines()[0]!["Method"], "Least tax");
  });
});

describe("LOTCOMPARE: what no order of the houses sees", () => {
  it("a carryover of 100,000.00 takes up every gain, and its 3,000.00 is all the year can use: every choice costs nothing", () => {
    const carried: Range = [...RETURN, ["Carryover short", 100000]];
    const lines = compare(TRADES, "XYZ", 100, 100, DAY, carried);
    assert.deepEqual([...new Set(lines.map((line) => line["Tax this year"]).filter((tax) => typeof tax === "number"))], [0]);
  });
  it("cuts two lots where the tax turns: 150 shares with a gain of 30,000.00 to offset", () => {
    const trades: Range = [...TRADES, ["2024-01-10", "Buy", "DEF", 100, 100, 0, "A"], ["2024-07-01", "Sell", "DEF", 100, 400, 0, "A"]];
    // Rows 4 and 3: -3,000 + 250 = -2,750 short. Or rows 4 and 2: -3,000 short and 2,500 long, taxed within the 0% band.
    const least = row(compare(trades, "XYZ", 150, 100, DAY, [["Short rate", 0.24], ["Long rate", 0]]), "Least tax");
    assert.deepEqual(figures(least, "Short gain", "Long gain", "Tax this year"), [-3000, 2500, -720]);
  });
});

describe("LOTCOMPARE: wash sales in reach", () => {
  const washed: Range = [...TRADES.slice(0, 4), ["2024-11-20", "Buy", "XYZ", 100, 99, 0, "A"]];
  it("a loss that would be washed whole is not the best; the young lot is", () => {
    const lines = compare(washed, "XYZ", 100, 100, DAY, RATES);
    // HIFO sells row 4, and row 5 replaces all 100 of it. Rows: 3 gains 500 × 37%, 5 gains 100 × 37% = 37.00, 2 gains 5,000 × 20%.
    assert.deepEqual(figures(row(lines, "HIFO"), "Short gain", "Disallowed", "Tax this year"), [-3000, 3000, 0]);
    assert.deepEqual(figures(row(lines, "Least tax"), "Tax this year", "More than best"), [0, 0]);
  });
  it("says how far from the least it may be where it cannot prove more", () =>
    assert.match(String(row(compare(washed, "XYZ", 100, 100, DAY, RATES), "Least tax")["Which lots"]), /\(within \$1,110\.00 of the least possible\)$/));
  it("selling the replacement with the loss leaves nothing to replace it", () =>
    assert.deepEqual(figures(row(compare(washed, "XYZ", 200, 100, DAY, RATES), "Least tax"), "Short gain", "Disallowed", "Tax this year", "Which lots"), [
      -2900, 0, -1073, "row 4: 100; row 5: 100",
    ]));
});

describe("LOTCOMPARE: what it cannot tell", () => {
  it("without rates and return the tax is #N/A and says what to add; the gains stand", () => {
    const lines = compare(TRADES, "XYZ", 100, 100, DAY);
    assert.deepEqual(figures(lines[0]!, "Method", "Tax this year"), ["Least tax", "#N/A"]);
    assert.match(String(lines[0]!["Which lots"]), /Add Tax year, Filing status and Taxable income to the settings, or Short rate and Long rate\.$/);
    assert.deepEqual(figures(row(lines, "FIFO"), "Total gain", "Tax this year", "More than best"), [5000, "#N/A", "#N/A"]);
  });
  it("a return of another year is refused", () =>
    assert.match(String(compare(TRADES, "XYZ", 100, 100, "2025-01-06", RETURN)[0]!["Which lots"]), /^The settings state the return of 2024, not of 2025\. Set Tax year to 2025/));
  it("a wrong row elsewhere that may hide results of the year withholds the tax", () => {
    const trades: Range = [...ONE_SYMBOL_WRONG, ["2024-01-05", "Buy", "DEF", 10, 10, 0, "A"]];
    const [first] = compare(trades, "DEF", 5, 20, DAY, RATES);
    assert.equal(first!["Tax this year"], "#VALUE!");
    assert.match(String(first!["Which lots"]), /^The tax of 2024 needs all its sales, and a row is wrong\. Row 3: sells 120 XYZ/);
  });
  it("more than is held, an unknown symbol, a retirement account", () => {
    assert.match(errorOf("LOTCOMPARE", TRADES, "XYZ", 301, 100, DAY, RATES).message, /301 XYZ, only 300 held/);
    assert.match(errorOf("LOTCOMPARE", TRADES, "NONE", 1, 100, DAY, RATES).message, /^symbol: no row of the trades has NONE/);
    assert.match(errorOf("LOTCOMPARE", TRADES, "XYZ", 1, 100, DAY, [["Account", "A", "IRA"]], "A").message, /retirement account/);
  });
  it("its headings are those of the design", () =>
    assert.deepEqual(spilled("LOTCOMPARE", TRADES, "XYZ", 1, 100, DAY, RATES)[0], [
      "Method", "Short gain", "Long gain", "Total gain", "Disallowed", "Tax this year", "More than best", "Lots used", "Which lots",
    ]));
});
