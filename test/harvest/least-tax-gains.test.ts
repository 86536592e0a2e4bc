/** Gain harvesting, gifts to charity, and waiting for the long term: pure arithmetic over a return. */
import assert from "node:assert/strict";
import { charityGifts } from "../../src/harvest/least-tax/charity";
import { fillFreeGain, freeLongGain } from "../../src/harvest/least-tax/gain-room";
import { waitOrSell } from "../../src/harvest/least-tax/wait-or-sell";
import { lawInForce } from "../../src/tax/law-in-force";
import { taxDifference, type TaxBasis } from "../../src/tax/tax-basis";
import { seededDraw } from "../oracle/seeded";
import { drawBasis, drawOffers, drawRealised, everyChoice, plainOffer } from "./least-tax-portfolios";
import { partOf } from "../../src/harvest/least-tax/offers";

function single2024(incomeDollars: number, carryLongDollars = 0): TaxBasis {
  const law = lawInForce(2024, "Single");
  assert.ok(law.ok);
  const taxableIncomeCents = incomeDollars * 100;
  return {
    by: "law",
    situation: {
      law: law.value, taxableIncomeCents, magiCents: taxableIncomeCents, qualifiedDividendsCents: 0, investmentIncomeCents: 0,
      carryShortCents: 0, carryLongCents: carryLongDollars * 100, seniorDeductionCents: 0, stateRate: 0, ordinaryBy: "schedule",
    },
  };
}
const AT_RATES: TaxBasis = {
  by: "rates",
  rates: { short: 0.37, long: 0.2, state: 0, niit: 0, lossLimitCents: 300_000, carryShortCents: 0, carryLongCents: 0 },
};
const NOTHING = { shortCents: 0, longCents: 0 };

describe("Gain harvesting: the 0 % band of 2024, single, ends at 47,025 (R-TAX-1)", () => {
  // 47,025 less 30,000 is 17,025: tax is compared before it is rounded.
  it("30,000 of income leaves 17,025.00", () => assert.equal(freeLongGain({ basis: single2024(30_000), ...NOTHING }), 1_702_500));
  it("a gain of 5,000 realised before takes 5,000 of it", () =>
    assert.equal(freeLongGain({ basis: single2024(30_000), shortCents: 0, longCents: 500_000 }), 1_202_500));
  it("above the band a loss carried in of 10,000 leaves 7,000: the first 3,000 would else be deducted", () =>
    assert.equal(freeLongGain({ basis: single2024(60_000, 10_000), ...NOTHING }), 700_000));
  it("no room at stated rates without losses", () => assert.equal(freeLongGain({ basis: AT_RATES, ...NOTHING }), 0));

  it("fills it with what gains most for a dollar: 100 × 90 = 9,000, then 160 × 50 = 8,000 of the next, 25 left", () => {
    const offers = [
      plainOffer("HALF", 200, 10_000, 200 * 5000, true), plainOffer("MOST", 100, 10_000, 100 * 1000, true),
      plainOffer("SHORT", 100, 10_000, 100 * 500, false), plainOffer("LOSS", 100, 10_000, 100 * 12_000, true),
    ];
    const { steps, gainCents, proceedsCents } = fillFreeGain({ basis: single2024(30_000), ...NOTHING }, offers);
    assert.deepEqual([[...steps], gainCents, proceedsCents], [[160, 100, 0, 0], 1_700_000, 2_600_000]);
  });

  it("of a lot in pieces takes the long-term ones in front (R-LOT-5): 10 × (150 - 100) = 500, and none behind a short-term one", () => {
    const pieces = [{ steps: 10, isLong: true, basisCents: 100_000, lossBasisCents: null }, { steps: 20, isLong: false, basisCents: 100_000, lossBasisCents: null }];
    const offer = { ...plainOffer("CC", 30, 15_000, 0, true), pieces };
    const task = { basis: single2024(30_000), ...NOTHING };
    assert.deepEqual([...fillFreeGain(task, [offer, { ...offer, pieces: [...pieces].reverse() }]).steps], [10, 0]);
    assert.deepEqual(charityGifts([offer], 450_000), [{ offer: 0, steps: 10, valueCents: 150_000, gainCents: 50_000 }]);
  });
  it("where there is no room sells no slivers of shares whose gain rounds to nothing", () => {
    const slivers = { ...plainOffer("FND", 1_000_000, 0.01, 5000, true), valueCents: 10_000 };
    assert.deepEqual([...fillFreeGain({ basis: AT_RATES, ...NOTHING }, [slivers]).steps], [0]);
  });

  it("on 500 returns the gain is free, and what is left of the room is less than a step of what is unsold", () => {
    const draw = seededDraw(5);
    for (let at = 0; at < 500; at += 1) {
      const task = { basis: drawBasis(draw), ...drawRealised(draw) };
      const offers = drawOffers(draw, 5, 5);
      const { steps, gainCents, roomCents } = fillFreeGain(task, offers);
      assert.ok(taxDifference(task.basis, task, { shortCents: 0, longCents: gainCents }) <= 0);
      offers.forEach((offer, one) => {
        if (!offer.pieces[0]!.isLong || steps[one] === offer.steps || partOf(offer, offer.steps).longCents <= 0) return;
        const more = partOf(offer, steps[one]! + 1).longCents - partOf(offer, steps[one]!).longCents;
        assert.ok(gainCents + more > roomCents);
      });
    }
  });
});

describe("Gifts to charity: the greatest long-term gain for a dollar, never a loss", () => {
  it("90 % before 50 %, cut to whole shares, and nothing short-term or losing", () => {
    const offers = [
      plainOffer("HALF", 100, 10_000, 100 * 5000, true), plainOffer("MOST", 30, 10_000, 30 * 1000, true),
      plainOffer("SHORT", 100, 10_000, 100 * 500, false), plainOffer("LOSS", 100, 10_000, 100 * 12_000, true),
    ];
    assert.deepEqual(charityGifts(offers, 505_000), [
      { offer: 1, steps: 30, valueCents: 300_000, gainCents: 270_000 },
      { offer: 0, steps: 20, valueCents: 200_000, gainCents: 100_000 },
    ]);
    assert.deepEqual(charityGifts(offers.slice(2), 505_000), []);
  });
  it("of lots of equal price no other choice of as many shares holds more gain", () => {
    const draw = seededDraw(7);
    for (let at = 0; at < 200; at += 1) {
      const offers = Array.from({ length: 4 }, (_, one) => plainOffer(`L${one}`, 1 + draw(4), 10_000, draw(60_000), draw(3) > 0));
      const amountCents = draw(12) * 10_000;
      const given = charityGifts(offers, amountCents).reduce((sum, { gainCents }) => sum + gainCents, 0);
      for (const steps of everyChoice(offers)) {
        const parts = steps.map((count, one) => ({ count, isLong: offers[one]!.pieces[0]!.isLong, ...partOf(offers[one]!, count) }));
        if (parts.some(({ count, isLong }) => count > 0 && !isLong)) continue;
        if (parts.reduce((sum, { proceedsCents }) => sum + proceedsCents, 0) > amountCents) continue;
        // Two cents a lot of rounding.
        assert.ok(parts.reduce((sum, { longCents }) => sum + longCents, 0) <= given + 8);
      }
    }
  });
});

describe("Wait or sell (R-HP-1, R-TAX-5): 10,000 worth, bought for 6,000, at 37 % and 20 %", () => {
  const found = waitOrSell({ basis: AT_RATES, realised: NOTHING, valueCents: 1_000_000, basisCents: 600_000 });

  it("now 1,480 of tax, later 800", () => assert.deepEqual([found.taxNowCents, found.taxLaterCents], [148_000, 80_000]));
  it("8,520 is kept now; at 9,150 later 630 of tax leaves 8,520: a fall of 8.5 %", () => {
    assert.equal(found.breakEvenValueCents, 915_000);
    assert.equal(found.breakEvenMove, -0.085);
  });
  it("a short-term loss is worth more today, beside gains of 5,000 of each term", () => {
    const loss = waitOrSell({ basis: AT_RATES, realised: { shortCents: 500_000, longCents: 500_000 }, valueCents: 600_000, basisCents: 1_000_000 });
    // Now 4,000 at 37 % off the short gain: 1,480 saved. Later off the long gain at 20 %: 800. To keep 7,480 again: 6,850 + 0.2 × 3,150.
    assert.deepEqual([loss.taxNowCents, loss.taxLaterCents, loss.breakEvenValueCents], [-148_000, -80_000, 685_000]);
  });
  it("of what is worth nothing there is no move to tell", () =>
    assert.equal(waitOrSell({ basis: AT_RATES, realised: NOTHING, valueCents: 0, basisCents: 100_000 }).breakEvenMove, null));
});
