/**
 * A piece: shares of one purchase that share their basis, dates and wash history.
 *
 * A purchase is a queue of shares (R-LOT-5). Cutting takes from the front, and a piece remembers
 * its place in the queue, so that pieces of one purchase keep their order wherever they go.
 */
import type { Day } from "../values/plain-date";
import { take } from "../values/take";
import type { Pool } from "./pool";

/** Effective dates under each way of tacking a wash sale's period (R-WS-6), kept to warn where they disagree. */
export interface TackedDates {
  readonly tackDays: Day;
  readonly substituteDate: Day;
  readonly tackNoOverlap: Day;
}

export class Piece {
  /** Neighbours in the pool, which is in order of acquisition. */
  previous: Piece | null = null;
  next: Piece | null = null;
  /** null once the shares are no longer held. */
  pool: Pool | null = null;
  /** The account that holds the shares, or last held them. */
  account = -1;
  /** Neighbours among the replacement candidates of the wash-sale window (see candidates.ts); null outside it. */
  older: Piece | null = null;
  newer: Piece | null = null;

  /** Where the holding period counts from after tacking (R-HP-2). */
  holdingFrom: Day;
  tacked: TackedDates | null = null;
  /** The part of the basis that wash sales added. */
  washAddedCents = 0;
  /** Has absorbed a loss; can absorb no other (R-WS-8). */
  isReplacement = false;
  /** Has left the account it was bought in, which a broker's own wash-sale test cannot follow (R-WS-10). */
  wasTransferred = false;
  /** Rises with every change of units or basis, so that an ordering by cost can tell it is out of date. */
  version = 0;

  constructor(
    /** Position of the purchase in the trades. */
    readonly purchase: number,
    /** Place of the purchase among all that was acquired, in booking order. */
    readonly sequence: number,
    readonly acquired: Day,
    /** Units of the purchase's queue in front of this piece. */
    public place: number,
    public units: number,
    public basisCents: number,
  ) {
    this.holdingFrom = acquired;
  }

  /** Cuts the front `units` shares off into a piece of their own; this one keeps the rest. 0 < units < this.units. */
  cutFront(units: number): Piece {
    const front = new Piece(this.purchase, this.sequence, this.acquired, this.place, units, take(this.basisCents, units, this.units));
    front.washAddedCents = this.washAddedCents === 0 ? 0 : take(this.washAddedCents, units, this.units);
    front.account = this.account;
    front.holdingFrom = this.holdingFrom;
    front.tacked = this.tacked;
    front.isReplacement = this.isReplacement;
    front.wasTransferred = this.wasTransferred;
    this.place += units;
    this.units -= units;
    this.basisCents -= front.basisCents;
    this.washAddedCents -= front.washAddedCents;
    this.version += 1;
    if (this.older !== null) front.standBefore(this);
    return front;
  }

  /** Takes the place in front of `other` among the candidates. */
  standBefore(other: Piece): void {
    this.older = other.older;
    this.newer = other;
    other.older!.newer = this;
    other.older = this;
  }

  /** Can replace no further loss: sold, given away, used, or too old. */
  stopBeingCandidate(): void {
    if (this.older === null) return;
    this.older.newer = this.newer;
    this.newer!.older = this.older;
    this.older = this.newer = null;
  }
}

/** Ties of every method fall back to this: acquired, purchase order, place in the purchase (R-ID-4). */
export function byAcquisition(a: Piece, b: Piece): number {
  return a.acquired - b.acquired || a.sequence - b.sequence || a.place - b.place;
}
