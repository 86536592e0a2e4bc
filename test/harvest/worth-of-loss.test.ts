import assert from "node:assert/strict";
import { savedByLoss, worthInTurn, worthOfLoss, type WorthOfLoss } from "../../src/harvest/worth-of-loss";
import type { YearSoFar } from "../../src/harvest/year-so-far";
import { lawInForce } from "../../src/tax/law-in-force";
import { wholeCents } from "../../src/tax/exact";
import type { StatedRates } from "../../src/tax/stated-rates";
import { yearTax, type TaxSituation } from "../../src/tax/year-tax";
import { seededDraw } from "../oracle/seeded";

/** 2025, from Rev. Proc. 2024-40: single 22% from 48,475 to 103,350, 24% to 197,300; long-term 0% to 48,350, then 15%. */
function situation(dollars: { income: number; magi?: number; carryShort?: number; carryLong?: number }, more: Partial<TaxSituation> = {}, status: "Single" | "MFS" = "Single"): TaxSituation {
  const law = lawInForce(2025, status);
  if (!law.ok) throw new Error(law.problem.sentence);
  const { income, magi = income, carryShort = 0, carryLong = 0 } = dollars;
  return {
    law: law.value,
    taxableIncomeCents: income * 100,
    magiCents: magi * 100,
    qualifiedDividendsCents: 0,
    investmentIncomeCents: 0,
    carryShortCents: carryShort * 100,
    carryLongCents: carryLong * 100,
    seniorDeductionCents: 0,
    stateRate: 0,
    ordinaryBy: "schedule",
    ...more,
  };
}

const byLaw = (of: TaxSituation, short: number, long: number): YearSoFar => ({
  year: 2025,
  basis: { by: "law", situation: of },
  realised: { shortCents: short * 100, longCents: long * 100 },
});

const RATES: StatedRates = { short: 0.24, long: 0.15, state: 0.05, niit: 0.038, lossLimitCents: 300_000, carryShortCents: 0, carryLongCents: 0 };
const atRates = (rates: Partial<StatedRates>, short: number, long: number): YearSoFar => ({
  year: 2025,
  basis: { by: "rates", rates: { ...RATES, ...rates } },
  realised: { shortCents: short * 100, longCents: long * 100 },
});

const worth = (year: YearSoFar, short: number, long: number): WorthOfLoss => worthOfLoss(year, { shortCents: Math.round(short * 100), longCents: Math.round(long * 100) });
/** Dollars: saved, comes back, kept for good. */
const threeOf = ({ savedCents, comesBackCents, keptCents }: WorthOfLoss): number[] => [savedCents, comesBackCents, keptCents].map((cents) => cents / 100);
const carried = ({ carriedShortCents, carriedLongCents }: WorthOfLoss): number[] => [carriedShortCents / 100, carriedLongCents / 100];

describe("R-TAX-5, R-TLH-5: a loss is set against gains of its own term first", () => {
  // 90,000 of income, 5,000 gained short and 5,000 long: the short at 22%, the long at 15%.
  const year = byLaw(situation({ income: 90_000 }), 5_000, 5_000);
  it("5,000 short at 22% is 1,100; bought back, 5,000 more long at 15% is 750; 350 is kept", () => assert.deepEqual(threeOf(worth(year, 5_000, 0)), [1_100, 750, 350]));
  it("5,000 long at 15% is 750, and all of it comes back", () => assert.deepEqual(threeOf(worth(year, 0, 5_000)), [750, 750, 0]));
  it("8,000 short: 5,000 at 22%, then 3,000 of the long gain at 15%: 1,100 + 450", () => assert.equal(worth(year, 8_000, 0).savedCents, 155_000));
  it("beside 5,000 of short gain alone a long loss saves as much as a short one: 22%", () => {
    const short = byLaw(situation({ income: 90_000 }), 5_000, 0);
    assert.deepEqual([worth(short, 5_000, 0).savedCents, worth(short, 0, 5_000).savedCents], [110_000, 110_000]);
  });
});

describe("R-TLH-5: a loss that is worth nothing this year, and why", () => {
  it("long gains in the 0% band: 30,000 + 5,000 is under 48,350, with the loss and later without it", () => {
    const found = worth(byLaw(situation({ income: 30_000 }), 0, 5_000), 0, 2_000);
    assert.deepEqual([threeOf(found), found.nothing], [[0, 0, 0], "untaxed-gains"]);
  });
  it("and it may cost later: 43,000 + 5,000 + 2,000 is 1,650 over 48,350, at 15% 247.50", () => {
    const found = worth(byLaw(situation({ income: 43_000 }), 0, 5_000), 0, 2_000);
    assert.deepEqual([threeOf(found), found.nothing], [[0, 247.5, -247.5], "untaxed-gains"]);
  });
  it("3,000 are lost already: all 4,000 are carried on, and used up when the gain comes", () => {
    const found = worth(byLaw(situation({ income: 90_000 }), -3_000, 0), 0, 4_000);
    assert.deepEqual([threeOf(found), carried(found), found.nothing], [[0, 0, 0], [0, 4_000], "past-limit"]);
  });
  it("no taxable income: nothing is lowered, and R-NET-3 carries all of it on", () => {
    const found = worth(byLaw(situation({ income: -5_000 }), 0, 0), 2_000, 0);
    assert.deepEqual([found.savedCents, carried(found), found.nothing], [0, [2_000, 0], "untaxed-income"]);
  });
  it("R-TAX-2: by the printed table 90,020 and 90,010 stand on one step", () => {
    const year = (ordinaryBy: TaxSituation["ordinaryBy"]) => byLaw(situation({ income: 90_020 }, { ordinaryBy }), 0, 0);
    assert.deepEqual([worth(year("table"), 10, 0).savedCents, worth(year("table"), 10, 0).nothing], [0, "table-step"]);
    assert.deepEqual([worth(year("schedule"), 10, 0).savedCents, worth(year("schedule"), 10, 0).nothing], [220, null]);
  });
  it("in the 0% band the table is not the reason", () =>
    assert.equal(worth(byLaw(situation({ income: 30_000 }, { ordinaryBy: "table" }), 0, 5_000), 0, 2_000).nothing, "untaxed-gains"));
  it("a cent at 22% is less than half a cent", () => assert.equal(worth(byLaw(situation({ income: 90_000 }), 0, 0), 0.01, 0).nothing, "under-a-cent"));
  it("stated rates of 0% save nothing on a gain", () => assert.equal(worth(atRates({ long: 0, state: 0, niit: 0 }, 0, 9_000), 0, 1_000).nothing, "untaxed-gains"));
  it("nothing is said of a sale of which nothing counts, or of a gain", () =>
    assert.deepEqual([worth(atRates({}, 0, 0), 0, 0).nothing, worth(atRates({ long: 0, state: 0, niit: 0 }, 0, 0), 0, -50).nothing], [null, null]));
});

describe("R-NET-2, R-NET-3: the limit, and what is carried on", () => {
  it("1,000 lost, then 4,000: 2,000 more are deducted at 22%, 2,000 carried on", () => {
    const found = worth(byLaw(situation({ income: 90_000 }), -1_000, 0), 4_000, 0);
    // Next year −1,000 short, −2,000 carried, +4,000 long: 1,000 at 15% is 150; without, 1,000 deducted at 22% is −220.
    assert.deepEqual([threeOf(found), carried(found)], [[440, 370, 70], [2_000, 0]]);
  });
  it("married filing separately: 1,500 of 4,000 at 22% is 330, 2,500 carried on", () => {
    const found = worth(byLaw(situation({ income: 90_000 }, {}, "MFS"), 0, 0), 4_000, 0);
    assert.deepEqual([found.savedCents, carried(found)], [33_000, [2_500, 0]]);
  });
  it("10,000 carried in against 12,000 long: of 5,000 more, 2,000 at 15% and 3,000 off other income at 22%", () => {
    const found = worth(byLaw(situation({ income: 90_000, carryLong: 10_000 }), 0, 12_000), 0, 5_000);
    assert.deepEqual([found.savedCents, carried(found)], [96_000, [0, 0]]);
  });
});

describe("R-TAX-3: the net investment income tax is part of what a loss saves", () => {
  it("MAGI 195,000 and 10,000 long: 5,000 over 200,000 at 3.8% is 190, beside 15% of 10,000", () =>
    assert.equal(worth(byLaw(situation({ income: 180_000, magi: 195_000 }), 0, 10_000), 0, 10_000).savedCents, 150_000 + 19_000));
});

describe("R-TAX-5: stated rates, and the state rate beside the tables", () => {
  it("24% + 5% + 3.8% on 1,000 short", () => assert.equal(worth(atRates({}, 2_000, 0), 1_000, 0).savedCents, 32_800));
  it("15% + 5% + 3.8% on 1,000 long", () => assert.equal(worth(atRates({}, 0, 2_000), 0, 1_000).savedCents, 23_800));
  it("22% of the table and 5% of the state", () => assert.equal(worth(byLaw(situation({ income: 90_000 }, { stateRate: 0.05 }), 2_000, 0), 1_000, 0).savedCents, 27_000));
});

describe("R-TAX-5, R-TLH-4: laws of what a loss is worth, on random years", () => {
  const draw = seededDraw(20_251_210);
  const dollars = (low: number, high: number): number => low + draw(high - low);
  const isHeads = (): boolean => draw(2) === 0;
  const years = Array.from({ length: 400 }, () => {
    const of = situation(
      { income: dollars(-20_000, 400_000), magi: 400_000, carryShort: isHeads() ? 0 : dollars(0, 20_000), carryLong: isHeads() ? 0 : dollars(0, 20_000) },
      { stateRate: isHeads() ? 0 : 0.05 },
    );
    const losses = Array.from({ length: 1 + draw(5) }, () => ({ shortCents: dollars(-100_000, 900_000), longCents: dollars(-100_000, 900_000) }));
    return { of, losses, year: byLaw(of, dollars(-10_000, 40_000), dollars(-10_000, 40_000)) };
  });
  const all = (losses: readonly { shortCents: number; longCents: number }[]) =>
    losses.reduce((sum, loss) => ({ shortCents: sum.shortCents + loss.shortCents, longCents: sum.longCents + loss.longCents }), { shortCents: 0, longCents: 0 });

  it("saved is the tax of the year without the losses less the tax with them", () => {
    for (const { of, losses, year } of years) {
      const { shortCents, longCents } = all(losses);
      const [without, withLosses] = [yearTax(of, year.realised.shortCents, year.realised.longCents), yearTax(of, year.realised.shortCents - shortCents, year.realised.longCents - longCents)];
      const saved = wholeCents(without.total.minus(withLosses.total));
      assert.deepEqual([worthOfLoss(year, all(losses)).savedCents, savedByLoss(year, all(losses))], [saved, saved]);
    }
  });
  it("losses in turn add up to all of them, to the cent, in every column", () => {
    for (const { losses, year } of years) {
      const [inTurn, together] = [worthInTurn(year, losses), worthOfLoss(year, all(losses))];
      for (const column of ["savedCents", "comesBackCents", "keptCents", "carriedShortCents", "carriedLongCents"] as const) {
        assert.equal(inTurn.reduce((sum, one) => sum + one[column], 0), together[column], column);
      }
    }
  });
  it("a loss is used this year or carried on, nothing of it twice and nothing lost", () => {
    for (const { of, losses, year } of years.filter(({ of: { taxableIncomeCents } }) => taxableIncomeCents >= 300_000)) {
      const { shortCents, longCents } = all(losses);
      const used = (short: number, long: number): number => {
        const { totalCents, deductionCents } = yearTax(of, short, long).netted;
        return totalCents > 0 ? totalCents : -deductionCents;
      };
      const { realised } = year;
      const found = worthOfLoss(year, { shortCents, longCents });
      const usedNow = used(realised.shortCents, realised.longCents) - used(realised.shortCents - shortCents, realised.longCents - longCents);
      assert.equal(usedNow + found.carriedShortCents + found.carriedLongCents, shortCents + longCents);
    }
  });
  it("a loss never costs tax this year", () => {
    for (const { losses, year } of years) {
      const [loss] = losses;
      if (loss!.shortCents >= 0 && loss!.longCents >= 0) assert.ok(worthOfLoss(year, loss!).savedCents >= 0);
    }
  });
});
