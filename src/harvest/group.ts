/** The symbols tied to each other by name or likeness, as a harvest of one of their lots sees them. */
import type { HarvestFacts } from "./harvest-types";
import type { HeldLot } from "./held-lots";
import type { Reach } from "./reach";
import type { Standing } from "./standing";

/** What is known of a lot's group. */
export interface Group {
  readonly facts: HarvestFacts;
  readonly standing: Standing;
  readonly reach: Reach;
  /** All lots of the group that may be sold. */
  readonly held: readonly HeldLot[];
}
