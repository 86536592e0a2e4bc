/** Pieces in the order a method takes them (R-ID-4, R-ID-5). Every comparison is per share and exact. */
import { compareCost } from "../cost-order";
import { NO_PIECE, type Piece, type Pieces } from "../pieces";
import type { Pool } from "../pool";
import type { SaleCircumstances } from "./circumstances";
import { asksOfSale, type LotGroup, type Measure, type Ordering, type Result } from "./ordering";

/** A piece beside what its method weighs. */
export interface RankedPiece {
  readonly pool: Pool;
  readonly piece: Piece;
  /** Groups in order; lots of unknown cost that go before or after all others have groups of their own. */
  readonly group: number;
  readonly measure: Measure;
  /** The basis that counts at this price, over `units`; not always the piece's own (R-GIFT-1). */
  readonly basisCents: number;
  readonly units: number;
  /** Millionths; 0 where no tax is weighed. */
  readonly rate: number;
}

/**
 * The pieces of the pools, the first to leave first. `sale` is needed where the ordering asks about it. A heap, because a
 * sale takes few of many pieces, and sorting them all for it would make a long history slow.
 */
export class Ranking {
  private readonly heap: RankedPiece[] = [];

  constructor(
    private readonly pieces: Pieces,
    pools: readonly Pool[],
    ordering: Ordering,
    private readonly sale: SaleCircumstances | null,
  ) {
    if (sale === null && asksOfSale(ordering)) throw new Error("Ranking: the method asks about the sale");
    for (const pool of pools) {
      for (let piece = pool.first; piece !== NO_PIECE; piece = pieces.next[piece]!) {
        this.heap.push(weigh(pieces, pool, piece, ordering, sale));
      }
    }
    for (let at = (this.heap.length >> 1) - 1; at >= 0; at--) this.sink(at);
  }

  /** Takes the next piece to leave out of the ranking; undefined when there is none. */
  next(): RankedPiece | undefined {
    const { heap } = this;
    const first = heap[0];
    const moved = heap.pop();
    if (heap.length > 0) {
      heap[0] = moved!;
      this.sink(0);
    }
    return first;
  }

  private sink(from: number): void {
    const { heap } = this;
    const sinking = heap[from]!;
    let parent = from;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!this.isBefore(heap[child]!, sinking)) break;
      heap[parent] = heap[child]!;
      parent = child;
    }
    heap[parent] = sinking;
  }

  private isBefore(a: RankedPiece, b: RankedPiece): boolean {
    const { pieces, sale } = this;
    return (a.group - b.group || compare(pieces, a, b, sale) || pieces.byAcquisition(a.piece, b.piece)) < 0;
  }
}

const BEFORE_ALL = -1;

function weigh(pieces: Pieces, pool: Pool, piece: Piece, ordering: Ordering, sale: SaleCircumstances | null): RankedPiece {
  const { groups, unknownCost } = ordering;
  const units = pieces.units[piece]!;
  const basisCents = pieces.basisCents[piece]!;
  if (unknownCost !== "asZero" && pieces.basisUnknown(piece)) {
    // Nothing is known to rank them by but their dates.
    const group = unknownCost === "first" ? BEFORE_ALL : groups.length;
    return { pool, piece, group, measure: "earliest", basisCents, units, rate: 0 };
  }
  if (sale === null) return { pool, piece, group: 0, measure: groups[0]!.first, basisCents, units, rate: 0 };
  const counted = basisAtPrice(pieces, piece, sale);
  const group = groupOf(groups, counted, pieces.acquired[piece] === sale.day);
  const rate = rateOf(counted.isLongTerm, sale);
  return { pool, piece, group, measure: groups[group]!.first, basisCents: counted.basisCents, units: counted.units, rate };
}

interface CountedBasis {
  readonly basisCents: number;
  readonly units: number;
  readonly result: Result;
  readonly isLongTerm: boolean;
}

/**
 * R-GIFT-1: shares given when they were worth less than the giver's basis have that value for their basis, and a period from
 * the gift, where the sale is at a loss against it; between the two they bring neither gain nor loss.
 */
function basisAtPrice(pieces: Pieces, piece: Piece, sale: SaleCircumstances): CountedBasis {
  const { proceedsCents } = sale;
  const units = pieces.units[piece]!;
  const basisCents = pieces.basisCents[piece]!;
  const result = resultOf(proceedsCents, sale.units, basisCents, units);
  const rider = pieces.rider(piece);
  const lossBasisCents = rider?.lossBasisCents ?? null;
  if (result !== "loss" || lossBasisCents === null || lossBasisCents >= basisCents) {
    return { basisCents, units, result, isLongTerm: sale.isLongTerm(piece) };
  }
  if (resultOf(proceedsCents, sale.units, lossBasisCents, units) !== "loss") {
    return { basisCents: proceedsCents, units: sale.units, result: "none", isLongTerm: sale.isLongTerm(piece) };
  }
  return { basisCents: lossBasisCents, units, result: "loss", isLongTerm: sale.isLongTermFrom(rider!.lossFrom) };
}

function resultOf(proceedsCents: number, soldUnits: number, basisCents: number, units: number): Result {
  const gain = compareCost(proceedsCents, soldUnits, basisCents, units);
  return gain < 0 ? "loss" : gain > 0 ? "gain" : "none";
}

function groupOf(groups: readonly LotGroup[], { result, isLongTerm }: CountedBasis, acquiredThatDay: boolean): number {
  for (let at = 0; at < groups.length; at++) {
    const { acquiredOnDayOfSale, term, results } = groups[at]!;
    if (acquiredOnDayOfSale && !acquiredThatDay) continue;
    if (term !== undefined && isLongTerm !== (term === "long")) continue;
    if (results === undefined || results.includes(result)) return at;
  }
  throw new Error("Ranking: a lot fits no group of its method");
}

/** Rates are settings with few decimals; whole millionths make the comparison exact. */
const RATE_SCALE = 1e6;

function rateOf(isLongTerm: boolean, { shortRate, longRate }: SaleCircumstances): number {
  return Math.round((isLongTerm ? (longRate ?? 0) : (shortRate ?? 0)) * RATE_SCALE);
}

/** Two pieces of one group. */
function compare(pieces: Pieces, a: RankedPiece, b: RankedPiece, sale: SaleCircumstances | null): number {
  switch (a.measure) {
    case "earliest":
      return 0;
    case "latest":
      return pieces.acquired[b.piece]! - pieces.acquired[a.piece]!;
    case "oldestPeriod":
      return pieces.holdingFrom[a.piece]! - pieces.holdingFrom[b.piece]!;
    case "dearest":
      return compareCost(b.basisCents, b.units, a.basisCents, a.units);
    case "cheapest":
      return compareCost(a.basisCents, a.units, b.basisCents, b.units);
    case "leastTax":
      return compareTax(a, b, sale!);
    case "mostTax":
      return compareTax(b, a, sale!);
  }
}

/** Quotients whose difference is smaller beside what made them are compared with whole numbers. */
const TOO_CLOSE = 1e-14;

/** Tax per share = (net price − adjusted basis per share) × rate of the lot's own term. Exact. */
function compareTax(a: RankedPiece, b: RankedPiece, sale: SaleCircumstances): number {
  const price = sale.proceedsCents / sale.units;
  const aBasis = a.basisCents / a.units;
  const bBasis = b.basisCents / b.units;
  const difference = (price - aBasis) * a.rate - (price - bBasis) * b.rate;
  const size = (Math.abs(price) + Math.abs(aBasis)) * a.rate + (Math.abs(price) + Math.abs(bBasis)) * b.rate;
  if (Math.abs(difference) > TOO_CLOSE * size) return difference;
  // ((P·u − basis·U) × rate) ÷ (u·U), with U common to both sides and so left out.
  const left = taxNumerator(a, sale) * BigInt(b.units);
  const right = taxNumerator(b, sale) * BigInt(a.units);
  return left < right ? -1 : left > right ? 1 : 0;
}

function taxNumerator({ basisCents, units, rate }: RankedPiece, sale: SaleCircumstances): bigint {
  return (BigInt(sale.proceedsCents) * BigInt(units) - BigInt(basisCents) * BigInt(sale.units)) * BigInt(rate);
}
