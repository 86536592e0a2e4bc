/**
 * Which shares leave: the relief methods (R-ID-1, R-ID-4, R-ID-5).
 * R-ID-3: all but FIFO and lots named are standing orders, not tax methods of their own.
 */
import type { Method } from "./choices";
import { compareCost } from "./cost-order";
import { byAcquisition, type Piece } from "./piece";
import type { Pool } from "./pool";

/** What MINTAX weighs (R-ID-5). Rates are fractions. */
export interface TaxPerShare {
  readonly proceedsCents: number;
  readonly units: number;
  readonly shortRate: number;
  readonly longRate: number;
  readonly isLongTerm: (piece: Piece) => boolean;
}

/**
 * Takes `units` out of the pools by method; the pieces are in the order of relief and no longer in
 * their pools. The caller has checked that enough is held. `tax` is needed for MINTAX only.
 */
export function relieve(pools: readonly Pool[], units: number, method: Method, tax: TaxPerShare | null): Piece[] {
  const [only] = pools;
  const isStream = pools.length === 1 && method !== "MINTAX";
  const ordered = isStream ? null : pools.flatMap(piecesOf).sort(comparison(method, tax));
  const taken: Piece[] = [];
  for (let wanted = units; wanted > 0; ) {
    const piece = ordered === null ? nextOf(only!, method) : (ordered[taken.length] ?? null);
    if (piece === null) throw new Error("relieve: asked for more than is held");
    const leaving = takeOut(piece, Math.min(wanted, piece.units));
    wanted -= leaving.units;
    taken.push(leaving);
  }
  return taken;
}

/** Takes the front `units` of a piece out of its pool. */
export function takeOut(piece: Piece, units: number): Piece {
  const pool = piece.pool!;
  const leaving = units < piece.units ? pool.cut(piece, units) : piece;
  pool.remove(leaving);
  return leaving;
}

export function piecesOf(pool: Pool): Piece[] {
  const pieces: Piece[] = [];
  for (let piece = pool.first; piece !== null; piece = piece.next) pieces.push(piece);
  return pieces;
}

function nextOf(pool: Pool, method: Method): Piece | null {
  switch (method) {
    case "HIFO":
      return pool.nextByCost(true);
    case "LOFO":
      return pool.nextByCost(false);
    case "LIFO":
      return firstOfLastDay(pool);
    default:
      return pool.first;
  }
}

/** R-ID-4: latest day first; lots of one day, and pieces of one purchase, still front first. */
function firstOfLastDay(pool: Pool): Piece | null {
  let piece = pool.last;
  while (piece !== null && piece.previous !== null && piece.previous.acquired === piece.acquired) piece = piece.previous;
  return piece;
}

function comparison(method: Method, tax: TaxPerShare | null): (a: Piece, b: Piece) => number {
  switch (method) {
    case "LIFO":
      return (a, b) => b.acquired - a.acquired || byAcquisition(a, b);
    case "HIFO":
      return (a, b) => costOf(b, a) || byAcquisition(a, b);
    case "LOFO":
      return (a, b) => costOf(a, b) || byAcquisition(a, b);
    case "MINTAX":
      if (tax === null) throw new Error("MINTAX: rates are missing");
      return (a, b) => compareTax(a, b, tax) || byAcquisition(a, b);
    default:
      return byAcquisition;
  }
}

function costOf(a: Piece, b: Piece): number {
  return compareCost(a.basisCents, a.units, b.basisCents, b.units);
}

/** Rates are settings with few decimals; whole millionths make the comparison exact. */
const RATE_SCALE = 1e6;

/** Tax per share = (net price − adjusted basis per share) × rate of the lot's own term. Exact. */
function compareTax(a: Piece, b: Piece, tax: TaxPerShare): number {
  // ((P·u − basis·U) × rate) ÷ (u·U), with U common to both sides and so left out.
  const left = taxNumerator(a, tax) * BigInt(b.units);
  const right = taxNumerator(b, tax) * BigInt(a.units);
  return left < right ? -1 : left > right ? 1 : 0;
}

function taxNumerator(piece: Piece, tax: TaxPerShare): bigint {
  const rate = tax.isLongTerm(piece) ? tax.longRate : tax.shortRate;
  const gain = BigInt(tax.proceedsCents) * BigInt(piece.units) - BigInt(piece.basisCents) * BigInt(tax.units);
  return gain * BigInt(Math.round(rate * RATE_SCALE));
}
