/** What a piece is marked with: whether it is held, can replace a loss, how its period begins, and where it stands among the candidates. */
import type { Day } from "../values/plain-date";
import type { PeriodStart } from "./period-start";
import { NO_PIECE, PieceColumns, type Piece } from "./piece-columns";

/** Still in a pool. */
const HELD = 1;
/** Has absorbed a loss; can absorb no other (R-WS-8). */
const REPLACEMENT = 2;
/** Has left the account it was bought in, which a broker's own wash-sale test cannot follow (R-WS-10). */
const TRANSFERRED = 4;
/** Has taken over the period of shares sold (R-WS-6). */
const TACKED = 8;
/** Has a rider: facts that few pieces have. */
export const RIDER = 16;
/** The period begins on `holdingFrom` itself and not the day after (R-HP-6). */
const STARTS_ON_DATE = 32;
/** Of those that start on a date: by closing a short sale, not by exercising rights. */
const RESTARTED = 64;
/** Inherited (R-HP-4). */
const INHERITED = 128;
/** Came without an acquisition that section 1091 knows: gift, inheritance, spin-off, reorganization (R-WS-2). */
export const NO_ACQUISITION = 256;
const BASIS_UNKNOWN = 512;
/** Held against an open short sale, so that its period has not begun (R-SS-2). */
export const UNDER_SHORT = 1024;
/** Copied to a part that is cut off; where the part is held is for the pool to say. */
export const KEPT_BY_PARTS =
  REPLACEMENT | TRANSFERRED | TACKED | STARTS_ON_DATE | RESTARTED | INHERITED | NO_ACQUISITION | BASIS_UNKNOWN | UNDER_SHORT;
/** What makes a term depend on more than two dates. */
const TERM_IS_SPECIAL = STARTS_ON_DATE | INHERITED | UNDER_SHORT;

/** Effective dates under each way of tacking a wash sale's period (R-WS-6), kept to warn where they disagree. */
export interface TackedDates {
  readonly tackDays: Day;
  readonly substituteDate: Day;
  readonly tackNoOverlap: Day;
}

export class PieceMarks extends PieceColumns {
  /** Nothing but a purchase, in the account it was bought in; it may have replaced a loss. */
  isOrdinary(piece: Piece): boolean {
    return (this.flags[piece]! & ~(HELD | REPLACEMENT | TACKED)) === 0;
  }

  /** Whether a sale has to look at more than basis and dates. */
  isSpecial(piece: Piece): boolean {
    return (this.flags[piece]! & (TERM_IS_SPECIAL | RIDER | BASIS_UNKNOWN)) !== 0;
  }

  /** Whether the term asks for more than the two dates. */
  hasSpecialTerm(piece: Piece): boolean {
    return (this.flags[piece]! & TERM_IS_SPECIAL) !== 0;
  }

  periodStart(piece: Piece): PeriodStart {
    const flags = this.flags[piece]!;
    if ((flags & INHERITED) !== 0) return "Inherited";
    if ((flags & STARTS_ON_DATE) === 0) return "Purchase";
    return (flags & RESTARTED) === 0 ? "Rights exercise" : "Short-sale restart";
  }

  setPeriodStart(piece: Piece, start: PeriodStart): void {
    const flags = this.flags[piece]! & ~(INHERITED | STARTS_ON_DATE | RESTARTED);
    const marks = { Purchase: 0, Inherited: INHERITED, "Rights exercise": STARTS_ON_DATE, "Short-sale restart": STARTS_ON_DATE | RESTARTED };
    this.flags[piece] = flags | marks[start];
  }

  /** The day from which a period of whole days is counted: R-HP-6 includes the date itself. */
  countsFrom(piece: Piece): Day {
    return this.holdingFrom[piece]! - ((this.flags[piece]! & STARTS_ON_DATE) === 0 ? 0 : 1);
  }

  /** Closing a short sale starts the period anew on that day (R-SS-2). */
  restart(piece: Piece, day: Day): void {
    this.flags[piece]! &= ~(UNDER_SHORT | TACKED | INHERITED);
    this.holdingFrom[piece] = day;
    this.setPeriodStart(piece, "Short-sale restart");
  }

  /** Sold while a short stands against it: the period begins, and ends, with that day (R-SS-2). */
  beginWithSale(piece: Piece, day: Day): void {
    this.flags[piece]! &= ~(UNDER_SHORT | TACKED | STARTS_ON_DATE | RESTARTED);
    this.holdingFrom[piece] = day;
  }

  isUnderShort(piece: Piece): boolean {
    return (this.flags[piece]! & UNDER_SHORT) !== 0;
  }

  setUnderShort(piece: Piece): void {
    this.flags[piece]! |= UNDER_SHORT;
  }

  /** Came by an acquisition and has absorbed no loss yet. */
  canReplace(piece: Piece): boolean {
    return (this.flags[piece]! & (REPLACEMENT | NO_ACQUISITION)) === 0;
  }

  isAcquisition(piece: Piece): boolean {
    return (this.flags[piece]! & NO_ACQUISITION) === 0;
  }

  markNoAcquisition(piece: Piece): void {
    this.flags[piece]! |= NO_ACQUISITION;
    this.stopBeingCandidate(piece);
  }

  basisUnknown(piece: Piece): boolean {
    return (this.flags[piece]! & BASIS_UNKNOWN) !== 0;
  }

  markBasisUnknown(piece: Piece): void {
    this.flags[piece]! |= BASIS_UNKNOWN;
  }

  isHeld(piece: Piece): boolean {
    return (this.flags[piece]! & HELD) !== 0;
  }

  setHeld(piece: Piece, held: boolean): void {
    if (held) this.flags[piece]! |= HELD;
    else this.flags[piece]! &= ~HELD;
  }

  isReplacement(piece: Piece): boolean {
    return (this.flags[piece]! & REPLACEMENT) !== 0;
  }

  markReplacement(piece: Piece): void {
    this.flags[piece]! |= REPLACEMENT;
    this.stopBeingCandidate(piece);
  }

  wasTransferred(piece: Piece): boolean {
    return (this.flags[piece]! & TRANSFERRED) !== 0;
  }

  markTransferred(piece: Piece): void {
    this.flags[piece]! |= TRANSFERRED;
  }

  unmarkTransferred(piece: Piece): void {
    this.flags[piece]! &= ~TRANSFERRED;
  }

  /** null for shares that never took over another period. */
  tackedDates(piece: Piece): TackedDates | null {
    if ((this.flags[piece]! & TACKED) === 0) return null;
    return {
      tackDays: this.tackDays[piece]!,
      substituteDate: this.substituteDate[piece]!,
      tackNoOverlap: this.tackNoOverlap[piece]!,
    };
  }

  /** `holdingFrom` is the one of the dates that the user's choice makes count. */
  tack(piece: Piece, dates: TackedDates, holdingFrom: Day): void {
    this.flags[piece]! |= TACKED;
    // Tacked dates are counted as of a purchase.
    this.flags[piece]! &= ~(STARTS_ON_DATE | RESTARTED);
    this.tackDays[piece] = dates.tackDays;
    this.substituteDate[piece] = dates.substituteDate;
    this.tackNoOverlap[piece] = dates.tackNoOverlap;
    this.holdingFrom[piece] = holdingFrom;
  }

  /** Takes the place in front of `other` among the candidates. */
  standBefore(piece: Piece, other: Piece): void {
    const older = this.older[other]!;
    this.older[piece] = older;
    this.newer[piece] = other;
    this.newer[older] = piece;
    this.older[other] = piece;
  }

  /** Can replace no further loss: sold, given away, used, or too old. */
  stopBeingCandidate(piece: Piece): void {
    const older = this.older[piece]!;
    if (older === NO_PIECE) return;
    const newer = this.newer[piece]!;
    this.newer[older] = newer;
    this.older[newer] = older;
    this.older[piece] = this.newer[piece] = NO_PIECE;
  }
}
