import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { HarvestAnswer, HarvestPlan, PlannedSale } from "../../src/harvest/harvest-types";
import type { WorthOfLoss } from "../../src/harvest/worth-of-loss";
import { HARVEST_HEADINGS, harvestPlanTable, harvestTable } from "../../src/sheet/tables/harvest";
import type { Table } from "../../src/sheet/tables/cell";
import { serialFromDay } from "../../src/values/plain-date";
import { day } from "../lots/trades-of";
import { harvestLot } from "../report/harvest-lot";

const TODAY = day("2024-12-10");
const answerOf = (...lots: HarvestAnswer["lots"]): HarvestAnswer => ({ asOf: TODAY, lots, gaps: [] });
const recordsOf = ([headings = [], ...rows]: Table) => rows.map((row) => Object.fromEntries(row.map((cell, at) => [String(headings[at]), cell])));
const RATES = "The tax of the year needs rates.";

describe("Design section 6: the columns of HARVEST", () => {
  it("stand in this order", () =>
    assert.equal(
      harvestTable(answerOf(), null)[0]!.join(", "),
      "Rank, Symbol, Account, Lot, Quantity, Acquired, Term, Basis, Value, Loss, Loss percent, Washed now, Permanently lost, " +
        "Harvestable loss, Tax saved, Clean sale date, Clean rebuy date, Days to long-term, Replacement, Note, Comes back, Kept for good, Carried over",
    ));

  it("without a candidate there is the heading row and nothing else", () => assert.equal(harvestTable(answerOf(), RATES).length, 1));

  it("a lot of 5,000.00 worth 4,000.00 of which 200.00 is washed: 800.00 can be harvested", () => {
    const lot = harvestLot({ washedCents: 20000, safeShares: 60, permanentCents: 5000, cleanSaleDay: day("2024-12-21"), replacements: ["ABC", "DEF"] });
    assert.deepEqual(harvestTable(answerOf(lot), null)[1], [
      1, "XYZ", "A", "row 2", 100, serialFromDay(day("2024-03-01")), "Short", 5000, 4000, 1000, 0.2, 200, 50, 800, "",
      serialFromDay(day("2024-12-21")), serialFromDay(day("2025-01-10")), 82, "ABC, DEF",
      "60 of 100 can be sold today with nothing washed.", "", "", "",
    ]);
  });

  it("what is saved stands beside what comes back, what is kept and what is carried on, and the Note says what is deferred (R-TLH-4)", () => {
    const worth: WorthOfLoss = { savedCents: 48000, comesBackCents: 30000, keptCents: 18000, carriedShortCents: 70000, carriedLongCents: 5000, nothing: null };
    const [row] = recordsOf(harvestTable(answerOf(harvestLot({ worth, taxSavedCents: 48000 })), null));
    assert.deepEqual(["Tax saved", "Comes back", "Kept for good", "Carried over"].map((heading) => row![heading]), [480, 300, 180, 750]);
    assert.equal(row!["Note"], "Buying it back defers tax: $300.00 comes back once it is sold long-term, $180.00 is kept for good.");
  });

  it("a loss that is worth nothing this year says why (R-TLH-5), and what it may cost later", () => {
    const worth: WorthOfLoss = { savedCents: 0, comesBackCents: 24750, keptCents: -24750, carriedShortCents: 0, carriedLongCents: 0, nothing: "untaxed-gains" };
    const [row] = recordsOf(harvestTable(answerOf(harvestLot({ worth, taxSavedCents: 0 })), null));
    assert.deepEqual(["Tax saved", "Comes back", "Kept for good"].map((heading) => row![heading]), [0, 247.5, -247.5]);
    assert.equal(
      row!["Note"],
      "Worth nothing to you this year: the gains it offsets are taxed at 0%. " +
        "Buying it back defers tax: $247.50 comes back once it is sold long-term, $247.50 more than it saves now.",
    );
  });

  it("a clean lot has a blank Clean sale date, a long-term one blank days, one without a tax a blank Tax saved", () => {
    const [row] = recordsOf(harvestTable(answerOf(harvestLot({ longTermOn: null, daysToLongTerm: null })), null));
    assert.deepEqual([row!["Clean sale date"], row!["Days to long-term"], row!["Tax saved"]], ["", "", ""]);
  });

  it("says once why the tax cannot be told", () => {
    const rows = recordsOf(harvestTable(answerOf(harvestLot(), harvestLot()), RATES));
    assert.deepEqual(rows.map((row) => [row["Rank"], row["Note"]]), [[1, RATES], [2, ""]]);
  });

  it("holds no null, which Excel would show as 0", () => {
    for (const cell of harvestTable(answerOf(harvestLot()), null).flat()) assert.notEqual(cell, null);
  });
});

describe("Design section 7: what HARVEST cannot look at fails loudly", () => {
  const gaps: HarvestAnswer["gaps"] = [
    { symbol: "ABC", account: null, kind: "no-price", sentence: "The prices have none for ABC." },
    { symbol: "DEF", account: "B", kind: "refused", sentence: "Row 3: sells 120 DEF, only 100 held." },
  ];
  const rows = recordsOf(harvestTable({ ...answerOf(harvestLot()), gaps }, null));
  const NUMBERS = HARVEST_HEADINGS.filter((heading) => !["Symbol", "Account", "Lot", "Term", "Replacement", "Note"].includes(heading));

  it("a symbol without a price is one row of #N/A", () => {
    assert.deepEqual([rows[0]!["Symbol"], rows[0]!["Account"], rows[0]!["Term"], rows[0]!["Note"]], ["ABC", "", "", gaps[0]!.sentence]);
    for (const heading of NUMBERS) assert.deepEqual(rows[0]![heading], { kind: "missing-fact", sentence: gaps[0]!.sentence }, heading);
  });
  it("a refused pool is one row of #VALUE! with the row in its Note", () => {
    assert.deepEqual([rows[1]!["Symbol"], rows[1]!["Account"], rows[1]!["Note"]], ["DEF", "B", gaps[1]!.sentence]);
    for (const heading of NUMBERS) assert.deepEqual(rows[1]![heading], { kind: "bad-input", sentence: gaps[1]!.sentence }, heading);
  });
  it("the healthy lot stands below", () => assert.deepEqual([rows[2]!["Rank"], rows[2]!["Loss"]], [1, 1000]));
});

describe("HARVEST with a target: the sales of the plan in their order", () => {
  const sale = (more: Partial<PlannedSale>): PlannedSale => ({
    key: "XYZ|A|ROW 2", symbol: "XYZ", account: "A", lot: "row 2", row: 2, shares: 100, acquired: day("2024-03-01"), term: "Short", price: 40,
    basisCents: 500000, proceedsCents: 400000, gainCents: -100000, shortGainCents: -100000, longGainCents: 0, washedCents: 0,
    permanentCents: 0, taxSavedCents: 37000, washedBy: [], replacements: [], ...more,
  });
  const plan = (shortOfTargetCents: number, ...sales: PlannedSale[]): HarvestPlan => ({
    asOf: TODAY, sales, proceedsCents: 0, shortGainCents: 0, longGainCents: 0, washedCents: 0, permanentCents: 0, harvestedCents: 140000,
    harvestedShortCents: 0, harvestedLongCents: 0, taxSavedCents: null, buyBack: [], shortOfTargetCents,
  });
  const part = sale({ shares: 40, basisCents: 200000, proceedsCents: 160000, gainCents: -40000, washedCents: 10000 });
  const answer = answerOf(harvestLot({ washedCents: 20000, cleanSaleDay: day("2024-12-21") }));

  it("a part of a lot: 2,000.00 - 1,600.00 = 400.00, less 100.00 washed is 300.00", () => {
    const [row] = recordsOf(harvestPlanTable(plan(0, part), answer, null));
    assert.deepEqual(
      ["Quantity", "Basis", "Value", "Loss", "Loss percent", "Washed now", "Harvestable loss", "Tax saved"].map((heading) => row![heading]),
      [40, 2000, 1600, 400, 0.2, 100, 300, 370],
    );
    assert.equal(row!["Clean sale date"], serialFromDay(day("2024-12-21")));
    assert.equal(row!["Clean rebuy date"], serialFromDay(TODAY + 31));
    assert.equal(row!["Note"], "40 of the 100 in the lot.");
  });

  it("what is clean in the plan's order has a blank Clean sale date", () =>
    assert.equal(recordsOf(harvestPlanTable(plan(0, sale({})), answer, null))[0]!["Clean sale date"], ""));

  it("a sale at a gain has a negative Loss", () => {
    const [row] = recordsOf(harvestPlanTable(plan(0, sale({ gainCents: 2500, proceedsCents: 502500 })), answer, null));
    assert.deepEqual([row!["Loss"], row!["Harvestable loss"]], [-25, -25]);
  });

  it("where every sale would be washed, one row says so and holds no number", () => {
    const [row, ...more] = harvestPlanTable(plan(100000), answer, null).slice(1);
    assert.deepEqual(more, []);
    const note = HARVEST_HEADINGS.indexOf("Note");
    assert.match(String(row![note]), /^The target is out of reach: 1 lot is below cost, but no sale was found that harvests anything today\./);
    assert.ok(row!.every((cell, at) => at === note || cell === ""));
    assert.equal(harvestPlanTable(plan(100000), answerOf(), null).length, 1, "no candidate, no row");
  });

  it("a target out of reach is said first, in the first Note only", () => {
    const notes = recordsOf(harvestPlanTable(plan(60000, sale({}), part), answer, RATES)).map((row) => row["Note"]);
    assert.deepEqual(notes, [
      `The target is out of reach: these sales harvest $1,400.00, $600.00 short of it. ${RATES}`,
      "40 of the 100 in the lot.",
    ]);
  });
});
