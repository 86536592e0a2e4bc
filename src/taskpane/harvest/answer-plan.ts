/** The ticked lots sold together, or the lots that reach a target with the least regret. */
import { planOf } from "../../harvest/plan";
import { planForTarget } from "../../harvest/plan-for-target";
import { done } from "../../values/outcome";
import type { Answering } from "../engine/contract";
import { inSlices } from "../parts/in-slices";

export const answerPlan: Answering<"plan"> = async ({ facts }, { lots, targetCents }, step) => {
  const plan =
    targetCents === null
      ? await inSlices(planOf(facts, lots), step, "Simulating the sales together")
      : await inSlices(planForTarget(facts, targetCents, lots.map(({ key }) => key)), step, "Choosing lots");
  return plan.ok ? done({ plan: plan.value }) : plan;
};
