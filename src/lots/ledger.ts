/**
 * The open books of one group of symbols while its events are booked in order. One ledger serves
 * all groups of a book in turn: there can be tens of thousands of them.
 */
import type { EventColumns } from "./event-order";
import { Averages } from "./average";
import type { Remark, RemarkKind, WashMatch } from "./book-types";
import type { Choices, Method } from "./choices";
import type { Law, ShortSales, WashSales } from "./law";
import { methodInForce } from "./method-order";
import type { Piece, Pieces } from "./pieces";
import { Pool } from "./pool";
import type { OpenShorts } from "./shorts";
import type { RealizedColumns } from "./realized";
import { lotName, TradeKind, type RowFault, type Trades } from "./trades";
import { isoFromDay, type Day } from "../values/plain-date";
import type { Underlyings } from "./underlyings";
import { sharesOf, unitsOf, type UnitScale } from "./units";

/** What booking finds beside lots and gains. */
export interface Findings {
  readonly remarks: Remark[];
  readonly fundDisallowedCents: Map<number, number>;
  /** Symbols whose capital gain or exempt-interest dividends are in the rows. */
  readonly fundsWithDividends: Set<number>;
}

/** Rows that say nothing of how the shares came. */
const ACTIONS_ON_HOLDINGS: ReadonlySet<number> = new Set([
  TradeKind.Split, TradeKind.SymbolChange, TradeKind.OtherClass, TradeKind.SpinOff, TradeKind.Rights, TradeKind.Merger,
  TradeKind.Worthless, TradeKind.ReturnOfCapital, TradeKind.RightsLapse,
]);

export class Ledger {
  /** How the group's shares are counted. */
  private scale: UnitScale = { unitsPerShare: 1, powerOfTen: 1, divisor: 1, step: 1, isRounded: false, tooFine: null };
  /** The event at work, as the trades say it. */
  readonly current = { day: 0, symbol: 0, account: 0, shares: 0, amountCents: 0 };
  readonly averages = new Averages(this);
  /** Purchases of an earlier book, whose open lots come in row by row. */
  private readonly queues = new Map<number, { readonly sequence: number; readonly place: number }>();
  readonly shortRule: ShortSales;
  private readonly soldCanReplace: boolean;
  private readonly hasOptions: boolean;
  private readonly putsStandForShorts: boolean;
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
    readonly washes: WashMatch[],
    readonly wash: WashSales | null,
    /** 1 where an account is a retirement account, by account index. */
    readonly retirement: Uint8Array,
    readonly shorts: OpenShorts,
    readonly underlyings: Underlyings,
    readonly notes: Findings,
    /** Securities with the same class are substantially identical (R-WS-14). By symbol index. */
    readonly identicalClass: Int32Array,
  ) {
    this.shortRule = law.shortSales(this);
    this.soldCanReplace = choices.soldReplacements === "replacement";
    this.hasOptions = trades.options.size > 0;
    this.putsStandForShorts = this.hasOptions && choices.putsOnYoungShares === "shortSale";
  }

  /** Empties the books for the next group. */
  startGroup(scale: UnitScale): void {
    this.scale = scale;
    this.pieces.clear();
    this.poolByKey.clear();
    this.recentPool = null;
    this.acquisitions = 0;
    this.shorts.clear();
    this.underlyings.clear();
    this.averages.clear();
    if (this.queues.size > 0) this.queues.clear();
    this.shortRule.startGroup();
    this.wash?.startGroup(this.poolOf);
  }

  /**
   * Answers what brings the books of the group back to what they are now, as often as wanted. Not where options or short
   * positions are in the group, or splits and replacements already sold may come: their rules keep more than is remembered.
   */
  remember(): () => void {
    const { acquisitions, events, taken } = this;
    const { realized, washes, notes } = this;
    const counts = { realized: realized.count, washes: washes.length, remarks: notes.remarks.length };
    const pools = [...this.poolByKey].map(([key, pool]) => ({ key, pool, restore: pool.remember() }));
    const queues = [...this.queues];
    const parts = [this.pieces.remember(), this.averages.remember(), this.wash?.remember()];
    return () => {
      Object.assign(this, { acquisitions, events, taken });
      realized.truncate(counts.realized);
      washes.length = counts.washes;
      notes.remarks.length = counts.remarks;
      for (const at of notes.fundDisallowedCents.keys()) if (at >= counts.realized) notes.fundDisallowedCents.delete(at);
      for (const restore of parts) restore?.();
      this.recentPool = null;
      this.poolByKey.clear();
      for (const { key, pool, restore } of pools) {
        restore();
        this.poolByKey.set(key, pool);
      }
      this.queues.clear();
      for (const [purchase, queue] of queues) this.queues.set(purchase, queue);
    };
  }

  /** To be called before an event is booked: `taken` events of the group have been taken up, this one included. */
  moveTo(events: Int32Array, taken: number): void {
    this.events = events;
    this.taken = taken;
  }

  /** Notes what the columns say of the event at place `i` of the booking order. */
  note({ day, symbol, account, shares, amountCents }: EventColumns, i: number): void {
    const { current } = this;
    current.day = day[i]!;
    current.symbol = symbol[i]!;
    current.account = account[i]!;
    current.shares = shares[i]!;
    current.amountCents = amountCents[i]!;
  }

  /** Positions in the trades of the events still to come. */
  eventsAhead(): Int32Array {
    return this.events.subarray(this.taken);
  }

  private readonly poolOf = (symbol: number, account: number): Pool => this.pool(symbol, account);

  /** Place in booking order, and in its own queue, of the next `units` of a purchase that comes in several rows. */
  queueOf(purchase: number, units: number): { readonly sequence: number; readonly place: number } {
    const queue = this.queues.get(purchase) ?? { sequence: this.nextSequence(), place: 0 };
    this.queues.set(purchase, { sequence: queue.sequence, place: queue.place + units });
    return queue;
  }

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

  /** R-ID-7: the standing order for the pool's account and symbol. */
  methodOf(pool: Pool, day: Day): Method {
    return methodInForce(this.choices, this.symbolName(pool.symbol), this.accountName(pool.account), day);
  }

  allPools(): Iterable<Pool> {
    return this.poolByKey.values();
  }

  /** The wash-sale rule, for symbols under section 1091 (R-DA-2: digital assets are not). */
  washRuleFor(symbol: number): WashSales | null {
    if (this.wash === null) return null;
    return this.trades.digital.has(symbol) && this.choices.digitalWash === "off" ? null : this.wash;
  }

  /** Puts shares that come from outside into their pool and tells the rules of them. */
  arrive(piece: Piece, symbol: number, account: number): void {
    const pool = this.pool(symbol, account);
    if (!this.averages.isEmpty) this.averages.beforeArrival(pool, this.pieces.acquired[piece]!);
    pool.insert(piece);
    const option = this.hasOptions ? this.trades.options.get(symbol) : undefined;
    if (option?.type === "put") this.shortRule.putBought(piece);
    if (!this.shorts.isEmpty) this.shortRule.arriving(piece);
    if (this.pieces.canReplace(piece)) this.washRuleFor(symbol)?.acquired(piece);
    if (!this.shorts.isEmpty || this.putsStandForShorts) this.shortRule.acquired(pool, piece);
  }

  /** Whether any row of the group, before or after, brings in shares of the symbol, or sells them short. */
  isEverHeld(symbol: number): boolean {
    const { trades } = this;
    for (const { underlying } of trades.options.values()) if (underlying === symbol) return true;
    return this.events.some((at) => {
      if (trades.details.get(at)?.newSymbol === symbol && trades.symbol[at] !== symbol) return true;
      return trades.symbol[at] === symbol && !ACTIONS_ON_HOLDINGS.has(trades.kind[at]!);
    });
  }

  /** The group's events from one day to another, both included, whether booked already or not. */
  eventsBetween(first: Day, last: Day): number[] {
    const { events } = this;
    const { day } = this.trades;
    let from = 0;
    for (let to = events.length; from < to; ) {
      const middle = (from + to) >> 1;
      if (day[events[middle]!]! < first) from = middle + 1;
      else to = middle;
    }
    const found: number[] = [];
    for (let i = from; i < events.length && day[events[i]!]! <= last; i++) found.push(events[i]!);
    return found;
  }

  /** Sold, given away or used up: can replace no loss any more (R-WS-4). */
  noLongerCandidate(piece: Piece): void {
    // By choice, shares sold before the loss sale have replaced it all the same.
    if (!this.soldCanReplace) this.pieces.stopBeingCandidate(piece);
  }

  /** Remembers where a sold piece stands, should it count as a replacement later. */
  recordedAs(piece: Piece, realized: number, order: number): void {
    if (this.soldCanReplace) this.pieces.keepSale(piece, { realized, order });
  }

  remark(kind: RemarkKind, trade: number, other: number | null): void {
    this.notes.remarks.push({ kind, trade, other });
  }

  /** R-HP-8: the amounts that the fund rule asks for are not in the rows. */
  remarkFundLoss(piece: Piece, sale: number, day: Day): void {
    const { trades, pieces } = this;
    if (trades.funds.size === 0) return;
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

  /** Units in which totals of new shares are shared out. */
  get step(): number {
    return this.scale.step;
  }

  /** Whether shares by a ratio are rounded, because the exact count would not fit. */
  get roundsRatios(): boolean {
    return this.scale.isRounded;
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
