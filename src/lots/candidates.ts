/**
 * Shares acquired in the last 30 days that have not absorbed a loss yet, in order of acquisition,
 * over all pools of a group. They may replace the shares of a loss sale (R-WS-1, R-WS-3).
 *
 * The list is threaded through the pieces themselves, so that a cut, a sale or a transfer keeps it
 * right at no cost.
 */
import { Piece } from "./piece";
import type { Day } from "../values/plain-date";

export class Candidates {
  /** Marks before the oldest and after the newest, so that every candidate has two neighbours. */
  private readonly before = new Piece(-1, -1, 0, 0, 0, 0);
  private readonly after = new Piece(-1, -1, 0, 0, 0, 0);

  constructor() {
    this.clear();
  }

  /** Forgets all candidates; pieces of an earlier group keep stale neighbours and are never looked at again. */
  clear(): void {
    this.before.newer = this.after;
    this.after.older = this.before;
  }

  add(piece: Piece): void {
    piece.standBefore(this.after);
  }

  /** The oldest candidate, or null. */
  first(): Piece | null {
    return this.orEnd(this.before.newer!);
  }

  following(piece: Piece): Piece | null {
    return this.orEnd(piece.newer!);
  }

  /** Drops what was acquired before `day`. */
  dropBefore(day: Day): void {
    for (let piece = this.first(); piece !== null && piece.acquired < day; piece = this.first()) {
      piece.stopBeingCandidate();
    }
  }

  private orEnd(piece: Piece): Piece | null {
    return piece === this.after ? null : piece;
  }
}
