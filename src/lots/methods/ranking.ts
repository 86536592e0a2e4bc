/** Pieces in the order a method takes them (R-ID-4, R-ID-5). Every comparison is per share and exact. */
import { NO_PIECE, type Piece, type Pieces } from "../pieces";
import type { Pool } from "../pool";
import type { SaleCircumstances } from "./circumstances";
import type { Ordering } from "./ordering";
import { Weighing } from "./weighing";

/** A piece and the pool it lies in. */
export interface RankedPiece {
  readonly pool: Pool;
  readonly piece: Piece;
}

/** One sale is ranked at a time, so all share the room. */
const weighing = new Weighing();
let order = new Int32Array(0);

/**
 * The pieces of the pools, the first to leave first; the last one made is the one that counts. `sale` is needed where the
 * ordering asks about it. A heap for each group, made when the group's turn comes, because a sale takes few of many
 * pieces, and sorting them all for it would make a long history slow.
 */
export class Ranking {
  /** Where the entries of each group begin in `order`, and where the last group ends. */
  private readonly starts: Int32Array;
  private group = -1;
  /** The heap of the group at work: `size` entries of `order` from `from` on. */
  private from = 0;
  private size = 0;

  constructor(
    pieces: Pieces,
    private readonly pools: readonly Pool[],
    ordering: Ordering,
    sale: SaleCircumstances | null,
  ) {
    weighing.start(pieces, ordering, sale);
    const { next } = pieces;
    const none = NO_PIECE;
    for (let pool = 0; pool < pools.length; pool++) {
      for (let piece = pools[pool]!.first; piece !== none; piece = next[piece]!) weighing.add(piece, pool);
    }
    this.starts = sortedByGroup();
  }

  /** Takes the next piece to leave out of the ranking; undefined when there is none. */
  next(): RankedPiece | undefined {
    while (this.size === 0) if (!this.startNextGroup()) return undefined;
    const first = order[this.from]!;
    this.size -= 1;
    order[this.from] = order[this.from + this.size]!;
    if (this.size > 1) this.sink(0);
    return { pool: this.pools[weighing.pool[first]!]!, piece: weighing.piece[first]! };
  }

  private startNextGroup(): boolean {
    this.group += 1;
    if (this.group + 1 >= this.starts.length) return false;
    this.from = this.starts[this.group]!;
    this.size = this.starts[this.group + 1]! - this.from;
    for (let at = (this.size >> 1) - 1; at >= 0; at--) this.sink(at);
    return true;
  }

  private sink(at: number): void {
    const { from, size } = this;
    const sinking = order[from + at]!;
    let parent = at;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= size) break;
      if (child + 1 < size && weighing.compare(order[from + child + 1]!, order[from + child]!) < 0) child += 1;
      if (weighing.compare(order[from + child]!, sinking) >= 0) break;
      order[from + parent] = order[from + child]!;
      parent = child;
    }
    order[from + parent] = sinking;
  }
}

/** Writes the entries into `order`, group after group; answers where each begins. */
function sortedByGroup(): Int32Array {
  const { count, group, groupCount } = weighing;
  if (order.length < count) order = new Int32Array(2 * count);
  const starts = new Int32Array(groupCount + 1);
  for (let at = 0; at < count; at++) starts[group[at]! + 1]! += 1;
  for (let one = 1; one <= groupCount; one++) starts[one]! += starts[one - 1]!;
  const free = starts.slice();
  for (let at = 0; at < count; at++) order[free[group[at]!]!++] = at;
  return starts;
}
