/** R-TAX-6: the dated rows against the verified tables, year by year and status by status. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FILING_STATUSES } from "../../src/tax/filing-status";
import { LOSS_LIMITS, NIIT_RATE, NIIT_THRESHOLDS, SENIOR_DEDUCTION_YEARS } from "../../src/tax/fixed-amounts";
import { GAIN_RATES, GAIN_THRESHOLDS } from "../../src/tax/gain-thresholds";
import { FIRST_YEAR, LAST_YEAR, lawInForce } from "../../src/tax/law-in-force";
import { ORDINARY_BRACKETS, ORDINARY_RATES } from "../../src/tax/ordinary-brackets";

interface Verified {
  readonly _about: { readonly ordinaryRates: readonly string[]; readonly ltcgRates: readonly string[]; readonly niit: { readonly rate: string } };
  readonly years: Readonly<Record<string, {
    readonly source: string;
    readonly status: Readonly<Record<string, {
      readonly ordinaryTops: readonly number[];
      readonly ltcg: { readonly zeroMax: number; readonly fifteenMax: number };
      readonly niitThreshold: number;
      readonly capitalLossLimit: number;
    }>>;
  }>>;
}

const verified = JSON.parse(readFileSync(new URL("./tax-tables.json", `file://${__filename}`), "utf8")) as Verified;

describe("law in force (R-TAX-6)", () => {
  for (const [year, { status: statuses, source }] of Object.entries(verified.years)) {
    it(`${year}: every bracket, threshold and limit is the verified one`, () => {
      for (const status of FILING_STATUSES) {
        const found = lawInForce(Number(year), status);
        assert.ok(found.ok);
        const law = found.value;
        const amounts = statuses[status.toLowerCase()]!;
        const inCents = (dollars: number): number => dollars * 100;
        assert.deepEqual(law.ordinaryTops, amounts.ordinaryTops.map(inCents), `${status} brackets`);
        assert.deepEqual(law.ordinaryRates.map((rate) => rate.toFixed(2)), verified._about.ordinaryRates);
        assert.deepEqual([law.zeroTop, law.fifteenTop], [amounts.ltcg.zeroMax, amounts.ltcg.fifteenMax].map(inCents), `${status} gains`);
        assert.deepEqual([law.fifteenRate.toFixed(2), law.twentyRate.toFixed(2)], verified._about.ltcgRates.slice(1));
        assert.deepEqual([law.niitThreshold, law.lossLimit], [amounts.niitThreshold, amounts.capitalLossLimit].map(inCents), `${status} fixed`);
        assert.equal(law.niitRate.toFixed(3), verified._about.niit.rate);
        assert.ok(law.sources.includes(source), `${status} names its source`);
      }
    });
  }

  it("knows these years and no others, and says so in a sentence", () => {
    const years = Object.keys(verified.years).map(Number);
    assert.deepEqual([FIRST_YEAR, LAST_YEAR], [Math.min(...years), Math.max(...years)]);
    for (const year of [FIRST_YEAR - 1, LAST_YEAR + 1]) {
      const refused = lawInForce(year, "Single");
      assert.ok(!refused.ok);
      assert.equal(refused.problem.kind, "missing-fact");
      assert.match(refused.problem.sentence, new RegExp(`from ${FIRST_YEAR} to ${LAST_YEAR}.*${year}`));
    }
  });

  it("every amount and rate has its first day, a first of January, and its source", () => {
    const rows = [...ORDINARY_BRACKETS, ...GAIN_THRESHOLDS, ...LOSS_LIMITS, ...NIIT_THRESHOLDS, ORDINARY_RATES, GAIN_RATES, NIIT_RATE];
    for (const { from, source } of rows) {
      assert.match(from, /^(19|20)\d\d-01-01$/);
      assert.match(source, /^(IRC \d|Rev\. Proc\. \d)/);
    }
    assert.match(SENIOR_DEDUCTION_YEARS.source, /^IRC 151/);
  });

  it("marks the one threshold that could not be checked", () => {
    const mfs2019 = lawInForce(2019, "MFS");
    assert.ok(mfs2019.ok && mfs2019.value.doubt !== null);
    for (const [year, status] of [[2019, "Single"], [2024, "MFS"]] as const) {
      const certain = lawInForce(year, status);
      assert.ok(certain.ok && certain.value.doubt === null);
    }
  });
});
