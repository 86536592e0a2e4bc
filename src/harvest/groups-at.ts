/** The groups of the trades as they stand at the end of the as-of day, each booked when it is first asked for. */
import { tiesOf } from "../lots/book";
import type { Group } from "./group";
import type { HarvestFacts } from "./harvest-types";
import { heldLots, type HeldLot } from "./held-lots";
import { Reach } from "./reach";
import { Standing } from "./standing";

export class GroupsAt {
  private readonly groups = new Map<number, Group>();
  private readonly lots = new Map<string, { readonly lot: HeldLot; readonly group: Group }>();
  private readonly groupOf: Int32Array;

  constructor(private readonly facts: HarvestFacts) {
    this.groupOf = tiesOf(facts.trades, facts.choices).group;
  }

  of(symbol: number): Group {
    const group = this.groupOf[symbol]!;
    let found = this.groups.get(group);
    if (found === undefined) {
      const standing = new Standing(this.facts, group);
      const held = heldLots(this.facts, standing.book);
      found = { facts: this.facts, standing, held, reach: new Reach(this.facts, standing.book, group) };
      this.groups.set(group, found);
    }
    return found;
  }

  /** The lot of this key and the group it is in, or null when no such lot is held and priced. */
  lot(key: string): { readonly lot: HeldLot; readonly group: Group } | null {
    const wanted = key.toUpperCase();
    const known = this.lots.get(wanted);
    if (known !== undefined) return known;
    for (const [symbol, name] of this.facts.trades.symbols.entries()) {
      if (!wanted.startsWith(`${name.toUpperCase()}|`)) continue;
      const group = this.of(symbol);
      for (const lot of group.held) this.lots.set(lot.key, { lot, group });
    }
    return this.lots.get(wanted) ?? null;
  }
}
