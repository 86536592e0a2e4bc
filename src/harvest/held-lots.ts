/**
 * Lots held at the end of the as-of day that may be sold: one purchase in one taxable account, all its pieces
 * (R-TLH-1). Lots in retirement accounts are none, for their losses are never tax losses (R-WS-9); a spouse's are.
 */
import type { Book, OpenLot } from "../lots/book-types";
import { lotName, lotNames, type Trades } from "../lots/trades";
import { sharesOf } from "../lots/units";
import { isRetirement } from "../rules/accounts";
import { centsOfShares } from "../values/priced";
import { decimalsOf, powerOfTen } from "../values/decimals";
import { standsAtAverage } from "./at-average";
import type { HarvestFacts } from "./harvest-types";

export interface HeldLot {
  /** `XYZ|Schwab|L1` in upper case. */
  readonly key: string;
  /** Index into `symbols`, and into `accounts`. */
  readonly symbol: number;
  readonly account: number;
  /** Position in the trades. */
  readonly purchase: number;
  /** What the lot answers to, and no other lot of its pool does. */
  readonly name: string;
  /** Front first: the order in which its shares leave. */
  readonly pieces: readonly OpenLot[];
  readonly units: number;
  readonly unitsPerShare: number;
  readonly shares: number;
  /** Dollars per share; of an option, per share of its stock. */
  readonly price: number;
  /** Shares of a contract of an option; 1 otherwise. */
  readonly multiplier: number;
  readonly valueCents: number;
  /**
   * Its pool stands at average (R-AVG-2): a sale names no lot, and the earliest shares of the pool leave, as many as this
   * lot has (R-AVG-3).
   */
  readonly atAverage: boolean;
}

/** The lots of a book that have a price. */
export function heldLots(facts: HarvestFacts, book: Book): HeldLot[] {
  const { trades, choices, prices, asOf } = facts;
  const lots: HeldLot[] = [];
  const priceOf = (symbol: number): number | undefined => prices.get(trades.symbols[symbol]!.toUpperCase());
  for (const pieces of piecesByLot(book, (account) => !isRetirement(choices, trades.accounts[account]!))) {
    const { symbol, account, purchase } = pieces[0]!;
    const price = priceOf(symbol);
    if (price === undefined) continue;
    const name = lotName(trades, purchase);
    lots.push(heldLot(trades, book.unitsPerShare[symbol]!, { pieces, symbol, account, purchase, price, name, atAverage: standsAtAverage(book, pieces[0]!, asOf) }));
  }
  return namedApart(trades, lots);
}

/** Symbols held in taxable accounts, in the order of the book. */
export function symbolsHeld({ trades, choices }: HarvestFacts, book: Book): number[] {
  const taxable = trades.accounts.map((account) => !isRetirement(choices, account));
  return [...new Set(book.openLots.filter(({ account }) => taxable[account]).map(({ symbol }) => symbol))];
}

function piecesByLot({ openLots }: Book, isTaxable: (account: number) => boolean): Iterable<OpenLot[]> {
  const lots = new Map<string, OpenLot[]>();
  for (const piece of openLots) {
    if (!isTaxable(piece.account)) continue;
    const key = `${piece.symbol} ${piece.account} ${piece.purchase}`;
    const lot = lots.get(key);
    if (lot === undefined) lots.set(key, [piece]);
    else lot.push(piece);
  }
  return lots.values();
}

type Naming = Pick<HeldLot, "pieces" | "symbol" | "account" | "purchase" | "price" | "name" | "atAverage">;

function heldLot(trades: Trades, unitsPerShare: number, lot: Naming): HeldLot {
  const units = lot.pieces.reduce((sum, piece) => sum + piece.units, 0);
  const multiplier = trades.options.get(lot.symbol)?.multiplier ?? 1;
  return {
    ...lot,
    key: keyOf(trades, lot),
    units,
    unitsPerShare,
    shares: sharesOf(units, unitsPerShare),
    multiplier,
    // Units of options divide into the shares of a contract (units.ts).
    valueCents: centsOfShares(units, unitsPerShare / multiplier, lot.price),
  };
}

function keyOf(trades: Trades, { symbol, account, name }: Pick<HeldLot, "symbol" | "account" | "name">): string {
  return `${trades.symbols[symbol]}|${trades.accounts[account]}|${name}`.toUpperCase();
}

/** A merger can bring two lots of one id into a pool: the row of the purchase then tells them apart. */
function namedApart(trades: Trades, lots: readonly HeldLot[]): HeldLot[] {
  const timesUsed = new Map<string, number>();
  for (const { key } of lots) timesUsed.set(key, (timesUsed.get(key) ?? 0) + 1);
  return lots.map((lot) => {
    if (timesUsed.get(lot.key) === 1) return lot;
    const name = lotNames(trades, lot.purchase).at(-1)!;
    return { ...lot, name, key: keyOf(trades, { ...lot, name }) };
  });
}

/** Cents that a part of a lot is worth. @param shares a decimal of at most 15 digits */
export function valueOfPart(lot: HeldLot, shares: number): number {
  const scale = powerOfTen(decimalsOf(shares) ?? 0);
  return centsOfShares(Math.round(shares * scale) * lot.multiplier, scale, lot.price);
}
