/** Room in the bands, and their edges at nothing (R-TAX-1 to R-TAX-3): Single, 2024, figures worked out beside. */
import assert from "node:assert/strict";
import { bandsOf, type Band } from "../../src/tax/bands";
import { lawInForce } from "../../src/tax/law-in-force";
import { ordinaryTax } from "../../src/tax/regular-tax";
import { taxAtRates } from "../../src/tax/stated-rates";
import { wholeCents, Exact } from "../../src/tax/exact";
import type { TaxSituation } from "../../src/tax/year-tax";

function single(dollars: { income: number; magi: number; investment?: number }): TaxSituation {
  const law = lawInForce(2024, "Single");
  assert.ok(law.ok);
  return {
    law: law.value,
    taxableIncomeCents: Math.round(dollars.income * 100),
    magiCents: Math.round(dollars.magi * 100),
    qualifiedDividendsCents: 0,
    investmentIncomeCents: (dollars.investment ?? 0) * 100,
    carryShortCents: 0,
    carryLongCents: 0,
    seniorDeductionCents: 0,
    stateRate: 0,
    ordinaryBy: "schedule",
  };
}

const dollarsOf = (cents: number | null): number | null => (cents === null ? null : cents / 100);
const room = (bands: readonly Band[]) => bands.map(({ roomCents }) => dollarsOf(roomCents));
const filled = (bands: readonly Band[]) => bands.map(({ filledCents }) => dollarsOf(filledCents));
const nextRate = (bands: readonly Band[]) => bands.find(({ isNext }) => isNext)?.rate ?? null;

describe("R-TAX-1 to R-TAX-3: 40,000 of income, 10,000 short and 8,000 long", () => {
  const bands = bandsOf(single({ income: 40_000, magi: 54_600, investment: 500 }), 10_000_00, 8_000_00);
  it("50,000 is ordinary: no room in 10% and 12%, 100,525 - 50,000 in 22%, the whole width above", () => {
    assert.deepEqual(filled(bands.ordinary), [11_600, 35_550, 2850, 0, 0, 0, 0]);
    assert.deepEqual(room(bands.ordinary), [0, 0, 50_525, 91_425, 51_775, 365_625, null]);
  });
  it("the gain lies from 50,000 to 58,000, above the 0% band: 518,900 - 58,000 of room at 15%", () => {
    assert.deepEqual(filled(bands.gains), [0, 8000, 0]);
    assert.deepEqual(room(bands.gains), [0, 460_900, null]);
    assert.deepEqual([dollarsOf(bands.ordinaryCents), dollarsOf(bands.preferredCents)], [50_000, 8000]);
  });
  it("18,500 is investment income in 72,600 of MAGI: 200,000 - 72,600 of room below the threshold", () => {
    assert.deepEqual(filled(bands.netInvestment), [18_500, 0]);
    assert.deepEqual(room(bands.netInvestment), [127_400, null]);
    assert.equal(dollarsOf(bands.investmentCents), 18_500);
  });
});

describe("bands at nothing", () => {
  it("a taxable income of 0.00 takes the next dollar in the first bands; one of -0.01 in none", () => {
    const [zero, below] = [0, -0.01].map((income) => bandsOf(single({ income, magi: 14_600 }), 0, 0));
    assert.deepEqual([nextRate(zero!.ordinary), nextRate(zero!.gains)], [0.1, 0]);
    assert.deepEqual([nextRate(below!.ordinary), nextRate(below!.gains)], [null, null]);
  });
  it("below nothing there is nothing in any band, not a cent", () => {
    const bands = bandsOf(single({ income: -5000, magi: -400 }), 0, 0);
    assert.deepEqual([bands.ordinaryCents, bands.preferredCents, bands.investmentCents], [0, 0, 0]);
    for (const kind of [bands.ordinary, bands.gains, bands.netInvestment]) assert.ok(filled(kind).every((dollars) => dollars === 0));
  });
  it("no investment income: the next dollar of it counts; a deducted loss of 3,000 comes first", () => {
    assert.equal(nextRate(bandsOf(single({ income: 40_000, magi: 54_600 }), 0, 0).netInvestment), 0);
    assert.equal(nextRate(bandsOf(single({ income: 40_000, magi: 54_600 }), -3_000_00, 0).netInvestment), null);
  });
});

describe("the first cent", () => {
  it("of income is taxed at 10%: 0.1 cents", () => assert.equal(ordinaryTax(single({ income: 0, magi: 0 }).law, 1).toString(), "0.1"));
  it("of a long-term gain at a stated 15%: 0.15 cents, of a short-term one at 24%: 0.24", () => {
    const rates = { short: 0.24, long: 0.15, state: 0, niit: 0, lossLimitCents: 3000_00, carryShortCents: 0, carryLongCents: 0 };
    assert.deepEqual([taxAtRates(rates, 0, 1), taxAtRates(rates, 1, 0)].map(({ regular }) => regular.toString()), ["0.15", "0.24"]);
  });
  it("a tax that rounds to nothing is 0 and never -0", () => assert.ok(Object.is(wholeCents(new Exact(-0.2)), 0)));
});
