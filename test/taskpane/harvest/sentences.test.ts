import assert from "node:assert/strict";
import { harvestLot } from "../../report/harvest-lot";
import { candidateTerm, countsLine, differenceLine, harvestLine, limitLine, savesLine, statusOf, totalLine, vanishedLine, yearTargets } from "../../../src/taskpane/harvest/harvest-sentences";
import { tickedWhole } from "../../../src/taskpane/harvest/ticks";
import { yearEffect } from "../../../src/taskpane/harvest/year-effect";
import type { HarvestLot, HarvestPlan } from "../../../src/harvest/harvest-types";
import { day } from "../lots/laid-desk";

const ASOF = day("2026-12-05");
const line = (lots: readonly HarvestLot[], shown = lots, more: object = {}): string =>
  harvestLine({ answer: { asOf: ASOF, lots, gaps: [] }, noPrices: false, ...more }, shown, ASOF);

describe("The one line of the Harvest screen", () => {
  it("says what could be realised today, and what that is at the rates of the settings: no more, since gains and the $3,000 limit decide what it is worth", () => {
    // $1,000 and $900 of $1,200: $1,900; $300 and $270 of tax.
    const lots = [harvestLot({ taxSavedCents: 30_000 }), harvestLot({ key: "b", lossCents: 120_000, washedCents: 30_000, taxSavedCents: 27_000 })];
    assert.equal(line(lots), "You could realise $1,900 of losses today, $570 at your rates before netting.");
  });

  it("without rates it leaves the worth out, and ends open for the link to the settings", () => {
    assert.equal(line([harvestLot()]), "You could realise $1,000 of losses today");
  });

  it("healthy but empty is a result", () => assert.equal(line([]), "No lot is below its cost today."));

  it("losses hidden by the limits are told", () => assert.equal(line([harvestLot()], []), "1 lot is below cost today, none of them within your limits."));

  it("losses that would all be washed are no losses to realise", () => {
    assert.equal(line([harvestLot({ washedCents: 100_000 })]), "$1,000 of losses, all of them washed if sold today.");
  });

  it("another day is named", () => {
    assert.match(harvestLine({ answer: { asOf: ASOF, lots: [], gaps: [] }, noPrices: false }, [], ASOF - 1), /^No lot is below its cost on \S*2026\S*$/);
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

  it("R-TLH-4: neither its total nor a lot claims a saving of this year", () => {
    const total = totalLine({ ...plan(100_000), taxSavedCents: 30_000 });
    assert.equal(total, "1 lot: $1,000 harvested, $300 at your rates before netting");
    assert.equal(savesLine(harvestLot({ taxSavedCents: 30_000 })), "$300.00 at your rates");
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
