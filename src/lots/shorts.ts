/**
 * Short positions and written options that are open, in the order they were opened. They are few, so they
 * are plain objects; like lots they are cut where a part of them closes or absorbs a loss.
 */
import type { Day } from "../values/plain-date";
import { mulDivRound } from "../values/mul-div-round";
import { take } from "../values/take";

/** The period of shares sold at a loss: where it counted from, and its days until the sale. */
export interface TackedPeriod {
  readonly from: Day;
  readonly days: number;
}

export interface Short {
  /** Position in the trades of the row that opened it. */
  readonly opening: number;
  /** Place among all that was acquired or opened, in booking order. */
  readonly sequence: number;
  symbol: number;
  readonly account: number;
  readonly day: Day;
  units: number;
  proceedsCents: number;
  /** Losses of earlier shorts, which raise the cost of closing (R-SS-3). */
  washAddedCents: number;
  /** Period of the shares whose loss a written put took over, for the stock it brings (R-WS-6, R-WS-13). */
  lossPeriod: TackedPeriod | null;
  /** Has absorbed a loss; can absorb no other. */
  isReplacement: boolean;
  /** Identical long shares that its period rule can still reach (R-SS-2). */
  reachUnits: number;
  /** Identical shares held more than a year when it was opened, up to its own (R-SS-2). */
  longHeldUnits: number;
}

/** The open shorts of one symbol in one account, in order; what has closed at the front is passed over. */
class Queue {
  private items: Short[] = [];
  private head = 0;
  units = 0;

  constructor(
    public symbol: number,
    readonly account: number,
  ) {}

  get isEmpty(): boolean {
    return this.head === this.items.length;
  }

  first(): Short | undefined {
    return this.items[this.head];
  }

  list(): Short[] {
    return this.items.slice(this.head);
  }

  /** Those opened on a day or later. */
  since(day: Day): Short[] {
    let from = this.items.length;
    while (from > this.head && this.items[from - 1]!.day >= day) from--;
    return this.items.slice(from);
  }

  add(short: Short): void {
    this.items.push(short);
    this.units += short.units;
  }

  remove(short: Short): void {
    if (this.items[this.head] === short) this.head += 1;
    else this.items.splice(this.items.indexOf(short, this.head), 1);
    this.units -= short.units;
    if (this.head > MOST_PASSED_OVER && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
  }

  /** Puts the part that was cut off a short before it. */
  putBefore(front: Short, rest: Short): void {
    if (this.items[this.head] === rest && this.head > 0) this.items[--this.head] = front;
    else this.items.splice(this.items.indexOf(rest, this.head), 0, front);
  }
}

const MOST_PASSED_OVER = 64;

export class OpenShorts {
  private queues: Queue[] = [];

  get isEmpty(): boolean {
    return this.queues.every((queue) => queue.isEmpty);
  }

  clear(): void {
    if (this.queues.length > 0) this.queues = [];
  }

  /** In the order they were opened. */
  all(): Short[] {
    return inOrder(this.queues.map((queue) => queue.list()));
  }

  /** Those opened on a day or later, in the order they were opened. */
  since(day: Day): Short[] {
    return inOrder(this.queues.map((queue) => queue.since(day)));
  }

  of(symbol: number, account: number): Short[] {
    return this.queue(symbol, account)?.list() ?? [];
  }

  /** The short to close next, by order of opening. */
  first(symbol: number, account: number): Short | undefined {
    return this.queue(symbol, account)?.first();
  }

  unitsOf(symbol: number, account: number): number {
    return this.queue(symbol, account)?.units ?? 0;
  }

  /** Whether the symbol is short in the account or, null, in any. */
  has(symbol: number, account: number | null): boolean {
    return this.queues.some((queue) => !queue.isEmpty && queue.symbol === symbol && (account === null || queue.account === account));
  }

  includes(short: Short): boolean {
    return this.of(short.symbol, short.account).includes(short);
  }

  add(short: Short): void {
    let queue = this.queue(short.symbol, short.account);
    if (queue === undefined) this.queues.push((queue = new Queue(short.symbol, short.account)));
    queue.add(short);
  }

  remove(short: Short): void {
    this.queue(short.symbol, short.account)?.remove(short);
  }

  /** Cuts the front `units` off; both stay open, the front first. 0 < units < the short's. */
  cut(short: Short, units: number): Short {
    const { units: whole, proceedsCents, washAddedCents, reachUnits, longHeldUnits } = short;
    // The front takes along the shares reached already, which its closing will restart; the rest keeps its room.
    const reachedByFront = Math.min(units, whole - reachUnits);
    const front: Short = {
      ...short,
      units,
      proceedsCents: take(proceedsCents, units, whole),
      washAddedCents: take(washAddedCents, units, whole),
      reachUnits: units - reachedByFront,
      longHeldUnits: Math.min(longHeldUnits, units),
    };
    short.units -= front.units;
    short.proceedsCents -= front.proceedsCents;
    short.washAddedCents -= front.washAddedCents;
    short.reachUnits -= front.reachUnits;
    short.longHeldUnits -= front.longHeldUnits;
    this.queue(short.symbol, short.account)!.putBefore(front, short);
    return front;
  }

  split(symbol: number, account: number | null, newShares: number, oldShares: number): void {
    for (const queue of this.queues) {
      if (queue.symbol !== symbol || (account !== null && queue.account !== account)) continue;
      queue.units = 0;
      for (const short of queue.list()) {
        short.units = mulDivRound(short.units, newShares, oldShares);
        short.reachUnits = mulDivRound(short.reachUnits, newShares, oldShares);
        short.longHeldUnits = mulDivRound(short.longHeldUnits, newShares, oldShares);
        queue.units += short.units;
      }
    }
  }

  rename(symbol: number, newSymbol: number, account: number | null): void {
    const renamed = this.queues.filter((queue) => queue.symbol === symbol && (account === null || queue.account === account));
    this.queues = this.queues.filter((queue) => !renamed.includes(queue));
    for (const queue of renamed) {
      const shorts = inOrder([queue.list(), this.of(newSymbol, queue.account)]);
      this.queues = this.queues.filter((other) => other.symbol !== newSymbol || other.account !== queue.account);
      for (const short of shorts) {
        short.symbol = newSymbol;
        this.add(short);
      }
    }
  }

  private queue(symbol: number, account: number): Queue | undefined {
    return this.queues.find((queue) => queue.symbol === symbol && queue.account === account);
  }
}

/** Shorts of several queues in the order they were opened; parts of one short stay in their order. */
function inOrder(lists: readonly (readonly Short[])[]): Short[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 1) return [...filled[0]!];
  return filled.flat().sort((a, b) => a.sequence - b.sequence);
}
