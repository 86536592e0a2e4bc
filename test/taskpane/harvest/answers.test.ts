import assert from "node:assert/strict";
import { answerHarvest } from "../../../src/taskpane/harvest/answer-harvest";
import { answerPlan } from "../../../src/taskpane/harvest/answer-plan";
import { answerWorth } from "../../../src/taskpane/harvest/answer-worth";
import type { HarvestView, PlanAsk, PlanView } from "../../../src/taskpane/harvest/harvest-view";
import { Stopped } from "../../../src/taskpane/engine/contract";
import { atOnce, day, laidDesk, type Laid } from "../lots/laid-desk";

const ASOF = day("2026-12-05");

async function harvestOf(laid: Laid): Promise<HarvestView> {
  const answer = await answerHarvest(laidDesk(laid), { minLossCents: null, minLossShare: null }, atOnce);
  assert.ok(answer.ok, answer.ok ? "" : answer.problem.sentence);
  return answer.value;
}

async function planOf(laid: Laid, ask: PlanAsk): Promise<PlanView["plan"]> {
  const answer = await answerPlan(laidDesk(laid), ask, atOnce);
  assert.ok(answer.ok, answer.ok ? "" : answer.problem.sentence);
  return answer.value.plan;
}

/** Cost 40 × $50 = $2,000, worth 40 × $40 = $1,600: a loss of $400. 15 bought 15 days before would replace 15 of the 40: $150. */
const WASHED: Laid = {
  rows: [
    ["2026-03-02", "Buy", "XYZ", 40, 50, "A", "L1"],
    ["2026-11-20", "Buy", "XYZ", 15, 41, "A", "L2"],
  ],
  prices: { XYZ: 40 },
  asOf: ASOF,
};

describe("R-TAX-5: the tax of the year without and with the plan", () => {
  // L1 sold whole loses 400, 150 of it washed: 250 counts.
  const ask: PlanAsk = { lots: [{ key: "XYZ|A|L1", shares: null }], targetCents: null };
  const taxOf = async (settings: unknown[][]): Promise<PlanView["tax"]> => {
    const answer = await answerPlan(laidDesk({ ...WASHED, settings }), ask, atOnce);
    assert.ok(answer.ok);
    return answer.value.tax;
  };

  it("by the tables: 1,240 + 12% of 38,000 + 22% of 9,600 = 7,912.00, less 22% of 250 = 55.00 (Rev. Proc. 2025-32)", async () =>
    assert.deepEqual(await taxOf([["Tax year", 2026], ["Filing status", "Single"], ["Taxable income", 60_000]]), { withoutCents: 791_200, withCents: 785_700, byLaw: true }));

  it("at stated rates the tax on the results alone: a deducted loss of 250 at 35% is 87.50 less on other income", async () =>
    assert.deepEqual(await taxOf([["Short rate", 0.35], ["Long rate", 0.15]]), { withoutCents: 0, withCents: -8_750, byLaw: false }));

  it("without either it is not told, and the screen says what would tell it", async () => {
    assert.equal(await taxOf([]), null);
    const view = await harvestOf(WASHED);
    assert.match(view.withoutTax ?? "", /Add Tax year, Filing status and Taxable income to the settings, or Short rate and Long rate/);
    assert.equal(view.taxNeedsSettings, true);
  });

  it("R-TLH-4: losses of 1,000 together save 35% now; the same gain later costs 15%, so 200 of 350 are kept", async () => {
    const desk = laidDesk({ ...WASHED, settings: [["Short rate", 0.35], ["Long rate", 0.15]] });
    const answer = await answerWorth(desk, { shortCents: 100_000, longCents: 0 }, atOnce);
    assert.ok(answer.ok && answer.value.worth !== null);
    const { savedCents, comesBackCents, keptCents } = answer.value.worth;
    assert.deepEqual([savedCents, comesBackCents, keptCents], [35_000, 15_000, 20_000]);
    const none = await answerWorth(laidDesk(WASHED), { shortCents: 100_000, longCents: 0 }, atOnce);
    assert.ok(none.ok && none.value.worth === null);
  });
});

describe("The answer of the Harvest screen", () => {
  it("has every lot below its cost, with the part that its sale would wash (R-TLH-2)", async () => {
    const { answer } = await harvestOf(WASHED);
    const lot = answer.lots.find(({ lot: name }) => name === "L1");
    assert.deepEqual([lot?.lossCents, lot?.washedCents, lot?.harvestableCents], [40_000, 15_000, 25_000]);
  });

  it("tells the year so far: taxable, of this year, to the as-of day, after what was washed", async () => {
    const view = await harvestOf({
      rows: [
        ["2024-01-02", "Buy", "ABC", 10, 10, "A", ""],
        ["2026-01-02", "Buy", "ABC", 10, 10, "A", ""],
        ["2025-06-01", "Sell", "ABC", 1, 30, "A", ""],
        ["2026-06-01", "Sell", "ABC", 9, 30, "A", ""],
        ["2026-06-02", "Sell", "ABC", 10, 15, "A", ""],
        ["2026-12-20", "Sell", "DEF", 1, 99, "A", ""],
        ["2026-01-02", "Buy", "DEF", 1, 1, "A", ""],
        ["2026-01-02", "Buy", "ABC", 5, 10, "My IRA", ""],
        ["2026-06-03", "Sell", "ABC", 5, 50, "My IRA", ""],
        ["2026-02-02", "Buy", "GHI", 10, 20, "A", ""],
        ["2026-03-02", "Sell", "GHI", 10, 12, "A", ""],
        ["2026-03-05", "Buy", "GHI", 5, 12, "A", ""],
      ],
      prices: {},
      asOf: ASOF,
    });
    // Long: 9 × ($30 − $10) = $180. Short: 10 × ($15 − $10) = $50, and GHI 10 × ($12 − $20) = −$80, of which half is washed: −$40.
    assert.deepEqual([view.yearLongCents, view.yearShortCents, view.year], [18_000, 1_000, 2026]);
  });

  it("a symbol whose price cannot be used is refused by the row of the prices, not called one without a price", async () => {
    const faults = [{ row: 2, symbol: "XYZ", sentence: "Prices row 2: the price of XYZ is in GBP." }];
    const view = await harvestOf({ ...WASHED, prices: {}, faults });
    assert.deepEqual(view.answer.gaps.map(({ symbol, kind, sentence }) => [symbol, kind, sentence]), [["XYZ", "refused", "Prices row 2: the price of XYZ is in GBP."]]);
  });

  it("R-NET-2: $3,000 of a net loss counts this year, $1,500 for those married filing separately", async () => {
    assert.equal((await harvestOf(WASHED)).limitCents, 300_000);
    assert.equal((await harvestOf({ ...WASHED, settings: [["Filing status", "MFS"]] })).limitCents, 150_000);
  });

  it("says when there are no prices at all", async () => {
    const { rows, asOf } = WASHED;
    assert.equal((await harvestOf({ rows, asOf })).noPrices, true);
    assert.equal((await harvestOf(WASHED)).noPrices, false);
  });

  it("can be stopped between two symbols", async () => {
    const stopped = { working: () => undefined, breathe: () => Promise.reject(new Stopped()) };
    await assert.rejects(answerHarvest(laidDesk(WASHED), { minLossCents: null, minLossShare: null }, stopped), Stopped);
  });
});

describe("The answer about ticked lots", () => {
  it("one lot comes to what it comes to alone", async () => {
    const plan = await planOf(WASHED, { lots: [{ key: "XYZ|A|L1", shares: null }], targetCents: null });
    assert.deepEqual([plan.harvestedCents, plan.washedCents, plan.sales.length], [25_000, 15_000, 1]);
  });

  it("both lots sold, the younger first, wash nothing: $400 and 15 × $1", async () => {
    const plan = await planOf(WASHED, { lots: [{ key: "XYZ|A|L1", shares: null }, { key: "XYZ|A|L2", shares: null }], targetCents: null });
    assert.deepEqual(plan.sales.map(({ lot }) => lot), ["L2", "L1"]);
    assert.deepEqual([plan.harvestedCents, plan.washedCents], [41_500, 0]);
  });

  it("a lot that is not there is a sentence, not a plan of the others", async () => {
    const answer = await answerPlan(laidDesk(WASHED), { lots: [{ key: "XYZ|A|L9", shares: null }], targetCents: null }, atOnce);
    assert.equal(answer.ok, false);
    assert.match(answer.ok ? "" : answer.problem.sentence, /L9/);
  });

  it("with a target it chooses among the lots that are given", async () => {
    const plan = await planOf(WASHED, { lots: [{ key: "XYZ|A|L2", shares: null }], targetCents: 100_000 });
    assert.deepEqual(plan.sales.map(({ key }) => key), ["XYZ|A|L2"]);
    // Only 15 × $1 can be had of it.
    assert.deepEqual([plan.harvestedCents, plan.shortOfTargetCents], [1_500, 98_500]);
  });
});
