/** The solver of integer programs, loaded the first time that a proof asks for it. */
import type { Solve } from "../../harvest/least-tax/exact/integer-program";
import type { Proving } from "../../harvest/least-tax/exact/prove-least";
import { done, refuse, type Outcome } from "../../values/outcome";
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
      step.working("Proving that no choice of shares costs less", share);
      await step.breathe();
    },
  };
}

const loadSolver = solverLoader(async () => (await import(/* webpackChunkName: "solver" */ "./solve-with-highs")).highsSolver());

/** Loads once; after a failure the next proof tries again. In a worker only: a search of seconds would hold up the page. */
export function solverLoader(load: () => Promise<Solve>): Proving["loadSolver"] {
  let loading: Promise<Outcome<Solve>> | null = null;
  return async () => {
    if (typeof document !== "undefined") return refuse("missing-fact", "The solver needs a thread of its own, which this version of Excel does not give it.");
    const solver = await (loading ??= load().then(done, () => refuse("missing-fact", "The solver could not be loaded.")));
    if (!solver.ok) {
      loading = null;
      return solver;
    }
    // One that broke off in the middle is of no more use.
    return done((program) => solver.value(program).catch((error: unknown) => {
      loading = null;
      throw error;
    }));
  };
}
