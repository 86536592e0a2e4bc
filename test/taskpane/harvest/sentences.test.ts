import assert from "node:assert/strict";
import { harvestLot } from "../../report/harvest-lot";
import { candidateTerm, countsLine, differenceLine, harvestLine, limitLine, lossesShown, planWritesLine, statusOf, totalLine, vanishedLine, yearTargets } from "../../../src/taskpane/harvest/harvest-sentences";
import { tickedWhole } from "../../../src/taskpane/harvest/ticks";
import { laterLine, savesLine } from "../../../src/taskpane/harvest/worth-sentences";
import type { WorthOfLoss } from "../../../src/harvest/worth-of-loss";
import { yearEffect } from "../../../src/taskpane/harvest/year-effect";
import type { HarvestLot, HarvestPlan } from "../../../src/harvest/harvest-types";
import { day } from "../lots/laid-desk";

const ASOF = day("2026-12-05");
const line = (lots: readonly HarvestLot[], shown = lots, more: object = {}, worth: WorthOfLoss | null = null): string =>
  harvestLine({ answer: { asOf: ASOF, lots, gaps: [] }, noPrices: false, ...more }, shown, ASOF, worth);

/** Saves $570 now, of which $300 comes back. */
const WORTH: WorthOfLoss = { savedCents: 57_000, comesBackCents: 30_000, keptCents: 27_000, carriedShortCents: 0, carriedLongCents: 0, nothing: null };
const NOTHING: WorthOfLoss = { savedCents: 0, comesBackCents: 0, keptCents: 0, carriedShortCents: 100_000, carriedLongCents: 90_000, nothing: "past-limit" };

describe("The one line of the Harvest screen", () => {
  it("says what could be realised today, and what all of it together saves this year", () => {
    // $1,000 and $900 of $1,200: $1,900.
    const lots = [harvestLot(), harvestLot({ key: "b", lossCents: 120_000, washedCents: 30_000 })];
    assert.equal(line(lots, lots, {}, WORTH), "You could realize $1,900 of losses today, which saves $570 of tax this year.");
    assert.equal(line(lots, lots, {}, NOTHING), "You could realize $1,900 of losses today, and save no tax with them this year.");
  });

  it("without the tax of the year it leaves the worth out", () => assert.equal(line([harvestLot()]), "You could realize $1,000 of losses today."));

  it("what they are worth is asked of all that are shown, by term, and not where one of them cannot be told", () => {
    const long = harvestLot({ key: "b", harvestableShortCents: 0, harvestableLongCents: 40_000, worth: WORTH });
    const short = harvestLot({ harvestableShortCents: 100_000, harvestableLongCents: 0, worth: WORTH });
    assert.deepEqual(lossesShown([short, long, long]), { shortCents: 100_000, longCents: 80_000 });
    assert.equal(lossesShown([short, harvestLot({ worth: null })]), null);
    assert.equal(lossesShown([]), null);
  });

  it("healthy but empty is a result", () => assert.equal(line([]), "No lot is below its cost today."));

  it("losses hidden by the limits are told", () => assert.equal(line([harvestLot()], []), "1 lot is below cost today, none of them within your limits."));

  it("losses that would all be washed are no losses to realize", () => {
    assert.equal(line([harvestLot({ washedCents: 100_000 })]), "$1,000 of losses, all of them washed if sold today.");
  });

  it("another day is named", () => {
    assert.match(harvestLine({ answer: { asOf: ASOF, lots: [], gaps: [] }, noPrices: false }, [], ASOF - 1, null), /^No lot is below its cost on \S*2026\S*$/);
  });

  it("no prices are no absence of losses", () => assert.match(line([], [], { noPrices: true }), /needs prices/));
});

describe("The status of a lot", () => {
  const words = (more: Partial<HarvestLot>): string => statusOf(harvestLot(more), ASOF, "en-US").words;

  it("clean, washed, lost for good, or clean from a day", () => {
    assert.equal(words({}), "Clean");
    assert.equal(words({ washedCents: 20_000 }), "Washes $200 now");
    assert.equal(words({ washedCents: 30_000, permanentCents: 30_000 }), "Lost for good $300");
    assert.equal(words({ washedCents: 100_000, cleanSaleDay: day("2026-12-21") }), "Clean from 12/21");
    assert.equal(words({ washedCents: 100_000, cleanSaleDay: day("2027-01-04") }), "Clean from 1/4/2027");
  });

  it("what counts stands beside a loss only where part is washed", () => {
    assert.equal(countsLine(harvestLot()), null);
    assert.equal(countsLine(harvestLot({ washedCents: 10_000 })), "$900.00 counts");
    assert.equal(countsLine(harvestLot({ washedCents: 100_000 })), "none counts");
  });

  it("the term says how long it stays so", () => {
    assert.equal(candidateTerm(harvestLot({ daysToLongTerm: 1 })), "Long-term in 1 day");
    assert.equal(candidateTerm(harvestLot({ term: "Long", daysToLongTerm: null })), "Long");
    assert.equal(candidateTerm(harvestLot({ term: "Mixed", daysToLongTerm: null })), "Part short, part long");
  });
});

describe("What a plan comes to, in words", () => {
  const sale = { key: "XYZ|A|ROW 2", shares: 100, gainCents: -100_000 };
  const plan = (harvestedCents: number, sales: object[] = [sale]): HarvestPlan => ({ sales, harvestedCents }) as unknown as HarvestPlan;

  it("the sum of the lots needs no words", () => assert.equal(differenceLine(plan(100_000), [harvestLot()]), null));

  it("R-TAX-5: its total and each lot say the tax of this year that they save, or that it is none", () => {
    assert.equal(totalLine({ ...plan(100_000), worth: WORTH }), "1 lot: $1,000 harvested, saves $570 of tax this year");
    assert.equal(totalLine({ ...plan(100_000), worth: NOTHING }), "1 lot: $1,000 harvested, worth nothing to you this year");
    assert.equal(totalLine({ ...plan(100_000), worth: null }), "1 lot: $1,000 harvested");
    assert.equal(savesLine(WORTH), "saves $570.00 of tax this year");
    assert.equal(savesLine(NOTHING), "worth nothing to you this year");
    assert.equal(savesLine({ ...WORTH, savedCents: -1_000 }), "costs $10.00 of tax this year");
    assert.equal(savesLine({ ...NOTHING, nothing: null }), null);
    assert.equal(savesLine(null), null);
  });

  it("R-TLH-4: what comes back, what is kept for good and what is carried on are told apart", () => {
    assert.equal(laterLine(WORTH, 2026), "If you buy back, $300 comes back when those shares are sold long-term; $270 is kept for good.");
    assert.equal(laterLine({ ...WORTH, comesBackCents: 57_000, keptCents: 0 }, 2026), "If you buy back, $570 comes back when those shares are sold long-term: all of it is deferred, none is kept for good.");
    assert.equal(laterLine({ ...WORTH, comesBackCents: 60_000, keptCents: -3_000 }, 2026), "If you buy back, $600 comes back when those shares are sold long-term, $30 more than is saved now.");
    assert.equal(laterLine({ ...WORTH, comesBackCents: 0, keptCents: 57_000 }, 2026), "It is kept for good: the same gain later is not taxed on a return like this one.");
    assert.equal(laterLine(NOTHING, 2026), "$1,900 of loss is carried into 2027.");
    assert.equal(laterLine({ ...NOTHING, carriedShortCents: 0, carriedLongCents: 0 }, 2026), null);
  });

  it("more together than alone is explained by the order of the sales", () => {
    assert.match(differenceLine(plan(100_000), [harvestLot({ washedCents: 40_000 })]) ?? "", /^Together they harvest \$400\.00 more than each alone: shares sold first/);
  });

  it("less together than alone is explained by the shares that are kept", () => {
    assert.match(differenceLine(plan(90_000), [harvestLot()]) ?? "", /\$100\.00 less than each alone/);
  });

  it("a lot at a gain is named as what it is", () => {
    assert.match(differenceLine(plan(90_000, [{ key: "G", shares: 1, gainCents: 10_000 }, sale]), [harvestLot()]) ?? "", /^1 lot at a gain is sold first, for \$100\.00 of gain/);
  });

  it("parts of lots are not compared", () => assert.equal(differenceLine(plan(10_000, [{ ...sale, shares: 10 }]), [harvestLot()]), null));

  it("beyond the limit the rest is carried over", () => {
    const year = { yearShortCents: 0, yearLongCents: 0, carriedShortCents: 0, carriedLongCents: 0, limitCents: 300_000 };
    const of = (harvestedShortCents: number): string | null => limitLine(yearEffect(year, { harvestedShortCents, harvestedLongCents: 0 }), 2026);
    assert.equal(of(420_000), "Of the net loss of $4,200.00, $3,000.00 counts against other income this year; $1,200.00 is carried into 2027.");
    assert.equal(of(100_000), "The net loss of $1,000.00 counts against other income this year.");
    assert.equal(of(0), null);
  });

  it("the year suggests what brings it to zero and what reaches the limit", () => {
    const year = { yearShortCents: 402_000, yearLongCents: 0, carriedShortCents: 0, carriedLongCents: 100_000, limitCents: 300_000 };
    assert.deepEqual(yearTargets(yearEffect(year, null), 300_000), { zeroCents: 302_000, limitCents: 602_000 });
    const losing = { ...year, yearShortCents: -500_000 };
    assert.deepEqual(yearTargets(yearEffect(losing, null), 300_000), { zeroCents: null, limitCents: null });
  });

  it("a ticked lot that vanished is named", () => {
    assert.match(vanishedLine([tickedWhole(harvestLot())]), /^XYZ row 2 was ticked and is no longer in the list.* It is not in the plan\.$/);
  });
});

describe("Harvest: the line above the button, where nothing is ticked", () => {
  it("asks for ticks only where there is a lot to tick", () => {
    assert.equal(planWritesLine(null, null, 3), "Tick lots to make a plan.");
    assert.equal(planWritesLine(null, null, 0), "There is no plan to write.");
  });
});
