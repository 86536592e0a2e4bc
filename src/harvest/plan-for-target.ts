/**
 * The set of lots that reaches a target of losses with the smallest regret: least lost for good, then least
 * deferred, then most tax of the year saved (where it cannot be told, short before long), then least value sold.
 * The last lot is cut to the shares that just reach it.
 *
 * 1. Lots that nothing washes add up: the best of them, as many as are needed, each the one that saves most beside
 *    those before it (most-saved.ts).
 * 2. Then washed lots, the least regret first, each simulated with what is chosen of its group.
 * 3. Then whole groups: all young lots first, which could replace the others, then the others.
 * 4. Where something is washed or the target is not reached, sales of each such group that regret less (better-sales.ts).
 *
 * What is proven: in a group of few lots and shares,
 * no other sales of its losing lots, in any order, lose less for good or defer less while the other groups' stay as
 * they are. Elsewhere, and between groups, it is a search from lot to lot: good, and not proven to be the best.
 */
import { tiesOf } from "../lots/book";
import { WINDOW_DAYS } from "../rules/wash-sale/window";
import { done, refuse, type Outcome } from "../values/outcome";
import { betterSales } from "./better-sales";
import { GroupsAt } from "./groups-at";
import type { Group } from "./group";
import { harvestLots } from "./harvest-lots";
import type { HarvestFacts, HarvestLot, HarvestPlan, Sliced } from "./harvest-types";
import type { HeldLot } from "./held-lots";
import { bestOrder, type JointSale } from "./joint-sale";
import { mostSavedFirst } from "./most-saved";
import { planFrom } from "./plan";
import { quickSaving } from "./quick-saving";
import type { TriedSale } from "./standing";
import { afterSales } from "./year-so-far";
import { stepsOf } from "./share-steps";

/** @param amongKeys null: all candidates of the thresholds */
export function* planForTarget(facts: HarvestFacts, targetCents: number, amongKeys: readonly string[] | null): Sliced<Outcome<HarvestPlan>> {
  if (!Number.isFinite(targetCents) || targetCents <= 0) return refuse("bad-input", "The target is the loss to take, an amount above 0.");
  const asked = amongKeys === null ? facts : { ...facts, minLossCents: null, minLossShare: null };
  const answer = yield* harvestLots(asked);
  const among = amongKeys === null ? null : new Set(amongKeys.map((key) => key.toUpperCase()));
  const candidates = answer.lots.filter(({ key, harvestableCents }) => harvestableCents > 0 && (among?.has(key) ?? true));
  const byRegret = [...candidates].sort((a, b) => compareRegret(regretOf(facts, a), regretOf(facts, b)));
  const choice = new Choice(facts, targetCents);
  const clean = byRegret.filter(({ washedCents }) => washedCents === 0);
  yield* choice.addClean(mostSavedFirst(facts.year, clean));
  const washed = byRegret.filter(({ washedCents }) => washedCents > 0).slice(0, MOST_WASHED_TRIED);
  for (const [at, lot] of washed.entries()) {
    if (choice.isReached) break;
    yield { done: at, of: washed.length };
    choice.add(lot);
  }
  // Lots of which nothing would count alone may count together, so all losing lots asked for are tried here.
  const inReach = answer.lots.filter(({ key }) => among?.has(key) ?? true);
  for (const keys of keysByGroup(facts, inReach)) {
    if (choice.isReached) break;
    yield { done: 0, of: 1 };
    choice.addGroup(keys);
  }
  const inReachKeys = new Set(inReach.map(({ key }) => key));
  for (const keys of keysByGroup(facts, inReach)) {
    yield { done: 0, of: 1 };
    yield* choice.improve(keys, inReachKeys);
  }
  return done(planFrom(facts, choice.joint(), Math.max(0, targetCents - choice.harvestedCents)));
}

/** Each is simulated with all that is chosen of its group. */
const MOST_WASHED_TRIED = 200;

function keysByGroup({ trades, choices }: HarvestFacts, lots: readonly HarvestLot[]): Iterable<readonly string[]> {
  const { group: groupOf } = tiesOf(trades, choices);
  const indexOf = new Map(trades.symbols.map((symbol, index) => [symbol, index]));
  const found = new Map<number, string[]>();
  for (const { key, symbol, washedCents } of lots) {
    if (washedCents === 0) continue;
    const group = groupOf[indexOf.get(symbol)!]!;
    const keys = found.get(group);
    if (keys === undefined) found.set(group, [key]);
    else keys.push(key);
  }
  return found.values();
}

/** Each for a dollar of loss that counts. */
interface Regret {
  readonly lostForGood: number;
  readonly deferred: number;
  readonly taxSaved: number;
  readonly valueSold: number;
}

function regretOf({ year }: HarvestFacts, lot: HarvestLot): Regret {
  const { harvestableCents, permanentCents, washedCents, harvestableShortCents, harvestableLongCents, valueCents } = lot;
  const isKnown = !year.ok || lot.worth !== null;
  return {
    lostForGood: permanentCents / harvestableCents,
    deferred: (washedCents - permanentCents) / harvestableCents,
    taxSaved: isKnown ? quickSaving(year)(harvestableShortCents, harvestableLongCents) / harvestableCents : 0,
    valueSold: valueCents / harvestableCents,
  };
}

function compareRegret(a: Regret, b: Regret): number {
  return a.lostForGood - b.lostForGood || a.deferred - b.deferred || b.taxSaved - a.taxSaved || a.valueSold - b.valueSold;
}

/** The lots chosen so far, each group simulated together. */
class Choice {
  private readonly groups: GroupsAt;
  private readonly chosen = new Map<Group, JointSale>();
  harvestedCents = 0;

  constructor(
    private readonly facts: HarvestFacts,
    private readonly targetCents: number,
  ) {
    this.groups = new GroupsAt(facts);
  }

  get isReached(): boolean {
    return this.harvestedCents >= this.targetCents;
  }

  joint(): JointSale[] {
    return [...this.chosen.values()];
  }

  /** Adds the first of these lots, which nothing washes, as far as the target needs them. */
  *addClean(lots: readonly HarvestLot[]): Sliced<void> {
    let sum = this.harvestedCents;
    let count = 0;
    while (count < lots.length && sum + lots[count]!.harvestableCents < this.targetCents) sum += lots[count++]!.harvestableCents;
    const salesOf = new Map<Group, TriedSale[]>();
    for (const [at, { key }] of lots.slice(0, count).entries()) {
      yield { done: at, of: count };
      const found = this.groups.lot(key);
      if (found === null) continue;
      const sales = salesOf.get(found.group);
      if (sales === undefined) salesOf.set(found.group, [{ lot: found.lot, shares: null }]);
      else sales.push({ lot: found.lot, shares: null });
    }
    for (const [group, sales] of salesOf) {
      yield { done: count, of: count };
      this.take(group, bestOrder(this.facts, group, sales));
    }
    for (const lot of lots.slice(count)) {
      yield { done: count, of: count };
      if (this.isReached) return;
      this.add(lot);
    }
  }

  /** Adds the lot, or the fewest of its shares that reach the target. */
  add({ key }: HarvestLot): void {
    const found = this.groups.lot(key);
    if (found === null) return;
    const { lot, group } = found;
    const whole = this.tried(group, { lot, shares: null });
    if (whole.refusal !== null) return;
    if (this.harvestedWith(group, whole) < this.targetCents) {
      if (whole.shortCents + whole.longCents > this.harvestedOf(group)) this.take(group, whole);
      return;
    }
    this.take(group, this.cut(group, lot) ?? whole);
  }

  /** Adds the losing lots of a group: first all that could replace the others, then as few of the others as reach the target. */
  addGroup(keys: readonly string[]): void {
    const { group } = this.groups.lot(keys[0]!) ?? { group: null };
    if (group === null) return;
    const wanted = new Set(keys);
    const chosen = this.chosen.get(group)?.sales ?? [];
    const isNew = (lot: HeldLot): boolean => wanted.has(lot.key) && !chosen.some((sale) => sale.lot.key === lot.key);
    const isYoung = ({ pieces }: HeldLot): boolean => pieces[0]!.acquired >= this.facts.asOf - WINDOW_DAYS;
    const lots = group.held.filter(isNew).sort((a, b) => Number(isYoung(b)) - Number(isYoung(a)) || lossOf(b) - lossOf(a));
    const firstOf = (count: number): JointSale =>
      bestOrder(this.facts, group, [...chosen, ...lots.slice(0, count).map((lot) => ({ lot, shares: null }))]);
    let best = firstOf(lots.length);
    if (best.refusal !== null || best.shortCents + best.longCents <= this.harvestedOf(group)) return;
    let [low, high] = [0, lots.length];
    while (this.harvestedWith(group, best) >= this.targetCents && high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      const tried = firstOf(middle);
      if (this.harvestedWith(group, tried) >= this.targetCents) [best, high] = [tried, middle];
      else low = middle;
    }
    this.take(group, best);
  }

  /** Looks for sales of the group that regret less. @param among keys of the losing lots that may be sold */
  *improve(keys: readonly string[], among: ReadonlySet<string>): Sliced<void> {
    const { group } = this.groups.lot(keys[0]!) ?? { group: null };
    if (group === null) return;
    const chosen = this.chosen.get(group) ?? null;
    if (this.isReached && (chosen === null || chosen.disallowedCents === 0)) return;
    const lots = group.held.filter(({ key }) => among.has(key));
    const needCents = this.targetCents - this.harvestedCents + this.harvestedOf(group);
    const better = yield* betterSales(this.besideOthers(group), group, lots, chosen, needCents);
    if (better !== null && better !== chosen) this.take(group, better);
  }

  /** The facts of the year in which what is chosen of the other groups is sold. */
  private besideOthers(group: Group): HarvestFacts {
    const { year } = this.facts;
    if (!year.ok) return this.facts;
    let [shortCents, longCents] = [0, 0];
    for (const [other, joint] of this.chosen) {
      if (other === group) continue;
      shortCents -= joint.shortCents;
      longCents -= joint.longCents;
    }
    return { ...this.facts, year: done(afterSales(year.value, { shortCents, longCents })) };
  }

  /** The fewest shares that reach the target; null when only the whole lot does. */
  private cut(group: Group, lot: HeldLot): JointSale | null {
    const steps = stepsOf(lot);
    let [low, high] = [0, steps.count];
    let best: JointSale | null = null;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      const tried = this.tried(group, { lot, shares: steps.shares(middle) });
      if (tried.refusal === null && this.harvestedWith(group, tried) >= this.targetCents) {
        best = tried;
        high = middle;
      } else low = middle;
    }
    return best;
  }

  private tried(group: Group, sale: TriedSale): JointSale {
    return bestOrder(this.facts, group, [...(this.chosen.get(group)?.sales ?? []), sale]);
  }

  private harvestedOf(group: Group): number {
    const joint = this.chosen.get(group);
    return joint === undefined ? 0 : joint.shortCents + joint.longCents;
  }

  private harvestedWith(group: Group, joint: JointSale): number {
    return this.harvestedCents - this.harvestedOf(group) + joint.shortCents + joint.longCents;
  }

  private take(group: Group, joint: JointSale): void {
    this.harvestedCents = this.harvestedWith(group, joint);
    this.chosen.set(group, joint);
  }
}

function lossOf({ pieces, valueCents }: HeldLot): number {
  return pieces.reduce((sum, { basisCents }) => sum + basisCents, 0) - valueCents;
}
