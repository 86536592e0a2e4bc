/**
 * Which shares leave: the relief methods (R-ID-1, R-ID-4, R-ID-5), whose orders are the table in methods/.
 * R-ID-3: all but FIFO and lots named are standing orders, not tax methods of their own.
 */
import type { Method } from "./choices";
import type { SaleCircumstances } from "./methods/circumstances";
import type { Measure, Ordering } from "./methods/ordering";
import { Ranking } from "./methods/ranking";
import { orderingOf } from "./methods/table";
import { NO_PIECE, type Piece, type Pieces } from "./pieces";
import type { Pool } from "./pool";

/**
 * Takes `units` out of the pools by method; the pieces are in the order of relief and no longer in
 * their pools. The caller has checked that enough is held. `sale` is needed by methods that ask
 * about it (see circumstancesFor); null otherwise, and where shares leave unsold.
 */
export function relieve(
  pieces: Pieces,
  pools: readonly Pool[],
  units: number,
  method: Method,
  sale: SaleCircumstances | null,
): Piece[] {
  const ordering = orderingOf(method);
  const measure = pools.length === 1 ? streamOf(ordering) : null;
  const ranking = measure === null ? new Ranking(pieces, pools, ordering, sale) : null;
  const taken: Piece[] = [];
  for (let wanted = units; wanted > 0; ) {
    const next = ranking?.next();
    const pool = next?.pool ?? pools[0]!;
    const piece = measure === null ? (next?.piece ?? NO_PIECE) : nextOf(pieces, pool, measure);
    if (piece === NO_PIECE) throw new Error("relieve: asked for more than is held");
    const leaving = takeOut(pieces, pool, piece, Math.min(wanted, pieces.units[piece]!));
    wanted -= pieces.units[leaving]!;
    taken.push(leaving);
  }
  return taken;
}

/** Takes the front `units` of a piece out of its pool. */
export function takeOut(pieces: Pieces, pool: Pool, piece: Piece, units: number): Piece {
  const leaving = units < pieces.units[piece]! ? pool.cut(piece, units) : piece;
  pool.remove(leaving);
  return leaving;
}

/** Measures a pool keeps its pieces ready for, so that a sale need not look at them all. */
type StreamMeasure = Extract<Measure, "earliest" | "latest" | "dearest" | "cheapest">;

/** The measure a method can be served by piece after piece; null where the pieces must be ranked. */
function streamOf({ groups, unknownCost }: Ordering): StreamMeasure | null {
  if (groups.length > 1 || unknownCost !== "asZero") return null;
  const { first } = groups[0]!;
  return first === "earliest" || first === "latest" || first === "dearest" || first === "cheapest" ? first : null;
}

function nextOf(pieces: Pieces, pool: Pool, measure: StreamMeasure): Piece {
  switch (measure) {
    case "earliest":
      return pool.first;
    case "latest":
      return firstOfLastDay(pieces, pool);
    case "dearest":
      return pool.dearest();
    case "cheapest":
      return pool.cheapest();
  }
}

/** R-ID-4: latest day first; lots of one day, and pieces of one purchase, still front first. */
function firstOfLastDay({ previous, acquired }: Pieces, pool: Pool): Piece {
  let piece = pool.last;
  while (piece !== NO_PIECE) {
    const before = previous[piece]!;
    if (before === NO_PIECE || acquired[before] !== acquired[piece]) break;
    piece = before;
  }
  return piece;
}
