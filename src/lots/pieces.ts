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
import type { PeriodStart } from "./period-start";

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
/** Has a rider: facts that few pieces have. */
const RIDER = 16;
/** The period begins on `holdingFrom` itself and not the day after (R-HP-6). */
const STARTS_ON_DATE = 32;
/** Of those that start on a date: by closing a short sale, not by exercising rights. */
const RESTARTED = 64;
/** Inherited (R-HP-4). */
const INHERITED = 128;
/** Came without an acquisition that section 1091 knows: gift, inheritance, spin-off, reorganization (R-WS-2). */
const NO_ACQUISITION = 256;
const BASIS_UNKNOWN = 512;
/** Held against an open short sale, so that its period has not begun (R-SS-2). */
const UNDER_SHORT = 1024;
/** Copied to a part that is cut off; where the part is held is for the pool to say. */
const KEPT_BY_PARTS =
  REPLACEMENT | TRANSFERRED | TACKED | STARTS_ON_DATE | RESTARTED | INHERITED | NO_ACQUISITION | BASIS_UNKNOWN | UNDER_SHORT;
/** What makes a term depend on more than two dates. */
const TERM_IS_SPECIAL = STARTS_ON_DATE | INHERITED | UNDER_SHORT;

/** Facts that few pieces have; amounts are for all shares of the piece and are cut with it. */
export interface Rider {
  /** Basis for a loss of a gift worth less than its giver's basis, and the day its period then counts from (R-GIFT-1). */
  lossBasisCents: number | null;
  lossFrom: Day;
  /** Dividends of a fund received on the shares (R-HP-8). */
  capitalGainCents: number;
  exemptInterestCents: number;
}

/** Effective dates under each way of tacking a wash sale's period (R-WS-6), kept to warn where they disagree. */
export interface TackedDates {
  readonly tackDays: Day;
  readonly substituteDate: Day;
  readonly tackNoOverlap: Day;
}

/** What became of a piece that was sold. */
export interface SoldAs {
  /** Position in the realized pieces. */
  readonly realized: number;
  /** Trade of the first fill of the order. */
  readonly order: number;
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
  private flags: Uint16Array;
  private riders = new Map<Piece, Rider>();
  private sales = new Map<Piece, SoldAs>();
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
    this.flags = new Uint16Array(capacity);
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
    this.flags[front] = this.flags[piece]! & KEPT_BY_PARTS;
    this.tackDays[front] = this.tackDays[piece]!;
    this.substituteDate[front] = this.substituteDate[piece]!;
    this.tackNoOverlap[front] = this.tackNoOverlap[piece]!;
    if (this.sales.size > 0 && this.sales.has(piece)) this.sales.set(front, this.sales.get(piece)!);
    if ((this.flags[piece]! & RIDER) !== 0) this.cutRider(piece, front, units, whole);
    this.place[piece]! += units;
    this.units[piece]! -= units;
    this.basisCents[piece]! -= basisCents;
    this.washAddedCents[piece]! -= washAddedCents;
    this.version[piece]! += 1;
    if (this.older[piece] !== NO_PIECE) this.standBefore(front, piece);
    return front;
  }

  /**
   * New shares that a piece brought forth (spin-off, other class, rights), not yet in a pool: they have its dates,
   * purchase and history. They are no acquisition (R-WS-2). `partOf` tells which cents of the piece's basis go
   * over; both bases of a gift, and what washes added, are divided alike.
   */
  offspring(piece: Piece, units: number, partOf: (cents: number) => number): Piece {
    const young = this.fresh();
    const basisCents = partOf(this.basisCents[piece]!);
    const washAddedCents = partOf(this.washAddedCents[piece]!);
    this.purchase[young] = this.purchase[piece]!;
    this.sequence[young] = this.sequence[piece]!;
    this.acquired[young] = this.acquired[piece]!;
    this.holdingFrom[young] = this.holdingFrom[piece]!;
    this.place[young] = this.place[piece]!;
    this.units[young] = units;
    this.basisCents[young] = basisCents;
    this.washAddedCents[young] = washAddedCents;
    this.flags[young] = (this.flags[piece]! & KEPT_BY_PARTS & ~UNDER_SHORT) | NO_ACQUISITION;
    this.tackDays[young] = this.tackDays[piece]!;
    this.substituteDate[young] = this.substituteDate[piece]!;
    this.tackNoOverlap[young] = this.tackNoOverlap[piece]!;
    this.basisCents[piece]! -= basisCents;
    this.washAddedCents[piece]! -= washAddedCents;
    this.version[piece]! += 1;
    const lossBasisCents = this.rider(piece)?.lossBasisCents ?? null;
    if (lossBasisCents !== null) {
      const part = partOf(lossBasisCents);
      const { lossFrom } = this.rider(piece)!;
      this.riderOf(piece).lossBasisCents = lossBasisCents - part;
      Object.assign(this.riderOf(young), { lossBasisCents: part, lossFrom });
    }
    return young;
  }

  rider(piece: Piece): Rider | null {
    return (this.flags[piece]! & RIDER) === 0 ? null : this.riders.get(piece)!;
  }

  /** The piece's rider, made when it has none. */
  riderOf(piece: Piece): Rider {
    let rider = this.rider(piece);
    if (rider === null) {
      rider = { lossBasisCents: null, lossFrom: 0, capitalGainCents: 0, exemptInterestCents: 0 };
      this.riders.set(piece, rider);
      this.flags[piece]! |= RIDER;
    }
    return rider;
  }

  private cutRider(piece: Piece, front: Piece, units: number, whole: number): void {
    const rider = this.riders.get(piece)!;
    const cut = (cents: number): number => take(cents, units, whole);
    const part: Rider = {
      lossBasisCents: rider.lossBasisCents === null ? null : cut(rider.lossBasisCents),
      lossFrom: rider.lossFrom,
      capitalGainCents: cut(rider.capitalGainCents),
      exemptInterestCents: cut(rider.exemptInterestCents),
    };
    if (rider.lossBasisCents !== null) rider.lossBasisCents -= part.lossBasisCents!;
    rider.capitalGainCents -= part.capitalGainCents;
    rider.exemptInterestCents -= part.exemptInterestCents;
    this.riders.set(front, part);
    this.flags[front]! |= RIDER;
  }

  /** Adds to the basis, or takes from it; the basis for a loss of a gift moves with it, never below zero. */
  addBasis(piece: Piece, cents: number): void {
    this.basisCents[piece]! += cents;
    this.version[piece]! += 1;
    const rider = this.rider(piece);
    if (rider !== null && rider.lossBasisCents !== null) rider.lossBasisCents = Math.max(0, rider.lossBasisCents + cents);
  }

  /** Nothing but a purchase, in the account it was bought in; it may have replaced a loss. */
  isOrdinary(piece: Piece): boolean {
    return (this.flags[piece]! & ~(HELD | REPLACEMENT | TACKED)) === 0;
  }

  /** Whether a sale has to look at more than basis and dates. */
  isSpecial(piece: Piece): boolean {
    return (this.flags[piece]! & (TERM_IS_SPECIAL | RIDER | BASIS_UNKNOWN)) !== 0;
  }

  /** Whether the term asks for more than the two dates. */
  hasSpecialTerm(piece: Piece): boolean {
    return (this.flags[piece]! & TERM_IS_SPECIAL) !== 0;
  }

  periodStart(piece: Piece): PeriodStart {
    const flags = this.flags[piece]!;
    if ((flags & INHERITED) !== 0) return "Inherited";
    if ((flags & STARTS_ON_DATE) === 0) return "Purchase";
    return (flags & RESTARTED) === 0 ? "Rights exercise" : "Short-sale restart";
  }

  setPeriodStart(piece: Piece, start: PeriodStart): void {
    const flags = this.flags[piece]! & ~(INHERITED | STARTS_ON_DATE | RESTARTED);
    const marks = { Purchase: 0, Inherited: INHERITED, "Rights exercise": STARTS_ON_DATE, "Short-sale restart": STARTS_ON_DATE | RESTARTED };
    this.flags[piece] = flags | marks[start];
  }

  /** The day from which a period of whole days is counted: R-HP-6 includes the date itself. */
  countsFrom(piece: Piece): Day {
    return this.holdingFrom[piece]! - ((this.flags[piece]! & STARTS_ON_DATE) === 0 ? 0 : 1);
  }

  /** Closing a short sale starts the period anew on that day (R-SS-2). */
  restart(piece: Piece, day: Day): void {
    this.flags[piece]! &= ~(UNDER_SHORT | TACKED | INHERITED);
    this.holdingFrom[piece] = day;
    this.setPeriodStart(piece, "Short-sale restart");
  }

  isUnderShort(piece: Piece): boolean {
    return (this.flags[piece]! & UNDER_SHORT) !== 0;
  }

  setUnderShort(piece: Piece): void {
    this.flags[piece]! |= UNDER_SHORT;
  }

  /** Came by an acquisition and has absorbed no loss yet. */
  canReplace(piece: Piece): boolean {
    return (this.flags[piece]! & (REPLACEMENT | NO_ACQUISITION)) === 0;
  }

  isAcquisition(piece: Piece): boolean {
    return (this.flags[piece]! & NO_ACQUISITION) === 0;
  }

  markNoAcquisition(piece: Piece): void {
    this.flags[piece]! |= NO_ACQUISITION;
    this.stopBeingCandidate(piece);
  }

  /** Where a sold piece was recorded, and with which order; kept only where sold shares can be replacements. */
  soldAs(piece: Piece): SoldAs | null {
    return this.sales.get(piece) ?? null;
  }

  keepSale(piece: Piece, sale: SoldAs): void {
    this.sales.set(piece, sale);
  }

  basisUnknown(piece: Piece): boolean {
    return (this.flags[piece]! & BASIS_UNKNOWN) !== 0;
  }

  markBasisUnknown(piece: Piece): void {
    this.flags[piece]! |= BASIS_UNKNOWN;
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
    // Tacked dates are counted as of a purchase.
    this.flags[piece]! &= ~(STARTS_ON_DATE | RESTARTED);
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
    if (this.riders.size > 0) this.riders.clear();
    if (this.sales.size > 0) this.sales.clear();
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
    Object.assign(this, { ...larger, count: this.count, riders: this.riders, sales: this.sales });
  }
}
