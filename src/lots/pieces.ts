/**
 * Pieces: shares of one purchase that share their basis, dates and wash history.
 *
 * A purchase is a queue of shares (R-LOT-5). Cutting takes from the front, and a piece remembers
 * its place in the queue, so that pieces of one purchase keep their order wherever they go.
 */
import { take } from "../values/take";
import type { Day } from "../values/plain-date";
import { NO_PIECE, type Piece } from "./piece-columns";
import { KEPT_BY_PARTS, NO_ACQUISITION, PieceMarks, RIDER, UNDER_SHORT } from "./piece-marks";

export { NO_PIECE, type Piece } from "./piece-columns";
export type { TackedDates } from "./piece-marks";

/** Facts that few pieces have; amounts are for all shares of the piece and are cut with it. */
export interface Rider {
  /** Basis for a loss of a gift worth less than its giver's basis, and the day its period then counts from (R-GIFT-1). */
  lossBasisCents: number | null;
  lossFrom: Day;
  /** Dividends of a fund received on the shares (R-HP-8). */
  capitalGainCents: number;
  exemptInterestCents: number;
}

/** What became of a piece that was sold. */
export interface SoldAs {
  /** Position in the realized pieces. */
  readonly realized: number;
  /** Trade of the first fill of the order. */
  readonly order: number;
}

export class Pieces extends PieceMarks {
  private readonly riders = new Map<Piece, Rider>();
  private readonly sales = new Map<Piece, SoldAs>();

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

  get haveRiders(): boolean {
    return this.riders.size > 0;
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

  /** Where a sold piece was recorded, and with which order; kept only where sold shares can be replacements. */
  soldAs(piece: Piece): SoldAs | null {
    return this.sales.get(piece) ?? null;
  }

  keepSale(piece: Piece, sale: SoldAs): void {
    this.sales.set(piece, sale);
  }

  /** Ties of every method fall back to this: acquired, purchase order, place in the purchase (R-ID-4). */
  byAcquisition(a: Piece, b: Piece): number {
    return this.acquired[a]! - this.acquired[b]! || this.sequence[a]! - this.sequence[b]! || this.place[a]! - this.place[b]!;
  }

  override remember(): () => void {
    const restore = super.remember();
    const riders = [...this.riders].map(([piece, rider]) => [piece, { ...rider }] as const);
    const sales = [...this.sales];
    return () => {
      restore();
      this.riders.clear();
      for (const [piece, rider] of riders) this.riders.set(piece, { ...rider });
      this.sales.clear();
      for (const [piece, sale] of sales) this.sales.set(piece, sale);
    };
  }

  override clear(): void {
    super.clear();
    if (this.riders.size > 0) this.riders.clear();
    if (this.sales.size > 0) this.sales.clear();
  }
}
