/**
 * Joins the rows that open a book to its trades: in the order the lots were acquired, pieces of one purchase tied to
 * each other, and lots keeping the names that an earlier sheet gave them.
 */
import { TradeKind } from "../lots/trades";
import type { RowFault, TradeDetails, Trades } from "../lots/trades";
import { calendarFromDay, isoFromDay } from "../values/plain-date";
import type { Day } from "../values/plain-date";
import type { OpeningRow } from "./open-lot-row";

/** @param openings in the order of their rows */
export function withOpenings(trades: Trades, openings: readonly OpeningRow[]): Trades {
  if (openings.length === 0) return trades;
  // A file that runs from new to old is read from the bottom up, and the lots come before all of it.
  const ordered = inOrderOfAcquisition(openings);
  const joined = trades.newestFirst ? [...ordered].reverse() : ordered;
  const shift = trades.newestFirst ? 0 : joined.length;
  const from = trades.newestFirst ? trades.count : 0;
  const details = new Map<number, TradeDetails>();
  for (const [at, detail] of trades.details) details.set(at + shift, detail);
  detailsOf(ordered, (i) => (trades.newestFirst ? from + joined.length - 1 - i : i)).forEach(([at, detail]) => details.set(at, detail));
  const column = <C extends Int32Array | Float64Array | Uint8Array>(own: C, of: (opening: OpeningRow) => number): C => {
    const all = new (own.constructor as new (length: number) => C)(own.length + joined.length);
    all.set(own, shift);
    joined.forEach((opening, i) => (all[from + i] = of(opening)));
    return all;
  };
  const all: Trades = {
    ...trades,
    count: trades.count + joined.length,
    row: column(trades.row, ({ row }) => row),
    day: column(trades.day, ({ day }) => day),
    kind: column(trades.kind, ({ kind }) => kind),
    symbol: column(trades.symbol, ({ symbol }) => symbol),
    account: column(trades.account, ({ account }) => account),
    shares: column(trades.shares, ({ shares }) => shares),
    amountCents: column(trades.amountCents, ({ amountCents }) => amountCents),
    details,
    latestDay: openings.reduce((last, { day }) => Math.max(last, day), trades.latestDay ?? -Infinity),
  };
  const faults = [...trades.faults, ...countedTwice(trades, openings)].sort((a, b) => a.row - b.row);
  return { ...all, faults, details: renamed(all, openings) };
}

/** By day; inside a day by number where the table gave one, else as the rows stand. */
function inOrderOfAcquisition(openings: readonly OpeningRow[]): OpeningRow[] {
  return [...openings].sort((a, b) => a.day - b.day || (a.numberOfDay ?? 0) - (b.numberOfDay ?? 0) || a.row - b.row);
}

/** @param at position in the trades of the i-th of them */
function detailsOf(ordered: readonly OpeningRow[], at: (i: number) => number): [number, TradeDetails][] {
  const purchases = firstRows(ordered);
  return ordered.map((opening, i) => {
    const { lotId, basisUnknown, acquired } = opening;
    return [
      at(i),
      {
        ...(lotId === null ? {} : { lotId, onlyById: true as const }),
        ...(opening.kind === TradeKind.OpenLoss ? { acquired } : {}),
        ...(basisUnknown ? { basisUnknown: true as const } : {}),
        opening: { ...opening.opening, purchase: at(purchases[i]!) },
      },
    ];
  });
}

/**
 * For each row the first one of the same purchase (R-WS-4): of one lot name, symbol and day, in whatever accounts.
 * Under another symbol only what a spin-off or rights brought forth, which is no acquisition of its own (R-WS-2).
 */
function firstRows(ordered: readonly OpeningRow[]): number[] {
  const first = ordered.map((_, i) => i);
  const byLot = new Map<string, number>();
  const byName = new Map<string, number>();
  // A loss names the purchase its shares came from; what is left of that purchase stands for it.
  for (const losses of [false, true]) {
    ordered.forEach(({ symbol, lotId, acquired, kind, opening }, i) => {
      if (lotId === null || kind === TradeKind.OpenShort || (kind === TradeKind.OpenLoss) !== losses) return;
      const name = `${acquired} ${lotId.toUpperCase()}`;
      const sameName = byName.get(name);
      const isOffspring = sameName !== undefined && !(opening.canReplace && ordered[sameName]!.opening.canReplace);
      first[i] = byLot.get(`${symbol} ${name}`) ?? (isOffspring ? sameName : i);
      if (!byLot.has(`${symbol} ${name}`)) byLot.set(`${symbol} ${name}`, first[i]!);
      if (sameName === undefined) byName.set(name, i);
    });
  }
  return first;
}

/** Kinds whose row gives its name to a lot or short position. */
const NAMES_A_LOT: ReadonlySet<number> = new Set([
  TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest, TradeKind.GiftReceived, TradeKind.Inherit, TradeKind.OtherClass,
  TradeKind.SpinOff, TradeKind.Rights, TradeKind.ExerciseRights, TradeKind.Merger, TradeKind.SellShort, TradeKind.Exercise,
  TradeKind.Assigned,
]);

/**
 * A lot named `row 7` on an earlier sheet keeps that name. The lot that row 7 of this sheet makes would have
 * the same one by its place alone, so it is called `row 7 (2025)`, after its own year.
 */
function renamed(trades: Trades, openings: readonly OpeningRow[]): ReadonlyMap<number, TradeDetails> {
  const taken = new Set(openings.flatMap(({ lotId, symbol }) => (lotId === null ? [] : [`${symbol} ${lotId.toUpperCase()}`])));
  const details = new Map(trades.details);
  for (let at = 0; at < trades.count; at++) {
    if (!NAMES_A_LOT.has(trades.kind[at]!)) continue;
    const detail = details.get(at);
    if (detail?.lotId !== undefined) continue;
    const name = `row ${trades.row[at]}`;
    const symbols = symbolsOf(trades, at);
    const isFree = (candidate: string): boolean => !symbols.some((symbol) => taken.has(`${symbol} ${candidate.toUpperCase()}`));
    if (isFree(name)) continue;
    const ofYear = `${name} (${calendarFromDay(trades.day[at]!).year})`;
    let lotId = ofYear;
    for (let again = 2; !isFree(lotId); again++) lotId = `${ofYear}, ${again}`;
    details.set(at, { ...detail, lotId, onlyById: true });
  }
  return details;
}

/** Symbols a row may make a lot of. */
function symbolsOf(trades: Trades, at: number): number[] {
  const symbol = trades.symbol[at]!;
  const others = [trades.details.get(at)?.newSymbol, trades.options.get(symbol)?.underlying];
  return [symbol, ...others.flatMap((other) => other ?? [])];
}

/** Kinds that take away or change shares held: on lots acquired later, they have happened already. */
const ACQUIRES_ONLY: ReadonlySet<number> = new Set([
  TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest, TradeKind.GiftReceived, TradeKind.Inherit, TradeKind.FundDividend,
  TradeKind.OpenLot, TradeKind.OpenLoss, TradeKind.OpenShort,
]);

/** A table of lots counts everything up to its day; an older sale below it would be counted twice. */
function countedTwice(trades: Trades, openings: readonly OpeningRow[]): RowFault[] {
  const latest = new Map<string, Day>();
  for (const { symbol, account, day, ofTable } of openings) {
    const key = `${symbol} ${account}`;
    if (ofTable) latest.set(key, Math.max(latest.get(key) ?? day, day));
  }
  const faults: RowFault[] = [];
  if (latest.size === 0) return faults;
  for (let at = 0; at < trades.count; at++) {
    const [symbol, account] = [trades.symbol[at]!, trades.account[at]!];
    const counted = latest.get(`${symbol} ${account}`);
    if (counted === undefined || trades.day[at]! >= counted || ACQUIRES_ONLY.has(trades.kind[at]!)) continue;
    const row = trades.row[at]!;
    faults.push({
      row,
      column: "Date",
      problem: `Row ${row}: is dated ${isoFromDay(trades.day[at]!)}, but the open lots above it already stand after ${isoFromDay(counted)}.`,
      whatToDo: "Leave out the trades of the earlier year: the open lots count them.",
      symbol,
      account,
    });
  }
  return faults;
}
