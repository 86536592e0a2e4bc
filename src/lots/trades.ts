/**
 * Trades as columns: one entry for every row of the range that can change a lot, in range order.
 * Columns keep a million rows small and quick; what few rows have stands in `details`.
 */
import type { Day } from "../values/plain-date";

/** What a row does to lots. Numbers, because they live in a byte column. */
export const TradeKind = {
  Buy: 0,
  Reinvest: 1,
  Vest: 2,
  Sell: 3,
  Transfer: 4,
  Split: 5,
  GiftGiven: 6,
  SymbolChange: 7,
} as const;
export type TradeKind = (typeof TradeKind)[keyof typeof TradeKind];

/** An account cell left blank on a split or symbol change: every account that holds the symbol. */
export const EVERY_ACCOUNT = -1;

export interface Trades {
  readonly count: number;
  /** Row in the range; the first row of the range is 1, headings included. */
  readonly row: Int32Array;
  readonly day: Int32Array;
  readonly kind: Uint8Array;
  /** Index into `symbols`. */
  readonly symbol: Int32Array;
  /** Index into `accounts`, or EVERY_ACCOUNT. */
  readonly account: Int32Array;
  /** Shares moved, never negative; a decimal of at most 15 significant digits. 0 where the kind has none. */
  readonly shares: Float64Array;
  /** Whole cents: cost of a purchase, net proceeds of a sale (may be negative). 0 where the kind has none. */
  readonly amountCents: Float64Array;
  /** By position in the columns. */
  readonly details: ReadonlyMap<number, TradeDetails>;
  /** As first written in the range; compared without case. */
  readonly symbols: readonly string[];
  readonly accounts: readonly string[];
  /** Marks symbols that are digital assets (R-DA-2: outside section 1091). By symbol index. */
  readonly digital: ReadonlySet<number>;
  /** True when the range runs from new to old, so that rows of one day are read from the bottom up. */
  readonly newestFirst: boolean;
  /** Rows that could not be read. Their symbol is refused, never computed without them. */
  readonly faults: readonly RowFault[];
  /**
   * Latest date of any row, also of one that is wrong or moves no lot: how far the range reaches
   * must not depend on whether a row of another symbol can be read. Absent: the latest trade's.
   */
  readonly latestDay?: Day;
}

export interface TradeDetails {
  /** The user's id of the lot that a purchase makes. */
  readonly lotId?: string;
  /** Specific identification on a sale, transfer or gift, in fill order. No shares: all of the lot, or what is still needed. */
  readonly lots?: readonly LotChoice[];
  /** Split: new shares for old shares, both whole numbers greater than 0. */
  readonly ratio?: { readonly newShares: number; readonly oldShares: number };
  /** Split written as shares added (or, negative, taken away) instead of a ratio, as some brokers do. */
  readonly sharesAdded?: number;
  readonly cashInLieuCents?: number;
  /** Index into `symbols`. */
  readonly newSymbol?: number;
  /** Index into `accounts`. */
  readonly toAccount?: number;
  /** Fills with the same order id, day, account, symbol and kind are one purchase or sale (R-LOT-1). */
  readonly order?: string;
  /** Seconds after midnight. */
  readonly time?: number;
}

export interface LotChoice {
  readonly lot: string;
  readonly shares?: number;
}

/** A row that is wrong, and the pool it takes down with it (design section 7). */
export interface RowFault {
  readonly row: number;
  /** The heading the fault is in, as the design names it: "Quantity". Empty when it is the row as a whole. */
  readonly column: string;
  /** "Row 41: sells 120 XYZ, only 100 held." */
  readonly problem: string;
  /** "Check the quantity, or add the missing purchase." */
  readonly whatToDo: string;
  /** Index into `symbols`; null when the row names none, so that no symbol can answer for it. */
  readonly symbol: number | null;
  /** Index into `accounts`; null when unknown or every account. */
  readonly account: number | null;
}

/** How a lot is called: the user's id, else `row N` of its purchase. */
export function lotName(trades: Trades, purchase: number): string {
  return trades.details.get(purchase)?.lotId ?? `row ${trades.row[purchase]}`;
}
