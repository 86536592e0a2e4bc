import assert from "node:assert/strict";
import { runToEnd } from "../../src/harvest/harvest-types";
import { planForTarget } from "../../src/harvest/plan-for-target";
import type { YearSoFar } from "../../src/harvest/year-so-far";
import { wholeCents } from "../../src/tax/exact";
import { lawInForce } from "../../src/tax/law-in-force";
import { yearTax, type TaxSituation } from "../../src/tax/year-tax";
import { done } from "../../src/values/outcome";
import { seededDraw } from "../oracle/seeded";
import { buy, factsOf, harvest } from "./facts-of";

const AS_OF = "2024-12-10";

describe("R-TAX-5: the sales of a plan add up to the plan, to the cent", () => {
  const draw = seededDraw(1_210);
  const dollars = (low: number, high: number): number => (low + draw(high - low)) * 100;
  const law = lawInForce(2024, "Single");
  assert.ok(law.ok);

  it("saved, comes back, kept and carried on; and saved is tax without less tax with, on 60 random ledgers with washed lots", () => {
    let washed = 0;
    for (let round = 0; round < 60; round++) {
      const transactions = Array.from({ length: 5 }, (_, at) =>
        buy(["2022-05-02", "2023-08-01", "2024-02-01", "2024-06-03", "2024-11-25"][draw(5)]!, 5 + draw(60), 41 + draw(40), { symbol: ["AAA", "BBB", "CCC"][draw(3)]!, lotId: `L${at}` }),
      ).sort((a, b) => (a.date < b.date ? -1 : 1));
      const taxableIncomeCents = dollars(20_000, 300_000);
      const situation: TaxSituation = {
        law: law.value, taxableIncomeCents, magiCents: taxableIncomeCents, qualifiedDividendsCents: 0, investmentIncomeCents: 0,
        carryShortCents: 0, carryLongCents: draw(2) * 1_000_00, seniorDeductionCents: 0, stateRate: 0.05, ordinaryBy: "schedule",
      };
      const year: YearSoFar = { year: 2024, basis: { by: "law", situation }, realised: { shortCents: dollars(-1_000, 1_000), longCents: dollars(-1_000, 2_000) } };
      const facts = factsOf({ transactions }, AS_OF, { AAA: 40, BBB: 40, CCC: 40 }, { year: done(year) });
      const planned = runToEnd(planForTarget(facts, dollars(100, 4_000), null));
      assert.ok(planned.ok);
      const { sales, worth, harvestedShortCents, harvestedLongCents, washedCents } = planned.value;
      if (washedCents > 0) washed += 1;
      for (const column of ["savedCents", "comesBackCents", "keptCents", "carriedShortCents", "carriedLongCents"] as const) {
        assert.equal(sales.reduce((sum, sale) => sum + sale.worth![column], 0), worth![column], column);
      }
      const taxOf = (short: number, long: number) => yearTax(situation, year.realised.shortCents + short, year.realised.longCents + long).total;
      assert.equal(worth!.savedCents, wholeCents(taxOf(0, 0).minus(taxOf(0 - harvestedShortCents, 0 - harvestedLongCents))));
      // One lot alone likewise.
      for (const lot of harvest(facts).lots) {
        assert.equal(lot.taxSavedCents, wholeCents(taxOf(0, 0).minus(taxOf(0 - lot.harvestableShortCents, 0 - lot.harvestableLongCents))));
      }
    }
    assert.ok(washed > 5, `${washed} plans with a washed loss`);
  });
});
