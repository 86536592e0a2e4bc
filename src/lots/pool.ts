/**
 * A pool: the open pieces of one symbol in one account, in order of acquisition.
 * FIFO and specific identification live inside a pool, never across (R-ID-1, R-ID-7).
 */
import { CostOrder } from "./cost-order";
import { NO_PIECE, type Piece, type Pieces } from "./pieces";
import type { PoolTotals } from "./pool-totals";

export class Pool {
  first: Piece = NO_PIECE;
  last: Piece = NO_PIECE;
  units = 0;
  /** This pool as a list of one, for what can take from several. */
  readonly alone: readonly Pool[] = [this];
  /** Orderings by cost, made when a method first asks for them. */
  private highestFirst: CostOrder | null = null;
  private lowestFirst: CostOrder | null = null;
  /** Kept up to date from when the average method first asks for them. */
  totals: PoolTotals | null = null;

  constructor(
    private readonly pieces: Pieces,
    readonly symbol: number,
    readonly account: number,
  ) {}

  /** Puts a piece into its place in the order of acquisition; new purchases go last at no cost. */
  insert(piece: Piece): void {
    const { pieces } = this;
    let before = this.last;
    while (before !== NO_PIECE && pieces.byAcquisition(before, piece) > 0) before = pieces.previous[before]!;
    this.link(piece, before);
    this.units += pieces.units[piece]!;
  }

  /** Cuts the front of a piece off and keeps both; answers the front. */
  cut(piece: Piece, units: number): Piece {
    const front = this.pieces.cutFront(piece, units);
    this.link(front, this.pieces.previous[piece]!);
    this.costChanged(piece);
    return front;
  }

  remove(piece: Piece): void {
    const { pieces } = this;
    const previous = pieces.previous[piece]!;
    const next = pieces.next[piece]!;
    if (previous === NO_PIECE) this.first = next;
    else pieces.next[previous] = next;
    if (next === NO_PIECE) this.last = previous;
    else pieces.previous[next] = previous;
    pieces.previous[piece] = pieces.next[piece] = NO_PIECE;
    pieces.setHeld(piece, false);
    pieces.version[piece]! += 1;
    this.units -= pieces.units[piece]!;
    this.totals?.removed(piece);
  }

  /** To be called after a piece's basis or units have changed in place. */
  costChanged(piece: Piece): void {
    this.pieces.version[piece]! += 1;
    this.highestFirst?.add(piece);
    this.lowestFirst?.add(piece);
    this.totals?.changed(piece);
  }

  /** To be called after all of the pieces may have changed in place: orders and totals are made anew when asked for. */
  allChanged(): void {
    this.highestFirst = this.lowestFirst = this.totals = null;
  }

  /** Answers what brings the pool back to what it is now, once its pieces have been brought back. */
  remember(): () => void {
    const { first, last, units } = this;
    return () => {
      Object.assign(this, { first, last, units });
      this.allChanged();
    };
  }

  /** Multiplies every piece by a split; exact, because units were chosen to divide (see units.ts). */
  split(newShares: number, oldShares: number): void {
    const { units, place, next } = this.pieces;
    this.units = 0;
    for (let piece = this.first; piece !== NO_PIECE; piece = next[piece]!) {
      units[piece] = (units[piece]! / oldShares) * newShares;
      place[piece] = (place[piece]! / oldShares) * newShares;
      this.units += units[piece]!;
    }
    this.allChanged();
  }

  /** Adds units to one piece of a split that was stated as shares received; `growth` keeps the pieces' places in order. */
  resize(piece: Piece, addedUnits: number, growth: number): void {
    this.pieces.units[piece]! += addedUnits;
    this.pieces.place[piece]! *= growth;
    this.units += addedUnits;
    this.costChanged(piece);
  }

  /** HIFO's next piece (R-ID-4), or NO_PIECE when the pool is empty. */
  dearest(): Piece {
    this.highestFirst ??= this.orderedByCost(true);
    return this.highestFirst.front();
  }

  /** LOFO's next piece. */
  cheapest(): Piece {
    this.lowestFirst ??= this.orderedByCost(false);
    return this.lowestFirst.front();
  }

  /** Every piece, in order of acquisition. */
  list(): Piece[] {
    const list: Piece[] = [];
    for (let piece = this.first; piece !== NO_PIECE; piece = this.pieces.next[piece]!) list.push(piece);
    return list;
  }

  private orderedByCost(highestFirst: boolean): CostOrder {
    const order = new CostOrder(this.pieces, this, highestFirst);
    for (const piece of this.list()) order.add(piece);
    return order;
  }

  private link(piece: Piece, before: Piece): void {
    const { pieces } = this;
    const after = before === NO_PIECE ? this.first : pieces.next[before]!;
    pieces.previous[piece] = before;
    pieces.next[piece] = after;
    pieces.account[piece] = this.account;
    pieces.symbol[piece] = this.symbol;
    pieces.setHeld(piece, true);
    if (before === NO_PIECE) this.first = piece;
    else pieces.next[before] = piece;
    if (after === NO_PIECE) this.last = piece;
    else pieces.previous[after] = piece;
    this.highestFirst?.add(piece);
    this.lowestFirst?.add(piece);
    this.totals?.added(piece);
  }
}
