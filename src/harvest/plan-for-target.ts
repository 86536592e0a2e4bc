/**
 * The set of lots that reaches a target of losses with the smallest regret: least lost for good, then least
 * deferred, then most tax saved for each dollar of loss (without rates short before long), then least value sold.
 * The last lot is cut to the shares that just reach it.
 *
 * Lots that nothing washes add up, so the best of them are taken in that order. Only when they do not reach the target
 * are washed ones added, each time the one that adds least regret to what is chosen already, simulated with it.
 */
import { done, refuse, type Outcome } from "../values/outcome";
import { GroupsAt, type GroupAt } from "./groups-at";
import { harvestLots } from "./harvest-lots";
import type { HarvestFacts, HarvestLot, HarvestPlan, Sliced } from "./harvest-types";
import type { HeldLot } from "./held-lots";
import { bestOrder, type JointSale } from "./joint-sale";
import { planFrom } from "./plan";
import type { TriedSale } from "./standing";
import { stepsOf } from "./share-steps";

/** @param amongKeys null: all candidates of the thresholds */
export function* planForTarget(facts: HarvestFacts, targetCents: number, amongKeys: readonly string[] | null): Sliced<Outcome<HarvestPlan>> {
  if (!Number.isFinite(targetCents) || targetCents <= 0) return refuse("bad-input", "The target is the loss to take, an amount above 0.");
  const asked = amongKeys === null ? facts : { ...facts, minLossCents: null, minLossShare: null };
  const answer = yield* harvestLots(asked);
  const among = amongKeys === null ? null : new Set(amongKeys.map((key) => key.toUpperCase()));
  const candidates = answer.lots.filter(({ key, harvestableCents }) => harvestableCents > 0 && (among?.has(key) ?? true));
  const choice = new Choice(facts, targetCents);
  const byRegret = [...candidates].sort((a, b) => compareRegret(regretOf(a), regretOf(b)));
  for (const [at, lot] of byRegret.entries()) {
    if (choice.isReached) break;
    yield { done: at, of: byRegret.length };
    choice.add(lot);
  }
  return done(planFrom(facts, choice.joint(), Math.max(0, targetCents - choice.harvestedCents)));
}

/** Each for a dollar of loss that counts. */
interface Regret {
  readonly lostForGood: number;
  readonly deferred: number;
  readonly taxSaved: number;
  readonly valueSold: number;
}

function regretOf(lot: HarvestLot): Regret {
  const { harvestableCents, permanentCents, washedCents, taxSavedCents, harvestableShortCents, valueCents } = lot;
  return {
    lostForGood: permanentCents / harvestableCents,
    deferred: (washedCents - permanentCents) / harvestableCents,
    taxSaved: (taxSavedCents ?? harvestableShortCents) / harvestableCents,
    valueSold: valueCents / harvestableCents,
  };
}

function compareRegret(a: Regret, b: Regret): number {
  return a.lostForGood - b.lostForGood || a.deferred - b.deferred || b.taxSaved - a.taxSaved || a.valueSold - b.valueSold;
}

/** The lots chosen so far, each group simulated together. */
class Choice {
  private readonly groups: GroupsAt;
  private readonly chosen = new Map<GroupAt, JointSale>();
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

  /** Adds the lot, or the fewest of its shares that reach the target. */
  add({ key }: HarvestLot): void {
    const found = this.groups.lot(key);
    if (found === null) return;
    const { lot, group } = found;
    const whole = this.tried(group, { lot, shares: null });
    if (this.harvestedWith(group, whole) < this.targetCents) {
      if (whole.shortCents + whole.longCents > this.harvestedOf(group)) this.take(group, whole);
      return;
    }
    this.take(group, this.cut(group, lot) ?? whole);
  }

  /** The fewest shares that reach the target; null when only the whole lot does. */
  private cut(group: GroupAt, lot: HeldLot): JointSale | null {
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

  private tried(group: GroupAt, sale: TriedSale): JointSale {
    return bestOrder(this.facts, group, [...(this.chosen.get(group)?.sales ?? []), sale]);
  }

  private harvestedOf(group: GroupAt): number {
    const joint = this.chosen.get(group);
    return joint === undefined ? 0 : joint.shortCents + joint.longCents;
  }

  private harvestedWith(group: GroupAt, joint: JointSale): number {
    return this.harvestedCents - this.harvestedOf(group) + joint.shortCents + joint.longCents;
  }

  private take(group: GroupAt, joint: JointSale): void {
    this.harvestedCents = this.harvestedWith(group, joint);
    this.chosen.set(group, joint);
  }
}
