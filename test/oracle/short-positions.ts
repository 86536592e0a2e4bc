/** Short positions and written options still open, as pieces of what opened them, first opened first. */
import { take, ZERO, type Exact } from "./cents";
import { compare, divided, isEqual, isLess, isMoreThanNone, lesser, minus, NONE, ONE, plus, times, type Fraction } from "./fraction";
import { Refusal } from "./holdings";

/** One row that sold short or wrote an option. */
export interface Opening {
  readonly row: number;
  readonly day: number;
  readonly account: string;
  readonly lot: string;
  readonly sheetRow: number;
  /** Shares held over a year when it was opened: so much of a loss is long-term (R-SS-2). */
  heldOverYear: Fraction;
  /** Shares it reaches that have not begun again yet, those sold meanwhile included: never more than are still short (R-SS-2). */
  reached: Fraction;
}

export interface ShortPiece {
  readonly opening: Opening;
  place: Fraction;
  span: Fraction;
  shares: Fraction;
  proceeds: Exact;
  /** Disallowed losses of other shorts, on the cost side (R-SS-3). */
  washAdded: Exact;
  /** Has taken no loss yet (R-WS-8). */
  canReplace: boolean;
  symbol: string;
  state: "coming" | "held" | "gone";
}

export class ShortPositions {
  readonly pieces = new Set<ShortPiece>();

  expect(opening: Opening, symbol: string, shares: Fraction): void {
    this.pieces.add({ opening, place: NONE, span: ONE, shares, proceeds: ZERO, washAdded: ZERO, canReplace: true, symbol, state: "coming" });
  }

  /** Cuts the first `count` shares off; the piece keeps the rest. */
  cutFront(piece: ShortPiece, count: Fraction): ShortPiece {
    if (isEqual(count, piece.shares)) return piece;
    const span = times(piece.span, divided(count, piece.shares));
    const proceeds = take(piece.proceeds, count, piece.shares);
    const washAdded = take(piece.washAdded, count, piece.shares);
    const front: ShortPiece = { ...piece, shares: count, span, proceeds, washAdded };
    piece.place = plus(piece.place, span);
    piece.span = minus(piece.span, span);
    piece.shares = minus(piece.shares, count);
    piece.proceeds = piece.proceeds.minus(proceeds);
    piece.washAdded = piece.washAdded.minus(washAdded);
    this.pieces.add(front);
    return front;
  }

  held(symbol: string, account: string | null): ShortPiece[] {
    return [...this.pieces]
      .filter((piece) => piece.state === "held" && piece.symbol === symbol && (account === null || piece.opening.account === account))
      .sort(byOpening);
  }

  /** Takes shares off the positions in the order given, out of the open ones. */
  close(ordered: readonly ShortPiece[], count: Fraction, what: string): ShortPiece[] {
    const closed: ShortPiece[] = [];
    let needed = count;
    for (const piece of ordered) {
      if (!isMoreThanNone(needed)) break;
      const part = this.cutFront(piece, lesser(needed, piece.shares));
      needed = minus(needed, part.shares);
      part.state = "gone";
      this.pieces.delete(part);
      closed.push(part);
    }
    if (isLess(NONE, needed)) throw new Refusal(`${what}: closes more than is open.`);
    return closed;
  }
}

export function byOpening(a: ShortPiece, b: ShortPiece): number {
  return a.opening.day - b.opening.day || a.opening.row - b.opening.row || compare(a.place, b.place);
}
