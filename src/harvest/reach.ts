/**
 * What could wash a sale of a lot: purchases in its window that are held, or will come in by rows after the as-of day
 * (R-WS-1, R-WS-2, R-WS-4). Asked of the wash-sale rule's own scope, share counts aside: where nothing is found, nothing
 * is washed and no sale need be tried out. A lot's own leftovers are never found (Rev. Rul. 56-602).
 */
import { bearsOnWindow } from "../lots/book-group";
import type { Book, OpenLot } from "../lots/book-types";
import { eventsOfGroup, tiesOf } from "../lots/book";
import { Pieces, type Piece } from "../lots/pieces";
import { TradeKind } from "../lots/trades";
import { Underlyings } from "../lots/underlyings";
import { WashScope } from "../rules/wash-sale/scope";
import { finalOn, WINDOW_DAYS } from "../rules/wash-sale/window";
import type { Day } from "../values/plain-date";
import type { HarvestFacts } from "./harvest-types";
import type { HeldLot } from "./held-lots";

/** Shares that could take up a loss. */
export interface Washer {
  readonly day: Day;
  /** Position in the trades. */
  readonly purchase: number;
  readonly symbol: number;
  readonly account: number;
  /** Comes in after the as-of day. */
  readonly isPending: boolean;
}

const PLAIN_PURCHASES: ReadonlySet<number> = new Set([TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest]);

export class Reach {
  /**
   * Whether purchases are all that can wash a loss of the group. Options, short positions, dividends under R-HP-8, and
   * later rows that change how shares are counted must be tried out.
   */
  readonly isPlain: boolean;
  /** Purchases are still to come, which earlier losses may claim first. */
  readonly hasPending: boolean;
  private readonly pieces = new Pieces(16);
  /** Stands for the lot that is asked about. */
  private readonly probe: Piece;
  private readonly scope: WashScope;
  private readonly washers: { readonly piece: Piece; readonly washer: Washer }[] = [];

  constructor(
    private readonly facts: HarvestFacts,
    private readonly book: Book,
    group: number,
  ) {
    const { trades, choices, asOf } = facts;
    const { identicalClass, group: groupOf } = tiesOf(trades, choices);
    const events = eventsOfGroup(trades, choices, group);
    const underlyings = new Underlyings(trades.options);
    this.scope = new WashScope(this.pieces, choices, trades.accounts, identicalClass, trades.options, underlyings, trades.funds);
    this.probe = this.pieces.add(0, 0, 0, 1, 0);
    this.isPlain = this.looksPlain(events, groupOf, group);
    for (const lot of book.openLots) {
      if (!lot.canReplace || lot.acquired < asOf - WINDOW_DAYS) continue;
      const piece = this.pieces.add(0, 0, 0, 1, 0);
      this.describe(piece, lot);
      this.add(piece, { day: lot.acquired, purchase: lot.purchase, symbol: lot.symbol, account: lot.account, isPending: false });
    }
    for (const at of events) if (trades.day[at]! > asOf && PLAIN_PURCHASES.has(trades.kind[at]!)) this.addPending(at);
    this.hasPending = this.washers.some(({ washer }) => washer.isPending);
    this.washers.sort((a, b) => b.washer.day - a.washer.day);
  }

  /** Those in the window of a sale of the lot on `day`, by day. */
  of(lot: HeldLot, day: Day): Washer[] {
    return [...this.latestFirst(lot, day)].reverse();
  }

  /** The same, the latest first: to be taken one by one, and no further than needed. */
  *latestFirst(lot: HeldLot, day: Day): Generator<Washer> {
    if (this.washers.length === 0 || !this.isUnderTheRule(lot)) return;
    this.describe(this.probe, lot.pieces[0]!);
    const loss = { piece: this.probe, symbol: lot.symbol, account: lot.account, order: -1 };
    for (const { piece, washer } of this.washers) {
      if (washer.day < day - WINDOW_DAYS) return;
      if (washer.day <= day + WINDOW_DAYS && this.scope.canReplace(loss, piece)) yield washer;
    }
  }

  /** Whether anything is in the window of a sale of the lot on `day`. */
  reaches(lot: HeldLot, day: Day): boolean {
    return this.latestFirst(lot, day).next().done !== true;
  }

  /**
   * R-TLH-3: the first day from the as-of day on whose sale nothing could wash: the last purchase that would,
   * + 31 days. Where nothing is pending, that is the first clean day.
   */
  cleanDay(lot: HeldLot): Day {
    const { asOf } = this.facts;
    const last = this.latestFirst(lot, asOf).next();
    return last.done === true ? asOf : finalOn(last.value.day);
  }

  isUnderTheRule(lot: HeldLot): boolean {
    return isUnderTheRule(this.facts, lot);
  }

  private looksPlain(events: Int32Array, groupOf: Int32Array, group: number): boolean {
    const { trades, choices, asOf } = this.facts;
    // Sales of the day that count as simultaneous are matched with these: what they washed by themselves may be undone.
    if (choices.sameDaySales === "simultaneous" && events.some((at) => trades.day[at] === asOf)) return false;
    if (choices.soldReplacements === "replacement" || this.book.openShorts.length > 0) return false;
    for (const option of trades.options.keys()) if (groupOf[option] === group) return false;
    return events.every((at) => {
      const kind = trades.kind[at]!;
      if (kind === TradeKind.FundDividend) return false;
      return trades.day[at]! <= asOf || PLAIN_PURCHASES.has(kind) || !bearsOnWindow(trades, kind, at);
    });
  }

  private addPending(at: number): void {
    const { trades, choices } = this.facts;
    const [day, symbol, account] = [trades.day[at]!, trades.symbol[at]!, trades.account[at]!];
    if (choices.digitalWash === "off" && trades.digital.has(symbol)) return;
    // After all that is held, each a purchase of its own.
    const piece = this.pieces.add(at, AFTER_ALL_HELD + at, day, 1, 0);
    this.place(piece, symbol, account);
    this.add(piece, { day, purchase: at, symbol, account, isPending: true });
  }

  /** What the scope may ask of a piece. */
  private describe(piece: Piece, { purchase, sequence, acquired, symbol, account, moved }: OpenLot): void {
    const { pieces } = this;
    pieces.purchase[piece] = purchase;
    pieces.sequence[piece] = sequence;
    pieces.acquired[piece] = acquired;
    this.place(piece, symbol, account);
    if (moved) pieces.markTransferred(piece);
    else pieces.unmarkTransferred(piece);
  }

  private place(piece: Piece, symbol: number, account: number): void {
    this.pieces.symbol[piece] = symbol;
    this.pieces.account[piece] = account;
    this.pieces.setHeld(piece, true);
  }

  private add(piece: Piece, washer: Washer): void {
    this.washers.push({ piece, washer });
  }
}

const AFTER_ALL_HELD = 1 << 28;

/** Not with View None, digital assets (R-DA-2) and traders under 475(f) (R-WS-15). */
export function isUnderTheRule({ trades, choices }: Pick<HarvestFacts, "trades" | "choices">, { symbol, account }: Pick<HeldLot, "symbol" | "account">): boolean {
  if (choices.view === "none" || choices.washExempt.has(trades.accounts[account]!.toUpperCase())) return false;
  return choices.digitalWash === "on" || !trades.digital.has(symbol);
}
