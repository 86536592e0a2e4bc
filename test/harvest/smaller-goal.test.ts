/**
 * A smaller goal is never dearer: what raises more cash raises less as well, so its tax bounds the least tax of the smaller
 * amount, and a plan is above that least by no more than the gap it states (R-TAX-5).
 */
import assert from "node:assert/strict";
import { runToEnd } from "../../src/harvest/harvest-types";
import { NO_LIMITS } from "../../src/harvest/sale-goal";
import { saleMarket } from "../../src/harvest/sale-market";
import { sellPlan, type SellPlanAsk } from "../../src/harvest/sell-plan";
import { seededDraw } from "../oracle/seeded";
import { AS_OF, drawLedger, PRICES } from "./drawn-ledger";
import { factsOf } from "./facts-of";
import { drawBasis, drawRealised } from "./least-tax-portfolios";

const LEDGERS = 300;
const GOALS = 6;
/** Of the pairs of goals: the smaller is dearer, within its stated gap. Measured 0.13 %. */
const MOST_DEARER = 0.003;

describe("A smaller goal of cash is never dearer", () => {
  it(`on ${LEDGERS} ledgers of ${GOALS} goals each, but for the gap the plan of the smaller one states`, function () {
    this.timeout(120_000);
    let [pairs, dearer, steps, worst] = [0, 0, 0, 0];
    for (let seed = 0; seed < LEDGERS; seed += 1) {
      const draw = seededDraw(seed);
      const facts = factsOf({ settings: {}, transactions: drawLedger(draw) }, AS_OF, PRICES);
      const { offers } = runToEnd(saleMarket(facts, NO_LIMITS));
      const most = offers.reduce((sum, { offer }) => sum + offer.valueCents, 0);
      const ask: Omit<SellPlanAsk, "goal"> = { basis: drawBasis(draw), realised: drawRealised(draw), exactness: "at least", limits: NO_LIMITS };
      const goals = Array.from({ length: GOALS }, () => 1 + draw(most)).sort((a, b) => a - b);
      const plans = goals.map((cents) => {
        const found = runToEnd(sellPlan(facts, { ...ask, goal: { kind: "cash", cents } }));
        assert.ok(found.ok, `seed ${seed}: ${cents} of ${most} cents is there to raise`);
        return found.value;
      });
      for (const [at, { taxCents, gapCents }] of plans.entries()) {
        for (const greater of plans.slice(at + 1)) {
          const more = taxCents - greater.taxCents;
          // A cent is rounded away where a gap of 0 is stated.
          assert.ok(more <= gapCents + 1, `seed ${seed}, goal ${goals[at]}: ${taxCents} less ${gapCents} is above ${greater.taxCents}`);
          pairs += 1;
          if (more > 1) dearer += 1;
          if (more < 0) steps += 1;
          worst = Math.max(worst, more);
        }
      }
    }
    console.log(`        ${pairs} pairs, the greater dearer in ${((100 * steps) / pairs).toFixed(1)} %, the smaller in ${((100 * dearer) / pairs).toFixed(2)} %, by $${(worst / 100).toFixed(2)} at most`);
    assert.ok(steps / pairs > 0.2 && dearer / pairs <= MOST_DEARER);
  });
});
