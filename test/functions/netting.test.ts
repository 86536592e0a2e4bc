import assert from "node:assert/strict";
import { carryoverLines, scheduleDLines } from "../tax/printed-worksheets";
import { errorOf, records, spilled, type Shown } from "./calling";
import { WASHED } from "./example-trades";

type Settings = readonly (readonly unknown[])[];
const SINGLE: Settings = [["Filing status", "Single"]];

/** The amounts by label. */
function amounts(short: unknown, long: unknown, settings?: Settings): Record<string, Shown> {
  return Object.fromEntries(records("NETTING", short, long, settings).map((line) => [line["Label"], line["Amount"]!]));
}

const carriedOut = (short: unknown, long: unknown, settings?: Settings): Shown[] => {
  const { "Short-term carryover out": shortOut, "Long-term carryover out": longOut } = amounts(short, long, settings);
  return [shortOut!, longOut!];
};

describe("Design section 6, NETTING: the lines of Schedule D and its carryover worksheet", () => {
  it("gives six lines in this order, losses below zero, the deduction and what is carried on above it", () =>
    assert.deepEqual(spilled("NETTING", -6000, -4000, SINGLE), [
      ["Line", "Label", "Amount"],
      [7, "Net short-term", -6000],
      [15, "Net long-term", -4000],
      [16, "Total", -10000],
      [21, "Deduction this year", 3000],
      ["Worksheet 8", "Short-term carryover out", 3000],
      ["Worksheet 13", "Long-term carryover out", 4000],
    ]));

  it("R-NET-1: losses carried into the year come from the settings, with either sign", () => {
    const carried: Settings = [...SINGLE, ["Carryover short", 2000.1], ["Carryover long", -3500.2]];
    // 1,500 - 2,000.10 and 1,000 - 3,500.20: 3,000.30 in all, 3,000.00 of it deducted, the short loss first.
    assert.deepEqual(amounts(1500, 1000, carried), {
      "Net short-term": -500.1,
      "Net long-term": -2500.2,
      "Total": -3000.3,
      "Deduction this year": 3000,
      "Short-term carryover out": 0,
      "Long-term carryover out": 0.3,
    });
  });

  it("R-NET-2: MFS deducts 1,500", () => assert.equal(amounts(-5000, 0, [["Filing status", "MFS"]])["Deduction this year"], 1500));

  it("R-NET-3: without Taxable income the whole deduction counts as used", () => {
    assert.deepEqual(carriedOut(-5000, 0, SINGLE), [2000, 0]);
    assert.deepEqual(carriedOut(-5000, 0, [...SINGLE, ["Taxable income", 0]]), [5000, 0]);
    // 1,000 - 3,000 = -2,000: only 1,000 is used up.
    assert.deepEqual(carriedOut(-5000, 0, [...SINGLE, ["Taxable income", 1000]]), [4000, 0]);
  });

  describe("R-NET-4: the senior deduction of 6,000 with income of -5,000", () => {
    const senior: Settings = [...SINGLE, ["Taxable income", -5000], ["Senior deduction", 6000]];
    it("by the statute is added back: -8,000 + 6,000 + 3,000 = 1,000 is used up", () => assert.deepEqual(carriedOut(-5000, 0, senior), [4000, 0]));
    it("by the printed worksheet is not: nothing is used up", () =>
      assert.deepEqual(carriedOut(-5000, 0, [...senior, ["Senior deduction in carryover", "Printed worksheet"]]), [5000, 0]));
    it("is refused for a year without it", () =>
      assert.equal(
        errorOf("NETTING", -5000, 0, [...senior, ["Tax year", 2024]]).message,
        "Senior deduction is a deduction of 2025 to 2028, and Tax year is 2024. Remove the one, or correct the other, in the settings.",
      ));
  });

  it("the year needs no table: losses are limited by the statute alone", () =>
    assert.equal(amounts(-5000, 0, [...SINGLE, ["Tax year", 2031]])["Deduction this year"], 3000));
  it("but the limit of before 1978 is not known", () =>
    assert.deepEqual(errorOf("NETTING", -5000, 0, [...SINGLE, ["Tax year", 1977]]), {
      code: "#N/A",
      message: "The limit on capital losses is known from 1978 on. Set Tax year to the year of these results.",
    }));
});

describe("NETTING without a filing status", () => {
  it("answers what no status changes", () => {
    assert.deepEqual(carriedOut(-1500, 0), [0, 0]);
    assert.deepEqual(amounts(3000, -1000)["Deduction this year"], 0);
    assert.equal(amounts(-500, -1000)["Deduction this year"], 1500);
  });
  it("and withholds the rest by #N/A, so a total fails; the net results stand", () =>
    assert.deepEqual(Object.values(amounts(-1500.01, 0)), [-1500.01, 0, -1500.01, "#N/A", "#N/A", "#N/A"]));
  it("with both rates stated the limit is 3,000, and 1,500 for MFS", () => {
    const rates: Settings = [["Short rate", 0.32], ["Long rate", 0.15]];
    assert.deepEqual(carriedOut(-5000, 0, rates), [2000, 0]);
    assert.deepEqual(carriedOut(-5000, 0, [...rates, ["Filing status", "MFS"]]), [3500, 0]);
  });
});

describe("NETTING over a grid: the Capital Loss Carryover Worksheet, line by line, in cents", () => {
  const RESULTS = [-9000.25, -3000, -1200.5, 0, 800.75, 2999.99, 12000];
  const INCOMES = [-6000, -2500.5, -1500, 0, 1499.99, 3000, 60000];
  for (const status of ["Single", "MFJ", "MFS", "HOH"]) {
    it(status, () => {
      for (const short of RESULTS) for (const long of RESULTS) for (const income of INCOMES) {
        const shown = amounts(short, long, [["Filing status", status], ["Taxable income", income]]);
        const cents = (label: string): number => Math.round(Number(shown[label]) * 100);
        const [line7, line15] = [cents("Net short-term"), cents("Net long-term")];
        const lines = scheduleDLines(status === "MFS" ? 1500 : 3000, Math.round(short * 100), Math.round(long * 100), 0, 0);
        assert.deepEqual([line7, line15], [lines.line7, lines.line15]);
        assert.deepEqual([cents("Total"), cents("Deduction this year")], [lines.line16, lines.line21]);
        const expected = carryoverLines(Math.round(income * 100) - lines.line21, lines);
        assert.deepEqual([cents("Short-term carryover out"), cents("Long-term carryover out")], expected, `${short} ${long} ${income}`);
      }
    });
  }
});

describe("NETTING and GAINTAX: short and long as ranges", () => {
  it("are summed and rounded once; blank cells count nothing", () => {
    const thirds = [[33.335], [""], [null], [33.333], ["$1,000.00"], ["(100.005)"]];
    // 33.335 + 33.333 + 1,000.00 - 100.005 = 966.663.
    assert.equal(amounts(thirds, [[1, -2], [3.5, ""]])["Net short-term"], 966.66);
    assert.equal(amounts(thirds, [[1, -2], [3.5, ""]])["Net long-term"], 2.5);
  });
  it("half a cent goes away from zero, and a sum of 0.1 and 0.2 has no dust", () => {
    assert.equal(amounts(-0.005, [[0.1], [0.2]])["Net short-term"], -0.01);
    assert.equal(amounts(0, [[0.1], [0.2]])["Net long-term"], 0.3);
  });
  it("left out, or all blank: no results of that term", () => {
    for (const nothing of [null, undefined, "", 0, [[""], [null]]]) {
      assert.deepEqual(Object.values(amounts(nothing, 500)), [0, 500, 500, 0, 0, 0]);
    }
  });
  it("the column Allowed gain of REALIZED may be given as it is, heading and all", () => {
    const column = spilled("REALIZED", WASHED).map((row) => [row[13]]);
    assert.equal(column[0]![0], "Allowed gain");
    // Row 3 loses 507.50, of which 304.50 is washed; row 5 gains 2,995.00 - 2,503.75.
    assert.equal(amounts(0, column)["Net long-term"], 288.25);
  });
  it("the parts Short and Long of TRADEGAIN are refused by their heading: washed losses are still in them", () =>
    assert.match(errorOf("NETTING", spilled("TRADEGAIN", WASHED, "Short"), 0).message, /^short row 1 is "Short", which is not a number\./));
  for (const [short, says] of [
    ["none", 'short is "none", which is not a number. Give dollars: gains positive, losses negative.'],
    [[[1], ["n/a"], [3]], 'short row 2 is "n/a", which is not a number. Give dollars: gains positive, losses negative.'],
    [[[1, 2], [3, "x"]], 'short row 2, column 2 is "x", which is not a number. Give dollars: gains positive, losses negative.'],
    [[["Profit"], [3]], 'short row 1 is "Profit", which is not a number. Give dollars: gains positive, losses negative.'],
    [[[1], ["Allowed gain"]], 'short row 2 is "Allowed gain", which is not a number. Give dollars: gains positive, losses negative.'],
    [[[1], ["#VALUE!"]], "short row 2 holds the error #VALUE!. Give dollars: gains positive, losses negative."],
    [[[true]], "short is TRUE, which is not a number. Give dollars: gains positive, losses negative."],
  ] as const) {
    it(`names the cell: ${JSON.stringify(short)}`, () => {
      assert.deepEqual(errorOf("NETTING", short, 0, SINGLE), { code: "#VALUE!", message: says });
      assert.deepEqual(errorOf("NETTING", 0, short, SINGLE), { code: "#VALUE!", message: says.replace("short", "long") });
      assert.equal(errorOf("GAINTAX", short, 0, null, SINGLE).message, says);
    });
  }
  it("refuses what is too large to be exact", () => {
    assert.deepEqual(errorOf("NETTING", [[9e12], [9e12]], 0), { code: "#NUM!", message: "short comes to more than $10 trillion. Check the amounts." });
    assert.deepEqual(errorOf("NETTING", 0, 0, [["Carryover long", 1e14]]), {
      code: "#NUM!",
      message: "Carryover long of the settings is more than $10 trillion. Check the amount.",
    });
  });
  it("a wrong setting is named by its row", () =>
    assert.equal(errorOf("NETTING", 1, 2, [["Filing status", "Joint"]]).message, 'Settings row 1: Filing status is "Joint"; write Single, MFJ, MFS or HOH.'));
});
