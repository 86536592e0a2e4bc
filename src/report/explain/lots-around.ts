/** The lots of a security just before a row and just after it: what the row did to each. */
import type { Book, OpenLot, OpenShort } from "../../lots/book-types";
import { EVERY_ACCOUNT } from "../../lots/trades";

export interface LotAround {
  readonly before: OpenLot;
  readonly after: OpenLot;
}

/** Open lots of a symbol in one account, or in every one. */
export function lotsOf(book: Book, symbol: number, account: number): OpenLot[] {
  return book.openLots.filter((lot) => lot.symbol === symbol && (account === EVERY_ACCOUNT || lot.account === account));
}

export function shortsOf(book: Book, symbol: number, account: number): OpenShort[] {
  return book.openShorts.filter((short) => short.symbol === symbol && short.account === account);
}

/** Each lot as it was and as it became; null where the row cut or took lots, so that they do not pair. */
export function lotsAround(before: Book, after: Book, symbol: number, account: number): LotAround[] | null {
  const old = lotsOf(before, symbol, account);
  const now = lotsOf(after, symbol, account);
  const pairs = old.every((lot, at) => now[at]?.purchase === lot.purchase && now[at]?.account === lot.account);
  if (!pairs || now.length !== old.length) return null;
  return old.map((lot, at) => ({ before: lot, after: now[at]! }));
}

/** Lots of `after` that `before` does not hold just so: new, or changed. */
export function lotsNew(before: Book, after: Book, symbol: number, account: number): OpenLot[] {
  const left = lotsOf(before, symbol, account).map(keyOf);
  return lotsOf(after, symbol, account).filter((lot) => {
    const at = left.indexOf(keyOf(lot));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function keyOf(lot: OpenLot): string {
  return [lot.purchase, lot.account, lot.holdingFrom, lot.units, lot.basisCents].join(" ");
}

export function basisOf(lots: readonly OpenLot[]): number {
  return lots.reduce((sum, lot) => sum + lot.basisCents, 0);
}

export function unitsOfLots(lots: readonly OpenLot[]): number {
  return lots.reduce((sum, lot) => sum + lot.units, 0);
}

export interface Taken {
  /** Position in the trades of the row that made the lot, or opened the short. */
  readonly from: number;
  readonly units: number;
}

/** What a row took, by the row it came from, in order of the lots or shorts before. */
function takenFrom(before: readonly Taken[], after: readonly Taken[]): Taken[] {
  const units = new Map<number, number>();
  for (const one of before) units.set(one.from, (units.get(one.from) ?? 0) + one.units);
  for (const one of after) units.set(one.from, (units.get(one.from) ?? 0) - one.units);
  return [...units].filter(([, left]) => left > 0).map(([from, left]) => ({ from, units: left }));
}

/** The lots of a symbol that a row took out of an account (R-LOT-3, R-GIFT-2, R-OPT-2). */
export function lotsTaken(before: Book, after: Book, symbol: number, account: number): Taken[] {
  const taken = (book: Book): Taken[] => lotsOf(book, symbol, account).map((lot) => ({ from: lot.purchase, units: lot.units }));
  return takenFrom(taken(before), taken(after));
}

/** The shorts of a symbol that a row closed or took away. */
export function shortsTaken(before: Book, after: Book, symbol: number, account: number): Taken[] {
  const taken = (book: Book): Taken[] => shortsOf(book, symbol, account).map((short) => ({ from: short.opening, units: short.units }));
  return takenFrom(taken(before), taken(after));
}
