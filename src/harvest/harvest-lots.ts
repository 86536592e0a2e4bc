/**
 * The losses that could be taken on a day (R-TLH-1 to R-TLH-3, R-TLH-6): every lot below its basis, sold whole at
 * its price and nothing else sold.
 */
import { tiesOf } from "../lots/book";
import type { HarvestAnswer, HarvestFacts, HarvestGap, HarvestLot, Sliced } from "./harvest-types";
import { gapsOf } from "./gaps";
import type { Group } from "./group";
import { harvestLot } from "./harvest-lot";
import { heldLots } from "./held-lots";
import { bestFirst } from "./rank";
import { Reach } from "./reach";
import { Standing } from "./standing";

/** Best first. Every lot is looked at by itself; `planOf` tells what several come to together. */
export function* harvestLots(facts: HarvestFacts): Sliced<HarvestAnswer> {
  const { trades, choices, asOf } = facts;
  const { group: groupOf } = tiesOf(trades, choices);
  const groups = [...new Set(groupOf)];
  const lots: HarvestLot[] = [];
  const gaps: HarvestGap[] = [];
  for (const [done, group] of groups.entries()) {
    yield { done, of: groups.length };
    const standing = new Standing(facts, group);
    gaps.push(...gapsOf(facts, standing.book));
    const held = heldLots(facts, standing.book);
    if (held.length === 0) continue;
    const inGroup: Group = { facts, standing, held, reach: new Reach(facts, standing.book, group) };
    for (const [at, lot] of held.entries()) {
      if (at > 0) yield { done: done + at / held.length, of: groups.length };
      const found = harvestLot(inGroup, lot);
      if (found !== null && meetsThresholds(facts, found)) lots.push(found);
    }
  }
  return { asOf, lots: bestFirst(trades, lots), gaps: onceEach(gaps) };
}

/** A row that names no symbol stands in the way of every group's book, and is said once. */
function onceEach(gaps: readonly HarvestGap[]): HarvestGap[] {
  return [...new Map(gaps.map((gap) => [`${gap.symbol} ${gap.account} ${gap.sentence}`, gap])).values()];
}

/** Both must be met where both are given. */
function meetsThresholds({ minLossCents, minLossShare }: HarvestFacts, { lossCents, lossShare }: HarvestLot): boolean {
  return lossCents >= (minLossCents ?? 0) && lossShare >= (minLossShare ?? 0);
}
