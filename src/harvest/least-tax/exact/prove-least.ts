/**
 * The proven least tax of a plan of sales in whole shares, where the sweep leaves a gap (R-TAX-5). The solver is loaded only
 * then; without it, out of time or withdrawn, the plan of the sweep stands.
 */
import { taxOfResults } from "../../../tax/tax-basis";
import type { Outcome } from "../../../values/outcome";
import type { HarvestFacts, Sliced } from "../../harvest-types";
import { saleMarket, type SaleMarket } from "../../sale-market";
import { sellPlan, type SellPlan, type SellPlanAsk } from "../../sell-plan";
import { chooseSales } from "../choose-sales";
import type { SaleTask } from "../sale-task";
import type { Solve } from "./integer-program";
import { leastInWholeShares, type Watch, type WholeShares } from "./least-in-whole-shares";

/** What a proof needs from where it runs. */
export interface Proving extends Watch {
  /** Asked for once, and only where the sweep leaves a gap. */
  readonly loadSolver: () => Promise<Outcome<Solve>>;
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
  if (found.gapCents === 0) return { found, proven: true, sentence: PROVEN };
  if (proving.budgetMs <= 0) return { found, proven: false, sentence: OUT_OF_TIME };
  const began = proving.now();
  const solver = await proving.loadSolver();
  if (!solver.ok) return { found, proven: false, sentence: `${solver.problem.sentence} ${STANDS}` };
  const market = await inSteps(saleMarket(facts, ask.limits), proving);
  const { offers, movedCents } = market;
  const { goal, exactness, limits, basis, realised } = ask;
  const task: SaleTask = { basis, ...realised, offers: offers.map(({ offer }) => offer), goal, exactness, limits, movedCents };
  const watch = { ...proving, budgetMs: proving.budgetMs - (proving.now() - began) };
  const least = await searched(task, solver.value, watch);
  if (least === null) return { found, proven: false, sentence: `The solver failed. ${STANDS}` };
  const better = least.steps === null ? found : await planned(facts, ask, found, least, offers.map(({ offer }) => offer.key), proving);
  const gapCents = Math.min(found.gapCents, better.gapCents, boundsPlans(ask, market) ? gapOf(ask, better, least) : Infinity);
  return { found: { ...better, gapCents }, proven: gapCents === 0, sentence: gapCents === 0 ? PROVEN : reasonOf(ask, better, least) };
}

const PROVEN = "Proven: no other choice of whole shares adds less tax, the rounding of cents aside.";
const STANDS = "The plan stands as it was found, and what is said of it holds.";
const OUT_OF_TIME = "The time for the search was up before it could tell whether a better choice exists.";

/** null: the solver broke. Whoever withdraws the question throws from the watch, and that goes on. */
async function searched(task: SaleTask, solve: Solve, watch: Watch): Promise<WholeShares | null> {
  const known = chooseSales(task)?.steps ?? null;
  const guarded: Solve = (program) =>
    solve(program).catch((error: unknown) => {
      throw new SolverBroke(String(error));
    });
  try {
    return await leastInWholeShares(task, known, guarded, watch);
  } catch (error) {
    if (error instanceof SolverBroke) return null;
    throw error;
  }
}

class SolverBroke extends Error {}

/** What was found, simulated by the real rules beside what was known. */
async function planned(facts: HarvestFacts, ask: SellPlanAsk, found: SellPlan, { steps, boundCents }: WholeShares, keys: readonly string[], watch: Watch): Promise<SellPlan> {
  const byKey = new Map(keys.flatMap((key, at) => (steps![at]! > 0 ? [[key, steps![at]!] as const] : [])));
  const again = await inSteps(sellPlan(facts, { ...ask, proof: { steps: byKey, boundCents } }), watch);
  return again.ok && again.value.taxCents < found.taxCents ? again.value : found;
}

/**
 * What no choice of lots goes below, no plan does: what is disallowed only adds to the tax. But a gain can be reached by what
 * is disallowed, and of one that is not to be passed only plans as near as the known one were looked at.
 */
function boundsPlans({ goal, exactness }: SellPlanAsk, { isWashed, movedCents }: SaleMarket): boolean {
  if (goal.kind === "cash") return true;
  const isFree = movedCents === 0 && !isWashed.includes(true);
  return exactness === "at least" && (goal.kind === "loss" || isFree);
}

/** Whole cents, rounded up; 0: what is left is the rounding of cents. */
function gapOf({ basis, realised }: SellPlanAsk, { taxCents }: SellPlan, { boundCents, roundingCents }: WholeShares): number {
  const without = taxOfResults(basis, realised.shortCents, realised.longCents).total.toNumber();
  const gap = taxCents - (boundCents - without);
  // The tax that the sales add is rounded to a cent once more.
  return gap <= roundingCents + 1 ? 0 : Math.ceil(gap);
}

/** Said below "Another choice could cost at most $41.43 less." */
function reasonOf({ basis }: SellPlanAsk, { plan }: SellPlan, { isProven, isOutOfTime }: WholeShares): string {
  if (isOutOfTime) return OUT_OF_TIME;
  if (basis.by === "law" && basis.situation.ordinaryBy === "table") return "The tax table moves in steps, which the search does not follow: a choice that lies just under a step may cost less.";
  if (isProven && plan.washedCents > 0) return "The search came to its end: even if wash sales disallowed nothing, no other choice of whole shares would save more than that.";
  return "The search came to its end: what it leaves open is rounding, and what your limits make of it.";
}

async function inSteps<T>(work: Sliced<T>, { breathe }: Watch): Promise<T> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    await breathe(null);
  }
}
