/**
 * Lots whose shares stand in a queue: after a wash sale the front of a lot has another basis, perhaps another term, than the rest, and
 * the rest cannot be sold without it (R-LOT-5). Against every choice of whole shares.
 */
import assert from "node:assert/strict";
import { blocksOf, partOf, type Offer, type OfferedPiece } from "../../src/harvest/least-tax/offers";
import { oneSale } from "../../src/harvest/least-tax/one-sale";
import { raiseCash } from "../../src/harvest/least-tax/raise-cash";
import { NO_LIMITS } from "../../src/harvest/sale-goal";
import { quickTax } from "../../src/harvest/least-tax/quick-tax";
import { taxOfResults } from "../../src/tax/tax-basis";
import { seededDraw, type Draw } from "../oracle/seeded";
import { drawBasis, drawRealised, everyChoice, plainOffer, PORTFOLIOS } from "./least-tax-portfolios";

function queued(key: string, priceCents: number, pieces: readonly OfferedPiece[]): Offer {
  const steps = pieces.reduce((sum, piece) => sum + piece.steps, 0);
  return { ...plainOffer(key, steps, priceCents, 0, false), pieces };
}

/** Two or three lots of one to three pieces, gains and losses, one price each or one for all. */
function drawQueued(draw: Draw, samePriceCents: number | null): Offer[] {
  return Array.from({ length: 2 + draw(2) }, (_, at) => {
    const priceCents = samePriceCents ?? 10_000 + draw(90_000);
    const pieces = Array.from({ length: 1 + draw(3) }, (): OfferedPiece => {
      const steps = 1 + draw(3);
      const gainShare = draw(3) === 0 ? -draw(100) / 100 : draw(90) / 100;
      return { steps, isLong: draw(3) > 0, basisCents: Math.round(steps * priceCents * (1 - gainShare)), lossBasisCents: null };
    });
    return queued(`L${at}`, priceCents, pieces);
  });
}

const resultsOf = (offers: readonly Offer[], steps: ArrayLike<number>) => {
  const parts = offers.map((offer, at) => partOf(offer, steps[at]!));
  const sum = (of: (part: (typeof parts)[number]) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return { proceedsCents: sum((part) => part.proceedsCents), shortCents: sum((part) => part.shortCents), longCents: sum((part) => part.longCents) };
};

describe("R-LOT-5: shares behind others, by hand", () => {
  // At 100: two shares in front lose 10 each, three behind gain 20 each; all long.
  const lot = queued("L", 10_000, [
    { steps: 2, isLong: true, basisCents: 22_000, lossBasisCents: null },
    { steps: 3, isLong: true, basisCents: 24_000, lossBasisCents: null },
  ]);
  it("what gains more stands behind by itself: two blocks", () =>
    assert.deepEqual(blocksOf([lot], "proceeds").map(({ steps, gainCents }) => [steps, gainCents]), [[2, -2000], [3, 6000]]));
  it("what gains less cannot be had without the front: one block of 5 shares, 6,000 - 2,000 of gain", () => {
    const turned = queued("L", 10_000, [...lot.pieces].reverse());
    assert.deepEqual(blocksOf([turned], "proceeds").map(({ steps, gainCents }) => [steps, gainCents]), [[5, 4000]]);
  });
  it("as much a share: either way; of another term: two blocks", () => {
    const short = queued("L", 10_000, [lot.pieces[1]!, { ...lot.pieces[0]!, isLong: false }]);
    assert.deepEqual(blocksOf([short], "proceeds").map(({ steps }) => steps), [3, 2]);
  });
  it("three pieces that gain 30, 20 and -40 a share are one; 20, 30 and -40 too, because the last draws both", () => {
    const piece = (gain: number): OfferedPiece => ({ steps: 1, isLong: true, basisCents: 10_000 - gain * 100, lossBasisCents: null });
    for (const gains of [[30, 20, -40], [20, 30, -40]]) {
      assert.deepEqual(blocksOf([queued("L", 10_000, gains.map(piece))], "proceeds").map(({ steps }) => steps), [3]);
    }
  });
});

describe("R-GIFT-1: a share given when it was worth less than the giver paid, by hand", () => {
  const gift = (priceCents: number) => queued("G", priceCents, [{ steps: 1, isLong: true, basisCents: 9_999, lossBasisCents: 9_000 }]);
  const gain = (priceCents: number): readonly number[] => [blocksOf([gift(priceCents)], "proceeds")[0]!.gainCents, partOf(gift(priceCents), 1).longCents];
  it("at 100.00 against 99.99 it gains a cent, at 99.99 and at 90.00 nothing, at 89.99 it loses a cent", () =>
    assert.deepEqual([10_000, 9_999, 9_000, 8_999].map(gain), [[1, 1], [0, 0], [0, 0], [-1, -1]]));
});

describe("R-LOT-5: the least tax over lots in pieces, against every choice", function () {
  this.timeout(120_000);
  const runs = PORTFOLIOS / 3;

  it(`raising cash on ${runs} portfolios: the bound is never above the least tax, and no plan below it`, () => {
    let [mattered, optimal] = [0, 0];
    for (let seed = 0; seed < runs; seed += 1) {
      const draw = seededDraw(seed + 40_000);
      const offers = drawQueued(draw, null);
      const [basis, realised] = [drawBasis(draw), drawRealised(draw)];
      const all = offers.reduce((sum, { valueCents }) => sum + valueCents, 0);
      const cents = 1 + draw(all);
      const taxOf = (results: { shortCents: number; longCents: number }): number =>
        taxOfResults(basis, realised.shortCents + results.shortCents, realised.longCents + results.longCents).total.toNumber();
      let [least, most] = [Infinity, -Infinity];
      for (const steps of everyChoice(offers)) {
        const results = resultsOf(offers, steps);
        if (results.proceedsCents < cents) continue;
        const tax = taxOf(results);
        [least, most] = [Math.min(least, tax), Math.max(most, tax)];
      }
      const plan = raiseCash({ basis, ...realised, offers, goal: { kind: "cash", cents }, exactness: "at least", limits: NO_LIMITS });
      assert.ok(plan !== null, `seed ${seed}: no plan`);
      const results = resultsOf(offers, plan.steps);
      assert.ok(results.proceedsCents >= cents, `seed ${seed}: too little`);
      assert.ok(plan.boundCents <= least + 0.001, `seed ${seed}: bound ${plan.boundCents} above ${least}`);
      assert.ok(taxOf(results) >= least - 0.01, `seed ${seed}: below the least`);
      if (most - least < 100) continue;
      mattered += 1;
      if (taxOf(results) - least < 0.5) optimal += 1;
    }
    console.log(`      ${mattered} where the choice matters: exact in ${((100 * optimal) / mattered).toFixed(1)} %`);
    assert.ok(mattered > runs / 3 && optimal > 0.9 * mattered, `${optimal} of ${mattered}`);
  });

  it(`one sale on ${runs} holdings: the bound is never above the least tax, and the choice never below it`, () => {
    let [mattered, optimal] = [0, 0];
    for (let seed = 0; seed < runs; seed += 1) {
      const draw = seededDraw(seed + 80_000);
      const offers = drawQueued(draw, 40_000).map((offer) => ({ ...offer, isEven: true }));
      const [basis, realised] = [drawBasis(draw), drawRealised(draw)];
      const steps = 1 + draw(offers.reduce((sum, offer) => sum + offer.steps, 0));
      const tax = quickTax(basis);
      const taxOf = (sold: ArrayLike<number>): number => {
        const { shortCents, longCents } = resultsOf(offers, sold);
        return tax.of(realised.shortCents + shortCents, realised.longCents + longCents);
      };
      let [least, most] = [Infinity, -Infinity];
      for (const sold of everyChoice(offers)) {
        if (sold.reduce((sum, one) => sum + one, 0) !== steps) continue;
        [least, most] = [Math.min(least, taxOf(sold)), Math.max(most, taxOf(sold))];
      }
      const found = oneSale({ basis, ...realised, offers, steps });
      assert.equal(found.steps.reduce((sum, one) => sum + one, 0), steps, `seed ${seed}`);
      assert.ok(found.boundCents <= least + 0.02, `seed ${seed}: bound ${found.boundCents} above ${least}`);
      assert.ok(taxOf(found.steps) >= least - 0.01, `seed ${seed}: below the least`);
      if (most - least < 100) continue;
      mattered += 1;
      if (taxOf(found.steps) - least < 0.5) optimal += 1;
    }
    console.log(`      ${mattered} where the choice matters: exact in ${((100 * optimal) / mattered).toFixed(1)} %`);
    assert.ok(mattered > runs / 4, `${mattered} where the choice matters`);
  });
});
