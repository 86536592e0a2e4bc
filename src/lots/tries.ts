/**
 * A group of symbols booked once through a day, on which sales are tried out one after the other: each try starts from
 * the same books. It comes to the same as booking the group anew with the sales as `Scope.whatIfs` and the day as
 * `wholeThroughDay`, without going through the rows again.
 */
import { eventsOfGroup, groupInProgress } from "./book";
import { bearsOnWindow } from "./book-group";
import type { Book, WhatIf } from "./book-types";
import type { Choices } from "./choices";
import type { Law } from "./law";
import { TradeKind, type Trades } from "./trades";
import { whatIfsOf } from "./what-ifs";
import type { Day } from "../values/plain-date";

/** Realized pieces and washes of the group through the day and of the try; no open lots. To be read before the next try, which writes over them. */
export type Tried = Pick<Book, "trades" | "choices" | "unitsPerShare" | "realized" | "washes" | "fundDisallowedCents">;

const PLAIN_PURCHASES: ReadonlySet<number> = new Set([TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest]);
const OF_SHORTS: ReadonlySet<number> = new Set([
  TradeKind.SellShort, TradeKind.BuyToCover, TradeKind.OpenShort, TradeKind.Expire, TradeKind.Exercise, TradeKind.Assigned,
]);

export class Tries {
  private readonly inProgress;
  /** The group at the end of the day. */
  readonly book: Book;
  private readonly canTry: boolean;

  /** @param group the smallest symbol of the group */
  constructor(trades: Trades, choices: Choices, law: Law, group: number, private readonly day: Day) {
    this.inProgress = groupInProgress(trades, choices, law, group, day);
    const book = this.inProgress.finished();
    // Listed now: the columns behind it are used again.
    this.book = { ...book, openLots: book.openLots, washes: [...book.washes], fundDisallowedCents: new Map(book.fundDisallowedCents) };
    this.canTry = book.refusals.length === 0 && isSimple(trades, choices, group, day);
  }

  /** What the sales come to; null where they must be booked anew: more is in play than can be brought back, or they are refused. */
  tryOut(whatIfs: readonly WhatIf[]): Tried | null {
    if (!this.canTry) return null;
    const { trades, choices, unitsPerShare } = this.book;
    const asked = whatIfsOf({ whatIfs }, trades.count) ?? [];
    if (asked.some(({ day }) => day < this.day) || !this.inProgress.countsExactly(asked)) return null;
    if (this.inProgress.tryOut(asked) !== null) return null;
    const { realized, washes, fundDisallowedCents } = this.inProgress.found;
    return { trades, choices, unitsPerShare, realized: realized.finished(), washes, fundDisallowedCents };
  }
}

/** No options and no shorts, and after the day no rows but purchases that bear on a window. */
function isSimple(trades: Trades, choices: Choices, group: number, day: Day): boolean {
  if (choices.soldReplacements === "replacement") return false;
  for (const at of eventsOfGroup(trades, choices, group)) {
    const kind = trades.kind[at]!;
    if (OF_SHORTS.has(kind) || trades.options.has(trades.symbol[at]!)) return false;
    if (trades.day[at]! > day && bearsOnWindow(trades, kind, at) && !PLAIN_PURCHASES.has(kind)) return false;
  }
  return true;
}
