/** R-TAX-2: the tax table of Form 1040, step by step, worked out by its rule (the tax on the middle, half dollars up) and not read off the print; and the last cent of the schedules. */
import assert from "node:assert/strict";
import { lawInForce } from "../../src/tax/law-in-force";
import { ordinaryTax, regularTax } from "../../src/tax/regular-tax";
import { taxOfResults, type TaxBasis } from "../../src/tax/tax-basis";

function single2024() {
  const law = lawInForce(2024, "Single");
  assert.ok(law.ok);
  return law.value;
}

const byTable = (dollars: number): number => ordinaryTax(single2024(), Math.round(dollars * 100), "table").toNumber() / 100;

/** First amount of the step, last cent of it, and the tax of its middle in whole dollars. */
const STEPS: readonly (readonly [from: number, to: number, tax: number, how: string])[] = [
  [0, 4.99, 0, "under 5 nothing"],
  [5, 14.99, 1, "10.00 x 10% = 1.00"],
  [15, 24.99, 2, "20.00 x 10% = 2.00"],
  [25, 49.99, 4, "37.50 x 10% = 3.75"],
  [50, 74.99, 6, "62.50 x 10% = 6.25"],
  [2975, 2999.99, 299, "2,987.50 x 10% = 298.75"],
  [3000, 3049.99, 303, "3,025.00 x 10% = 302.50"],
  [3050, 3099.99, 308, "3,075.00 x 10% = 307.50"],
  [11_600, 11_649.99, 1163, "1,160.00 + 25.00 x 12% = 1,163.00"],
];

describe("R-TAX-2: the tax table of 2024, single", () => {
  for (const [from, to, tax, how] of STEPS) {
    it(`${from} to ${to}: ${how}: ${tax}`, () => assert.deepEqual([byTable(from), byTable(to)], [tax, tax]));
  }
  it("the last step: 5,426.00 + (99,975 - 47,150) x 22% = 17,047.50, rounded up to 17,048", () =>
    assert.deepEqual([byTable(99_950), byTable(99_999.99)], [17_048, 17_048]));
  it("from 100,000 the schedule: 5,426.00 + 52,850 x 22% = 17,053.00, to the cent above", () => {
    assert.equal(byTable(100_000), 17_053);
    assert.equal(byTable(100_000.5), 17_053.11);
  });
});

describe("R-TAX-1, R-TAX-2: the last cent", () => {
  it("deductions above the income: no tax at all, and none of a cent", () =>
    assert.equal(regularTax(single2024(), -5_000_00, { netLongCents: 0, totalCents: 0 }, 0).tax.toString(), "0"));
  it("one cent of gain is taxed: 22% of it is 0.22 cents, state 5% of it 0.05", () => {
    const basis: TaxBasis = {
      by: "law",
      situation: {
        law: single2024(),
        taxableIncomeCents: 60_000_00,
        magiCents: 74_600_00,
        qualifiedDividendsCents: 0,
        investmentIncomeCents: 0,
        carryShortCents: 0,
        carryLongCents: 0,
        seniorDeductionCents: 0,
        stateRate: 0.05,
        ordinaryBy: "schedule",
      },
    };
    const added = taxOfResults(basis, 1, 0).total.minus(taxOfResults(basis, 0, 0).total);
    assert.equal(added.toString(), "0.27");
  });
});
