/**
 * Shares acquired in the last 30 days that have not absorbed a loss yet, in order of acquisition,
 * over all pools of a group. They may replace the shares of a loss sale (R-WS-1, R-WS-3).
 *
 * The list is threaded through the pieces themselves, so that a cut, a sale or a transfer keeps it
 * right at no cost.
 */
import { NO_PIECE, type Piece, type Pieces } from "./pieces";
import type { Day } from "../values/plain-date";

/** The two reserved pieces stand before the oldest and after the newest, so that every candidate has two neighbours. */
const BEFORE: Piece = 0;
const AFTER: Piece = 1;

export class Candidates {
  constructor(private readonly pieces: Pieces) {
    this.clear();
  }

  /** Forgets all candidates; pieces of an earlier group keep stale neighbours and are never looked at again. */
  clear(): void {
    this.pieces.newer[BEFORE] = AFTER;
    this.pieces.older[AFTER] = BEFORE;
  }

  add(piece: Piece): void {
    this.pieces.standBefore(piece, AFTER);
  }

  /** The oldest candidate, or NO_PIECE. */
  first(): Piece {
    return this.following(BEFORE);
  }

  following(piece: Piece): Piece {
    const newer = this.pieces.newer[piece]!;
    return newer === AFTER ? NO_PIECE : newer;
  }

  /** Drops what was acquired before `day`. */
  dropBefore(day: Day): void {
    const { pieces } = this;
    for (let piece = this.first(); piece !== NO_PIECE && pieces.acquired[piece]! < day; piece = this.first()) {
      pieces.stopBeingCandidate(piece);
    }
  }
}
