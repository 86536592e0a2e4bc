/**
 * Lots of equal regret in the order in which they are to be chosen: each the one that saves most tax for a dollar of loss
 * beside those before it, then the one that sells least value. Short-term losses save more only until they have used up
 * the short-term gains (R-NET-1, R-TAX-1); from there on a long-term one saves as much.
 */
import type { Outcome } from "../values/outcome";
import type { HarvestLot } from "./harvest-types";
import { quickSaving, type QuickSaving } from "./quick-saving";
import type { YearSoFar } from "./year-so-far";

/** Of a dollar: what doubles leave of sums of millions. */
const SAME_SAVING = 1e-7;

/** @param lots with a loss that counts */
export function mostSavedFirst(year: Outcome<YearSoFar>, lots: readonly HarvestLot[]): HarvestLot[] {
  // A collectible's tax is not known: after those whose is.
  const isKnown = ({ worth }: HarvestLot): boolean => !year.ok || worth !== null;
  return [...knownInOrder(quickSaving(year), lots.filter(isKnown)), ...lots.filter((lot) => !isKnown(lot))];
}

function knownInOrder(saving: QuickSaving, lots: readonly HarvestLot[]): HarvestLot[] {
  const queues = queuesOf(lots);
  const ordered: HarvestLot[] = [];
  let [shortCents, longCents, saved] = [0, 0, 0];
  while (ordered.length < lots.length) {
    const waiting = queues.filter(({ lots: { length }, next }) => next < length);
    // A large loss may cross a band that a small one does not: both are weighed by as many dollars.
    const dollars = Math.min(...waiting.map(({ lots: queued, next }) => queued[next]!.harvestableCents));
    let best: Front | null = null;
    for (const queue of waiting) {
      const lot = queue.lots[queue.next]!;
      const part = dollars / lot.harvestableCents;
      const more = saving(shortCents + lot.harvestableShortCents * part, longCents + lot.harvestableLongCents * part) - saved;
      const front = { queue, lot, forDollar: more / dollars };
      if (best === null || isBetter(front, best)) best = front;
    }
    const { queue, lot } = best!;
    queue.next += 1;
    ordered.push(lot);
    shortCents += lot.harvestableShortCents;
    longCents += lot.harvestableLongCents;
    saved = saving(shortCents, longCents);
  }
  return ordered;
}

interface Queue {
  readonly lots: readonly HarvestLot[];
  next: number;
}

/** Short-term, long-term and mixed losses, each with the least value sold for a dollar first: only the fronts compete. */
function queuesOf(lots: readonly HarvestLot[]): Queue[] {
  const byTerm = new Map<string, HarvestLot[]>([["Short", []], ["Long", []], ["Mixed", []]]);
  for (const lot of lots) byTerm.get(lot.term)!.push(lot);
  return [...byTerm.values()].map((ofTerm) => ({ lots: ofTerm.sort((a, b) => soldForDollar(a) - soldForDollar(b)), next: 0 }));
}

interface Front {
  readonly queue: Queue;
  readonly lot: HarvestLot;
  readonly forDollar: number;
}

function isBetter(one: Front, other: Front): boolean {
  const more = one.forDollar - other.forDollar;
  return more > SAME_SAVING || (more > -SAME_SAVING && soldForDollar(one.lot) < soldForDollar(other.lot));
}

function soldForDollar({ valueCents, harvestableCents }: HarvestLot): number {
  return valueCents / harvestableCents;
}
