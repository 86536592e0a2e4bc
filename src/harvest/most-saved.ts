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
    let best: { readonly queue: Queue; readonly lot: HarvestLot; readonly forDollar: number } | null = null;
    for (const queue of queues) {
      const lot = queue.lots[queue.next];
      if (lot === undefined) continue;
      const more = saving(shortCents + lot.harvestableShortCents, longCents + lot.harvestableLongCents) - saved;
      const forDollar = more / lot.harvestableCents;
      if (best === null || isBetter({ lot, forDollar }, best)) best = { queue, lot, forDollar };
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
