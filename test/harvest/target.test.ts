import assert from "node:assert/strict";
import { planForTarget } from "../../src/harvest/plan-for-target";
import { planOf } from "../../src/harvest/plan";
import { runToEnd, type HarvestFacts, type HarvestPlan } from "../../src/harvest/harvest-types";
import type { YearSoFar } from "../../src/harvest/year-so-far";
import { done, type Outcome } from "../../src/values/outcome";
import { buy, factsOf, plentyAtRates } from "./facts-of";

const AS_OF = "2024-12-10";

function target(facts: HarvestFacts, dollars: number, among: readonly string[] | null = null): HarvestPlan {
  const planned = runToEnd(planForTarget(facts, dollars * 100, among));
  if (!planned.ok) throw new Error(planned.problem.sentence);
  return planned.value;
}

/** Short 37%, long 20%. @param short dollars realised by the day */
const afterGains = (short: number, long: number): Outcome<YearSoFar> => {
  const rates = { short: 0.37, long: 0.2, state: 0, niit: 0, lossLimitCents: 300_000, carryShortCents: 0, carryLongCents: 0 };
  return done({ year: 2024, basis: { by: "rates", rates }, realised: { shortCents: short * 100, longCents: long * 100 } });
};

const sold = (plan: HarvestPlan): (string | number)[][] => plan.sales.map(({ symbol, lot, shares }) => [symbol, lot, shares]);

/** AAA: 100 × 10 short. BBB: 100 × 10 long, half the value. WWW: 100 × 10, of which 50 are washed. */
const LEDGER = {
  transactions: [
    buy("2024-03-01", 100, 50, { symbol: "AAA", lotId: "A1" }),
    buy("2022-03-01", 100, 30, { symbol: "BBB", lotId: "B1" }),
    buy("2022-03-01", 100, 50, { symbol: "WWW", lotId: "W1" }),
    buy("2024-12-01", 50, 39, { symbol: "WWW", lotId: "W2" }),
  ],
};
const PRICES = { AAA: 40, BBB: 20, WWW: 40 };

describe("Harvest to a target: least regret", () => {
  it("short before long, clean before washed; the last lot is cut to the shares that just reach it", () => {
    assert.deepEqual(sold(target(factsOf(LEDGER, AS_OF, PRICES), 500)), [["AAA", "A1", 50]]);
    assert.deepEqual(sold(target(factsOf(LEDGER, AS_OF, PRICES), 1205)), [["AAA", "A1", 100], ["BBB", "B1", 21]]);
  });

  it("most tax saved for a dollar where rates are given: here the long rate is the higher one", () => {
    const facts = factsOf(LEDGER, AS_OF, PRICES, { year: plentyAtRates(AS_OF, 0.1, 0.2) });
    assert.deepEqual(sold(target(facts, 500)), [["BBB", "B1", 50]]);
  });

  it("where nothing is realised both lower other income at the short rate: a long loss saves as much, and BBB sells half the value", () => {
    const facts = factsOf(LEDGER, AS_OF, PRICES, { year: afterGains(0, 0) });
    assert.deepEqual(sold(target(facts, 500)), [["BBB", "B1", 50]]);
  });

  it("beside 500 of short gain a short loss saves more, 37% against 20%; once that is used up they save the same", () => {
    const facts = factsOf(LEDGER, AS_OF, PRICES, { year: afterGains(500, 9000) });
    assert.deepEqual(sold(target(facts, 500)), [["AAA", "A1", 50]]);
    const plan = target(facts, 1400);
    assert.deepEqual(sold(plan), [["AAA", "A1", 100], ["BBB", "B1", 40]]);
    // AAA: 500 × 37% + 500 × 20%; BBB: 400 × 20%. Sold later as long-term gains 1,000 and 400 cost 20%.
    assert.deepEqual(plan.sales.map(({ taxSavedCents }) => taxSavedCents), [28500, 8000]);
    assert.deepEqual([plan.worth!.savedCents, plan.worth!.comesBackCents, plan.worth!.keptCents], [36500, 28000, 8500]);
  });

  it("among losses of one term, the one that sells least value for it", () => {
    const ledger = { transactions: [buy("2022-01-03", 100, 50, { symbol: "BIG", lotId: "1" }), buy("2022-01-03", 100, 20, { symbol: "LOW", lotId: "1" })] };
    // 1,000 of loss each: 4,000 sold against 1,000 sold.
    assert.deepEqual(sold(target(factsOf(ledger, AS_OF, { BIG: 40, LOW: 10 }), 1000)), [["LOW", "1", 100]]);
  });

  it("washed lots only when the clean ones do not reach it, and the plan tells what is deferred", () => {
    const plan = target(factsOf(LEDGER, AS_OF, PRICES), 2400);
    // 2,000 clean; W1 counts 500 alone, so 400 more need 90 shares: 50 washed, 40 × 10 counted.
    assert.deepEqual(sold(plan), [["AAA", "A1", 100], ["BBB", "B1", 100], ["WWW", "W1", 90]]);
    assert.deepEqual([plan.harvestedCents, plan.washedCents, plan.shortOfTargetCents], [240000, 50000, 0]);
  });

  it("says how much is missing when it cannot be reached", () => {
    const plan = target(factsOf(LEDGER, AS_OF, PRICES), 5000, ["AAA|A|A1"]);
    assert.deepEqual([sold(plan), plan.shortOfTargetCents], [[["AAA", "A1", 100]], 400000]);
  });

  it("a loss that an IRA would take for good comes last", () => {
    const ledger = {
      transactions: [
        buy("2022-01-03", 100, 50, { symbol: "GONE", lotId: "1" }), buy("2024-12-01", 10, 40, { symbol: "GONE", account: "R", accountType: "ira" }),
        buy("2022-01-03", 100, 50, { symbol: "LATE", lotId: "1" }), buy("2024-12-01", 90, 40, { symbol: "LATE", lotId: "2" }),
      ],
    };
    const plan = target(factsOf(ledger, AS_OF, { GONE: 40, LATE: 41 }), 90);
    // LATE: 100 × 9 = 900, of which 810 deferred, 90 counted; GONE would count 900 and lose 100 for good.
    assert.deepEqual([sold(plan), plan.permanentCents], [[["LATE", "1", 100]], 0]);
  });

  it("lots that wash each other one by one count when the group is sold: young first, then the old", () => {
    const ledger = { transactions: [buy("2024-12-01", 100, 50, { lotId: "1" }), buy("2024-12-02", 100, 50, { lotId: "2" })] };
    // Each alone is wholly washed by the other. Both: the first sold is deferred into the second, which then loses 2,000.
    const plan = target(factsOf(ledger, AS_OF, { XYZ: 40 }), 2000);
    assert.deepEqual([plan.sales.length, plan.harvestedCents, plan.washedCents, plan.shortOfTargetCents], [2, 200000, 100000, 0]);
  });

  it("a lot with a fraction is cut in its last decimal", () => {
    const ledger = { transactions: [buy("2022-01-03", 10.25, 50, { lotId: "1" })] };
    // 33.33 at 10 a share: 3.333 shares, so 3.34.
    assert.deepEqual(sold(target(factsOf(ledger, AS_OF, { XYZ: 40 }), 33.33)), [["XYZ", "1", 3.34]]);
  });

  it("no target, or one below zero, is refused", () => {
    for (const cents of [0, -1, Number.NaN]) {
      const planned = runToEnd(planForTarget(factsOf(LEDGER, AS_OF, PRICES), cents, null));
      assert.equal(planned.ok, false);
    }
  });
});

describe("A plan of chosen lots: what cannot be sold is said", () => {
  const facts = factsOf(LEDGER, AS_OF, PRICES);
  const refusal = (key: string, shares: number | null, twice = false): string => {
    const planned = runToEnd(planOf(facts, twice ? [{ key, shares }, { key, shares }] : [{ key, shares }]));
    return planned.ok ? "planned" : planned.problem.sentence;
  };

  it("an unknown lot, one chosen twice, more than is held, none and less", () => {
    assert.equal(refusal("AAA|A|A9", null), "Lot A9 of AAA in A is not among the lots held on 2024-12-10 that have a price. Choose the lots again.");
    assert.equal(refusal("AAA|A|A1", null, true), "Lot A1 of AAA in A is chosen twice. Choose it once, with all its shares.");
    assert.equal(refusal("AAA|A|A1", 101), "Lot A1 of AAA in A: 101 is more than the 100 held. Sell 100 or fewer.");
    for (const shares of [0, -1, Number.NaN]) assert.match(refusal("AAA|A|A1", shares), /^Lot A1 of AAA in A: sell a number of shares above 0/);
  });

  it("a part of a lot, in any decimals: 12.345 × 10 of loss", () => {
    const planned = runToEnd(planOf(facts, [{ key: "aaa|a|a1", shares: 12.345 }]));
    assert.ok(planned.ok);
    assert.deepEqual([planned.value.harvestedCents, planned.value.sales[0]!.shares], [12345, 12.345]);
  });

  it("nothing chosen is an empty plan", () => {
    const planned = runToEnd(planOf(facts, []));
    assert.ok(planned.ok);
    assert.deepEqual([planned.value.sales, planned.value.harvestedCents, planned.value.buyBack], [[], 0, []]);
  });

  it("the tax saved of the rows adds up to that of the plan", () => {
    const planned = runToEnd(planOf({ ...facts, year: plentyAtRates(AS_OF, 0.333, 0.111) }, [{ key: "AAA|A|A1", shares: 1 }, { key: "BBB|A|B1", shares: 1 }]));
    assert.ok(planned.ok);
    // 10 × 0.333 and 10 × 0.111.
    assert.deepEqual([planned.value.sales.map((sale) => sale.taxSavedCents), planned.value.taxSavedCents], [[333, 111], 444]);
  });
});
