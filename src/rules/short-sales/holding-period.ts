/**
 * R-SS-2: stock held while it is sold short. IRC 1233(b), (d), (e).
 *
 * - Identical shares held a year or less when the short was opened, or bought while it is open, begin a new
 *   period on the day it closes, or with their own sale if that comes first; earliest acquired first, up to
 *   the shares sold short.
 * - Against identical shares held more than a year, a loss on closing is long-term, up to those shares.
 *
 * The taxpayer includes the spouse (1233(e)(2)(C)). Brokers need not apply it (Treas. Reg. 1.6045-1(d)(6)(iv)).
 */
import type { Ledger } from "../../lots/ledger";
import { NO_PIECE, type Piece } from "../../lots/pieces";
import type { Pool } from "../../lots/pool";
import type { Short } from "../../lots/shorts";
import type { Day } from "../../values/plain-date";

/** What stands against long shares: a short sale, or a put that counts as one. */
export interface AgainstLong {
  /** The stock, by symbol index. */
  readonly symbol: number;
  readonly day: Day;
  /** Long shares it can still reach. */
  reachUnits: number;
}

export class ShortPeriods {
  /** Puts that count as short sales; short sales themselves are in the ledger. */
  private puts: AgainstLong[] = [];

  constructor(private readonly ledger: Ledger) {}

  startGroup(): void {
    if (this.puts.length > 0) this.puts = [];
  }

  opened(short: Short): void {
    if (!this.applies(short.account)) return;
    this.reach(short);
    let longHeld = 0;
    this.eachLong(short.symbol, (_, piece) => {
      if (this.ledger.isLongTerm(piece, short.day)) longHeld += this.ledger.pieces.units[piece]!;
      return longHeld < short.units;
    });
    short.longHeldUnits = Math.min(short.units, longHeld);
  }

  /** A put that counts as a short sale of its shares. */
  addPut(put: AgainstLong): void {
    this.puts.push(put);
    this.reach(put);
  }

  removePut(put: AgainstLong): void {
    this.puts = this.puts.filter((other) => other !== put);
  }

  /**
   * Shares of a purchase made while something stands against them; what of them replaced a loss has been cut off
   * before. Gifts and inheritance are no purchase.
   */
  acquired(pool: Pool, purchase: number): void {
    if (!this.applies(pool.account)) return;
    const standing = [...this.ledger.shorts.all(), ...this.puts].filter((against) => this.reaches(against, pool.symbol));
    let room = standing.reduce((sum, against) => sum + against.reachUnits, 0);
    if (room === 0) return;
    const { pieces } = this.ledger;
    for (const piece of this.piecesOf(pool, purchase)) {
      if (room === 0) return;
      if (pieces.isUnderShort(piece) || !pieces.isAcquisition(piece)) continue;
      const part = pieces.units[piece]! > room ? pool.cut(piece, room) : piece;
      room -= pieces.units[part]!;
      pieces.setUnderShort(part);
      this.takeRoom(standing, pieces.units[part]!);
    }
  }

  /** Parts of a purchase that has just come in: they stand together, and nearly always last. */
  private piecesOf(pool: Pool, purchase: number): Piece[] {
    const { pieces } = this.ledger;
    let piece = pool.last;
    while (piece !== NO_PIECE && pieces.purchase[piece] !== purchase) piece = pieces.previous[piece]!;
    const found: Piece[] = [];
    for (; piece !== NO_PIECE && pieces.purchase[piece] === purchase; piece = pieces.previous[piece]!) found.push(piece);
    return found.reverse();
  }

  private reaches(against: AgainstLong, symbol: number): boolean {
    if (against.reachUnits === 0 || !this.isSame(against.symbol, symbol)) return false;
    return !("account" in against) || this.applies((against as Short).account);
  }

  private takeRoom(standing: readonly AgainstLong[], units: number): void {
    let left = units;
    for (const against of standing) {
      const taken = Math.min(left, against.reachUnits);
      against.reachUnits -= taken;
      left -= taken;
    }
  }

  closed(short: Short, day: Day): void {
    if (this.applies(short.account)) this.restart(short.symbol, short.units, day);
  }

  /** Starts the period of up to `units` shares that stand under a short anew, earliest acquired first. */
  restart(symbol: number, units: number, day: Day): void {
    const { pieces } = this.ledger;
    let left = units;
    this.eachLong(symbol, (pool, piece) => {
      if (!pieces.isUnderShort(piece)) return true;
      const part = pieces.units[piece]! > left ? pool.cut(piece, left) : piece;
      left -= pieces.units[part]!;
      pieces.restart(part, day);
      return left > 0;
    });
  }

  /** Puts the young shares held on the day under the short. */
  private reach(against: AgainstLong): void {
    const { pieces } = this.ledger;
    this.eachLong(against.symbol, (pool, piece) => {
      if (pieces.isUnderShort(piece) || this.ledger.isLongTerm(piece, against.day)) return true;
      const part = pieces.units[piece]! > against.reachUnits ? pool.cut(piece, against.reachUnits) : piece;
      against.reachUnits -= pieces.units[part]!;
      pieces.setUnderShort(part);
      return against.reachUnits > 0;
    });
  }

  /** Visits identical shares in taxable accounts of the taxpayer and the spouse, earliest acquired first, while `visit` says so. */
  private eachLong(symbol: number, visit: (pool: Pool, piece: Piece) => boolean): void {
    const { pieces } = this.ledger;
    const pools = [...this.ledger.allPools()].filter((pool) => pool.units > 0 && this.isSame(pool.symbol, symbol) && this.applies(pool.account));
    if (pools.length === 1) {
      const [pool] = pools;
      // A visit may cut the piece; what comes after it stays.
      for (let piece = pool!.first; piece !== NO_PIECE; ) {
        const next = pieces.next[piece]!;
        if (!visit(pool!, piece)) return;
        piece = next;
      }
      return;
    }
    const found = pools.flatMap((pool) => pool.list().map((piece) => ({ pool, piece })));
    found.sort((a, b) => pieces.byAcquisition(a.piece, b.piece));
    for (const { pool, piece } of found) if (!visit(pool, piece)) return;
  }

  private isSame(one: number, other: number): boolean {
    return this.ledger.identicalClass[one] === this.ledger.identicalClass[other];
  }

  private applies(account: number): boolean {
    return this.ledger.choices.view !== "broker" && this.ledger.retirement[account] === 0;
  }
}
