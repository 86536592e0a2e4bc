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

export class OpenShorts {
  private list: Short[] = [];

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  clear(): void {
    if (this.list.length > 0) this.list = [];
  }

  all(): readonly Short[] {
    return this.list;
  }

  of(symbol: number, account: number): Short[] {
    return this.list.filter((short) => short.symbol === symbol && short.account === account);
  }

  /** Whether the symbol is short in the account or, null, in any. */
  has(symbol: number, account: number | null): boolean {
    return this.list.some((short) => short.symbol === symbol && (account === null || short.account === account));
  }

  add(short: Short): void {
    this.list.push(short);
  }

  remove(short: Short): void {
    this.list = this.list.filter((other) => other !== short);
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
    this.list.splice(this.list.indexOf(short), 0, front);
    return front;
  }

  split(symbol: number, account: number | null, newShares: number, oldShares: number): void {
    for (const short of this.list) {
      if (short.symbol !== symbol || (account !== null && short.account !== account)) continue;
      short.units = mulDivRound(short.units, newShares, oldShares);
      short.reachUnits = mulDivRound(short.reachUnits, newShares, oldShares);
      short.longHeldUnits = mulDivRound(short.longHeldUnits, newShares, oldShares);
    }
  }

  rename(symbol: number, newSymbol: number, account: number | null): void {
    for (const short of this.list) {
      if (short.symbol === symbol && (account === null || short.account === account)) short.symbol = newSymbol;
    }
  }
}
