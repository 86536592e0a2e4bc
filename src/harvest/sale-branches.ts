/**
 * Branches on the groups whose losses are washed. Of each, the washed lots are left out; or sold, and count for what counts,
 * while no recent lot is sold; or sold after all recent lots, which then replace nothing. One of these is true of every plan,
 * but that recent lots may be sold in part: the third branch bounds those too. Each branch is a search of its own with its
 * own bound, and no plan is below the least of them.
 */
import type { Offer, Part } from "./least-tax/offers";
import { partOf } from "./least-tax/offers";
import { boundFor, chooseSales, isOutOfReach } from "./least-tax/choose-sales";
import type { SaleTask } from "./least-tax/sale-task";
import { aimOf } from "./least-tax/aim";
import type { SaleMarket } from "./sale-market";

export type WashBranch = "none" | "counted" | "recent first";

/** By group. */
export type Branches = ReadonlyMap<number, WashBranch>;

/** Steps by key of the offer. */
export type StepsByKey = ReadonlyMap<string, number>;

/** What one set of branches is searched over. */
export interface BranchTask {
  readonly branches: Branches;
  /** Whose least tax no plan of these branches goes below. */
  readonly bounded: SaleTask;
  /** The one that is searched: losses count for what is expected to count of them. */
  readonly searched: SaleTask;
  /** Offers that are sold whole whatever the search finds. */
  readonly forced: readonly Offer[];
}

/** Where no recent lot may be sold, what replaces a loss stays. */
export function branchesOf({ group, isRecent }: SaleMarket, of: number): readonly WashBranch[] {
  const hasRecent = isRecent.some((recent, at) => recent && group[at] === of);
  return hasRecent ? ["none", "counted", "recent first"] : ["none", "counted"];
}

/** null: no plan of these branches reaches the goal. */
export function branchTask(task: Omit<SaleTask, "offers">, market: SaleMarket, branches: Branches): BranchTask | null {
  const [bounded, searched, forced]: [Offer[], Offer[], Offer[]] = [[], [], []];
  market.offers.forEach(({ offer }, at) => {
    const branch = branches.get(market.group[at]!);
    const counted = market.washed[at]!.offer;
    if (branch === "none" && market.isWashed[at]) return;
    if (branch === "counted" && market.isRecent[at] && !market.isWashed[at]) return;
    if (branch === "recent first" && market.isRecent[at]) forced.push(offer);
    else searched.push(branch === undefined || branch === "recent first" ? offer : counted);
    bounded.push(branch === "counted" && isCountedAtLeast(market, at) ? counted : offer);
  });
  const whole = { ...task, offers: bounded };
  // A gain or loss that is not to be passed can be missed: what a branch realizes of it may be the nearest there is.
  const mayFallShort = task.goal.kind !== "cash" && task.exactness === "exactly" && branches.size > 0;
  if (!mayFallShort && isOutOfReach(whole)) return null;
  return { branches, bounded: whole, searched: withForced({ ...task, offers: searched }, forced), forced };
}

/**
 * Whether the lot cannot count for more than when it is sold alone: the only loss of its group, of one piece, so that what
 * replaces it replaces no other. A part of it counts for less still, since the replaced shares come first.
 */
function isCountedAtLeast({ offers, group, isWashed }: SaleMarket, at: number): boolean {
  if (!isWashed[at] || offers[at]!.offer.pieces.length > 1) return false;
  return offers.every(({ offer }, other) => {
    if (other === at || group[other] !== group[at]) return true;
    const whole = partOf(offer, offer.steps);
    return offer.pieces.length === 1 && whole.shortCents >= 0 && whole.longCents >= 0;
  });
}

/** The rest of the goal, once these are sold whole. */
function withForced(task: SaleTask, forced: readonly Offer[]): SaleTask {
  if (forced.length === 0) return task;
  const { of } = aimOf(task.goal, task.exactness);
  const sum = sumOf(forced);
  return {
    ...task,
    shortCents: task.shortCents + sum.shortCents,
    longCents: task.longCents + sum.longCents,
    goal: { ...task.goal, cents: task.goal.cents - of(sum) },
  };
}

function sumOf(offers: readonly Offer[]): Part {
  return offers.map((offer) => partOf(offer, offer.steps)).reduce(added, { proceedsCents: 0, shortCents: 0, longCents: 0 });
}

function added(one: Part, other: Part): Part {
  return { proceedsCents: one.proceedsCents + other.proceedsCents, shortCents: one.shortCents + other.shortCents, longCents: one.longCents + other.longCents };
}

/** What a trial has shown of a branch that its search did not know: what of it is disallowed. Cents. */
export interface Correction {
  /** To aim beyond the goal, or short of it. */
  readonly moreCents: number;
  /** What results come to beyond those that the search counts. */
  readonly shortCents: number;
  readonly longCents: number;
}

export const NO_CORRECTION: Correction = { moreCents: 0, shortCents: 0, longCents: 0 };

export interface BranchSteps {
  readonly steps: StepsByKey;
  /** Results as the search counts them. Cents. */
  readonly shortCents: number;
  readonly longCents: number;
}

export function stepsOfBranch({ searched, forced }: BranchTask, correction: Correction): BranchSteps | null {
  const cents = searched.goal.cents + correction.moreCents;
  const steps = new Map(forced.map((offer) => [offer.key, offer.steps]));
  const whole = sumOf(forced);
  const isEnough = cents <= 0 && forced.length > 0;
  if (cents <= 0 && !isEnough) return null;
  // What is sold whatever the search finds can reach the goal by itself; losses may lower the tax all the same.
  if (isEnough && searched.exactness === "exactly") return { steps, shortCents: whole.shortCents, longCents: whole.longCents };
  const found = chooseSales({
    ...searched,
    goal: { ...searched.goal, cents: searched.goal.kind === "cash" ? Math.max(0, cents) : cents },
    shortCents: searched.shortCents + correction.shortCents,
    longCents: searched.longCents + correction.longCents,
  });
  if (found === null) return null;
  searched.offers.forEach(({ key }, at) => {
    if (found.steps[at]! > 0) steps.set(key, found.steps[at]!);
  });
  return { steps, shortCents: whole.shortCents + found.shortCents, longCents: whole.longCents + found.longCents };
}

/** Tax of the whole year. @param reachedCents by the plan that is stated */
export function boundOfBranch({ bounded }: BranchTask, reachedCents: number): { readonly boundCents: number; readonly roundingCents: number } {
  return boundFor(bounded, reachedCents);
}
