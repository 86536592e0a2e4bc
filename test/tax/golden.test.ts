/** The golden netting and tax cases, through the functions of src/tax. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Exact, wholeCents } from "../../src/tax/exact";
import { FILING_STATUSES, type FilingStatus } from "../../src/tax/filing-status";
import { lawInForce, type LawInForce } from "../../src/tax/law-in-force";
import { carryover, net } from "../../src/tax/netting";
import { netInvestmentIncomeTax } from "../../src/tax/net-investment-income-tax";
import { regularTax } from "../../src/tax/regular-tax";
import type { Dollars, NettingCase, TaxCase } from "../cases/tax-case-format";

const golden = JSON.parse(readFileSync(new URL("../cases/golden-cases.json", `file://${__filename}`), "utf8")) as {
  readonly nettingCases: readonly NettingCase[];
  readonly taxCases: readonly TaxCase[];
};

function statusOf(word: string): FilingStatus {
  const status = FILING_STATUSES.find((known) => known.toLowerCase() === word);
  assert.ok(status, word);
  return status;
}

function law(year: number, word: string): LawInForce {
  const found = lawInForce(year, statusOf(word));
  assert.ok(found.ok);
  return found.value;
}

const cents = (dollars: Dollars): number => new Exact(dollars).times(100).toNumber();
const sum = (dollars: readonly Dollars[]): number => dollars.reduce((total: number, each) => total + cents(each), 0);

describe("golden netting cases (R-NET-1 to R-NET-4)", () => {
  for (const { id, note, input, expect } of golden.nettingCases) {
    it(`${id}: ${note}`, () => {
      const netted = net(
        {
          shortCents: sum(input.shortTerm),
          longCents: sum(input.longTerm),
          carryShortCents: cents(input.carryShortIn),
          carryLongCents: cents(input.carryLongIn),
        },
        law(2024, input.filingStatus).lossLimit,
      );
      const carried = carryover(netted, cents(input.taxableIncome));
      assert.deepEqual(
        {
          netShort: netted.netShortCents,
          netLong: netted.netLongCents,
          total: netted.totalCents,
          deduction: netted.deductionCents,
          carryShortOut: carried.shortCents,
          carryLongOut: carried.longCents,
        },
        Object.fromEntries(Object.entries(expect).map(([name, dollars]) => [name, cents(dollars)])),
      );
    });
  }
});

describe("golden tax cases (R-TAX-1 to R-TAX-3)", () => {
  for (const { id, note, input, expect } of golden.taxCases) {
    it(`${id}: ${note}`, () => {
      const inForce = law(input.year, input.filingStatus);
      const netLongCents = cents(input.netLong);
      const totalCents = cents(input.netShort) + netLongCents;
      const tax = regularTax(inForce, cents(input.taxableIncome), { netLongCents, totalCents }, cents(input.qualifiedDividends));
      const { ordinaryCents, at0Cents, at15Cents, at20Cents } = tax;
      assert.deepEqual(
        [ordinaryCents, at0Cents, at15Cents, at20Cents, wholeCents(tax.tax)],
        [expect.ordinaryPart, expect.at0, expect.at15, expect.at20, expect.tax].map(cents),
      );
      if (expect.niit === undefined) return;
      const niit = netInvestmentIncomeTax(inForce, cents(input.netInvestmentIncome!), cents(input.magi!));
      assert.equal(wholeCents(niit), cents(expect.niit));
    });
  }
});
