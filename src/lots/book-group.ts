/** Books the events of one group in order, in one forward pass. */
import type { UpTo } from "./book-types";
import { exerciseRights } from "./actions/exercise-rights";
import { fundDividend } from "./actions/fund-dividend";
import { giftGiven } from "./actions/gift-given";
import { giftReceived } from "./actions/gift-received";
import { inherit } from "./actions/inherit";
import { merger } from "./actions/merger";
import { openLoss, openLot, openingShort } from "./actions/opening";
import { assigned, exercise, expire } from "./actions/option-events";
import { otherClass } from "./actions/other-class";
import { purchase } from "./actions/purchase";
import { returnOfCapital } from "./actions/return-of-capital";
import { rights } from "./actions/rights";
import { rightsLapse } from "./actions/rights-lapse";
import { sale, saleOfOrder } from "./actions/sale";
import { remarkOpenOptions } from "./actions/open-options";
import { buyToCover, sellShort } from "./actions/short-sale";
import { spinOff } from "./actions/spin-off";
import { split } from "./actions/split";
import { symbolChange } from "./actions/symbol-change";
import { transfer } from "./actions/transfer";
import { worthless } from "./actions/worthless";
import { isPurchase } from "./event-order";
import { rowFault, type Ledger } from "./ledger";
import { fillsOfOrders } from "./orders";
import { TradeKind, type RowFault, type Trades } from "./trades";
import type { EventsOfGroup } from "./units";
import { bookWhatIf, type AskedWhatIf } from "./what-ifs";
import type { Day } from "../values/plain-date";

/** Exact output beyond this is refused by name, never approximated (design section 7). */
export const PIECE_BUDGET = 2_000_000;

export interface GroupEvents {
  /** Positions in the trades, in booking order. */
  readonly events: Int32Array;
  /** The same events with their columns. */
  readonly span: EventsOfGroup;
  /** By account index: 1 where the account's pools are withheld. */
  readonly withheld: Uint8Array;
  readonly throughDay: Day;
  /** Rows after it count as rows after a what-if sale do. */
  readonly wholeThroughDay: Day;
  /** Those of the group, by day. */
  readonly whatIfs: readonly AskedWhatIf[];
  readonly upTo: UpTo | null;
}

/** How far a booking has come. */
export interface Place {
  /** Events taken up. */
  readonly taken: number;
  readonly today: Day;
}

/** Books the group; the first fault met stops it. A booking can be taken up where another one has come to. */
export class GroupBooking {
  private readonly orders: Map<number, number[]> | null;
  private readonly piecesBefore: number;
  private readonly daysAreWhole: boolean;
  private taken: number;
  private today: Day;
  private asked = 0;
  private isSold = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly group: GroupEvents,
    from: Place = { taken: 0, today: -Infinity },
  ) {
    this.orders = fillsOfOrders(ledger.trades, group.events, ledger.choices.orderFills);
    this.piecesBefore = ledger.realized.count;
    this.daysAreWhole = ledger.choices.sameDaySales === "simultaneous";
    this.taken = from.taken;
    this.today = from.today;
  }

  get place(): Place {
    return { taken: this.taken, today: this.today };
  }

  /** Books the rows through the last day, with the what-ifs that stand between them. */
  bookRows(): RowFault | null {
    const { ledger, orders } = this;
    const { trades } = ledger;
    const { events, span, withheld, throughDay, wholeThroughDay, whatIfs, upTo } = this.group;
    const { columns } = span;
    for (; this.taken < events.length; this.taken++) {
      const i = this.taken;
      const at = events[i]!;
      const day = columns.day[span.from + i]!;
      const kind = columns.kind[span.from + i]!;
      if (day > throughDay) return null;
      while (this.asked < whatIfs.length && day > whatIfs[this.asked]!.day) {
        const fault = this.bookNextWhatIf();
        if (fault !== null) return fault;
      }
      const account = columns.account[span.from + i]!;
      if (account >= 0 && withheld[account] === 1) continue;
      // After a what-if sale only what decides whether it is washed still matters.
      const isAfterSale = this.isSold || day > wholeThroughDay;
      if (isAfterSale && !bearsOnWindow(trades, kind, at)) continue;
      const fills = orders?.get(at) ?? null;
      if (fills !== null && fills.length === 0) continue;
      const isLast = upTo !== null && (fills?.includes(upTo.trade) ?? at === upTo.trade);
      if (isLast && !upTo.included) return null;
      ledger.moveTo(events, i + 1);
      ledger.note(columns, span.from + i);
      this.moveTo(day);
      const fault = bookEvent(ledger, kind, at, fills);
      // Whether an option can be exercised after a sale that was never made is not asked.
      if (fault !== null && !isAfterSale) return fault;
      if (isLast) return null;
      if (ledger.realized.count - this.piecesBefore > PIECE_BUDGET) return overBudget(ledger, at);
    }
    return null;
  }

  /** Books the what-ifs after the last row, and closes the last day. */
  finish(): RowFault | null {
    while (this.asked < this.group.whatIfs.length) {
      const fault = this.bookNextWhatIf();
      if (fault !== null) return fault;
    }
    this.endDay();
    if (!this.ledger.averages.isEmpty) this.ledger.averages.levelAll();
    return null;
  }

  private bookNextWhatIf(): RowFault | null {
    const whatIf = this.group.whatIfs[this.asked++]!;
    this.isSold ||= whatIf.asked.kind === "sale";
    this.moveTo(whatIf.day);
    return bookWhatIf(this.ledger, whatIf, this.group.withheld);
  }

  private moveTo(day: Day): void {
    if (day === this.today) return;
    this.endDay();
    this.today = day;
  }

  /** By choice the sales of a day count as simultaneous (R-WS-3). */
  private endDay(): void {
    if (this.daysAreWhole) this.ledger.wash?.endDay();
  }
}

function bookEvent(ledger: Ledger, kind: number, at: number, fills: readonly number[] | null): RowFault | null {
  switch (kind) {
    case TradeKind.Buy:
    case TradeKind.Reinvest:
    case TradeKind.Vest:
      purchase(ledger, at, fills);
      return null;
    case TradeKind.Sell:
      return fills === null ? sale(ledger, at) : saleOfOrder(ledger, fills);
    default:
      ledger.averages.beforeEvent(at, DISPOSITIONS.has(kind));
      remarkOpenOptions(ledger, at);
      return bookRareEvent(ledger, at);
  }
}

/** Dispositions besides sales, which find a pool under the average method at its average (R-AVG-2). A return of capital is none. */
const DISPOSITIONS: ReadonlySet<number> = new Set([TradeKind.GiftGiven, TradeKind.Transfer, TradeKind.Merger]);

function bookRareEvent(ledger: Ledger, at: number): RowFault | null {
  switch (ledger.trades.kind[at]) {
    case TradeKind.Transfer:
      return transfer(ledger, at);
    case TradeKind.Split:
      return split(ledger, at);
    case TradeKind.GiftGiven:
      return giftGiven(ledger, at);
    case TradeKind.SymbolChange:
      return symbolChange(ledger, at);
    case TradeKind.GiftReceived:
      return giftReceived(ledger, at);
    case TradeKind.Inherit:
      return inherit(ledger, at);
    case TradeKind.SellShort:
      return sellShort(ledger, at);
    case TradeKind.BuyToCover:
      return buyToCover(ledger, at);
    case TradeKind.Expire:
      return expire(ledger, at);
    case TradeKind.Exercise:
      return exercise(ledger, at);
    case TradeKind.Assigned:
      return assigned(ledger, at);
    case TradeKind.FundDividend:
      return fundDividend(ledger, at);
    case TradeKind.OpenLot:
      return openLot(ledger, at);
    case TradeKind.OpenLoss:
      return openLoss(ledger, at);
    case TradeKind.OpenShort:
      return openingShort(ledger, at);
    case TradeKind.OtherClass:
      return otherClass(ledger, at);
    case TradeKind.SpinOff:
      return spinOff(ledger, at);
    case TradeKind.Rights:
      return rights(ledger, at);
    case TradeKind.ExerciseRights:
      return exerciseRights(ledger, at);
    case TradeKind.RightsLapse:
      return rightsLapse(ledger, at);
    case TradeKind.Merger:
      return merger(ledger, at);
    case TradeKind.ReturnOfCapital:
      return returnOfCapital(ledger, at);
    case TradeKind.Worthless:
      return worthless(ledger, at);
    default:
      throw new Error(`bookRareEvent: no booking for kind ${ledger.trades.kind[at]}`);
  }
}

/**
 * Whether a row after a what-if sale can bring in shares that replace those sold, or change how they are counted.
 * Written puts bear on it by choice (R-WS-13), and by what they bring when they are assigned.
 */
export function bearsOnWindow({ options, symbol, details }: Trades, kind: number, at: number): boolean {
  switch (kind) {
    case TradeKind.Split:
    case TradeKind.SymbolChange:
    case TradeKind.Rights:
    case TradeKind.ExerciseRights:
    case TradeKind.SellShort:
      return true;
    case TradeKind.Exercise:
      return options.get(symbol[at]!)?.type === "call";
    case TradeKind.Assigned:
      return options.get(symbol[at]!)?.type === "put";
    case TradeKind.Merger:
      return details.get(at)?.taxable === true;
    default:
      return isPurchase(kind);
  }
}

function overBudget(ledger: Ledger, at: number): RowFault {
  const name = ledger.symbolName(ledger.trades.symbol[at]!);
  return rowFault(
    ledger.trades,
    at,
    "Symbol",
    `the wash sales of ${name} cut its lots into more than ${PIECE_BUDGET.toLocaleString("en-US")} pieces`,
    "Book a shorter history of this symbol, starting from its open lots.",
  );
}
