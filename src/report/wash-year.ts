/**
 * What the wash-sale rule did to the losses of one tax year.
 *
 * Disallowed      the losses of the year's sales that WASHTRAIL lists (R-WS-5).
 * Lost for good   the part replaced where no basis can take it up (R-WS-9).
 * Deferred        the rest: it is in the basis of the replacement shares, and comes back when they are sold (R-WS-8).
 * Released        what earlier washes had added to the basis of lots sold in the year (R-WS-5).
 * Still deferred  what washes have added to lots and shorts not yet closed on a day, whichever year's losses it comes
 *                 from; a chain of washes carries a loss of January over many lots (R-WS-5).
 */
import { PIECE_RETIREMENT, type Book, type WashMatch } from "../lots/book-types";
import type { Day } from "../values/plain-date";
import { taxYearOf } from "./tax-year";

export interface WashYear {
  /** All losses of the year's taxable sales, positive, whatever became of them. */
  readonly lossCents: number;
  readonly disallowedCents: number;
  readonly permanentCents: number;
  readonly releasedCents: number;
  /** By day and row of the loss sale; matches of one sale in the order they were made. */
  readonly washes: readonly WashMatch[];
}

export function washYear(book: Book, year: number): WashYear {
  const washes = washesInOrder(book, year);
  const { count, washAddedCents } = book.realized;
  let lossCents = 0;
  let releasedCents = 0;
  for (let piece = 0; piece < count; piece++) {
    const loss = lossOf(book, piece);
    const released = washAddedCents[piece]!;
    if ((loss === 0 && released === 0) || taxYearOf(book, piece) !== year) continue;
    lossCents += loss;
    releasedCents += released;
  }
  return {
    lossCents,
    disallowedCents: washes.reduce((sum, { disallowedCents }) => sum + disallowedCents, 0),
    permanentCents: washes.reduce((sum, { permanentCents }) => sum + permanentCents, 0),
    releasedCents,
    washes,
  };
}

/** @param year tax year of the loss sales, or null for all */
export function washesInOrder(book: Book, year: number | null): readonly WashMatch[] {
  const direction = book.trades.newestFirst ? -1 : 1;
  return book.washes
    .filter(({ piece }) => year === null || taxYearOf(book, piece) === year)
    .sort((a, b) => a.lossDay - b.lossDay || direction * (a.lossSale - b.lossSale));
}

/** Tax years with a taxable sale at a loss, latest first. */
export function yearsWithLosses(book: Book): readonly number[] {
  const years = new Set<number>();
  for (let piece = 0; piece < book.realized.count; piece++) if (lossOf(book, piece) > 0) years.add(taxYearOf(book, piece));
  return [...years].sort((a, b) => b - a);
}

export interface StillDeferred {
  readonly cents: number;
  /** Lots and shorts it is in. */
  readonly lots: number;
}

/** @param book booked through the day that is asked about */
export function stillDeferred(book: Book): StillDeferred {
  const lots = new Set<string>();
  let cents = 0;
  for (const { purchase, account, washAddedCents } of book.openLots) {
    if (washAddedCents === 0) continue;
    lots.add(`${purchase} ${account}`);
    cents += washAddedCents;
  }
  for (const { opening, account, washAddedCents } of book.openShorts) {
    if (washAddedCents === 0) continue;
    lots.add(`${opening} ${account}`);
    cents += washAddedCents;
  }
  return { cents, lots: lots.size };
}

/**
 * Losses up to `day` that purchases after it have taken into their basis: on the day they were not in any lot yet, and
 * no more allowed for that (R-WS-12).
 * @param book booked beyond the day
 */
export function deferredIntoLaterPurchases(book: Book, day: Day): number {
  return book.washes
    .filter(({ lossDay, replacement }) => lossDay <= day && book.trades.day[replacement]! > day)
    .reduce((sum, { disallowedCents, permanentCents }) => sum + disallowedCents - permanentCents, 0);
}

/** Loss of a taxable piece, positive; 0 for a gain or a sale inside a retirement account. */
function lossOf({ realized }: Book, piece: number): number {
  if ((realized.flags[piece]! & PIECE_RETIREMENT) !== 0) return 0;
  return Math.max(0, realized.basisCents[piece]! - realized.proceedsCents[piece]!);
}
