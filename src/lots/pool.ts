/**
 * A pool: the open pieces of one symbol in one account, in order of acquisition.
 * FIFO and specific identification live inside a pool, never across (R-ID-1, R-ID-7).
 */
import { CostOrder } from "./cost-order";
import { byAcquisition, type Piece } from "./piece";

export class Pool {
  first: Piece | null = null;
  last: Piece | null = null;
  units = 0;
  /** Orderings by cost, made when a method first asks for them: [highest first, lowest first]. */
  private byCost: [CostOrder | null, CostOrder | null] = [null, null];

  constructor(
    public symbol: number,
    readonly account: number,
  ) {}

  /** Puts a piece into its place in the order of acquisition; new purchases go last at no cost. */
  insert(piece: Piece): void {
    let before = this.last;
    while (before !== null && byAcquisition(before, piece) > 0) before = before.previous;
    this.link(piece, before);
    this.units += piece.units;
  }

  /** Cuts the front of a piece off and keeps both; answers the front. */
  cut(piece: Piece, units: number): Piece {
    const front = piece.cutFront(units);
    this.link(front, piece.previous);
    this.costChanged(piece);
    return front;
  }

  remove(piece: Piece): void {
    if (piece.previous === null) this.first = piece.next;
    else piece.previous.next = piece.next;
    if (piece.next === null) this.last = piece.previous;
    else piece.next.previous = piece.previous;
    piece.previous = piece.next = piece.pool = null;
    piece.version += 1;
    this.units -= piece.units;
  }

  /** To be called after a piece's basis or units have changed in place. */
  costChanged(piece: Piece): void {
    piece.version += 1;
    this.byCost[0]?.add(piece);
    this.byCost[1]?.add(piece);
  }

  /** Multiplies every piece by a split; exact, because units were chosen to divide (see units.ts). */
  split(newShares: number, oldShares: number): void {
    this.units = 0;
    for (let piece = this.first; piece !== null; piece = piece.next) {
      piece.units = (piece.units / oldShares) * newShares;
      piece.place = (piece.place / oldShares) * newShares;
      this.units += piece.units;
    }
    this.byCost = [null, null];
  }

  /** Adds units to one piece of a split that was stated as shares received; `growth` keeps the pieces' places in order. */
  resize(piece: Piece, addedUnits: number, growth: number): void {
    piece.units += addedUnits;
    piece.place *= growth;
    this.units += addedUnits;
    this.costChanged(piece);
  }

  /** HIFO's or LOFO's next piece (R-ID-4), or null when the pool is empty. */
  nextByCost(highestFirst: boolean): Piece | null {
    const side = highestFirst ? 0 : 1;
    let order = this.byCost[side];
    if (order === null) {
      order = new CostOrder(highestFirst);
      for (let piece = this.first; piece !== null; piece = piece.next) order.add(piece);
      this.byCost[side] = order;
    }
    return order.front(this);
  }

  private link(piece: Piece, before: Piece | null): void {
    const after = before === null ? this.first : before.next;
    piece.previous = before;
    piece.next = after;
    piece.pool = this;
    piece.account = this.account;
    if (before === null) this.first = piece;
    else before.next = piece;
    if (after === null) this.last = piece;
    else after.previous = piece;
    this.byCost[0]?.add(piece);
    this.byCost[1]?.add(piece);
  }
}
