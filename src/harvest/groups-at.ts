/** The groups of the trades as they stand at the end of the as-of day, each booked when it is first asked for. */
import { tiesOf } from "../lots/book";
import type { Group } from "./harvest-lot";
import type { HarvestFacts } from "./harvest-types";
import { heldLots, type HeldLot } from "./held-lots";
import { Reach } from "./reach";
import { Standing } from "./standing";

export interface GroupAt extends Group {
  readonly held: readonly HeldLot[];
}

export class GroupsAt {
  private readonly groups = new Map<number, GroupAt>();
  private readonly groupOf: Int32Array;

  constructor(private readonly facts: HarvestFacts) {
    this.groupOf = tiesOf(facts.trades, facts.choices).group;
  }

  of(symbol: number): GroupAt {
    const group = this.groupOf[symbol]!;
    let found = this.groups.get(group);
    if (found === undefined) {
      const standing = new Standing(this.facts, group);
      const held = heldLots(this.facts, standing.book);
      this.groups.set(group, (found = { facts: this.facts, standing, held, reach: new Reach(this.facts, standing.book, group) }));
    }
    return found;
  }

  /** The lot of this key and the group it is in, or null when no such lot is held and priced. */
  lot(key: string): { readonly lot: HeldLot; readonly group: GroupAt } | null {
    const wanted = key.toUpperCase();
    for (const [symbol, name] of this.facts.trades.symbols.entries()) {
      if (!wanted.startsWith(`${name.toUpperCase()}|`)) continue;
      const group = this.of(symbol);
      const lot = group.held.find((one) => one.key === wanted);
      if (lot !== undefined) return { lot, group };
    }
    return null;
  }
}
