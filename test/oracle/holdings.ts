/** Shares held, as pieces of purchases; a piece lists its shares one by one, front first (R-LOT-1, R-LOT-5). */
import { take, type Exact } from "./cents";

export interface Purchase {
  /** Position among the rows in booking order. */
  readonly row: number;
  readonly day: number;
  readonly account: string;
  readonly lot: string;
  /** Position in the case, for the row number of a sheet. */
  readonly sheetRow: number;
}

export interface Piece {
  readonly purchase: Purchase;
  /** Places of the shares in the purchase; 0 is the front. */
  shares: number[];
  basis: Exact;
  /** The day the holding period counts from. */
  effective: number;
  /** These shares have taken a loss; R-WS-8 lets them take no other. */
  usedAsReplacement: boolean;
  account: string;
  symbol: string;
  /** Was moved between accounts at any time. */
  moved: boolean;
  state: "coming" | "held" | "gone";
}

export class Refusal extends Error {}

export class Holdings {
  /** Every piece of every purchase, bought or still to be bought; sold pieces are taken out. */
  readonly pieces = new Set<Piece>();

  /** Cuts the first `count` shares off a piece; the piece keeps the rest. The whole piece when all are asked. */
  cutFront(piece: Piece, count: number): Piece {
    if (count === piece.shares.length) return piece;
    const basis = take(piece.basis, count, piece.shares.length);
    const front: Piece = { ...piece, shares: piece.shares.slice(0, count), basis };
    piece.shares = piece.shares.slice(count);
    piece.basis = piece.basis.minus(basis);
    this.pieces.add(front);
    return front;
  }

  held(symbol: string, account: string | null): Piece[] {
    return [...this.pieces]
      .filter((piece) => piece.state === "held" && piece.symbol === symbol && (account === null || piece.account === account))
      .sort(byAcquisition);
  }

  /** Takes shares off the pieces in the order given. */
  pick(ordered: readonly Piece[], count: number, what: string): Piece[] {
    const picked: Piece[] = [];
    let needed = count;
    for (const piece of ordered) {
      if (needed === 0) break;
      const part = this.cutFront(piece, Math.min(needed, piece.shares.length));
      needed -= part.shares.length;
      picked.push(part);
    }
    if (needed > 0) throw new Refusal(`${what}: not enough shares are held.`);
    return picked;
  }

  remove(piece: Piece): void {
    piece.state = "gone";
    this.pieces.delete(piece);
  }
}

/** R-ID-4, last resort of every tie: acquired, purchase order, piece order. */
export function byAcquisition(a: Piece, b: Piece): number {
  return a.purchase.day - b.purchase.day || a.purchase.row - b.purchase.row || (a.shares[0] ?? 0) - (b.shares[0] ?? 0);
}

export function shareCount(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.shares.length, 0);
}
