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
    for (const { piece } of this.longPieces(short.symbol)) {
      if (this.ledger.isLongTerm(piece, short.day)) longHeld += this.ledger.pieces.units[piece]!;
    }
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
    for (const piece of pool.list()) {
      if (room === 0) return;
      if (pieces.purchase[piece] !== purchase || pieces.isUnderShort(piece) || !pieces.isAcquisition(piece)) continue;
      const part = pieces.units[piece]! > room ? pool.cut(piece, room) : piece;
      room -= pieces.units[part]!;
      pieces.setUnderShort(part);
      this.takeRoom(standing, pieces.units[part]!);
    }
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
    for (const { pool, piece } of this.longPieces(symbol)) {
      if (left === 0) return;
      if (!pieces.isUnderShort(piece)) continue;
      const part = pieces.units[piece]! > left ? pool.cut(piece, left) : piece;
      left -= pieces.units[part]!;
      pieces.restart(part, day);
    }
  }

  /** Puts the young shares held on the day under the short. */
  private reach(against: AgainstLong): void {
    const { pieces } = this.ledger;
    for (const { pool, piece } of this.longPieces(against.symbol)) {
      if (against.reachUnits === 0) return;
      if (pieces.isUnderShort(piece) || this.ledger.isLongTerm(piece, against.day)) continue;
      const part = pieces.units[piece]! > against.reachUnits ? pool.cut(piece, against.reachUnits) : piece;
      against.reachUnits -= pieces.units[part]!;
      pieces.setUnderShort(part);
    }
  }

  /** Identical shares in taxable accounts of the taxpayer and the spouse, earliest acquired first. */
  private longPieces(symbol: number): { readonly pool: Pool; readonly piece: Piece }[] {
    const { ledger } = this;
    const found: { pool: Pool; piece: Piece }[] = [];
    for (const pool of ledger.allPools()) {
      if (!this.isSame(pool.symbol, symbol) || !this.applies(pool.account)) continue;
      for (let piece = pool.first; piece !== NO_PIECE; piece = ledger.pieces.next[piece]!) found.push({ pool, piece });
    }
    return found.sort((a, b) => ledger.pieces.byAcquisition(a.piece, b.piece));
  }

  private isSame(one: number, other: number): boolean {
    return this.ledger.identicalClass[one] === this.ledger.identicalClass[other];
  }

  private applies(account: number): boolean {
    return this.ledger.choices.view !== "broker" && this.ledger.retirement[account] === 0;
  }
}
