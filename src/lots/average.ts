/**
 * Average basis.
 *
 * R-AVG-2  The basis of shares sold is the pool's basis × shares sold ÷ shares held, rounded once. By choice
 *          the average is first rounded to the cent per share, as the old printed examples do.
 * R-AVG-3  Shares leave first-acquired-first; what stays shares the rest of the pool by quantity.
 * R-AVG-4  A wash sale raises the pool through the replacement lot.
 * R-AVG-5  Leaving the method is prospective: lots keep the averaged basis.
 * R-AVG-6  Gift shares with a basis of their own for a loss cannot enter.
 * Treas. Reg. 1.1012-1(e). Covered and noncovered shares have averages of their own (R-AVG-1).
 *
 * A pool is one from its first disposition under the method on. Lots keep their own basis while it only buys and
 * sells; what averaging has shifted between them and the pool is remembered and given out when someone asks for
 * single lots.
 */
import type { Hindrance } from "./actions/leave";
import type { Ledger } from "./ledger";
import { NO_PIECE, type Piece } from "./pieces";
import type { Pool } from "./pool";
import { CountedPieces, PoolTotals, type Total } from "./pool-totals";
import { mulDivRound } from "../values/mul-div-round";
import type { Day } from "../values/plain-date";
import { take } from "../values/take";

/** By averaging class: cents that the lots of a pool hold too little of, after sales at average. */
type Shifted = [number, number];

export class Averages {
  private readonly shifted = new Map<Pool, Shifted>();
  private readonly counted = new CountedPieces();

  constructor(private readonly ledger: Ledger) {}

  get isEmpty(): boolean {
    return this.shifted.size === 0;
  }

  /** Whether the pool has been averaged, so that its lots share one basis. */
  isOne(pool: Pool): boolean {
    return this.shifted.has(pool);
  }

  /** A lot of an earlier book's averaged pool has come in. */
  join(pool: Pool): void {
    if (!this.shifted.has(pool)) this.shifted.set(pool, [0, 0]);
  }

  /** Answers what brings the averages back to what they are now. */
  remember(): () => void {
    const shifted = [...this.shifted];
    return () => {
      this.shifted.clear();
      for (const [pool, cents] of shifted) this.shifted.set(pool, cents);
    };
  }

  clear(): void {
    if (this.shifted.size > 0) this.shifted.clear();
  }

  /** Why the pool cannot be averaged, or null. */
  hindrance(pool: Pool): Hindrance | null {
    const { pieces, trades } = this.ledger;
    if (!pieces.haveRiders) return null;
    for (let piece = pool.first; piece !== NO_PIECE; piece = pieces.next[piece]!) {
      if ((pieces.rider(piece)?.lossBasisCents ?? null) === null) continue;
      const row = trades.row[pieces.purchase[piece]!];
      return {
        column: "Method",
        problem: `averages ${this.ledger.symbolName(pool.symbol)}, but the gift of row ${row} was worth less than its giver's basis`,
        whatToDo: `If you state in writing that its value is your basis (Treas. Reg. 1.1012-1(e)(8)), write that value under Amount in row ${row}; else choose another method.`,
      };
    }
    return null;
  }

  /** The pool's totals, to be taken before shares leave. */
  totals(pool: Pool): [Total, Total] {
    pool.totals ??= new PoolTotals(this.ledger.pieces, this.counted, this.classOf, pool.first);
    const [first, second] = pool.totals.ofClass;
    const [shiftedFirst, shiftedSecond] = this.shifted.get(pool) ?? [0, 0];
    return [
      { basisCents: first.basisCents + shiftedFirst, units: first.units },
      { basisCents: second.basisCents + shiftedSecond, units: second.units },
    ];
  }

  /** Gives pieces that have left the pool their averaged basis. `before` are the pool's totals with them. */
  giveAverage(pool: Pool, left: readonly Piece[], before: readonly [Total, Total]): void {
    const { pieces } = this.ledger;
    const shifted: Shifted = [...(this.shifted.get(pool) ?? [0, 0])];
    for (const averaged of [0, 1] as const) {
      const own = left.filter((piece) => this.classOf(piece) === averaged);
      if (own.length === 0) continue;
      let unitsLeft = own.reduce((sum, piece) => sum + pieces.units[piece]!, 0);
      let centsLeft = this.basisOf(before[averaged], unitsLeft);
      for (const piece of own) {
        const cents = take(centsLeft, pieces.units[piece]!, unitsLeft);
        centsLeft -= cents;
        unitsLeft -= pieces.units[piece]!;
        shifted[averaged] += pieces.basisCents[piece]! - cents;
        pieces.basisCents[piece] = cents;
      }
    }
    this.shifted.set(pool, shifted);
  }

  /**
   * To be called before an event that looks at single lots. A disposition finds every lot of a pool under the method at
   * the average; another event does so only where the pool is one already.
   */
  beforeEvent(at: number, isDisposition: boolean): void {
    const { trades, choices } = this.ledger;
    if (!choices.methods.some(({ method }) => method === "AVG")) return;
    const symbol = trades.symbol[at]!;
    const account = trades.account[at]!;
    for (const pool of this.ledger.heldPools(symbol)) {
      if (account >= 0 && pool.account !== account) continue;
      if (isDisposition) this.enter(pool, trades.day[at]!);
      if (this.shifted.has(pool)) this.level(pool);
    }
  }

  /** Brings the pool to its average where the method is in force. */
  enter(pool: Pool, day: Day): void {
    if (this.ledger.methodOf(pool, day) !== "AVG" || this.hindrance(pool) !== null) return;
    this.level(pool);
  }

  /** R-AVG-5: lots keep what the average gave them, and the pool is one no longer. */
  leaveMethod(pool: Pool): void {
    if (!this.shifted.has(pool)) return;
    this.level(pool);
    this.shifted.delete(pool);
  }

  /** A renamed security's pool stays one. */
  follow(from: Pool, to: Pool): void {
    if (!this.shifted.has(from)) return;
    this.shifted.delete(from);
    if (!this.shifted.has(to)) this.shifted.set(to, [0, 0]);
  }

  /** Before shares come in: those of another method's time keep their own cost. */
  beforeArrival(pool: Pool, day: Day): void {
    if (this.shifted.has(pool) && this.ledger.methodOf(pool, day) !== "AVG") this.leaveMethod(pool);
  }

  levelAll(): void {
    for (const pool of [...this.shifted.keys()]) this.level(pool);
  }

  /** Gives every lot of the pool its share by quantity. */
  level(pool: Pool): void {
    const { pieces } = this.ledger;
    const totals = this.totals(pool);
    this.shifted.set(pool, [0, 0]);
    for (const piece of pool.list()) {
      const total = totals[this.classOf(piece)];
      const units = pieces.units[piece]!;
      const cents = take(total.basisCents, units, total.units);
      total.basisCents -= cents;
      total.units -= units;
      if (pieces.basisCents[piece] === cents) continue;
      pieces.basisCents[piece] = cents;
      pool.costChanged(piece);
    }
  }

  private basisOf(total: Total, units: number): number {
    const { choices, unitsPerShare } = this.ledger;
    if (choices.averageRounding === "none" || units === total.units) return take(total.basisCents, units, total.units);
    const centsPerShare = mulDivRound(total.basisCents, unitsPerShare, total.units);
    return Math.min(total.basisCents, mulDivRound(centsPerShare, units, unitsPerShare));
  }

  private readonly classOf = (piece: Piece): 0 | 1 => {
    const { choices, law, pieces } = this.ledger;
    return choices.coveredPools === "together" ? 1 : law.averagePool(pieces.acquired[piece]!);
  };
}
