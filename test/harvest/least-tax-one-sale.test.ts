/** The lots of one security that a sale takes at the least tax (R-TAX-5), against every choice of whole shares. */
import assert from "node:assert/strict";
import type { Offer } from "../../src/harvest/least-tax/offers";
import { oneSale } from "../../src/harvest/least-tax/one-sale";
import { quickTax } from "../../src/harvest/least-tax/quick-tax";
import { seededDraw, type Draw } from "../oracle/seeded";
import { drawBasis, drawRealised, everyChoice, plainOffer, PORTFOLIOS } from "./least-tax-portfolios";

const PRICE_CENTS = 40_000;

/** Whole dollars of basis a share, so that no cent is rounded and the least must be met exactly. */
function drawLots(draw: Draw): Offer[] {
  return Array.from({ length: 2 + draw(4) }, (_, at) => {
    const shares = 1 + draw(6);
    return { ...plainOffer(`L${at}`, shares, PRICE_CENTS, shares * 100 * draw(700), draw(2) === 0), isEven: true };
  });
}

describe("One sale at the least tax, against full enumeration", () => {
  it(`on ${PORTFOLIOS} sales it is the least there is, and the bound says so`, function () {
    this.timeout(60_000);
    let mattered = 0;
    for (let seed = 0; seed < PORTFOLIOS; seed += 1) {
      const draw = seededDraw(seed);
      const offers = drawLots(draw);
      const steps = 1 + draw(offers.reduce((sum, offer) => sum + offer.steps, 0));
      const task = { basis: drawBasis(draw), ...drawRealised(draw), offers, steps };
      const tax = quickTax(task.basis);
      const taxOf = (sold: ArrayLike<number>): number => {
        let [short, long] = [task.shortCents, task.longCents];
        offers.forEach(({ pieces: [piece], steps: held }, at) => {
          const gain = sold[at]! * (PRICE_CENTS - piece!.basisCents / held);
          if (piece!.isLong) long += gain;
          else short += gain;
        });
        return tax.of(short, long);
      };
      let [least, most] = [Infinity, -Infinity];
      for (const sold of everyChoice(offers)) {
        if (sold.reduce((sum, one) => sum + one, 0) !== steps) continue;
        least = Math.min(least, taxOf(sold));
        most = Math.max(most, taxOf(sold));
      }
      const found = oneSale(task);
      assert.equal(found.steps.reduce((sum, one) => sum + one, 0), steps, `seed ${seed}`);
      assert.ok(Math.abs(taxOf(found.steps) - least) < 0.01, `seed ${seed}: ${taxOf(found.steps)}, least ${least}`);
      assert.ok(found.boundCents <= least && least - found.boundCents <= tax.offByCents + 0.02, `seed ${seed}: bound`);
      if (most - least > 100) mattered += 1;
    }
    assert.ok(mattered > PORTFOLIOS / 3, `${mattered} sales where the choice matters`);
  });
});
