/** Laws of the tax that hold for every return (R-NET-3, R-TAX-1 to R-TAX-5), on random ones. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { FILING_STATUSES } from "../../src/tax/filing-status";
import { FIRST_YEAR, LAST_YEAR, lawInForce } from "../../src/tax/law-in-force";
import { carryover, net } from "../../src/tax/netting";
import { regularTax } from "../../src/tax/regular-tax";
import { taxAtRates } from "../../src/tax/stated-rates";
import { taxDifference, taxOfResults, type TaxBasis } from "../../src/tax/tax-basis";
import type { TaxSituation } from "../../src/tax/year-tax";
import { carryoverLines, gainTaxLines, scheduleDLines, scheduleTax, tableTax, YEARS_AND_STATUSES } from "./printed-worksheets";

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
    taxableIncomeCents: dollars(-60_000, 900_000),
    ordinaryBy: fc.constantFrom("schedule" as const, "table" as const),
    investmentIncomeCents: dollars(-20_000, 40_000),
    deductionsCents: dollars(0, 60_000),
    qualifiedDividendsCents: dollars(0, 20_000),
    carryShortCents: dollars(0, 15_000),
    carryLongCents: dollars(0, 15_000),
    stateRate: fc.constantFrom(0, 0.05, 0.093),
  })
  .map(({ deductionsCents, ...rest }) => ({
    ...rest,
    magiCents: rest.taxableIncomeCents + deductionsCents,
    seniorDeductionCents: 0,
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

  it("R-NET-3: the printed worksheet gives the same as the formulas", () => {
    fc.assert(
      fc.property(result, result, dollars(-20_000, 100_000), (short, long, income) => {
        const netted = net({ shortCents: short, longCents: long, carryShortCents: 0, carryLongCents: 0 }, 3000_00);
        const { shortCents, longCents } = carryover(netted, income);
        assert.deepEqual([shortCents, longCents], carryoverLines(income, scheduleDLines(3000, short, long, 0, 0)));
      }),
    );
  });

  it("R-TAX-1, R-TAX-2: the Qualified Dividends worksheet gives the same tax, by the schedules and by the printed table", () => {
    const lines = fc.constantFrom(...YEARS_AND_STATUSES);
    fc.assert(
      fc.property(lines, dollars(0, 900_000), dollars(0, 300_000), dollars(0, 20_000), ([year, status, amounts], income, gain, dividends) => {
        const law = lawInForce(year, FILING_STATUSES.find((known) => known.toLowerCase() === status)!);
        assert.ok(law.ok);
        const inYear = law.value;
        for (const [by, ordinary] of [["schedule", scheduleTax], ["table", tableTax]] as const) {
          const { tax: ours } = regularTax(inYear, income, { netLongCents: gain, totalCents: gain }, dividends, by);
          assert.equal(ours.times(1000).toNumber(), gainTaxLines(amounts, income, dividends, { line15: gain, line16: gain }, ordinary).line25);
        }
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
