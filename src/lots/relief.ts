/**
 * Which shares leave: the relief methods (R-ID-1, R-ID-4, R-ID-5).
 * R-ID-3: all but FIFO and lots named are standing orders, not tax methods of their own.
 */
import type { Method } from "./choices";
import { compareCost } from "./cost-order";
import { NO_PIECE, type Piece, type Pieces } from "./pieces";
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
export function relieve(pieces: Pieces, pools: readonly Pool[], units: number, method: Method, tax: TaxPerShare | null): Piece[] {
  const taken: Piece[] = [];
  const isStream = pools.length === 1 && method !== "MINTAX";
  const ordered = isStream ? null : inOrder(pieces, pools, method, tax);
  for (let wanted = units; wanted > 0; ) {
    const next = ordered?.[taken.length];
    const pool = next?.pool ?? pools[0]!;
    const piece = ordered === null ? nextOf(pieces, pool, method) : (next?.piece ?? NO_PIECE);
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

interface PooledPiece {
  readonly pool: Pool;
  readonly piece: Piece;
}

function inOrder(pieces: Pieces, pools: readonly Pool[], method: Method, tax: TaxPerShare | null): PooledPiece[] {
  const compare = comparison(pieces, method, tax);
  const all = pools.flatMap((pool) => pool.list().map((piece) => ({ pool, piece })));
  return all.sort((a, b) => compare(a.piece, b.piece) || pieces.byAcquisition(a.piece, b.piece));
}

function nextOf(pieces: Pieces, pool: Pool, method: Method): Piece {
  switch (method) {
    case "HIFO":
      return pool.dearest();
    case "LOFO":
      return pool.cheapest();
    case "LIFO":
      return firstOfLastDay(pieces, pool);
    default:
      return pool.first;
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

/** Ties of each fall back to the order of acquisition. */
function comparison(pieces: Pieces, method: Method, tax: TaxPerShare | null): (a: Piece, b: Piece) => number {
  const { basisCents, units, acquired } = pieces;
  const cost = (a: Piece, b: Piece): number => compareCost(basisCents[a]!, units[a]!, basisCents[b]!, units[b]!);
  switch (method) {
    case "LIFO":
      return (a, b) => acquired[b]! - acquired[a]!;
    case "HIFO":
      return (a, b) => cost(b, a);
    case "LOFO":
      return cost;
    case "MINTAX":
      if (tax === null) throw new Error("MINTAX: rates are missing");
      return (a, b) => compareTax(pieces, a, b, tax);
    default:
      return () => 0;
  }
}

/** Rates are settings with few decimals; whole millionths make the comparison exact. */
const RATE_SCALE = 1e6;

/** Tax per share = (net price − adjusted basis per share) × rate of the lot's own term. Exact. */
function compareTax(pieces: Pieces, a: Piece, b: Piece, tax: TaxPerShare): number {
  // ((P·u − basis·U) × rate) ÷ (u·U), with U common to both sides and so left out.
  const left = taxNumerator(pieces, a, tax) * BigInt(pieces.units[b]!);
  const right = taxNumerator(pieces, b, tax) * BigInt(pieces.units[a]!);
  return left < right ? -1 : left > right ? 1 : 0;
}

function taxNumerator(pieces: Pieces, piece: Piece, tax: TaxPerShare): bigint {
  const rate = tax.isLongTerm(piece) ? tax.longRate : tax.shortRate;
  const proceeds = BigInt(tax.proceedsCents) * BigInt(pieces.units[piece]!);
  const basis = BigInt(pieces.basisCents[piece]!) * BigInt(tax.units);
  return (proceeds - basis) * BigInt(Math.round(rate * RATE_SCALE));
}
