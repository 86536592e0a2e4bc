import assert from "node:assert/strict";
import { gainTaxLines, scheduleDLines, YEARS_AND_STATUSES } from "../tax/printed-worksheets";
import { errorOf, value } from "./calling";

type Settings = readonly (readonly unknown[])[];

const returnOf = (year: number, status: string, income: number, ...more: Settings): Settings => [
  ["Tax year", year], ["Filing status", status], ["Taxable income", income], ...more,
];
const tax = (short: number, long: number, settings: Settings, part?: string) => value("GAINTAX", short, long, part, settings) as number;

describe("GAINTAX: Added is tax with the results less tax without (R-TAX-5)", () => {
  const single = returnOf(2024, "Single", 80_000);

  it("a short gain of 10,000 in the 22 % bracket costs 2,200; it is the part by default", () => {
    assert.equal(value("GAINTAX", 10_000, 0, null, single), 2200);
    assert.equal(tax(10_000, 0, single, "added"), 2200);
  });
  it("a long gain of 10,000 at 15 % costs 1,500", () => assert.equal(tax(0, 10_000, single), 1500));
  it("a short gain that crosses from 22 % to 24 %: 20,525 at 22 % and 4,475 at 24 %", () =>
    // 100,525 - 80,000 = 20,525; 25,000 - 20,525 = 4,475; 4,515.50 + 1,074.00.
    assert.equal(tax(25_000, 0, single), 5589.5));
  it("a long gain that straddles 0 % and 15 %: 47,025 - 40,000 is free, 2,975 cost 446.25", () =>
    assert.equal(tax(0, 10_000, returnOf(2024, "Single", 40_000)), 446.25));
  it("a short loss is set against the long gain first: 6,000 at 15 %", () => assert.equal(tax(-4000, 10_000, single), 900));
  it("of a loss of 8,000 the year saves on 3,000 at 22 %; of what is beyond it nothing", () => {
    assert.equal(tax(-8000, 0, single), -660);
    assert.equal(tax(-80_000, 0, single), -660);
  });
  it("a loss saves nothing where the income it would lower is untaxed", () => assert.equal(tax(-3000, 0, returnOf(2024, "Single", 0)), 0));
  it("carryovers are in both: they save 660 without the gain, which itself is eaten up by them", () => {
    // Without: 80,000 - 3,000. With: the gain of 5,000 meets 6,000 of carryover, 80,000 - 1,000. 2,000 × 22 %.
    assert.equal(tax(5000, 0, [...single, ["Carryover short", 6000]]), 440);
    assert.equal(tax(0, 0, [...single, ["Carryover short", 6000]]), 0);
  });
  it("State rate is added on what the results add to the income: 10,000 at 22 % + 5 %", () => {
    assert.equal(tax(10_000, 0, [...single, ["State rate", "5%"]]), 2700);
    assert.equal(tax(-8000, 0, [...single, ["State rate", "5%"]]), -810);
  });
  it("an income below zero takes up a gain before it is taxed: 12,000 less 10,000, at 10 %", () =>
    assert.equal(tax(12_000, 0, returnOf(2024, "Single", -10_000)), 200));
});

describe("GAINTAX: net investment income tax (R-TAX-3)", () => {
  const above = returnOf(2024, "Single", 190_000, ["MAGI", 195_000]);
  it("3.8 % of what lies above 200,000: 195,000 + 20,000 - 200,000 = 15,000", () => assert.equal(tax(0, 20_000, above, "NIIT"), 570));
  it("is in Added: 3,000 at 15 % and the 570", () => assert.equal(tax(0, 20_000, above), 3570));
  it("MAGI left out counts as the taxable income: 10,000 above", () => assert.equal(tax(0, 20_000, returnOf(2024, "Single", 190_000), "NIIT"), 380));
  it("so does 0, which older builds of Excel send for a blank cell", () =>
    assert.equal(tax(0, 20_000, returnOf(2024, "Single", 190_000, ["MAGI", 0]), "NIIT"), 380));
  it("Investment income left out is the qualified dividends; stated, it counts", () => {
    const rich = returnOf(2024, "Single", 400_000, ["Qualified dividends", 5000]);
    assert.equal(tax(0, 0, rich, "NIIT"), 190);
    assert.equal(tax(0, 0, [...rich, ["Investment income", 12_000]], "NIIT"), 456);
  });
  it("a net loss lowers it by what is deducted, no more (Treas. Reg. 1.1411-4(d))", () =>
    // (12,000 - 3,000) × 3.8 %.
    assert.equal(tax(-50_000, 0, returnOf(2024, "Single", 400_000, ["Investment income", 12_000]), "NIIT"), 342));
  it("each status has its threshold: 300,000 + 1,000", () => {
    const niit = (status: string) => tax(0, 1000, returnOf(2024, status, 200_000), "NIIT");
    assert.deepEqual(["Single", "HOH", "MFJ", "MFS"].map(niit), [38, 38, 0, 38]);
  });
});

describe("GAINTAX: tax on the next dollar", () => {
  const marginal = (short: number, long: number, settings: Settings) =>
    ["Marginal short", "Marginal long"].map((part) => tax(short, long, settings, part));
  it("is the bracket's rate for short gains and the gain rate for long ones", () => {
    assert.deepEqual(marginal(0, 0, returnOf(2024, "Single", 80_000)), [0.22, 0.15]);
    assert.deepEqual(marginal(0, 0, returnOf(2025, "MFJ", 60_000)), [0.12, 0]);
    assert.deepEqual(marginal(0, 0, returnOf(2026, "Single", 700_000, ["MAGI", 750_000])), [0.408, 0.238]);
  });
  it("State rate is in it, unrounded", () => assert.deepEqual(marginal(0, 0, returnOf(2024, "Single", 80_000, ["State rate", 0.0575])), [0.2775, 0.2075]));
  it("beyond the deduction of a net loss it is 0; within it both save at the ordinary rate", () => {
    assert.deepEqual(marginal(-9000, 0, returnOf(2024, "Single", 80_000)), [0, 0]);
    assert.deepEqual(marginal(-2000, 0, returnOf(2024, "Single", 80_000)), [0.22, 0.22]);
  });
  it("where ordinary income pushes long gains out of the 0 % band a short dollar costs both: 12 % + 15 %", () =>
    // 40,000 of ordinary income under gains of 20,000; the 0 % band ends at 47,025.
    assert.deepEqual(marginal(0, 20_000, returnOf(2024, "Single", 40_000)), [0.27, 0.15]));
});

describe("GAINTAX: ordinary tax by the printed table (R-TAX-2)", () => {
  const table: Settings = [["Ordinary tax", "Tax table"]];
  it("taxes the middle of the step of $50 in whole dollars: 1,160.00 + 12 % of 25,325 - 11,600 = 2,807.00", () => {
    for (const income of [25_300, 25_325.5, 25_349.99]) assert.equal(tax(0, 0, returnOf(2024, "Single", income, ...table), "Regular tax"), 2807);
    assert.equal(tax(0, 0, returnOf(2024, "Single", 25_350, ...table), "Regular tax"), 2813);
  });
  it("the schedule is the default and exact: 25,300 is 1,160.00 + 1,644.00", () => assert.equal(tax(0, 0, returnOf(2024, "Single", 25_300), "Regular tax"), 2804));
  it("from 100,000 on the schedule counts: 1,160 + 4,266 + 22 % of 52,850", () =>
    assert.equal(tax(0, 0, returnOf(2024, "Single", 100_000, ...table), "Regular tax"), 17_053));
});

describe("GAINTAX at stated rates, which replace the tables (design section 5)", () => {
  const rates: Settings = [["Short rate", 0.24], ["Long rate", "15%"], ["State rate", 0.05], ["NIIT", 0.038]];
  it("nets first: a long gain of 10,000 less a short loss of 4,000, at 15 % + 5 % + 3.8 %", () => {
    assert.equal(tax(-4000, 10_000, rates), 1428);
    assert.equal(tax(-4000, 10_000, rates, "Regular tax"), 900);
    assert.equal(tax(-4000, 10_000, rates, "NIIT"), 228);
  });
  it("deducts at most 3,000, or 1,500 for MFS: at 24 % + 8.8 %", () => {
    assert.equal(tax(-9000, 0, rates), -984);
    assert.equal(tax(-9000, 0, [...rates, ["Filing status", "MFS"]]), -492);
  });
  it("takes carryovers in both", () => assert.equal(tax(5000, 0, [...rates, ["Carryover long", 5000]]), 984));
  it("needs neither status nor year nor income, and a year without tables is no matter", () =>
    assert.equal(tax(1000, 0, [...rates, ["Tax year", 2040], ["Taxable income", 10]]), 328));
  it("the next dollar costs the rates", () =>
    assert.deepEqual(["Marginal short", "Marginal long"].map((part) => tax(0, 0, rates, part)), [0.328, 0.238]));
});

describe("GAINTAX: facts that are absent or cannot be", () => {
  const refused = (settings: Settings | null, part: unknown = null) => errorOf("GAINTAX", 1000, 0, part, settings);
  const absent = (message: string) => ({ code: "#N/A", message });
  it("names what to add", () => {
    const all = "Tax year, Filing status and Taxable income";
    assert.deepEqual(refused(null), absent(`The tax of the year needs ${all}, which the settings do not give. Add ${all} to the settings, or Short rate and Long rate.`));
    assert.match(refused([["Tax year", 2024], ["Filing status", "HOH"]]).message, /needs Taxable income, .* Add Taxable income to the settings/);
    assert.match(refused([["Taxable income", 0]]).message, /needs Tax year and Filing status, which/);
  });
  it("one rate alone", () => {
    assert.deepEqual(refused([["Short rate", 0.3]]), absent("The settings give Short rate and no Long rate. Add Long rate to the settings, or remove Short rate to use the tax tables."));
    assert.equal(refused(returnOf(2024, "Single", 1, ["Long rate", 0.15])).message, "The settings give Long rate and no Short rate. Add Short rate to the settings, or remove Long rate to use the tax tables.");
  });
  it("a rate of NIIT beside the tables, which work it out", () =>
    assert.match(refused(returnOf(2024, "Single", 1, ["NIIT", 0.038])).message, /^The settings give NIIT without Short rate and Long rate, .* Remove NIIT, or add both rates\.$/));
  it("a year that the tables do not hold (R-TAX-6)", () => {
    assert.equal(refused(returnOf(2017, "Single", 1)).code, "#N/A");
    assert.match(refused(returnOf(2199, "Single", 1)).message, /^The tax tables reach from 2018 to \d{4}; the amounts of 2199 are not in them yet\./);
  });
  it("a MAGI below the taxable income", () =>
    assert.deepEqual(refused(returnOf(2024, "Single", 90_000, ["MAGI", 80_000])), {
      code: "#VALUE!",
      message: "MAGI, $80,000.00, is below Taxable income, $90,000.00, which cannot be. Correct one of the two in the settings.",
    }));
  it("a part it does not have", () =>
    assert.deepEqual(refused(returnOf(2024, "Single", 1), "Total"), {
      code: "#VALUE!",
      message: 'part is "Total"; write Added, Regular tax, NIIT, Marginal short or Marginal long.',
    }));
});

describe("GAINTAX over a grid: the Qualified Dividends and Capital Gain Tax Worksheet, line by line", () => {
  for (const [year, status, amounts] of YEARS_AND_STATUSES) {
    it(`${year}, ${status}`, () => {
      for (const income of [-20_000, 0, 30_000, 47_500, 95_000, 260_000, 540_000])
        for (const [short, long] of [[0, 0], [0, 12_345], [5000, 60_000], [-7000, 50_000], [-90_000, 1000], [40_000, -10_000]] as const)
          for (const dividends of [0, 2500]) {
            const lines = scheduleDLines(amounts.capitalLossLimit, short * 100, long * 100, 0, 0);
            const line1 = Math.max(0, income * 100 + (lines.line16 > 0 ? lines.line16 : -lines.line21));
            const { line25 } = gainTaxLines(amounts, line1, dividends * 100, lines);
            const settings = returnOf(year, status, income, ["Qualified dividends", dividends]);
            // Whole dollars at whole per cent: no cent is rounded.
            assert.equal(tax(short, long, settings, "Regular tax"), line25 / 100_000, `${income} ${short} ${long} ${dividends}`);
          }
    });
  }
});
