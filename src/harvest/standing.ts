/** A group of symbols as it stands at the end of the as-of day, and sales tried out on it (R-TLH-2). */
import { bookTrades, tiesOf } from "../lots/book";
import type { Book, WhatIf } from "../lots/book-types";
import { Tries, type Tried } from "../lots/tries";
import { FEDERAL_LAW } from "../rules/federal-law";
import { decimalsOf } from "../values/decimals";
import type { Day } from "../values/plain-date";
import type { HarvestFacts } from "./harvest-types";
import { valueOfPart, type HeldLot } from "./held-lots";

/** A lot to be sold, or a part of it. */
export interface TriedSale {
  readonly lot: HeldLot;
  /** null: all of it. */
  readonly shares: number | null;
}

export type TriedBook = Tried & Pick<Book, "refusals">;

export class Standing {
  /** The group at the end of the as-of day. */
  readonly book: Book;
  private readonly tries: Tries;

  /** @param symbol any of the group */
  constructor(
    private readonly facts: HarvestFacts,
    symbol: number,
  ) {
    const { trades, choices, asOf } = facts;
    this.tries = new Tries(trades, choices, FEDERAL_LAW, tiesOf(trades, choices).group[symbol]!, asOf);
    this.book = this.tries.book;
  }

  /**
   * The group with these sales at the end of `day`, in their order; sale i has the position `trades.count + i`. Of the rows
   * after the as-of day those count that decide what is washed.
   */
  sell(sales: readonly TriedSale[], day: Day = this.facts.asOf): TriedBook {
    const { trades, choices, asOf } = this.facts;
    const whatIfs = sales.map((sale) => whatIfOf(sale, day));
    const tried = this.tries.tryOut(whatIfs);
    return tried === null ? bookTrades(trades, choices, FEDERAL_LAW, { wholeThroughDay: asOf, whatIfs }) : { ...tried, refusals: [] };
  }
}

/** As many shares as a sale without lots can be written for: of a fraction that no decimals end, the first six. */
function writableShares({ shares }: HeldLot): number {
  return decimalsOf(shares) === null ? Math.floor(shares * 1e6) / 1e6 : shares;
}

function whatIfOf({ lot, shares }: TriedSale, day: Day): WhatIf {
  const terms = { symbol: lot.symbol, account: lot.account, day, method: null };
  if (lot.atAverage) {
    const proceedsCents = shares === null ? lot.valueCents : valueOfPart(lot, shares);
    return { kind: "sale", sale: { ...terms, shares: shares ?? writableShares(lot), proceedsCents } };
  }
  if (shares === null) {
    const sale = { ...terms, shares: lot.shares, proceedsCents: lot.valueCents, lots: [{ lot: lot.name }], allOfLots: true as const };
    return { kind: "sale", sale };
  }
  return { kind: "sale", sale: { ...terms, shares, proceedsCents: valueOfPart(lot, shares), lots: [{ lot: lot.name, shares }] } };
}
