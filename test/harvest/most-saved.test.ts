import assert from "node:assert/strict";
import { permutations } from "../../src/harvest/joint-sale";
import { mostSavedFirst } from "../../src/harvest/most-saved";
import type { HarvestLot } from "../../src/harvest/harvest-types";
import type { YearSoFar } from "../../src/harvest/year-so-far";
import { lawInForce } from "../../src/tax/law-in-force";
import { taxOfResults } from "../../src/tax/tax-basis";
import { done } from "../../src/values/outcome";
import { seededDraw } from "../oracle/seeded";
import { harvestLot } from "../report/harvest-lot";

const WORTH = { savedCents: 0, comesBackCents: 0, keptCents: 0, carriedShortCents: 0, carriedLongCents: 0, nothing: null };

/** A clean lot with this loss, in cents. */
function lotOf(term: "Short" | "Long", lossCents: number, valueCents: number): HarvestLot {
  const [harvestableShortCents, harvestableLongCents] = term === "Short" ? [lossCents, 0] : [0, lossCents];
  return harvestLot({ key: `${term} ${lossCents} ${valueCents}`, term, lossCents, valueCents, harvestableCents: lossCents, harvestableShortCents, harvestableLongCents, worth: WORTH });
}

/** What the first lots save, the last of them cut to the target. Cents, not rounded. */
function savedBy(year: YearSoFar, lots: readonly HarvestLot[], targetCents: number): number {
  let [shortCents, longCents, left] = [0, 0, targetCents];
  for (const lot of lots) {
    const part = Math.min(1, left / lot.harvestableCents);
    shortCents += lot.harvestableShortCents * part;
    longCents += lot.harvestableLongCents * part;
    left -= lot.harvestableCents * part;
  }
  const { basis, realised } = year;
  const taxOf = (short: number, long: number): number => taxOfResults(basis, short, long).total.toNumber();
  return taxOf(realised.shortCents, realised.longCents) - taxOf(realised.shortCents - shortCents, realised.longCents - longCents);
}

describe("R-TAX-5: among lots of equal regret, those that save most tax of the year", () => {
  const draw = seededDraw(514);
  const dollars = (low: number, high: number): number => (low + draw(high - low)) * 100;

  it("save as much as the best of all orders, on 300 returns of 2018 to 2025", () => {
    let differs = 0;
    for (let round = 0; round < 300; round++) {
      const law = lawInForce(2018 + draw(8), (["Single", "MFJ", "MFS", "HOH"] as const)[draw(4)]!);
      assert.ok(law.ok);
      const taxableIncomeCents = dollars(0, 500_000);
      const situation = {
        law: law.value, taxableIncomeCents, magiCents: taxableIncomeCents + dollars(0, 30_000), qualifiedDividendsCents: 0, investmentIncomeCents: 0,
        carryShortCents: draw(3) === 0 ? dollars(0, 8_000) : 0, carryLongCents: draw(3) === 0 ? dollars(0, 8_000) : 0,
        seniorDeductionCents: 0, stateRate: 0, ordinaryBy: "schedule" as const,
      };
      const year: YearSoFar = { year: law.value.year, basis: { by: "law", situation }, realised: { shortCents: dollars(-5_000, 20_000), longCents: dollars(-5_000, 40_000) } };
      const lots = Array.from({ length: 4 }, () => lotOf(draw(2) === 0 ? "Short" : "Long", dollars(500, 9_000), dollars(500, 30_000)));
      const targetCents = dollars(400, 12_000);
      const all = permutations(lots).map((order) => savedBy(year, order, targetCents));
      const found = savedBy(year, mostSavedFirst(done(year), lots), targetCents);
      assert.ok(found >= Math.max(...all) - 1, `round ${round}: ${found} of ${Math.max(...all)}`);
      if (Math.max(...all) - Math.min(...all) > 100) differs += 1;
    }
    assert.ok(differs > 50, `the order mattered in ${differs} rounds only`);
  });
});
