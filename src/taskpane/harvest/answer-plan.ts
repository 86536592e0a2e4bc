/** The ticked lots sold together, or the lots that reach a target with the least regret. */
import type { HarvestFacts, HarvestPlan } from "../../harvest/harvest-types";
import { planOf } from "../../harvest/plan";
import { planForTarget } from "../../harvest/plan-for-target";
import { wholeCents } from "../../tax/exact";
import { taxOfResults } from "../../tax/tax-basis";
import { done } from "../../values/outcome";
import type { Answering } from "../engine/contract";
import { inSlices } from "../parts/in-slices";
import type { YearTax } from "./harvest-view";

export const answerPlan: Answering<"plan"> = async ({ facts }, { lots, targetCents }, step) => {
  const plan =
    targetCents === null
      ? await inSlices(planOf(facts, lots), step, "Simulating the sales together")
      : await inSlices(planForTarget(facts, targetCents, lots.map(({ key }) => key)), step, "Choosing lots");
  return plan.ok ? done({ plan: plan.value, tax: taxOf(facts, plan.value) }) : plan;
};

function taxOf({ year }: HarvestFacts, { taxSavedCents }: HarvestPlan): YearTax | null {
  if (!year.ok || taxSavedCents === null) return null;
  const { basis, realised } = year.value;
  const withoutCents = wholeCents(taxOfResults(basis, realised.shortCents, realised.longCents).total);
  return { withoutCents, withCents: withoutCents - taxSavedCents, byLaw: basis.by === "law" };
}
