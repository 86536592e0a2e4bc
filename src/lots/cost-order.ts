/**
 * Pieces by adjusted basis per share (R-ID-4: HIFO descending, LOFO ascending), as a binary heap.
 *
 * A piece whose basis or units change is simply added again; the older entry is known by its
 * version and dropped when it comes to the front.
 */
import { NO_PIECE, type Piece, type Pieces } from "./pieces";

/** Products up to here are whole numbers that a double holds exactly. */
const TWO_POW_53 = 9007199254740992;

/** Basis per unit of a against b: negative when a is cheaper. Exact. */
export function compareCost(aBasis: number, aUnits: number, bBasis: number, bUnits: number): number {
  // A product is rounded, but never past another: where two differ, so do what they stand for.
  const left = aBasis * bUnits;
  const right = bBasis * aUnits;
  if (left !== right) return left - right;
  if (Math.abs(left) <= TWO_POW_53 || (aBasis === bBasis && aUnits === bUnits)) return 0;
  const exactLeft = BigInt(aBasis) * BigInt(bUnits);
  const exactRight = BigInt(bBasis) * BigInt(aUnits);
  return exactLeft < exactRight ? -1 : exactLeft > exactRight ? 1 : 0;
}

export class CostOrder {
  /** Entries in heap order; an entry is its position in the lists below, which say what the piece was when added. */
  private readonly heap: number[] = [];
  private readonly piece: Piece[] = [];
  private readonly version: number[] = [];
  private readonly basisCents: number[] = [];
  private readonly units: number[] = [];

  constructor(
    private readonly pieces: Pieces,
    /** The pool whose pieces are ordered. */
    private readonly pool: { readonly symbol: number; readonly account: number },
    private readonly highestFirst: boolean,
  ) {}

  add(piece: Piece): void {
    const entry = this.piece.length;
    this.piece.push(piece);
    this.version.push(this.pieces.version[piece]!);
    this.basisCents.push(this.pieces.basisCents[piece]!);
    this.units.push(this.pieces.units[piece]!);
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

  /** The piece to sell next, still in the heap, or NO_PIECE when none of the pool is left. */
  front(): Piece {
    for (;;) {
      const top = this.heap[0];
      if (top === undefined) return NO_PIECE;
      const piece = this.piece[top]!;
      if (this.version[top] === this.pieces.version[piece] && this.isInPool(piece)) return piece;
      this.dropFront();
    }
  }

  private isInPool(piece: Piece): boolean {
    const { pieces, pool } = this;
    return pieces.isHeld(piece) && pieces.account[piece] === pool.account && pieces.symbol[piece] === pool.symbol;
  }

  private isBefore(a: number, b: number): boolean {
    const cost = compareCost(this.basisCents[a]!, this.units[a]!, this.basisCents[b]!, this.units[b]!);
    if (cost !== 0) return this.highestFirst ? cost > 0 : cost < 0;
    return this.pieces.byAcquisition(this.piece[a]!, this.piece[b]!) < 0;
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
