/** The solver of integer programs, loaded the first time that a proof asks for it. */
import type { Proving } from "../../harvest/least-tax/exact/prove-least";
import type { Solve } from "../../harvest/least-tax/exact/integer-program";
import { refuse, type Outcome } from "../../values/outcome";
import type { Step } from "./contract";

/** Longest search for one answer. */
const BUDGET_MS = 20_000;

/** What `proveLeast` needs, for the answer that is being worked on. */
export function proving(step: Step): Proving {
  return {
    loadSolver,
    now: () => performance.now(),
    budgetMs: BUDGET_MS,
    breathe: async (share) => {
      step.working("Proving that no choice of whole shares costs less", share);
      await step.breathe();
    },
  };
}

async function loadSolver(): Promise<Outcome<Solve>> {
  await Promise.resolve();
  return refuse("missing-fact", "The solver could not be loaded.");
}
