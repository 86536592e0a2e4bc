import assert from "node:assert/strict";
import { answerWash } from "../../src/taskpane/wash/answer-wash";
import type { WashView } from "../../src/taskpane/wash/wash-view";
import { isoFromDay } from "../../src/values/plain-date";
import { answerOf, day, deskOf, type Rows } from "./desk-of";

const ROTH: Rows = [["Account", "Roth", "Roth IRA"]];

/**
 * Row 3 sells 100 XYZ at a loss of 100 × (50 - 40) = 1,000 on 4 November. Row 4 takes 60 × 10 = 600 of it, row 5 in the
 * Roth loses 200 for good, 200 stands. Row 7 sells ABC at a loss of 10 × (30 - 20) = 100 on 2 December, replaced by nothing.
 */
const DECEMBER: Rows = [
  ["2023-01-03", "Buy", "XYZ", 100, 50, "A"],
  ["2024-11-04", "Sell", "XYZ", 100, 40, "A"],
  ["2024-11-11", "Buy", "XYZ", 60, 41, "A"],
  ["2024-11-18", "Buy", "XYZ", 20, 42, "Roth"],
  ["2023-01-03", "Buy", "ABC", 10, 30, "A"],
  ["2024-12-02", "Sell", "ABC", 10, 20, "A"],
  ["2024-12-03", "Sell", "XYZ", 10, 60, "A"],
];

async function wash(rows: Rows, asOf: string, year: number | null = null, settings: Rows = ROTH): Promise<WashView> {
  return answerOf(answerWash, deskOf({ rows, asOf, settings }), { year });
}

describe("Wash: the figures of a year", () => {
  it("are those of the as-of day's year, and add up: carried in + disallowed - lost - released = still deferred", async () => {
    const view = await wash(DECEMBER, "2024-12-05");
    assert.equal(view.year, 2024);
    assert.deepEqual([view.lossCents, view.disallowedCents, view.permanentCents], [110_000, 80_000, 20_000]);
    // Row 8 sells 10 of the 60 shares that took up 600: 100 comes back.
    assert.deepEqual([view.carriedInCents, view.releasedCents, view.deferredAtYearEndCents, view.deferredLots], [0, 10_000, 50_000, 1]);
    assert.equal(isoFromDay(view.deferredOn), "2024-12-05");
  });

  it("of a year that is over, as it ended", async () => {
    const view = await wash([...DECEMBER, ["2025-02-03", "Sell", "XYZ", 50, 60, "A"]], "2025-03-01", 2024);
    assert.equal(isoFromDay(view.deferredOn), "2024-12-31");
    assert.equal(view.deferredAtYearEndCents, 50_000);
  });

  it("of the year after: what was carried in is released", async () => {
    const view = await wash([...DECEMBER, ["2025-02-03", "Sell", "XYZ", 50, 60, "A"]], "2025-03-01");
    assert.deepEqual([view.carriedInCents, view.releasedCents, view.deferredAtYearEndCents], [50_000, 50_000, 0]);
  });

  it("a loss of December that January's purchase took up is carried into the next year, in no lot at the end of this one", async () => {
    const rows: Rows = [
      ["2023-01-03", "Buy", "XYZ", 10, 50, "A"],
      ["2024-12-20", "Sell", "XYZ", 10, 40, "A"],
      ["2025-01-06", "Buy", "XYZ", 10, 41, "A"],
    ];
    const ended = await wash(rows, "2025-03-01", 2024);
    assert.deepEqual([ended.disallowedCents, ended.deferredAtYearEndCents, ended.deferredIntoLaterCents], [10_000, 0, 10_000]);
    const next = await wash(rows, "2025-03-01", 2025);
    assert.deepEqual([next.carriedInCents, next.disallowedCents, next.deferredAtYearEndCents], [10_000, 0, 10_000]);
  });

  it("the years to choose from are those with losses and the as-of day's", async () =>
    assert.deepEqual((await wash(DECEMBER, "2026-01-05")).years, [2026, 2024]));

  it("no loss at all: nothing, and no line in the picture", async () => {
    const view = await wash([["2024-01-03", "Buy", "XYZ", 10, 50, "A"]], "2024-12-05");
    assert.deepEqual([view.lossCents, view.disallowedCents, view.symbols.length, view.openWindows.length], [0, 0, 0, 0]);
  });

  it("a wrong row is named, and the other securities keep their figures", async () => {
    const view = await wash([...DECEMBER, ["2024-12-04", "Sell", "BAD", 5, 1, "A"]], "2024-12-05");
    assert.deepEqual(view.withheld.map(({ row }) => row), [9]);
    assert.equal(view.disallowedCents, 80_000);
  });
});

describe("Wash: every wash is told", () => {
  it("with its rows, its dollars and its rule", async () => {
    const [bought, lost] = (await wash(DECEMBER, "2024-12-05")).washes;
    assert.deepEqual(
      [bought?.saleRow, bought?.shares, bought?.disallowedCents, bought?.basisAddedCents, bought?.replacementRow, bought?.permanentCents],
      [3, 60, 60_000, 60_000, 4, 0],
    );
    assert.deepEqual([lost?.replacementAccount, lost?.disallowedCents, lost?.permanentCents, lost?.basisAddedCents], ["Roth", 20_000, 20_000, 0]);
    assert.match(lost?.rules ?? "", /Rev\. Rul\. 2008-5/);
  });

  it("the trail to write has a heading and a row for each", async () => assert.equal((await wash(DECEMBER, "2024-12-05")).trail.length, 3));
});

describe("R-WS-1: windows open on the as-of day", () => {
  it("ABC sold on 2 December at a loss of 100: a purchase before 2 January washes it", async () => {
    const view = await wash(DECEMBER, "2024-12-05");
    const abc = view.openWindows.find(({ symbol }) => symbol === "ABC");
    assert.deepEqual([abc?.saleRow, abc?.shares, abc?.lossCents], [7, 10, 10_000]);
    assert.equal(isoFromDay(abc?.clearDay ?? 0), "2025-01-02");
  });

  it("day 30 is in, day 31 is out", async () => {
    const open = async (asOf: string): Promise<boolean> => (await wash(DECEMBER, asOf)).openWindows.some(({ symbol }) => symbol === "ABC");
    assert.equal(await open("2025-01-01"), true);
    assert.equal(await open("2025-01-02"), false);
  });

  it("what is washed already is no longer open: 200 of XYZ's 1,000 are left, 20 shares", async () => {
    const xyz = (await wash(DECEMBER, "2024-11-20")).openWindows.find(({ symbol }) => symbol === "XYZ");
    assert.deepEqual([xyz?.shares, xyz?.lossCents], [20, 20_000]);
  });

  it("a loss not sold yet on the as-of day has no window, nor has a loss in a retirement account", async () => {
    assert.equal((await wash(DECEMBER, "2024-11-01")).openWindows.length, 0);
    const inRoth: Rows = [["2024-01-03", "Buy", "XYZ", 10, 50, "Roth"], ["2024-12-02", "Sell", "XYZ", 10, 40, "Roth"]];
    assert.equal((await wash(inRoth, "2024-12-05")).openWindows.length, 0);
  });

  it("by the setting View: None there are no windows", async () =>
    assert.equal((await wash(DECEMBER, "2024-12-05", null, [["View", "None"]])).openWindows.length, 0));
});

describe("Wash: the lines of the picture", () => {
  it("one a security with a loss, the most washed on top, each loss with its 61 days", async () => {
    const { symbols } = await wash(DECEMBER, "2024-12-05");
    assert.deepEqual(symbols.map(({ symbol }) => symbol), ["XYZ", "ABC"]);
    const [window] = symbols[0]?.windows ?? [];
    assert.equal((window?.closes ?? 0) - (window?.opens ?? 0) + 1, 61);
    assert.equal(isoFromDay(window?.opens ?? 0), "2024-10-05");
  });

  it("marks are what was bought and sold in a window: not the purchase of 2023, the gain of 3 December yes", async () => {
    const [xyz] = (await wash(DECEMBER, "2024-12-05")).symbols;
    assert.deepEqual(xyz?.purchases.map(({ row, retirement }) => [row, retirement]), [[4, false], [5, true]]);
    assert.deepEqual(xyz?.sales.map(({ row, lossCents }) => [row, lossCents]), [[3, 100_000], [8, 0]]);
  });

  it("an arrow runs from the loss to each replacement", async () => {
    const [xyz] = (await wash(DECEMBER, "2024-12-05")).symbols;
    assert.deepEqual(xyz?.arrows.map(({ saleRow, replacementRow, disallowedCents, permanentCents }) => [saleRow, replacementRow, disallowedCents, permanentCents]), [
      [3, 4, 60_000, 0],
      [3, 5, 20_000, 20_000],
    ]);
  });

  it("a purchase of an identical security stands in the line of the loss, under its own name", async () => {
    const rows: Rows = [
      ["2024-01-03", "Buy", "GOOG", 10, 50, "A"],
      ["2024-11-04", "Sell", "GOOG", 10, 40, "A"],
      ["2024-11-11", "Buy", "GOOGL", 10, 41, "A"],
    ];
    const [line] = (await wash(rows, "2024-12-05", null, [["Identical", "GOOG", "GOOGL"]])).symbols;
    assert.deepEqual(line?.purchases.map(({ symbol, row }) => [symbol, row]), [["GOOGL", 4]]);
    assert.equal(line?.arrows.length, 1);
  });

  it("a loss of December is drawn in January while its window is open", async () => {
    const view = await wash(DECEMBER, "2025-01-01");
    assert.equal(view.year, 2025);
    assert.ok(view.symbols.some(({ symbol }) => symbol === "ABC"));
    assert.equal(view.disallowedCents, 0);
  });
});

describe("Wash at size", () => {
  it("answers 4,000 losing sales of one security in under two seconds", async function () {
    this.timeout(10_000);
    const rows: unknown[][] = [["2024-01-02", "Buy", "XYZ", 8_000, 50, "A"]];
    for (let index = 0; index < 4_000; index++) {
      const on = isoFromDay(day("2024-02-01") + (index % 300));
      rows.push([on, "Sell", "XYZ", 1, 40, "A"], [on, "Buy", "XYZ", 1, 41, "A"]);
    }
    const desk = deskOf({ rows, asOf: "2024-12-05" });
    const began = performance.now();
    await answerOf(answerWash, desk, { year: null });
    assert.ok(performance.now() - began < 2_000);
  });
});
