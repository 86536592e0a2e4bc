/**
 * Pieces: shares of one purchase that share their basis, dates and wash history.
 *
 * A purchase is a queue of shares (R-LOT-5). Cutting takes from the front, and a piece remembers
 * its place in the queue, so that pieces of one purchase keep their order wherever they go.
 *
 * Pieces are columns, and a piece is its position in them: there can be millions, and objects of
 * this many fields would cost more to keep than to compute. Columns are replaced when they grow,
 * so they are read as `pieces.units[piece]` each time and never held across a call that may cut.
 */
import { take } from "../values/take";
import type { Day } from "../values/plain-date";

/** Position of a piece in the columns. */
export type Piece = number;

/** No piece: the end of a list. */
export const NO_PIECE: Piece = -1;

/** Still in a pool. */
const HELD = 1;
/** Has absorbed a loss; can absorb no other (R-WS-8). */
const REPLACEMENT = 2;
/** Has left the account it was bought in, which a broker's own wash-sale test cannot follow (R-WS-10). */
const TRANSFERRED = 4;
/** Has taken over the period of shares sold (R-WS-6). */
const TACKED = 8;
/** Copied to a part that is cut off; where the part is held is for the pool to say. */
const INHERITED_FLAGS = REPLACEMENT | TRANSFERRED | TACKED;

/** Effective dates under each way of tacking a wash sale's period (R-WS-6), kept to warn where they disagree. */
export interface TackedDates {
  readonly tackDays: Day;
  readonly substituteDate: Day;
  readonly tackNoOverlap: Day;
}

/** Position 0 and 1 mark the two ends of the list of candidates (see candidates.ts). */
const RESERVED = 2;

export class Pieces {
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
  private flags: Uint8Array;
  private substituteDate: Int32Array;
  private tackNoOverlap: Int32Array;
  private tackDays: Int32Array;

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
    this.flags = new Uint8Array(capacity);
    this.substituteDate = int();
    this.tackNoOverlap = int();
    this.tackDays = int();
  }

  /** Shares of a purchase, not yet in a pool. */
  add(purchase: number, sequence: number, acquired: Day, units: number, basisCents: number): Piece {
    const piece = this.fresh();
    this.purchase[piece] = purchase;
    this.sequence[piece] = sequence;
    this.acquired[piece] = acquired;
    this.holdingFrom[piece] = acquired;
    this.place[piece] = 0;
    this.units[piece] = units;
    this.basisCents[piece] = basisCents;
    this.washAddedCents[piece] = 0;
    this.flags[piece] = 0;
    return piece;
  }

  /** Cuts the front `units` off a piece; the piece keeps the rest. 0 < units < the piece's units. */
  cutFront(piece: Piece, units: number): Piece {
    const front = this.fresh();
    const whole = this.units[piece]!;
    const basisCents = take(this.basisCents[piece]!, units, whole);
    const washAddedCents = take(this.washAddedCents[piece]!, units, whole);
    this.purchase[front] = this.purchase[piece]!;
    this.sequence[front] = this.sequence[piece]!;
    this.acquired[front] = this.acquired[piece]!;
    this.holdingFrom[front] = this.holdingFrom[piece]!;
    this.place[front] = this.place[piece]!;
    this.units[front] = units;
    this.basisCents[front] = basisCents;
    this.washAddedCents[front] = washAddedCents;
    this.account[front] = this.account[piece]!;
    this.symbol[front] = this.symbol[piece]!;
    this.flags[front] = this.flags[piece]! & INHERITED_FLAGS;
    this.tackDays[front] = this.tackDays[piece]!;
    this.substituteDate[front] = this.substituteDate[piece]!;
    this.tackNoOverlap[front] = this.tackNoOverlap[piece]!;
    this.place[piece]! += units;
    this.units[piece]! -= units;
    this.basisCents[piece]! -= basisCents;
    this.washAddedCents[piece]! -= washAddedCents;
    this.version[piece]! += 1;
    if (this.older[piece] !== NO_PIECE) this.standBefore(front, piece);
    return front;
  }

  /** Ties of every method fall back to this: acquired, purchase order, place in the purchase (R-ID-4). */
  byAcquisition(a: Piece, b: Piece): number {
    return this.acquired[a]! - this.acquired[b]! || this.sequence[a]! - this.sequence[b]! || this.place[a]! - this.place[b]!;
  }

  isHeld(piece: Piece): boolean {
    return (this.flags[piece]! & HELD) !== 0;
  }

  setHeld(piece: Piece, held: boolean): void {
    if (held) this.flags[piece]! |= HELD;
    else this.flags[piece]! &= ~HELD;
  }

  isReplacement(piece: Piece): boolean {
    return (this.flags[piece]! & REPLACEMENT) !== 0;
  }

  markReplacement(piece: Piece): void {
    this.flags[piece]! |= REPLACEMENT;
    this.stopBeingCandidate(piece);
  }

  wasTransferred(piece: Piece): boolean {
    return (this.flags[piece]! & TRANSFERRED) !== 0;
  }

  markTransferred(piece: Piece): void {
    this.flags[piece]! |= TRANSFERRED;
  }

  /** null for shares that never took over another period. */
  tackedDates(piece: Piece): TackedDates | null {
    if ((this.flags[piece]! & TACKED) === 0) return null;
    return {
      tackDays: this.tackDays[piece]!,
      substituteDate: this.substituteDate[piece]!,
      tackNoOverlap: this.tackNoOverlap[piece]!,
    };
  }

  /** `holdingFrom` is the one of the dates that the user's choice makes count. */
  tack(piece: Piece, dates: TackedDates, holdingFrom: Day): void {
    this.flags[piece]! |= TACKED;
    this.tackDays[piece] = dates.tackDays;
    this.substituteDate[piece] = dates.substituteDate;
    this.tackNoOverlap[piece] = dates.tackNoOverlap;
    this.holdingFrom[piece] = holdingFrom;
  }

  /** Takes the place in front of `other` among the candidates. */
  standBefore(piece: Piece, other: Piece): void {
    const older = this.older[other]!;
    this.older[piece] = older;
    this.newer[piece] = other;
    this.newer[older] = piece;
    this.older[other] = piece;
  }

  /** Can replace no further loss: sold, given away, used, or too old. */
  stopBeingCandidate(piece: Piece): void {
    const older = this.older[piece]!;
    if (older === NO_PIECE) return;
    const newer = this.newer[piece]!;
    this.newer[older] = newer;
    this.older[newer] = older;
    this.older[piece] = this.newer[piece] = NO_PIECE;
  }

  /** Forgets every piece: groups are booked one after the other in the same columns. */
  clear(): void {
    this.count = RESERVED;
  }

  private fresh(): Piece {
    if (this.count === this.capacity) this.grow();
    const piece = this.count++;
    this.older[piece] = this.newer[piece] = this.previous[piece] = this.next[piece] = NO_PIECE;
    this.version[piece] = 0;
    return piece;
  }

  private grow(): void {
    const larger = new Pieces(this.capacity * 2);
    for (const [name, column] of Object.entries(this)) {
      if (!ArrayBuffer.isView(column)) continue;
      (larger as unknown as Record<string, Int32Array>)[name]!.set(column as Int32Array);
    }
    Object.assign(this, { ...larger, count: this.count });
  }
}
