/**
 * The basis of what is held, from one year end to the next, symbol by symbol over all accounts:
 * opening + bought + wash adjustments − basis of what was sold + other events = carried forward.
 *
 * Each figure but the last two is added up by itself. Other events stands only where the year has such a row (or the
 * symbol a gift received, a short position or an option, whose basis moves by rules of its own); elsewhere it is 0, so
 * that a difference would show.
 */
import { PIECE_CARRIED_LOSS, type Book } from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { refusedPools } from "../../report/refused-pools";
import type { Day } from "../../values/plain-date";

export interface BasisRoll {
  readonly symbol: string;
  readonly openingCents: number;
  readonly boughtCents: number;
  readonly washAddedCents: number;
  readonly soldCents: number;
  readonly otherCents: number;
  readonly carriedCents: number;
}

const BRINGS_IN: ReadonlySet<number> = new Set([TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest, TradeKind.Inherit, TradeKind.OpenLot]);
const PLAIN: ReadonlySet<number> = new Set([...BRINGS_IN, TradeKind.Sell, TradeKind.Transfer, TradeKind.Split, TradeKind.OpenLoss, TradeKind.FundDividend]);
/** From then on the symbol's basis is not one number. */
const ALWAYS_OTHER: ReadonlySet<number> = new Set([TradeKind.GiftReceived, TradeKind.SellShort, TradeKind.OpenShort]);

/**
 * @param atYearEnd booked through the last day of the year
 * @param before    the same trades, booked through the last day of the year before
 */
export function basisRollForward(atYearEnd: Book, before: Book): readonly BasisRoll[] {
  const { trades } = atYearEnd;
  const leftOut = symbolsLeftOut([atYearEnd, before]);
  const opening = heldBySymbol(before);
  const carried = heldBySymbol(atYearEnd);
  const bought = boughtBySymbol(atYearEnd, before.lastDay);
  const washAdded = differenceOf(washAddedBySymbol(atYearEnd), washAddedBySymbol(before));
  const sold = differenceOf(soldBySymbol(atYearEnd), soldBySymbol(before));
  const touched = touchedByOtherEvents(atYearEnd, before.lastDay);
  return trades.symbols.flatMap((symbol, at): BasisRoll[] => {
    if (leftOut.has(at)) return [];
    const of = (cents: ReadonlyMap<number, number>): number => cents.get(at) ?? 0;
    const roll = { openingCents: of(opening), boughtCents: of(bought), washAddedCents: of(washAdded), soldCents: of(sold), carriedCents: of(carried) };
    if (Object.values(roll).every((cents) => cents === 0) && !touched.has(at)) return [];
    const explained = roll.openingCents + roll.boughtCents + roll.washAddedCents - roll.soldCents;
    return [{ symbol, ...roll, otherCents: touched.has(at) ? roll.carriedCents - explained : 0 }];
  });
}

function symbolsLeftOut(books: readonly Book[]): ReadonlySet<number> {
  const symbols = books.flatMap((book) => refusedPools(book).pools.map(({ symbol }) => symbol));
  return new Set(symbols.filter((symbol): symbol is number => symbol !== null));
}

function sums(entries: Iterable<readonly [symbol: number, cents: number]>): Map<number, number> {
  const sum = new Map<number, number>();
  for (const [symbol, cents] of entries) sum.set(symbol, (sum.get(symbol) ?? 0) + cents);
  return sum;
}

function differenceOf(later: ReadonlyMap<number, number>, earlier: ReadonlyMap<number, number>): Map<number, number> {
  return sums([...later, ...[...earlier].map(([symbol, cents]) => [symbol, -cents] as const)]);
}

/** As OPENLOTS has it: what was received for a short position is a basis below zero. */
function heldBySymbol({ openLots, openShorts }: Book): Map<number, number> {
  return sums([
    ...openLots.map(({ symbol, basisCents }) => [symbol, basisCents] as const),
    ...openShorts.map(({ symbol, washAddedCents, proceedsCents }) => [symbol, washAddedCents - proceedsCents] as const),
  ]);
}

function* boughtIn({ trades, lastDay }: Book, after: Day): Iterable<readonly [number, number]> {
  for (let at = 0; at < trades.count; at++) {
    const day = trades.day[at]!;
    if (day > after && day <= lastDay && BRINGS_IN.has(trades.kind[at]!)) yield [trades.symbol[at]!, trades.amountCents[at]!];
  }
}

function boughtBySymbol(book: Book, after: Day): Map<number, number> {
  return sums(boughtIn(book, after));
}

function washAddedBySymbol({ trades, washes }: Book): Map<number, number> {
  return sums(washes.map(({ replacement, basisAddedCents }) => [trades.symbol[replacement]!, basisAddedCents] as const));
}

/** Sales inside retirement accounts too: they move lots. A loss carried in is the sale of an earlier book. */
function soldBySymbol({ realized }: Book): Map<number, number> {
  const entries: [number, number][] = [];
  for (let piece = 0; piece < realized.count; piece++) {
    if ((realized.flags[piece]! & PIECE_CARRIED_LOSS) === 0) entries.push([realized.symbol[piece]!, realized.basisCents[piece]!]);
  }
  return sums(entries);
}

function touchedByOtherEvents({ trades, lastDay }: Book, after: Day): ReadonlySet<number> {
  const touched = new Set<number>();
  for (let at = 0; at < trades.count; at++) {
    const kind = trades.kind[at]!;
    const day = trades.day[at]!;
    if (day > lastDay || (PLAIN.has(kind) && !trades.options.has(trades.symbol[at]!))) continue;
    if (day <= after && !ALWAYS_OTHER.has(kind)) continue;
    touched.add(trades.symbol[at]!);
    const newSymbol = trades.details.get(at)?.newSymbol;
    if (newSymbol !== undefined) touched.add(newSymbol);
    const option = trades.options.get(trades.symbol[at]!);
    if (option !== undefined) touched.add(option.underlying);
  }
  return touched;
}
