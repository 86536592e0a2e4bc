/**
 * The open books of one group of symbols while its events are booked in order. One ledger serves
 * all groups of a book in turn: there can be tens of thousands of them.
 */
import type { Remark, RemarkKind } from "./book-types";
import type { Choices } from "./choices";
import type { Law, WashSales } from "./law";
import type { Piece, Pieces } from "./pieces";
import { Pool } from "./pool";
import type { RealizedColumns } from "./realized";
import { lotName, type RowFault, type Trades } from "./trades";
import { isoFromDay, type Day } from "../values/plain-date";
import { sharesOf, unitsOf, type UnitScale } from "./units";

/** What booking finds beside lots and gains. */
export interface Findings {
  readonly remarks: Remark[];
  readonly fundDisallowedCents: Map<number, number>;
  /** Symbols whose capital gain or exempt-interest dividends are in the rows. */
  readonly fundsWithDividends: Set<number>;
}

export class Ledger {
  /** How the group's shares are counted. */
  private scale: UnitScale = { unitsPerShare: 1, powerOfTen: 1, divisor: 1, tooFine: null };
  private readonly poolByKey = new Map<number, Pool>();
  /** The pool last asked for, which most groups ask for again and again. */
  private recentPool: Pool | null = null;
  /** Purchases so far: the order of acquisition inside a day. */
  private acquisitions = 0;
  /** Events of the group, and how many of them have been taken up. */
  private events: Int32Array = new Int32Array(0);
  private taken = 0;

  constructor(
    readonly trades: Trades,
    readonly choices: Choices,
    readonly law: Law,
    readonly pieces: Pieces,
    readonly realized: RealizedColumns,
    readonly wash: WashSales | null,
    /** 1 where an account is a retirement account, by account index. */
    readonly retirement: Uint8Array,
    readonly notes: Findings,
  ) {}

  /** Empties the books for the next group. */
  startGroup(scale: UnitScale): void {
    this.scale = scale;
    this.pieces.clear();
    this.poolByKey.clear();
    this.recentPool = null;
    this.acquisitions = 0;
    this.wash?.startGroup(this.poolOf);
  }

  /** To be called before an event is booked: `taken` events of the group have been taken up, this one included. */
  moveTo(events: Int32Array, taken: number): void {
    this.events = events;
    this.taken = taken;
  }

  /** Positions in the trades of the events still to come. */
  eventsAhead(): Int32Array {
    return this.events.subarray(this.taken);
  }

  private readonly poolOf = (symbol: number, account: number): Pool => this.pool(symbol, account);

  nextSequence(): number {
    return this.acquisitions++;
  }

  /** The pool, made when it is first asked for. */
  pool(symbol: number, account: number): Pool {
    const recent = this.recentPool;
    if (recent !== null && recent.symbol === symbol && recent.account === account) return recent;
    const key = symbol * this.trades.accounts.length + account;
    let pool = this.poolByKey.get(key);
    if (pool === undefined) {
      pool = new Pool(this.pieces, symbol, account);
      this.poolByKey.set(key, pool);
    }
    this.recentPool = pool;
    return pool;
  }

  /** Pools of the symbol that hold shares, by account index. */
  heldPools(symbol: number): Pool[] {
    return [...this.poolByKey.values()]
      .filter((pool) => pool.symbol === symbol && pool.units > 0)
      .sort((a, b) => a.account - b.account);
  }

  allPools(): Iterable<Pool> {
    return this.poolByKey.values();
  }

  /** The wash-sale rule, for symbols under section 1091 (R-DA-2: digital assets are not). */
  washRuleFor(symbol: number): WashSales | null {
    return this.wash !== null && !this.trades.digital.has(symbol) ? this.wash : null;
  }

  /** Sold, given away or used up: can replace no loss any more (R-WS-4). */
  noLongerCandidate(piece: Piece): void {
    this.pieces.stopBeingCandidate(piece);
  }

  remark(kind: RemarkKind, trade: number, other: number | null): void {
    this.notes.remarks.push({ kind, trade, other });
  }

  /** R-HP-8: the amounts that the fund rule asks for are not in the rows. */
  remarkFundLoss(piece: Piece, sale: number, day: Day): void {
    const { trades, pieces } = this;
    const symbol = pieces.symbol[piece]!;
    if (!trades.funds.has(symbol) || this.notes.fundsWithDividends.has(symbol)) return;
    if (this.law.isHeldSixMonthsOrLess(pieces.acquired[piece]!, day)) this.remark("fund-loss-within-six-months", sale, null);
  }

  /** R-HP-8: part of a loss that no purchase will ever bring back. */
  disallowFundLoss(realized: number, cents: number): void {
    this.realized.disallow(realized, cents, 0);
    this.notes.fundDisallowedCents.set(realized, cents);
  }

  /** Term of a piece if it is sold on `day`. */
  isLongTerm(piece: Piece, day: Day): boolean {
    const { pieces, law } = this;
    const holdingFrom = pieces.holdingFrom[piece]!;
    if (!pieces.hasSpecialTerm(piece)) return law.isLongTerm(holdingFrom, day);
    // R-SS-2: the period of shares held against an open short begins with their own sale at the latest.
    return !pieces.isUnderShort(piece) && law.isLongTerm(holdingFrom, day, pieces.periodStart(piece));
  }

  unitsAt(at: number): number {
    return unitsOf(this.trades.shares[at]!, this.scale);
  }

  units(shares: number): number {
    return unitsOf(shares, this.scale);
  }

  get unitsPerShare(): number {
    return this.scale.unitsPerShare;
  }

  shares(units: number): number {
    return sharesOf(units, this.scale.unitsPerShare);
  }

  symbolName(symbol: number): string {
    return this.trades.symbols[symbol]!;
  }

  accountName(account: number): string {
    return this.trades.accounts[account]!;
  }

  /** "in Schwab on 2024-05-01" */
  where(account: number | null, day: Day): string {
    const place = account === null ? "in taxable accounts" : `in ${this.accountName(account)}`;
    return `${place} on ${isoFromDay(day)}`;
  }

  lotName(purchase: number): string {
    return lotName(this.trades, purchase);
  }
}

/** A fault found while booking the row at `at` of the trades. */
export function rowFault(trades: Trades, at: number, column: string, problem: string, whatToDo: string): RowFault {
  const row = trades.row[at]!;
  const account = trades.account[at]!;
  return {
    row,
    column,
    problem: `Row ${row}: ${problem}.`,
    whatToDo,
    symbol: trades.symbol[at]!,
    account: account < 0 ? null : account,
  };
}
