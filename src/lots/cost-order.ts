/**
 * Pieces by adjusted basis per share (R-ID-4: HIFO descending, LOFO ascending), as a binary heap.
 *
 * A piece whose basis or units change is simply added again; the older entry is known by its
 * version and dropped when it comes to the front.
 */
import { byAcquisition, type Piece } from "./piece";
import type { Pool } from "./pool";

/** Two quotients closer than this may be equal; their exact order is then found with whole numbers. */
const TOO_CLOSE = 1e-14;

/** Basis per unit of a against b: negative when a is cheaper. Exact. */
export function compareCost(aBasis: number, aUnits: number, bBasis: number, bUnits: number): number {
  const a = aBasis / aUnits;
  const b = bBasis / bUnits;
  const difference = a - b;
  if (Math.abs(difference) > TOO_CLOSE * (Math.abs(a) + Math.abs(b))) return difference;
  const left = BigInt(aBasis) * BigInt(bUnits);
  const right = BigInt(bBasis) * BigInt(aUnits);
  return left < right ? -1 : left > right ? 1 : 0;
}

interface Entry {
  readonly piece: Piece;
  readonly version: number;
  readonly basisCents: number;
  readonly units: number;
}

export class CostOrder {
  private readonly heap: Entry[] = [];

  constructor(private readonly highestFirst: boolean) {}

  add(piece: Piece): void {
    const entry: Entry = { piece, version: piece.version, basisCents: piece.basisCents, units: piece.units };
    let child = this.heap.length;
    this.heap.push(entry);
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.isBefore(entry, this.heap[parent]!)) break;
      this.heap[child] = this.heap[parent]!;
      child = parent;
    }
    this.heap[child] = entry;
  }

  /** The piece to sell next, still in the heap, or null when none of the pool is left. */
  front(pool: Pool): Piece | null {
    for (;;) {
      const top = this.heap[0];
      if (top === undefined) return null;
      if (top.version === top.piece.version && top.piece.pool === pool) return top.piece;
      this.dropFront();
    }
  }

  private isBefore(a: Entry, b: Entry): boolean {
    const cost = compareCost(a.basisCents, a.units, b.basisCents, b.units);
    if (cost !== 0) return this.highestFirst ? cost > 0 : cost < 0;
    return byAcquisition(a.piece, b.piece) < 0;
  }

  private dropFront(): void {
    const moved = this.heap.pop()!;
    const size = this.heap.length;
    if (size === 0) return;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= size) break;
      if (child + 1 < size && this.isBefore(this.heap[child + 1]!, this.heap[child]!)) child += 1;
      if (!this.isBefore(this.heap[child]!, moved)) break;
      this.heap[parent] = this.heap[child]!;
      parent = child;
    }
    this.heap[parent] = moved;
  }
}
