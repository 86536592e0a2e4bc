/**
 * Sales of one group that regret less than those a greedy choice found: shares that replace others sold first, a small
 * loss put in front of a large one so that it meets what takes losses for good, every lot cut again.
 *
 * Where lots and shares are few, all quantities of all losing lots are tried in all orders: no sales of these lots
 * regret less. Elsewhere one lot after the other is set to the quantities that matter and all others are cut again,
 * as long as that helps and trials are left: nothing better near the choice, which proves nothing of what is far from it.
 */
import type { Group } from "./group";
import type { HarvestFacts, Sliced } from "./harvest-types";
import type { HeldLot } from "./held-lots";
import { bestOrder, permutations, sellTogether, type JointSale } from "./joint-sale";
import { stepsOf } from "./share-steps";
import type { TriedSale } from "./standing";
import { quickSaving } from "./quick-saving";

/** At most so many sets of sales are tried in every order. */
const MOST_SETS = 700;
const MOST_LOTS_OF_ALL_SETS = 4;
/** Trials of the search from lot to lot; of a group with many lots each takes longer. */
const MOST_TRIALS = 600;
const LOTS_OF_A_LONGER_TRIAL = 100;
const MOST_LOTS_CHANGED = 12;
/** A choice of more lots stays as it is: each trial simulates all of them. */
const MOST_SALES_SEARCHED = 200;
const TRIALS_OF_A_STEP = 10;

/** Fixed while a group is searched. @property needCents what the group is to add to the target */
interface Search {
  readonly facts: HarvestFacts;
  readonly group: Group;
  readonly lots: readonly HeldLot[];
  readonly needCents: number;
}

/**
 * @param lots      of the group, that may be sold
 * @param current   what is chosen of the group; null: nothing
 * @param needCents loss that the group has to add for the target to be reached
 */
export function* betterSales(facts: HarvestFacts, group: Group, lots: readonly HeldLot[], current: JointSale | null, needCents: number): Sliced<JointSale | null> {
  if (current !== null && current.sales.length > MOST_SALES_SEARCHED) return current;
  const search: Search = { facts, group, lots, needCents };
  return isSmall(lots) ? yield* bestOfAll(search, current) : yield* betterNearby(search, current);
}

/** Whole shares of lots that are identified: of a pool at average any share is the next one. */
function isSmall(lots: readonly HeldLot[]): boolean {
  if (lots.length > MOST_LOTS_OF_ALL_SETS || lots.some(({ atAverage }) => atAverage)) return false;
  return lots.reduce((sets, lot) => sets * (stepsOf(lot).count + 1), 1) <= MOST_SETS;
}

function* bestOfAll(search: Search, current: JointSale | null): Sliced<JointSale | null> {
  const { facts, group, lots, needCents } = search;
  let best = current;
  let tried = 0;
  for (const sales of allSets(lots)) {
    for (const order of permutations(sales)) {
      if (tried++ % TRIALS_OF_A_STEP === 0) yield { done: 0, of: 1 };
      const joint = sellTogether(facts, group, order);
      if (isLessRegret(facts, needCents, joint, best)) best = joint;
      // The order bears only on what is washed.
      if (joint.disallowedCents === 0) break;
    }
  }
  return best;
}

function* allSets(lots: readonly HeldLot[]): Generator<TriedSale[]> {
  const [lot, ...rest] = lots;
  if (lot === undefined) return yield [];
  const { count } = stepsOf(lot);
  for (const sales of allSets(rest)) for (let steps = 0; steps <= count; steps++) yield withSteps(sales, lot, steps);
}

function* betterNearby(search: Search, current: JointSale | null): Sliced<JointSale | null> {
  const { facts, group, needCents } = search;
  const trials = new Trials(Math.ceil(MOST_TRIALS / (1 + group.held.length / LOTS_OF_A_LONGER_TRIAL)));
  let best = current;
  for (let improved = true; improved && !trials.areUsedUp; ) {
    improved = false;
    for (const lot of lotsToChange(search, best)) {
      for (const steps of stepsToTry(lot, best)) {
        if (trials.areUsedUp) return best;
        yield { done: 0, of: 1 };
        const changed = trials.of(() => ordered(search, withSteps(best?.sales ?? [], lot, steps)));
        const cut = yield* cutOthers(search, changed, lot, trials);
        if (!isLessRegret(facts, needCents, cut, best)) continue;
        best = cut;
        improved = true;
      }
    }
  }
  return best;
}

/** In the order that regrets least: one that washes more may leave more that counts, where the next sale gives it back. */
function ordered({ facts, group, needCents }: Search, sales: readonly TriedSale[]): JointSale {
  return bestOrder(facts, group, sales, (one, other) => isLessRegret(facts, needCents, one, other));
}

class Trials {
  constructor(private left: number) {}

  get areUsedUp(): boolean {
    return this.left <= 0;
  }

  of(trial: () => JointSale): JointSale {
    this.left -= 1;
    return trial();
  }
}

/** Those chosen, then those acquired last, which replace, then those that lose least. */
function lotsToChange({ lots }: Search, chosen: JointSale | null): HeldLot[] {
  const isChosen = new Set(chosen?.sales.map(({ lot }) => lot.key) ?? []);
  const others = lots.filter(({ key }) => !isChosen.has(key));
  const young = [...others].sort((a, b) => b.pieces[0]!.acquired - a.pieces[0]!.acquired).slice(0, MOST_LOTS_CHANGED);
  const cheap = [...others].sort((a, b) => lossOfShare(a) - lossOfShare(b)).slice(0, MOST_LOTS_CHANGED);
  return [...new Set([...young, ...cheap, ...lots.filter(({ key }) => isChosen.has(key)).slice(0, MOST_LOTS_CHANGED)])];
}

function lossOfShare({ pieces, valueCents, units }: HeldLot): number {
  return (pieces.reduce((sum, { basisCents }) => sum + basisCents, 0) - valueCents) / units;
}

/** None, all, and as many as what washes the choice takes up. */
function stepsToTry(lot: HeldLot, chosen: JointSale | null): number[] {
  const { count } = stepsOf(lot);
  const perShare = count / lot.shares;
  const washers = (chosen?.sold ?? []).flatMap(({ washedBy }) => washedBy.map(({ shares }) => shares));
  const sums = [...washers, washers.reduce((sum, shares) => sum + shares, 0)];
  const steps = new Set([count, 0, ...sums.map((shares) => Math.round(shares * perShare)), 1]);
  const sale = chosen?.sales.find((one) => one.lot.key === lot.key);
  const now = sale === undefined ? 0 : stepsOfSale(sale);
  for (const near of [now - 1, now + 1]) steps.add(near);
  return [...steps].filter((one) => one >= 0 && one <= count && one !== now);
}

/** Cuts every lot but the one that was changed to the fewest shares that keep the target, what is washed most first. */
function* cutOthers(search: Search, changed: JointSale, kept: HeldLot, trials: Trials): Sliced<JointSale> {
  const { facts, needCents } = search;
  let best = changed;
  const washed = changed.sold.map((sold) => sold.permanentCents * 1e6 + sold.shortDisallowedCents + sold.longDisallowedCents);
  const order = changed.sales.map((_, i) => i).sort((a, b) => washed[b]! - washed[a]!);
  for (const { lot } of order.map((i) => changed.sales[i]!)) {
    const sale = best.sales.find((one) => one.lot.key === lot.key);
    if (sale === undefined || lot.key === kept.key || harvestOf(best) < needCents) continue;
    let [low, high] = [-1, stepsOfSale(sale)];
    while (high - low > 1 && !trials.areUsedUp) {
      yield { done: 0, of: 1 };
      const middle = Math.floor((low + high) / 2);
      const tried = trials.of(() => ordered(search, withSteps(best.sales, lot, middle)));
      if (isLessRegret(facts, needCents, tried, best)) [best, high] = [tried, middle];
      else low = middle;
    }
  }
  return best;
}

/** The sales with so many shares of the lot, in the place it has among them, else last. */
function withSteps(sales: readonly TriedSale[], lot: HeldLot, steps: number): TriedSale[] {
  const { count, shares } = stepsOf(lot);
  const sale: TriedSale[] = steps === 0 ? [] : [{ lot, shares: steps === count ? null : shares(steps) }];
  const at = sales.findIndex((one) => one.lot.key === lot.key);
  return at < 0 ? [...sales, ...sale] : [...sales.slice(0, at), ...sale, ...sales.slice(at + 1)];
}

function stepsOfSale({ lot, shares }: TriedSale): number {
  const { count } = stepsOf(lot);
  return shares === null ? count : Math.round((shares / lot.shares) * count);
}

function harvestOf(joint: JointSale | null): number {
  return joint === null ? 0 : joint.shortCents + joint.longCents;
}

/** Nearer to the target; then least lost for good, least washed, no less tax saved for a dollar, least value sold. */
function isLessRegret(facts: HarvestFacts, needCents: number, one: JointSale, other: JointSale | null): boolean {
  if (one.refusal !== null) return false;
  const missing = (joint: JointSale | null): number => Math.max(0, needCents - harvestOf(joint));
  const less = missing(one) - missing(other) || one.permanentCents - (other?.permanentCents ?? 0) || one.disallowedCents - (other?.disallowedCents ?? 0);
  if (less !== 0 || other === null) return less < 0;
  const saved = savedForDollar(facts, one) - savedForDollar(facts, other);
  return saved > SAME_SAVING || (saved > -SAME_SAVING && valueOf(one) < valueOf(other));
}

function savedForDollar(facts: HarvestFacts, { shortCents, longCents }: JointSale): number {
  const harvested = shortCents + longCents;
  return harvested <= 0 ? 0 : quickSaving(facts.year)(shortCents, longCents) / harvested;
}

/** Of a dollar: what doubles leave of sums of millions. */
const SAME_SAVING = 1e-7;

function valueOf({ sold }: JointSale): number {
  return sold.reduce((sum, { proceedsCents }) => sum + proceedsCents, 0);
}
