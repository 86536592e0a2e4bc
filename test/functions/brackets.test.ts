import assert from "node:assert/strict";
import { errorOf, records, spilled, type Shown } from "./calling";
import type { Range } from "./example-trades";

const returnOf = (year: number, status: string, income: number, ...more: Range): Range => [
  ["Tax year", year], ["Filing status", status], ["Taxable income", income], ...more,
];
type Row = Record<string, Shown>;
const rows = (kind: string, ...args: unknown[]): Row[] => records("BRACKETS", ...args).filter((row) => row["Kind"] === kind);
const column = (heading: string, kind: string, ...args: unknown[]): Shown[] => rows(kind, ...args).map((row) => row[heading]!);
/** The rate of the bracket that has the next dollar; null: none has. */
const next = (kind: string, ...args: unknown[]): Shown | null => rows(kind, ...args).find((row) => row["Next dollar"] === "Yes")?.["Rate"] ?? null;

describe("BRACKETS: the brackets of the year and how far they are filled (R-TAX-1 to R-TAX-3)", () => {
  const SINGLE = returnOf(2024, "Single", 40_000);

  it("lists seven ordinary brackets, three of long-term gains and two of net investment income", () => {
    assert.deepEqual(spilled("BRACKETS", 0, 0, SINGLE)[0], ["Kind", "Rate", "From", "To", "Filled", "Room", "Next dollar"]);
    assert.deepEqual(column("Rate", "Ordinary", 0, 0, SINGLE), [0.1, 0.12, 0.22, 0.24, 0.32, 0.35, 0.37]);
    assert.deepEqual(column("Rate", "Long-term gains", 0, 0, SINGLE), [0, 0.15, 0.2]);
    assert.deepEqual(column("Rate", "Net investment", 0, 0, SINGLE), [0, 0.038]);
    assert.deepEqual(column("To", "Net investment", 0, 0, SINGLE), [200_000, ""]);
  });

  it("a short-term gain fills the ordinary brackets: 50,000 is 11,600, 35,550 and 2,850", () =>
    assert.deepEqual(column("Filled", "Ordinary", 10_000, 0, SINGLE), [11_600, 35_550, 2850, 0, 0, 0, 0]));

  it("of a net loss the deduction leaves income: 40,000 − 3,000", () =>
    assert.deepEqual(column("Filled", "Ordinary", -90_000, 0, SINGLE).slice(0, 2), [11_600, 25_400]));

  it("carryovers of the settings are taken up first", () =>
    assert.deepEqual(column("Filled", "Long-term gains", 0, 10_000, [...SINGLE, ["Carryover short", 4000]]), [6000, 0, 0]));

  it("at the top of a bracket the next dollar lands in the one above, and a cent below it in the bracket", () => {
    assert.equal(next("Ordinary", 0, 0, returnOf(2024, "Single", 47_150)), 0.22);
    assert.equal(next("Ordinary", 0, 0, returnOf(2024, "Single", 47_149.99)), 0.12);
    assert.equal(next("Long-term gains", 0, 7025, SINGLE), 0.15);
    assert.equal(next("Long-term gains", 0, 7024.99, SINGLE), 0);
    assert.equal(next("Net investment", 0, 160_000, SINGLE), 0.038);
  });

  it("where deductions exceed the income by 5,000 no bracket takes the next dollar, and of a gain of 8,000 only 3,000 lie in one", () => {
    const below = returnOf(2024, "Single", -5000);
    assert.deepEqual([next("Ordinary", 0, 0, below), next("Long-term gains", 0, 0, below)], [null, null]);
    assert.deepEqual(column("Filled", "Long-term gains", 0, 8000, below), [3000, 0, 0]);
    // One more dollar of wages is taken up by the deductions, which then no longer lower the gain.
    assert.deepEqual([next("Ordinary", 0, 8000, below), next("Long-term gains", 0, 8000, below)], [null, 0]);
  });

  it("the last line of the worksheet: a gain between 47,025 and 47,150 is taxed at 12%, not 15%", () => {
    const narrow = returnOf(2024, "Single", 47_050);
    assert.deepEqual(column("Filled", "Ordinary", 0, 50, narrow).slice(0, 2), [11_600, 35_500]);
    assert.deepEqual(column("Filled", "Long-term gains", 0, 50, narrow), [0, 0, 0]);
    assert.deepEqual([next("Ordinary", 0, 50, narrow), next("Long-term gains", 0, 50, narrow)], [0.12, null]);
  });

  it("R-TAX-3: net investment income lies on top of MAGI: of 30,000 at a MAGI of 210,000 the tax takes 10,000", () => {
    const settings = returnOf(2024, "Single", 180_000, ["Investment income", 10_000], ["MAGI", 190_000]);
    assert.deepEqual(column("Filled", "Net investment", 0, 20_000, settings), [20_000, 10_000]);
    assert.deepEqual(column("Filled", "Net investment", 0, 20_000, returnOf(2024, "Single", 400_000)), [0, 20_000]);
  });
  it("R-TAX-3: losses beyond the investment income take up its next dollar", () =>
    assert.equal(next("Net investment", -50_000, 0, returnOf(2024, "Single", 400_000)), null));

  it("blank results are none", () => assert.deepEqual(spilled("BRACKETS", null, "", SINGLE), spilled("BRACKETS", 0, 0, SINGLE)));
});

describe("BRACKETS: what it cannot tell", () => {
  it("at stated rates there are none", () =>
    assert.deepEqual(errorOf("BRACKETS", 0, 0, [["Short rate", 0.2], ["Long rate", 0.1]]), {
      code: "#N/A",
      message: "The settings give Short rate and Long rate, which replace the tables and have no brackets. Remove the two from the settings, and state the return.",
    }));
  it("without a return, and for a year the tables do not hold (R-TAX-6)", () => {
    assert.match(errorOf("BRACKETS", 0, 0).message, /^The tax of the year needs Tax year, Filing status and Taxable income/);
    assert.match(errorOf("BRACKETS", 0, 0, returnOf(2017, "Single", 1)).message, /2017 is not in them/);
  });
  it("results that are no numbers", () => {
    assert.match(errorOf("BRACKETS", "much", 0, returnOf(2024, "Single", 1)).message, /^short /);
    assert.equal(errorOf("BRACKETS", 0, 1e14, returnOf(2024, "Single", 1)).code, "#NUM!");
  });
});
