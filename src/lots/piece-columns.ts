/**
 * Pieces as columns: a piece is its position in them. There can be millions, and objects of this many
 * fields would cost more to keep than to compute. Columns are replaced when they grow, so they are read as
 * `pieces.units[piece]` each time and never held across a call that may cut.
 */
import type { Column } from "../values/columns";

/** Position of a piece in the columns. */
export type Piece = number;

/** No piece: the end of a list. */
export const NO_PIECE: Piece = -1;

/** Position 0 and 1 mark the two ends of the list of candidates (see candidates.ts). */
const RESERVED = 2;

export class PieceColumns {
  count = RESERVED;
  /** Position of the purchase in the trades. */
  purchase: Int32Array;
  /** Place of the purchase among all that was acquired, in booking order. */
  sequence: Int32Array;
  acquired: Int32Array;
  /** Where the holding period counts from after tacking (R-HP-2). */
  holdingFrom: Int32Array;
  /** Units of the purchase's queue in front of the piece. */
  place: Float64Array;
  units: Float64Array;
  basisCents: Float64Array;
  /** The part of the basis that wash sales added. */
  washAddedCents: Float64Array;
  /** The account that holds the shares, or last held them. */
  account: Int32Array;
  /** Today's symbol, or the last. */
  symbol: Int32Array;
  /** Neighbours in the pool, which is in order of acquisition. */
  previous: Int32Array;
  next: Int32Array;
  /** Neighbours among the replacement candidates; NO_PIECE outside the list. */
  older: Int32Array;
  newer: Int32Array;
  /** Rises with every change of units or basis, so that an ordering by cost can tell it is out of date. */
  version: Int32Array;
  protected flags: Uint16Array;
  protected substituteDate: Int32Array;
  protected tackNoOverlap: Int32Array;
  protected tackDays: Int32Array;

  constructor(private capacity: number) {
    const int = (): Int32Array => new Int32Array(capacity);
    const double = (): Float64Array => new Float64Array(capacity);
    this.purchase = int();
    this.sequence = int();
    this.acquired = int();
    this.holdingFrom = int();
    this.place = double();
    this.units = double();
    this.basisCents = double();
    this.washAddedCents = double();
    this.account = int();
    this.symbol = int();
    this.previous = int();
    this.next = int();
    this.older = int();
    this.newer = int();
    this.version = int();
    this.flags = new Uint16Array(capacity);
    this.substituteDate = int();
    this.tackNoOverlap = int();
    this.tackDays = int();
  }

  /** Forgets every piece: groups are booked one after the other in the same columns. */
  clear(): void {
    this.count = RESERVED;
  }

  /** Answers what brings all pieces back to what they are now. */
  remember(): () => void {
    const count = this.count;
    const columns = this as unknown as Record<string, Column>;
    const kept: [string, Column][] = [];
    for (const [name, column] of Object.entries(columns)) if (ArrayBuffer.isView(column)) kept.push([name, column.slice(0, count)]);
    return () => {
      this.count = count;
      // Columns may have been replaced by larger ones.
      for (const [name, column] of kept) columns[name]!.set(column);
    };
  }

  protected fresh(): Piece {
    if (this.count === this.capacity) this.grow();
    const piece = this.count++;
    this.older[piece] = this.newer[piece] = this.previous[piece] = this.next[piece] = NO_PIECE;
    this.version[piece] = 0;
    return piece;
  }

  private grow(): void {
    this.capacity *= 2;
    const columns = this as unknown as Record<string, Column>;
    for (const [name, column] of Object.entries(columns)) {
      if (!ArrayBuffer.isView(column)) continue;
      const Kind = column.constructor as new (length: number) => Column;
      const larger = new Kind(this.capacity);
      larger.set(column);
      columns[name] = larger;
    }
  }
}
