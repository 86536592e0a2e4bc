/**
 * The engine's algorithm with decimal.js for every number: rows to decimals, sort by symbol and day,
 * one forward pass with FIFO or HIFO, wash sales matched as purchases come. It shares no code with the
 * engine; what differs in speed is the arithmetic and the objects it needs.
 */
import Decimal from "decimal.js";
import { CostHeap } from "./cost-heap";
import type { Range } from "./profiles";

export const Exact = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_UP });
type Exact = Decimal;

export type TwinMethod = "FIFO" | "HIFO";

export interface TwinPiece {
  readonly saleRow: number;
  readonly purchaseRow: number;
  readonly shares: Exact;
  readonly proceeds: Exact;
  readonly basis: Exact;
  readonly holdingFrom: number;
  disallowed: Exact;
}

interface Trade {
  readonly row: number;
  readonly day: number;
  readonly buys: boolean;
  readonly symbol: string;
  readonly shares: Exact;
  readonly amount: Exact;
}

export interface TwinLot {
  readonly trade: Trade;
  /** Shares of its purchase that stand before it: its place in that queue. */
  place: Exact;
  shares: Exact;
  basis: Exact;
  holdingFrom: number;
  used: boolean;
  open: boolean;
  /** Cost per share, fresh after each change. */
  cost: Exact;
  version: number;
}

interface OpenLoss {
  readonly piece: TwinPiece;
  readonly purchase: Trade;
  readonly place: Exact;
  readonly soldOn: number;
  shares: Exact;
  loss: Exact;
}

const CENTS = 2;

export function decimalTwin(range: Range, method: TwinMethod): TwinPiece[] {
  const trades = range.slice(1).map(readTrade);
  const bySymbol = new Map<string, Trade[]>();
  for (const trade of trades) {
    const list = bySymbol.get(trade.symbol);
    if (list === undefined) bySymbol.set(trade.symbol, [trade]);
    else list.push(trade);
  }
  const pieces: TwinPiece[] = [];
  for (const list of bySymbol.values()) {
    list.sort((a, b) => a.day - b.day || a.row - b.row);
    bookSymbol(list, method, pieces);
  }
  return pieces;
}

function readTrade(cells: readonly (string | number)[], index: number): Trade {
  const [day, action, symbol, quantity, price, fees] = cells;
  const shares = asShown(quantity as number);
  const value = shares.times(asShown(price as number));
  const buys = action !== "Sell";
  const amount = (buys ? value.plus(fees as number) : value.minus(fees as number)).toDecimalPlaces(CENTS);
  return { row: index + 2, day: day as number, buys, symbol: symbol as string, shares, amount };
}

/** The 15 digits Excel shows. */
function asShown(cell: number): Exact {
  return new Exact(cell.toPrecision(15));
}

/** The part of `total` that goes with `part` of `whole`; the remainder stays with the rest (R-RND-2). */
function take(total: Exact, part: Exact, whole: Exact): Exact {
  return part.eq(whole) ? total : total.times(part).div(whole).toDecimalPlaces(CENTS);
}

function bookSymbol(trades: readonly Trade[], method: TwinMethod, pieces: TwinPiece[]): void {
  const book = new SymbolBook(method, pieces);
  for (const trade of trades) {
    if (trade.buys) book.buy(trade);
    else book.sell(trade);
  }
}

class SymbolBook {
  /** In order of acquisition, pieces of one purchase front first. */
  private queue: TwinLot[] = [];
  private head = 0;
  private readonly heap = new CostHeap();
  private readonly candidates: TwinLot[] = [];
  private losses: OpenLoss[] = [];

  constructor(
    private readonly method: TwinMethod,
    private readonly pieces: TwinPiece[],
  ) {}

  buy(trade: Trade): void {
    this.losses = this.losses.filter((loss) => !loss.shares.isZero() && trade.day - loss.soldOn <= 30);
    let lot: TwinLot | null = this.newLot(trade);
    const parts: TwinLot[] = [];
    for (const loss of this.losses) {
      if (lot === null) break;
      if (loss.shares.isZero()) continue;
      const [front, rest] = this.match(loss, lot);
      parts.push(front);
      lot = rest;
    }
    if (lot !== null) {
      parts.push(lot);
      this.candidates.push(lot);
    }
    for (const part of parts) {
      this.queue.push(part);
      this.changed(part);
    }
  }

  sell(trade: Trade): void {
    this.losses = this.losses.filter((loss) => !loss.shares.isZero() && trade.day - loss.soldOn <= 30);
    const taken = this.relieve(trade.shares);
    let [proceedsLeft, sharesLeft] = [trade.amount, trade.shares];
    const losses: OpenLoss[] = [];
    for (const lot of taken) {
      const proceeds = take(proceedsLeft, lot.shares, sharesLeft);
      proceedsLeft = proceedsLeft.minus(proceeds);
      sharesLeft = sharesLeft.minus(lot.shares);
      const piece = { saleRow: trade.row, purchaseRow: lot.trade.row, shares: lot.shares, proceeds, basis: lot.basis, holdingFrom: lot.holdingFrom, disallowed: new Exact(0) };
      this.pieces.push(piece);
      const loss = lot.basis.minus(proceeds);
      if (loss.gt(0)) losses.push({ piece, purchase: lot.trade, place: lot.place, soldOn: trade.day, shares: lot.shares, loss });
    }
    losses.sort((a, b) => a.purchase.day - b.purchase.day || a.purchase.row - b.purchase.row || a.place.cmp(b.place));
    this.dropOldCandidates(trade.day);
    for (const loss of losses) this.replaceFromHeld(loss);
  }

  private newLot(trade: Trade): TwinLot {
    return { trade, place: new Exact(0), shares: trade.shares, basis: trade.amount, holdingFrom: trade.day, used: false, open: true, cost: trade.amount.div(trade.shares), version: 0 };
  }

  private changed(lot: TwinLot): void {
    if (this.method === "FIFO") return;
    lot.cost = lot.basis.div(lot.shares);
    lot.version += 1;
    this.heap.push(lot);
  }

  private relieve(shares: Exact): TwinLot[] {
    const taken: TwinLot[] = [];
    let needed = shares;
    while (needed.gt(0)) {
      const lot = this.method === "FIFO" ? this.firstOpen() : this.heap.pop();
      if (lot.shares.gt(needed)) {
        taken.push(this.cutFront(lot, needed));
        this.changed(lot);
        break;
      }
      lot.open = false;
      needed = needed.minus(lot.shares);
      taken.push(lot);
    }
    return taken;
  }

  private firstOpen(): TwinLot {
    let lot = this.queue[this.head];
    while (lot !== undefined && !lot.open) lot = this.queue[(this.head += 1)];
    if (lot === undefined) throw new Error("The twin sells more than is held.");
    return lot;
  }

  /** Cuts shares off the front into a lot that is no longer held; the lot keeps the rest. */
  private cutFront(lot: TwinLot, shares: Exact): TwinLot {
    const basis = take(lot.basis, shares, lot.shares);
    const front: TwinLot = { ...lot, shares, basis, open: false };
    lot.basis = lot.basis.minus(basis);
    lot.shares = lot.shares.minus(shares);
    lot.place = lot.place.plus(shares);
    return front;
  }

  private dropOldCandidates(day: number): void {
    let old = 0;
    for (const lot of this.candidates) {
      if (day - lot.trade.day <= 30) break;
      old += 1;
    }
    this.candidates.splice(0, old);
  }

  private replaceFromHeld(loss: OpenLoss): void {
    for (const lot of [...this.candidates]) {
      if (loss.shares.isZero()) return;
      if (!lot.open || lot.used || lot.trade === loss.purchase) continue;
      const [front, rest] = this.match(loss, lot);
      if (rest !== null) {
        // The adjusted front stands before the rest in the queue.
        this.queue.splice(this.queue.indexOf(rest, this.head), 0, front);
        this.changed(rest);
      }
      this.changed(front);
    }
    if (!loss.shares.isZero()) this.losses.push(loss);
  }

  /** Share for share: the adjusted front of the lot, and what is left of it. */
  private match(loss: OpenLoss, lot: TwinLot): [TwinLot, TwinLot | null] {
    const shares = Decimal.min(loss.shares, lot.shares);
    const whole = shares.eq(lot.shares);
    const front = whole ? lot : { ...this.cutFront(lot, shares), open: true };
    const disallowed = take(loss.loss, shares, loss.shares);
    loss.loss = loss.loss.minus(disallowed);
    loss.shares = loss.shares.minus(shares);
    loss.piece.disallowed = loss.piece.disallowed.plus(disallowed);
    front.used = true;
    front.basis = front.basis.plus(disallowed);
    front.holdingFrom -= loss.soldOn - loss.piece.holdingFrom;
    return [front, whole ? null : lot];
  }
}
