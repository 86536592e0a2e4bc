import assert from "node:assert/strict";
import { harvestLot } from "../../report/harvest-lot";
import { candidatesShown, chosenFirst } from "../../../src/taskpane/harvest/candidates-shown";
import { NO_TICKS, tickedWhole, ticksNow, withoutTick, withTick } from "../../../src/taskpane/harvest/ticks";
import { yearEffect } from "../../../src/taskpane/harvest/year-effect";

const lot = harvestLot();

describe("Ticked lots outlast a refresh", () => {
  it("a lot still there stays ticked by its key, whole", () => {
    const ticks = withTick(NO_TICKS, tickedWhole(lot));
    assert.deepEqual(ticksNow(ticks, [harvestLot({ lossCents: 999 })]), { chosen: [{ key: lot.key, shares: null }], vanished: [], shrunk: [] });
  });

  it("a lot that vanished is told and is not asked about", () => {
    const now = ticksNow(withTick(NO_TICKS, tickedWhole(lot)), []);
    assert.deepEqual([now.chosen, now.vanished.map(({ key }) => key)], [[], [lot.key]]);
  });

  it("a lot at a gain that a plan sells first is no vanished one", () => {
    const now = ticksNow(withTick(NO_TICKS, { ...tickedWhole(lot), shares: 20, listed: false }), []);
    assert.deepEqual([now.chosen, now.vanished], [[{ key: lot.key, shares: 20 }], []]);
  });

  it("of a lot with fewer shares than ticked, all are sold, and it is told", () => {
    const now = ticksNow(withTick(NO_TICKS, { ...tickedWhole(lot), shares: 80 }), [harvestLot({ shares: 60 })]);
    assert.deepEqual([now.chosen, now.shrunk.length], [[{ key: lot.key, shares: null }], 1]);
  });

  it("unticked is gone", () => assert.equal(withoutTick(withTick(NO_TICKS, tickedWhole(lot)), lot.key).size, 0));
});

describe("R-TLH-1 thresholds of the screen", () => {
  it("both must be met, and reaching one exactly is enough", () => {
    const lots = [harvestLot({ key: "a", lossCents: 25_000, lossShare: 0.05 }), harvestLot({ key: "b", lossCents: 24_999, lossShare: 0.5 }), harvestLot({ key: "c", lossCents: 90_000, lossShare: 0.049 })];
    const shown = candidatesShown(lots, { minLossCents: 25_000, minLossShare: 0.05, term: "any" });
    assert.deepEqual(shown.map(({ key }) => key), ["a"]);
  });

  it("lots chosen for a target come first, each part in its order", () => {
    const lots = ["a", "b", "c", "d"].map((key) => harvestLot({ key }));
    assert.deepEqual(chosenFirst(lots, new Set(["d", "b", "gain"])).map(({ key }) => key), ["b", "d", "a", "c"]);
    assert.equal(chosenFirst(lots, new Set()), lots);
  });

  it("a lot that is part short and part long belongs to both terms", () => {
    const lots = [harvestLot({ key: "s", term: "Short" }), harvestLot({ key: "l", term: "Long" }), harvestLot({ key: "m", term: "Mixed" })];
    const keys = (term: "Short" | "Long"): string[] => candidatesShown(lots, { minLossCents: null, minLossShare: null, term }).map(({ key }) => key);
    assert.deepEqual([keys("Short"), keys("Long")], [["s", "m"], ["l", "m"]]);
  });
});

describe("R-NET-1, R-NET-2: the year with the planned sales", () => {
  const year = { yearShortCents: 100_000, yearLongCents: 300_000, carriedShortCents: 50_000, carriedLongCents: 0, limitCents: 300_000 };

  it("gain $4,000 less $500 carried in less $8,000 harvested is −$4,500: $3,000 counts, $1,500 is carried out", () => {
    const effect = yearEffect(year, { harvestedShortCents: 200_000, harvestedLongCents: 600_000 });
    assert.deepEqual(effect.result, { shortCents: 100_000 - 50_000 - 200_000, longCents: 300_000 - 600_000 });
    assert.deepEqual([effect.totalCents, effect.deductedCents, effect.carriedOutCents], [-450_000, 300_000, 150_000]);
  });

  it("a year that stays at a gain deducts and carries nothing", () => {
    const effect = yearEffect(year, null);
    assert.deepEqual([effect.totalCents, effect.deductedCents, effect.carriedOutCents], [350_000, 0, 0]);
  });
});
