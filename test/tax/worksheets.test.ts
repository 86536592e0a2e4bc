/** src/tax against the printed worksheets: every year and status, incomes and results around every edge of the brackets. */
import assert from "node:assert/strict";
import { bandsOf, type Band } from "../../src/tax/bands";
import { FILING_STATUSES, type FilingStatus } from "../../src/tax/filing-status";
import { lawInForce, type LawInForce } from "../../src/tax/law-in-force";
import { taxAtRates } from "../../src/tax/stated-rates";
import { taxDifference, taxOfResults, type TaxBasis } from "../../src/tax/tax-basis";
import { yearTax, type TaxSituation } from "../../src/tax/year-tax";
import {
  carryoverLines, gainTaxLines, investmentTax, scheduleDLines, scheduleTax, tableTax, YEARS_AND_STATUSES, type StatusAmounts,
} from "./printed-worksheets";

/** What the oracle and src are both asked. Cents. */
interface Return {
  readonly income: number;
  readonly dividends: number;
  readonly investment: number;
  /** MAGI is the taxable income and this. */
  readonly deductions: number;
  readonly carryShort: number;
  readonly carryLong: number;
}

type Results = readonly [short: number, long: number];

const CASES: readonly (readonly [Results, Partial<Return>])[] = [
  [[0, 0], {}],
  [[0, 0], { dividends: 2500_00 }],
  [[0, 12_345_67], { dividends: 1200_50, deductions: 14_600_00 }],
  [[5000_01, 60_000_00], { investment: 800_00 }],
  [[-7000_00, 50_000_00], { dividends: 900_00, carryLong: 1234_56 }],
  [[40_000_00, -10_000_00], { investment: 30_000_00, deductions: 29_200_00 }],
  [[-90_000_00, 1000_00], { dividends: 300_00 }],
  [[-2999_99, 0], { investment: 5000_00 }],
  [[0, -3000_01], { dividends: 4000_00, carryShort: 10 }],
  [[700_00, 900_00], { carryShort: 9000_00, carryLong: 2000_00, dividends: 50_00 }],
  [[250_000_00, 900_000_00], { investment: -4000_00 }],
];

/** Taxable income without the results, so that with them the income, or its ordinary part, lies at an edge or a cent beside it. */
function incomesAt(amounts: StatusAmounts, [short, long]: Results, { dividends = 0, carryShort = 0, carryLong = 0 }: Partial<Return>): number[] {
  const edges = [0, 100_000, ...amounts.ordinaryTops, amounts.ltcg.zeroMax, amounts.ltcg.fifteenMax, amounts.niitThreshold].map((dollars) => dollars * 100);
  const { line15, line16, line21 } = scheduleDLines(amounts.capitalLossLimit, short, long, carryShort, carryLong);
  const added = line16 > 0 ? line16 : -line21;
  const preferred = dividends + Math.max(0, Math.min(line15, line16));
  const exact = edges.flatMap((edge) => [edge - added, edge - added + preferred]);
  return [...exact.flatMap((income) => [income - 1, income, income + 1]), -1500_000_00, -12_345_67, 3_000_000_00];
}

const LAWS = new Map<string, LawInForce>();

/** Once for a year and status: the grid asks for it a thousand times. */
function lawOf(year: number, name: string): LawInForce {
  const known = LAWS.get(`${year} ${name}`);
  if (known !== undefined) return known;
  const status = FILING_STATUSES.find((known) => known.toLowerCase() === name) as FilingStatus;
  const law = lawInForce(year, status);
  assert.ok(law.ok);
  LAWS.set(`${year} ${name}`, law.value);
  return law.value;
}

function situationOf(year: number, status: string, facts: Return, by: "schedule" | "table" = "schedule"): TaxSituation {
  return {
    law: lawOf(year, status),
    taxableIncomeCents: facts.income,
    magiCents: facts.income + facts.deductions,
    qualifiedDividendsCents: facts.dividends,
    investmentIncomeCents: facts.investment,
    carryShortCents: facts.carryShort,
    carryLongCents: facts.carryLong,
    seniorDeductionCents: 0,
    stateRate: 0,
    ordinaryBy: by,
  };
}

const NOTHING: Return = { income: 0, dividends: 0, investment: 0, deductions: 0, carryShort: 0, carryLong: 0 };

/** Regular tax and net investment income tax by the worksheets, in thousandths of a cent. */
function taxByHand(amounts: StatusAmounts, facts: Return, [short, long]: Results, ordinary: typeof scheduleTax = scheduleTax) {
  const lines = scheduleDLines(amounts.capitalLossLimit, short, long, facts.carryShort, facts.carryLong);
  const added = lines.line16 > 0 ? lines.line16 : -lines.line21;
  const income = facts.income + added;
  const gains = gainTaxLines(amounts, Math.max(0, income), facts.dividends, lines, ordinary);
  const niit = investmentTax(amounts, facts.investment + added, facts.income + facts.deductions + added);
  return { lines, income, gains, niit, total: gains.line25 + niit };
}

/** Every case of the grid for a year and status. */
function* gridOf(amounts: StatusAmounts): Generator<readonly [Return, Results]> {
  for (const [results, more] of CASES) {
    const filled = { ...NOTHING, investment: more.dividends ?? 0, ...more };
    for (const income of incomesAt(amounts, results, more)) yield [{ ...filled, income }, results];
  }
}

const named = (facts: Return, results: Results): string => JSON.stringify({ ...facts, results });

for (const [year, status, amounts] of YEARS_AND_STATUSES) {
  describe(`The printed worksheets of ${year}, ${status}`, () => {
    it("R-NET-1 to R-NET-4: Schedule D and its Capital Loss Carryover Worksheet", () => {
      for (const [facts, results] of gridOf(amounts)) {
        const { netted, carryover } = yearTax(situationOf(year, status, facts), ...results);
        const { lines, income } = taxByHand(amounts, facts, results);
        const said = named(facts, results);
        assert.deepEqual([netted.netShortCents, netted.netLongCents, netted.totalCents, netted.deductionCents], [lines.line7, lines.line15, lines.line16, lines.line21], said);
        assert.deepEqual([carryover.shortCents, carryover.longCents], carryoverLines(income, lines), said);
      }
    });

    it("R-TAX-1, R-TAX-3: the Qualified Dividends and Capital Gain Tax Worksheet by the schedules, and Form 8960", () => {
      for (const [facts, results] of gridOf(amounts)) {
        const { regular, niit, taxableIncomeCents } = yearTax(situationOf(year, status, facts), ...results);
        const hand = taxByHand(amounts, facts, results);
        const { ordinaryCents, at0Cents, at15Cents, at20Cents } = regular;
        const { line5, line9, line17, line20, line25 } = hand.gains;
        const said = named(facts, results);
        assert.deepEqual([ordinaryCents, at0Cents, at15Cents, at20Cents], [line5, line9, line17, line20], said);
        assert.deepEqual([regular.tax.times(1000).toNumber(), niit.times(1000).toNumber(), taxableIncomeCents], [line25, hand.niit, hand.income], said);
      }
    });

    it("R-TAX-2: the same by the printed tax table under $100,000", () => {
      for (const [facts, results] of gridOf(amounts)) {
        const { regular } = yearTax(situationOf(year, status, facts, "table"), ...results);
        assert.equal(regular.tax.times(1000).toNumber(), taxByHand(amounts, facts, results, tableTax).gains.line25, named(facts, results));
      }
    });

    it("R-TAX-5: what the results add, and the next dollar of each term, are differences of two whole returns", () => {
      for (const [facts, results] of gridOf(amounts)) {
        const basis: TaxBasis = { by: "law", situation: situationOf(year, status, facts) };
        const [short, long] = results;
        const now = taxByHand(amounts, facts, results).total;
        const nothing = taxByHand(amounts, facts, [0, 0]).total;
        const added = taxDifference(basis, { shortCents: 0, longCents: 0 }, { shortCents: short, longCents: long });
        // A tax that falls by half a cent is rounded away from zero as one that rises.
        const inCents = (now - nothing) / 1000;
        assert.equal(added, Math.sign(inCents) * Math.round(Math.abs(inCents)) + 0, named(facts, results));
        for (const next of [[short + 100, long], [short, long + 100]] as const) {
          const more = taxOfResults(basis, ...next).total.minus(taxOfResults(basis, ...results).total);
          assert.equal(more.times(1000).toNumber(), taxByHand(amounts, facts, next).total - now, named(facts, next));
        }
      }
    });

    it("the bands hold all of the income, and the tax added up from them is that of the worksheets", () => {
      for (const [facts, results] of gridOf(amounts)) {
        const bands = bandsOf(situationOf(year, status, facts), ...results);
        const hand = taxByHand(amounts, facts, results);
        const said = named(facts, results);
        const filled = (kind: readonly Band[]): number => kind.reduce((sum, band) => sum + band.filledCents, 0);
        assert.deepEqual([filled(bands.ordinary), filled(bands.gains), filled(bands.netInvestment)], [bands.ordinaryCents, bands.preferredCents, bands.investmentCents], said);
        assert.equal(bands.ordinaryCents + bands.preferredCents, Math.max(0, hand.income), said);
        assert.equal(bands.taxableIncomeCents, hand.income, said);
        const taxFrom = (kind: readonly Band[]): number => kind.reduce((sum, band) => sum + Math.round(band.rate * 1000) * band.filledCents, 0);
        assert.equal(taxFrom(bands.ordinary) + taxFrom(bands.gains), hand.gains.line25, said);
        assert.equal(taxFrom(bands.netInvestment), hand.niit, said);
      }
    });

    it("the next dollar lands in one band of its kind at most, with room in it, and in none above it is anything filled", () => {
      for (const [facts, results] of gridOf(amounts)) {
        const { ordinary, gains, netInvestment } = bandsOf(situationOf(year, status, facts), ...results);
        for (const kind of [ordinary, gains, netInvestment]) {
          const next = kind.filter(({ isNext }) => isNext);
          assert.ok(next.length <= 1, named(facts, results));
          for (const { fromCents, roomCents } of next) {
            assert.ok(roomCents === null || roomCents > 0, named(facts, results));
            assert.ok(kind.every((band) => band.fromCents <= fromCents || band.filledCents === 0), named(facts, results));
          }
        }
      }
    });

    it("a further cent of ordinary income, with no gain on top, costs the rate of the band that has the next dollar", () => {
      for (const income of incomesAt(amounts, [0, 0], {})) {
        const facts = { ...NOTHING, income };
        const rate = bandsOf(situationOf(year, status, facts), 0, 0).ordinary.find(({ isNext }) => isNext)?.rate ?? 0;
        const cost = scheduleTax(amounts, Math.max(0, income + 1)) - scheduleTax(amounts, Math.max(0, income));
        assert.equal(Math.round(rate * 1000), cost, String(income));
      }
    });

    for (const [by, ordinary] of [["schedule", "the schedules"], ["table", "the printed table"]] as const) {
      it(`the tax by ${ordinary} never falls from one income of the grid to the next higher, nor as a result rises over it`, () => {
        for (const [results, more] of CASES) {
          const filled = { ...NOTHING, investment: more.dividends ?? 0, ...more };
          const incomes = incomesAt(amounts, results, more).sort((a, b) => a - b);
          let [before, alone] = [-Infinity, -Infinity];
          for (const income of incomes) {
            const tax = yearTax(situationOf(year, status, { ...filled, income }, by), ...results).total.toNumber();
            assert.ok(tax >= before, `${income} ${JSON.stringify(more)}`);
            before = tax;
          }
          const wages = situationOf(year, status, { ...filled, income: amounts.ltcg.zeroMax * 50 }, by);
          for (const gain of incomes) {
            const tax = yearTax(wages, results[0], gain).total.toNumber();
            assert.ok(tax >= alone, `long ${gain} ${JSON.stringify(more)}`);
            alone = tax;
          }
          alone = -Infinity;
          for (const gain of incomes) {
            const tax = yearTax(wages, gain, results[1]).total.toNumber();
            assert.ok(tax >= alone, `short ${gain} ${JSON.stringify(more)}`);
            alone = tax;
          }
        }
      });
    }
  });
}

describe("Stated rates against the lines of Schedule D (R-NET-1 to R-NET-3)", () => {
  // Per mille: 24 %, 15 %, 5 % of state and 3.8 %.
  const [SHORT, LONG, STATE, NIIT] = [240, 150, 50, 38];
  const RESULTS = [-90_000_00, -3000_01, -3000_00, -1500_00, -1, 0, 1, 800_75, 3000_00, 12_345_67];
  for (const limit of [3000, 1500]) {
    it(`with a limit of $${limit}: a gain at its rate, a deducted loss at the short rate, state and NIIT on both`, () => {
      for (const short of RESULTS) for (const long of RESULTS) for (const [line6, line14] of [[0, 0], [2000_00, 0], [0, 5000_50]] as const) {
        const rates = { short: 0.24, long: 0.15, state: 0.05, niit: 0.038, lossLimitCents: limit * 100, carryShortCents: line6, carryLongCents: line14 };
        const lines = scheduleDLines(limit, short, long, line6, line14);
        const { line15, line16, line21 } = lines;
        const longTaxed = line15 > 0 && line16 > 0 ? Math.min(line15, line16) : 0;
        const added = line16 > 0 ? line16 : -line21;
        const tax = taxAtRates(rates, short, long);
        const said = `${short} ${long} ${line6} ${line14}`;
        assert.deepEqual(
          [tax.regular, tax.state, tax.niit].map((part) => part.times(1000).toNumber() + 0),
          [SHORT * (added - longTaxed) + LONG * longTaxed, STATE * added, NIIT * added].map((part) => part + 0),
          said,
        );
        // Without an income the whole deduction counts as used: the worksheet of a return with income enough.
        assert.deepEqual([tax.carryover.shortCents, tax.carryover.longCents], carryoverLines(1_000_000_00, lines), said);
        const basis: TaxBasis = { by: "rates", rates };
        for (const [moreShort, moreLong] of [[1, 0], [0, 1]] as const) {
          assert.ok(taxOfResults(basis, short + moreShort, long + moreLong).total.gte(taxOfResults(basis, short, long).total), said);
        }
      }
    });
  }
});
