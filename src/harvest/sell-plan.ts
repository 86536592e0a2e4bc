/**
 * The lots, over all symbols and taxable accounts, that raise cash, or realise a gain or a loss, at the least tax of the year
 * (R-TAX-5). The search takes losses as they stand; what wash sales disallow of them is simulated by the real rules, and where
 * they do, the search branches on the symbols they are of. All figures stated are the rules' own. The bound is the least tax
 * over fractional shares, of every branch.
 */
import { taxDifference, taxOfResults, type TaxBasis } from "../tax/tax-basis";
import { done, refuse, type Outcome } from "../values/outcome";
import type { HarvestFacts, HarvestGap, HarvestPlan, Sliced } from "./harvest-types";
import { aimOf, isReached } from "./least-tax/aim";
import { isBeyond, symbolLimits } from "./least-tax/symbol-limits";
import { isLimited, noPlan } from "./no-plan";
import { planOf } from "./plan";
import { planForTarget } from "./plan-for-target";
import {
  boundOfBranch, branchesOf, branchTask, NO_CORRECTION, stepsOfBranch, type Branches, type BranchSteps, type BranchTask, type Correction, type StepsByKey, type WashBranch,
} from "./sale-branches";
import type { Exactness, SaleGoal, SaleLimits } from "./sale-goal";
import { saleMarket, type SaleMarket } from "./sale-market";
import { taxInTurn } from "./tax-in-turn";
import { taxWithAllLosses } from "./tax-with-all-losses";

export interface SellPlanAsk {
  readonly basis: TaxBasis;
  /** Of the year up to the as-of day, adjusted. Cents. */
  readonly realised: { readonly shortCents: number; readonly longCents: number };
  readonly goal: SaleGoal;
  /** At least: more is sold where a loss lowers the tax. Exactly: nothing that the goal does not need. */
  readonly exactness: Exactness;
  readonly limits: SaleLimits;
  /** A choice found elsewhere over the offers of `saleMarket` with these limits, and what it proves; tried with the others. */
  readonly proof?: SaleProof;
}

export interface SaleProof {
  /** Steps sold, by key of the offer. */
  readonly steps: ReadonlyMap<string, number>;
  /**
   * Tax of the whole year that no choice goes below, if nothing is disallowed and nothing moves between the terms. Cents, not
   * rounded. Of a gain or loss that is not to be passed it is not used.
   */
  readonly boundCents: number;
}

export interface SellPlan {
  readonly plan: HarvestPlan;
  /** What the sales add to the tax of the year, by sale in the order of the plan, each to those before it. */
  readonly taxOfSalesCents: readonly number[];
  readonly taxCents: number;
  /**
   * No plan adds less than the tax less this; 0: it is proven the least, the rounding of cents aside. Of a gain or loss that
   * is not to be passed: no plan that realises as much.
   */
  readonly gapCents: number;
  readonly gaps: readonly HarvestGap[];
  /** Symbols left out: collectibles at a long-term gain (R-TAX-4). */
  readonly leftOut: readonly string[];
}

export function* sellPlan(facts: HarvestFacts, ask: SellPlanAsk): Sliced<Outcome<SellPlan>> {
  const market = yield* saleMarket(facts, ask.limits);
  const root = branchTask(taskOf(ask, market), market, new Map());
  const first = root === null ? null : stepsOfBranch(root, NO_CORRECTION);
  if (root === null || (first === null && ask.proof === undefined)) return refuse(...(yield* noPlan(facts, ask, market)));
  const search = new PlanSearch(facts, ask, market);
  if (ask.proof !== undefined) yield* search.tryOut(ask.proof.steps);
  const leaves = yield* search.branch(root);
  if (search.best === null && ask.goal.kind === "loss") yield* search.tryOut(yield* stepsOfHarvest(facts, ask.goal.cents, market));
  const { best, refusal } = search;
  if (best === null) return refuse("bad-input", refusal ?? notFound(ask.limits));
  const without = taxOfResults(ask.basis, ask.realised.shortCents, ask.realised.longCents).total.toNumber();
  const bounds = leaves.map((leaf) => boundOfBranch(leaf, best.reachedCents));
  const least = Math.max(Math.min(...bounds.map(({ boundCents }) => boundCents)), provenBy(ask, market), leastOfAll(ask, market));
  const gap = best.taxCents - (least - without);
  const gapCents = gap <= 2 * bounds[0]!.roundingCents + 1 ? 0 : Math.ceil(gap - BINARY_CENTS);
  const taxOfSalesCents = taxInTurn(ask, best.plan.sales);
  return done({ plan: best.plan, taxOfSalesCents, taxCents: best.taxCents, gapCents, gaps: market.gaps, leftOut: market.leftOut });
}

/** What bounds give away for sums of doubles must not show as a cent. */
const BINARY_CENTS = 0.02;

function taskOf({ basis, realised, goal, exactness, limits }: SellPlanAsk, { movedCents }: SaleMarket): Parameters<typeof branchTask>[0] {
  return { basis, ...realised, goal, exactness, limits, movedCents };
}

function provenBy({ proof, goal, exactness }: SellPlanAsk, { movedCents }: SaleMarket): number {
  const holds = movedCents === 0 && (goal.kind === "cash" || exactness === "at least");
  return proof !== undefined && holds ? proof.boundCents : -Infinity;
}

/** The losses that a harvest of so much would take: few shares at a time, where the search sells whole lots and washes them. */
function* stepsOfHarvest(facts: HarvestFacts, cents: number, { offers }: SaleMarket): Sliced<StepsByKey> {
  const single = offers.filter(({ lots }) => lots.length === 1);
  const harvest = yield* planForTarget(facts, cents, single.map(({ lots }) => lots[0]!.key));
  if (!harvest.ok) return new Map();
  const sharesOf = new Map(harvest.value.sales.map(({ key, shares }) => [key, shares]));
  return new Map(
    single.flatMap(({ lots: [lot], offer }): [string, number][] => {
      const shares = sharesOf.get(lot!.key);
      return shares === undefined ? [] : [[offer.key, Math.round((shares / lot!.shares) * offer.steps)]];
    }),
  );
}

function notFound(limits: SaleLimits): string {
  const found = "Wash sales disallow a part of the losses, and no plan was found";
  return isLimited(limits) ? `${found} within these limits that reaches it. Ease them, or ask for less.` : `${found} that reaches it. Ask for less.`;
}

function leastOfAll({ basis, realised }: SellPlanAsk, { offers, movedCents }: SaleMarket): number {
  return movedCents > 0 ? -Infinity : taxWithAllLosses(basis, realised, offers.map(({ offer }) => offer));
}

interface Tried {
  readonly plan: HarvestPlan;
  readonly taxCents: number;
  /** Of the goal, counted by the rules. */
  readonly reachedCents: number;
}

/** Searches of branches; of many lots, whose trials take long, fewer. */
const MOST_BRANCHES = 30;
const FEW_BRANCHES = 9;
const MANY_LOTS = 1500;
/** Aims corrected by what a trial has shown to be disallowed. */
const MOST_AIMS = 3;

class PlanSearch {
  best: Tried | null = null;
  refusal: string | null = null;
  private readonly tried = new Set<string>();
  private searches = 0;

  constructor(
    private readonly facts: HarvestFacts,
    private readonly ask: SellPlanAsk,
    private readonly market: SaleMarket,
  ) {}

  /** The branches that were not divided further: no plan is outside of all of them. */
  *branch(root: BranchTask): Sliced<BranchTask[]> {
    const most = this.market.offers.length > MANY_LOTS ? FEW_BRANCHES : MOST_BRANCHES;
    const [leaves, open]: [BranchTask[], BranchTask[]] = [[], [root]];
    for (let node = open.shift(); node !== undefined; node = open.shift()) {
      if (this.searches >= most) {
        leaves.push(node);
        continue;
      }
      yield { done: this.searches, of: most };
      this.searches += 1;
      const group = yield* this.search(node);
      const children = group === null ? [] : branchesOf(this.market, group).map((branch) => this.child(node, group, branch));
      if (group === null) leaves.push(node);
      else open.push(...children.filter((child) => child !== null));
    }
    return leaves;
  }

  private child({ branches }: BranchTask, group: number, branch: WashBranch): BranchTask | null {
    const further: Branches = new Map([...branches, [group, branch]]);
    return branchTask(taskOf(this.ask, this.market), this.market, further);
  }

  /** Tries out what the search finds. The group to branch on: the first with a washed loss; null: none is left. */
  private *search(node: BranchTask): Sliced<number | null> {
    let [correction, washed]: [Correction, HarvestPlan | null] = [NO_CORRECTION, null];
    for (let aim = 0; aim < MOST_AIMS; aim += 1) {
      const chosen = stepsOfBranch(node, correction);
      const found = chosen === null ? null : yield* this.tryOut(chosen.steps);
      if (chosen === null || found === null) break;
      washed = found.plan;
      if (washed.washedCents === 0) break;
      correction = this.corrected(correction, chosen, found);
    }
    return this.groupToBranch(node, washed);
  }

  /** What is disallowed is aimed beyond; and where losses are sold for the tax, it leaves room for more of them. */
  private corrected({ moreCents }: Correction, chosen: BranchSteps, found: Tried): Correction {
    if (this.ask.exactness === "exactly") return { ...NO_CORRECTION, moreCents: moreCents + this.missed(found) };
    return {
      moreCents: moreCents + this.missed(found),
      shortCents: 0 - found.plan.harvestedShortCents - chosen.shortCents,
      longCents: 0 - found.plan.harvestedLongCents - chosen.longCents,
    };
  }

  /** By how much the aim is to be moved. */
  private missed({ plan, reachedCents }: Tried): number {
    const { goal, exactness } = this.ask;
    if (goal.kind === "cash") return 0;
    const lacking = goal.cents - reachedCents;
    return exactness === "exactly" ? Math.sign(lacking) * Math.min(Math.abs(lacking), plan.washedCents) : Math.max(0, lacking);
  }

  private groupToBranch({ branches }: BranchTask, plan: HarvestPlan | null): number | null {
    const { offers, group, isWashed } = this.market;
    const washedKeys = new Set(plan === null ? [] : plan.sales.filter(({ washedCents }) => washedCents > 0).map(({ key }) => key));
    const isOpen = (at: number): boolean => !branches.has(group[at]!);
    const of = (at: number): boolean => isOpen(at) && offers[at]!.lots.some(({ key }) => washedKeys.has(key));
    const at = [...offers.keys()].find(of) ?? (plan === null ? [...offers.keys()].find((one) => isOpen(one) && isWashed[one]!) : undefined);
    return at === undefined ? null : group[at]!;
  }

  /** null: tried before, or it cannot be done. */
  *tryOut(steps: StepsByKey): Sliced<Tried | null> {
    const { offers } = this.market;
    const name = [...steps].map(([key, count]) => `${key} ${count}`).sort().join();
    if (this.tried.has(name)) return null;
    this.tried.add(name);
    const planned = yield* planOf(this.facts, offers.flatMap((one) => one.chosen(steps.get(one.offer.key) ?? 0)));
    if (!planned.ok) {
      this.refusal ??= planned.problem.sentence;
      return null;
    }
    const plan = planned.value;
    const counted = { proceedsCents: plan.proceedsCents, shortCents: 0 - plan.harvestedShortCents, longCents: 0 - plan.harvestedLongCents };
    const { basis, realised, goal, exactness } = this.ask;
    const aim = aimOf(goal, exactness);
    const found = { plan, taxCents: taxDifference(basis, realised, counted), reachedCents: aim.of(counted) };
    const answers = isReached(aim, counted) && found.reachedCents > 0 && this.keepsLimits(steps);
    if (answers && (this.best === null || this.isBetter(found, this.best))) this.best = found;
    return found;
  }

  private keepsLimits(steps: StepsByKey): boolean {
    const offers = this.market.offers.map(({ offer }) => offer);
    const limits = symbolLimits(offers, this.ask.limits);
    const sold = new Float64Array(limits.mostCents.length);
    offers.forEach((offer, at) => {
      const count = steps.get(offer.key) ?? 0;
      if (count > 0) sold[limits.symbolOf[at]!]! += count === offer.steps ? offer.valueCents : offer.proceedsOf(count);
    });
    return sold.every((cents, symbol) => !isBeyond(limits, symbol, cents));
  }

  /** Less tax; of what is not to be passed, a dollar nearer counts as a dollar less. Then what sells less. */
  private isBetter(one: Tried, other: Tried): boolean {
    const { goal, exactness } = this.ask;
    const short = ({ reachedCents }: Tried): number => (goal.kind === "cash" || exactness === "at least" ? 0 : goal.cents - reachedCents);
    const less = one.taxCents + short(one) - other.taxCents - short(other);
    return less < 0 || (less === 0 && one.plan.proceedsCents < other.plan.proceedsCents);
  }
}
