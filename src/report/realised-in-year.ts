/**
 * What a year has realised: its taxable pieces, each after what is disallowed of it, by term (R-NET-1, R-WS-5). The tax of
 * the year needs all of them, so a wrong row that may hide some, and a gain that the tax does not cover, are told.
 */
import { PIECE_RETIREMENT, type Book } from "../lots/book-types";
import { TradeKind } from "../lots/trades";
import { done, refuse, type Outcome } from "../values/outcome";
import { yearOf, type Day } from "../values/plain-date";
import { isCollectibleGain } from "./form-codes";
import { refusedPools } from "./refused-pools";
import { taxYearOf } from "./tax-year";

export interface RealisedInYear {
  readonly shortCents: number;
  readonly longCents: number;
}

/**
 * What the tax of the year is worked out from. bad-input: a wrong row may hide results of the year. missing-fact: a
 * collectible was sold at a long-term gain (R-TAX-4).
 * @param lastDay pieces sold after it do not count; null: the whole year
 */
export function realisedInYear(book: Book, year: number, lastDay: Day | null = null): Outcome<RealisedInYear> {
  const results = nettedInYear(book, year, lastDay);
  if (!results.ok) return results;
  return uncoveredGain(book, year, lastDay) ?? results;
}

/** What Schedule D nets, collectibles included. bad-input: a wrong row may hide results of the year. */
export function nettedInYear(book: Book, year: number, lastDay: Day | null = null): Outcome<RealisedInYear> {
  const hidden = hiddenResults(book, year);
  if (hidden !== null) return refuse("bad-input", `The tax of ${year} needs all its sales, and a row is wrong. ${hidden}`);
  return done(resultsOfYear(book, year, lastDay));
}

/** missing-fact where a gain of the year is taxed at rates that the tax does not cover (R-TAX-4); null: none is. */
export function uncoveredGain(book: Book, year: number, lastDay: Day | null = null): Outcome<never> | null {
  const gain = piecesOfYear(book, year, lastDay).find((piece) => isCollectibleGain(book, piece));
  return gain === undefined ? null : refuse("missing-fact", collectibleSentence(book.trades.symbols[book.realized.symbol[gain]!]!));
}

/** The results as far as they are known: pools that a wrong row withholds are not in them. */
export function resultsOfYear(book: Book, year: number, lastDay: Day | null = null): RealisedInYear {
  const { proceedsCents, basisCents, disallowedCents, longTerm } = book.realized;
  let [shortCents, longCents] = [0, 0];
  for (const piece of piecesOfYear(book, year, lastDay)) {
    const allowed = proceedsCents[piece]! - basisCents[piece]! + disallowedCents[piece]!;
    if (longTerm[piece] === 1) longCents += allowed;
    else shortCents += allowed;
  }
  return { shortCents, longCents };
}

/** Positions of the taxable pieces sold in the year, up to the day. */
function piecesOfYear(book: Book, year: number, lastDay: Day | null): number[] {
  const { count, flags, sold } = book.realized;
  const pieces: number[] = [];
  for (let piece = 0; piece < count; piece++) {
    if ((flags[piece]! & PIECE_RETIREMENT) !== 0 || (lastDay !== null && sold[piece]! > lastDay)) continue;
    if (taxYearOf(book, piece) === year) pieces.push(piece);
  }
  return pieces;
}

/** R-TAX-4. */
export function collectibleSentence(name: string): string {
  return `${name} is a collectible: its long-term gain is taxed at up to 28%, which this tax does not cover. Compute it by hand.`;
}

const BRINGS_SHARES_IN: ReadonlySet<number> = new Set([TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest, TradeKind.Inherit, TradeKind.GiftReceived]);

/** The sentence of a refused pool that has, or may have, results in the year; null where none has. */
export function hiddenResults(book: Book, year: number): string | null {
  const { trades } = book;
  const { pools } = refusedPools(book);
  if (pools.length === 0) return null;
  const busy = new Set<number>();
  for (let at = 0; at < trades.count; at++) {
    if (yearOf(trades.day[at]!) === year && !BRINGS_SHARES_IN.has(trades.kind[at]!)) busy.add(trades.symbol[at]!);
  }
  const isUnread = new Set(trades.faults.map(({ row }) => row));
  return pools.find(({ symbol, fault }) => symbol === null || isUnread.has(fault.row) || busy.has(symbol))?.sentence ?? null;
}
