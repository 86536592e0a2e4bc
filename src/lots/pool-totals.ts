/**
 * Running totals of a pool under the average method (R-AVG-2), by averaging class (R-AVG-1): a sale needs the basis and shares
 * of the whole pool, and adding them up anew for each would make a long history slow.
 */
import { NO_PIECE, type Piece, type Pieces } from "./pieces";

export interface Total {
  basisCents: number;
  units: number;
}

/** What each piece was counted with. A piece lies in one pool at most, so all pools share these. */
export class CountedPieces {
  basisCents: Float64Array = new Float64Array(FEW);
  units: Float64Array = new Float64Array(FEW);

  makeRoomFor(piece: Piece): void {
    if (piece < this.units.length) return;
    const larger = (column: Float64Array): Float64Array => {
      const copy = new Float64Array(2 * (piece + 1));
      copy.set(column);
      return copy;
    };
    this.basisCents = larger(this.basisCents);
    this.units = larger(this.units);
  }
}

export class PoolTotals {
  readonly ofClass: readonly [Total, Total] = [
    { basisCents: 0, units: 0 },
    { basisCents: 0, units: 0 },
  ];

  /** @param first the pool's first piece */
  constructor(
    private readonly pieces: Pieces,
    private readonly counted: CountedPieces,
    private readonly classOf: (piece: Piece) => 0 | 1,
    first: Piece,
  ) {
    for (let piece = first; piece !== NO_PIECE; piece = pieces.next[piece]!) this.added(piece);
  }

  added(piece: Piece): void {
    const { counted } = this;
    counted.makeRoomFor(piece);
    counted.basisCents[piece] = counted.units[piece] = 0;
    this.changed(piece);
  }

  /** The piece's basis or units are no longer what they were. */
  changed(piece: Piece): void {
    this.count(piece, this.pieces.basisCents[piece]!, this.pieces.units[piece]!);
  }

  removed(piece: Piece): void {
    this.count(piece, 0, 0);
  }

  private count(piece: Piece, basisCents: number, units: number): void {
    const { counted } = this;
    const total = this.ofClass[this.classOf(piece)];
    total.basisCents += basisCents - counted.basisCents[piece]!;
    total.units += units - counted.units[piece]!;
    counted.basisCents[piece] = basisCents;
    counted.units[piece] = units;
  }
}

/** Room to start with. */
const FEW = 1024;
