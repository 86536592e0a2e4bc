/** Laws of the tax that hold for every return (R-NET-3, R-TAX-1 to R-TAX-5), on random ones. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { Exact } from "../../src/tax/exact";
import { FILING_STATUSES } from "../../src/tax/filing-status";
import { FIRST_YEAR, LAST_YEAR, lawInForce } from "../../src/tax/law-in-force";
import { carryover, net } from "../../src/tax/netting";
import { ordinaryTax, regularTax } from "../../src/tax/regular-tax";
import { taxAtRates } from "../../src/tax/stated-rates";
import { taxDifference, taxOfResults, type TaxBasis } from "../../src/tax/tax-basis";
import type { TaxSituation } from "../../src/tax/year-tax";

const dollars = (least: number, most: number) => fc.integer({ min: least * 100, max: most * 100 });
const inForce = fc
  .record({ year: fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }), status: fc.constantFrom(...FILING_STATUSES) })
  .map(({ year, status }) => {
    const law = lawInForce(year, status);
    assert.ok(law.ok);
    return law.value;
  });
const situation: fc.Arbitrary<TaxSituation> = fc
  .record({
    law: inForce,
    taxableIncomeCents: dollars(0, 900_000),
    deductionsCents: dollars(0, 60_000),
    qualifiedDividendsCents: dollars(0, 20_000),
    carryShortCents: dollars(0, 15_000),
    carryLongCents: dollars(0, 15_000),
    stateRate: fc.constantFrom(0, 0.05, 0.093),
  })
  .map(({ deductionsCents, ...rest }) => ({
    ...rest,
    qualifiedDividendsCents: Math.min(rest.qualifiedDividendsCents, rest.taxableIncomeCents),
    magiCents: rest.taxableIncomeCents + deductionsCents,
    investmentIncomeCents: rest.qualifiedDividendsCents,
    seniorDeductionCents: 0,
    ordinaryBy: "schedule" as const,
  }));
const result = dollars(-60_000, 200_000);

describe("laws of the year's tax", () => {
  it("R-NET-3: with income enough, what is lost is deducted or carried on, to the cent", () => {
    fc.assert(
      fc.property(result, result, dollars(0, 9000), dollars(0, 9000), (shortCents, longCents, carryShortCents, carryLongCents) => {
        const netted = net({ shortCents, longCents, carryShortCents, carryLongCents }, 3000_00);
        const out = carryover(netted, 1_000_000_00);
        assert.equal(out.shortCents + out.longCents + netted.deductionCents, Math.max(0, -netted.totalCents));
      }),
    );
  });

  it("R-NET-3: the worksheet line by line gives the same as the formulas", () => {
    fc.assert(
      fc.property(result, result, dollars(-20_000, 100_000), (line7, line15, income) => {
        const netted = net({ shortCents: line7, longCents: line15, carryShortCents: 0, carryLongCents: 0 }, 3000_00);
        const line21 = netted.deductionCents;
        if (line7 + line15 >= 0) return;
        // Capital Loss Carryover Worksheet, lines 1 to 13.
        const w1 = income;
        const w2 = line21;
        const w3 = Math.max(0, w1 + w2);
        const w4 = Math.min(w2, w3);
        const w5 = line7 < 0 ? -line7 : 0;
        const w6 = Math.max(0, line15);
        const w8 = line7 < 0 ? Math.max(0, w5 - (w4 + w6)) : 0;
        const w9 = line15 < 0 ? -line15 : 0;
        const w10 = Math.max(0, line7);
        const w11 = Math.max(0, w4 - w5);
        const w13 = line15 < 0 ? Math.max(0, w9 - (w10 + w11)) : 0;
        assert.deepEqual(carryover(netted, income), { shortCents: w8, longCents: w13 });
      }),
    );
  });

  it("R-TAX-1: the Qualified Dividends worksheet line by line gives the same tax", () => {
    fc.assert(
      fc.property(inForce, dollars(0, 900_000), dollars(0, 300_000), dollars(0, 20_000), (law, line1, gain, dividends) => {
        const line4 = dividends + gain;
        const line5 = Math.max(0, line1 - line4);
        const line7 = Math.min(line1, law.zeroTop);
        const line8 = Math.min(line5, line7);
        const line9 = line7 - line8;
        const line10 = Math.min(line1, line4);
        const line12 = line10 - line9;
        const line14 = Math.min(line1, law.fifteenTop);
        const line15 = line5 + line9;
        const line16 = Math.max(0, line14 - line15);
        const line17 = Math.min(line12, line16);
        const line20 = line10 - (line9 + line17);
        const line23 = new Exact(line17).times("0.15").plus(new Exact(line20).times("0.20")).plus(ordinaryTax(law, line5));
        const expected = Exact.min(line23, ordinaryTax(law, line1));
        const ours = regularTax(law, line1, { netLongCents: gain, totalCents: gain }, dividends).tax;
        assert.equal(ours.toString(), expected.toString());
      }),
    );
  });

  it("tax never falls when ordinary income rises, gains staying the same", () => {
    fc.assert(
      fc.property(situation, result, result, dollars(0, 50_000), (before, short, long, more) => {
        const after = { ...before, taxableIncomeCents: before.taxableIncomeCents + more, magiCents: before.magiCents + more };
        const less = taxOfResults({ by: "law", situation: before }, short, long).total;
        assert.ok(taxOfResults({ by: "law", situation: after }, short, long).total.gte(less));
      }),
    );
  });

  it("tax never falls when a short or a long result rises", () => {
    fc.assert(
      fc.property(situation, result, result, dollars(0, 50_000), fc.boolean(), (facts, shortCents, longCents, more, isLong) => {
        const basis: TaxBasis = { by: "law", situation: facts };
        const further = isLong ? { shortCents: 0, longCents: more } : { shortCents: more, longCents: 0 };
        assert.ok(taxDifference(basis, { shortCents, longCents }, further) >= 0);
      }),
    );
  });

  it("R-TAX-5: two steps cost what one step of both costs", () => {
    fc.assert(
      fc.property(situation, result, result, (facts, shortCents, longCents) => {
        const basis: TaxBasis = { by: "law", situation: facts };
        const nothing = { shortCents: 0, longCents: 0 };
        const first = taxDifference(basis, nothing, { shortCents, longCents: 0 });
        const second = taxDifference(basis, { shortCents, longCents: 0 }, { shortCents: 0, longCents });
        const both = taxDifference(basis, nothing, { shortCents, longCents });
        // Each of the three is rounded by itself.
        assert.ok(Math.abs(first + second - both) <= 1);
      }),
    );
  });
});

describe("stated rates (design section 5)", () => {
  const rates = { short: 0.24, long: 0.15, state: 0.05, niit: 0, lossLimitCents: 3000_00, carryShortCents: 0, carryLongCents: 0 };

  it("a short loss is first set against a long gain: 10,000 − 4,000 long at 15 % + 5 % is 1,200", () => {
    const tax = taxAtRates(rates, -4000_00, 10_000_00);
    assert.equal(tax.regular.plus(tax.state).toNumber(), 1200_00);
  });

  it("of a net loss of 8,000 the year deducts 3,000 at 24 % + 5 %: −870, and 5,000 is carried on", () => {
    const tax = taxAtRates(rates, -8000_00, 0);
    assert.equal(tax.regular.plus(tax.state).toNumber(), -870_00);
    assert.deepEqual(tax.carryover, { shortCents: 5000_00, longCents: 0 });
  });
});
