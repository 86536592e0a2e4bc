/** What booking the trades yields: pieces sold, lots still open, wash matches, and what was refused. */
import type { Choices, Method } from "./choices";
import type { RowFault, Trades } from "./trades";
import type { PeriodStart } from "./period-start";
import type { Day } from "../values/plain-date";

/** A hypothetical sale at the end of a day, for "what if I sell". */
export interface WhatIfSale {
  readonly symbol: number;
  /** null: every taxable account that holds the symbol. */
  readonly account: number | null;
  readonly shares: number;
  readonly proceedsCents: number;
  readonly day: Day;
  /** null: the standing order of the settings. */
  readonly method: Method | null;
  readonly lots?: readonly { readonly lot: string; readonly shares?: number }[];
  /** Sells all that is held of the lots named, to the last unit; `shares` then says nothing. */
  readonly allOfLots?: true;
}

/** A hypothetical purchase at the end of a day, for "before you buy". */
export interface WhatIfPurchase {
  readonly symbol: number;
  readonly account: number;
  readonly shares: number;
  readonly costCents: number;
  readonly day: Day;
}

export type WhatIf =
  | { readonly kind: "sale"; readonly sale: WhatIfSale }
  | { readonly kind: "purchase"; readonly purchase: WhatIfPurchase };

/** Which part of the trades to book. */
export interface Scope {
  /** Books only the symbols tied to this one. */
  readonly tiedTo?: number;
  /** Rows after this day do not count. */
  readonly throughDay?: Day;
  /** With what-ifs: rows after this day count only as far as they decide whether a sale is washed, as after a sale. */
  readonly wholeThroughDay?: Day;
  /**
   * Books only the symbols tied to the sale's. Rows after the sale's day count as far as they
   * decide whether the sale is washed: later purchases do, later sales do not.
   */
  readonly whatIf?: WhatIfSale;
  /**
   * Several hypothetical sales and purchases: booked at the end of their days in the order given, as rows appended to
   * the trades would be. Books only the symbols tied to theirs; of the rows after a group's first sale those count that
   * `whatIf` counts, and after purchases alone all rows do. Number i has the position `trades.count + i`, in the realized pieces as in the washes, and an
   * open lot of such a purchase has it as its `purchase` (`lotName` names it). `whatIf` is the case of one sale.
   * Not together with `whatIf` or `upTo`.
   */
  readonly whatIfs?: readonly WhatIf[];
  /**
   * Books only the symbols tied to this row's, in booking order, up to it: with the row or without it. A fill counts
   * where its order is booked. Not together with `whatIf`.
   */
  readonly upTo?: UpTo;
}

export interface UpTo {
  /** Position in the trades. */
  readonly trade: number;
  readonly included: boolean;
}

/** Sold pieces of lots, one entry a piece, in the order the sales were booked. Typed columns of equal length `count`. */
export interface RealizedPieces {
  readonly count: number;
  /** Position in the trades of the sale; `trades.count` for the what-if sale. */
  readonly sale: Int32Array;
  /** Position in the trades of the purchase that made the lot. */
  readonly purchase: Int32Array;
  readonly symbol: Int32Array;
  readonly account: Int32Array;
  /** Shares × unitsPerShare of the symbol; whole. */
  readonly units: Float64Array;
  readonly acquired: Int32Array;
  /** Effective date: where the holding period counts from after tacking (R-HP-2, R-WS-6). */
  readonly holdingFrom: Int32Array;
  readonly sold: Int32Array;
  readonly proceedsCents: Float64Array;
  /** Adjusted basis, earlier wash adjustments included. */
  readonly basisCents: Float64Array;
  /** The part of the basis that earlier washes added. */
  readonly washAddedCents: Float64Array;
  /** Loss disallowed on this piece, positive. */
  readonly disallowedCents: Float64Array;
  /** Shares of the piece that were replaced, in units at the time of sale. */
  readonly washedUnits: Float64Array;
  /** 1 = long-term. */
  readonly longTerm: Uint8Array;
  /** PIECE_* bits. */
  readonly flags: Uint16Array;
}

/** Sold inside a retirement account: moves lots, is no taxable sale and is never listed. */
export const PIECE_RETIREMENT = 1;
/** A fraction of a share paid in cash on a split (R-CA-2). */
export const PIECE_CASH_IN_LIEU = 2;
/** The three ways to tack wash-sale periods disagree about this piece's term (R-WS-6). */
export const PIECE_TERM_DEPENDS_ON_TACKING = 4;
/** Cash in a reorganization: proceeds = the cash, basis = the cash less what is recognized (R-CA-7). */
export const PIECE_BOOT = 8;
/** What a return of capital paid beyond the lot's basis: basis 0 (R-CA-6). */
export const PIECE_RETURN_OF_CAPITAL = 16;
/** A short position closed: `purchase` is the trade that opened it, acquired and sold are the covering day (R-SS-1). */
export const PIECE_SHORT = 32;
/** The basis is not known and was taken as 0 (R-ID-6). */
export const PIECE_UNKNOWN_BASIS = 64;
/** Inherited, and so long-term whatever the days (R-HP-4). */
export const PIECE_INHERITED = 128;
/** A gift sold at a loss from its value at the gift (R-GIFT-1). */
export const PIECE_GIFT_LOSS = 256;
/** A gift sold between its value at the gift and its giver's basis: no gain and no loss, basis = proceeds (R-GIFT-1). */
export const PIECE_GIFT_NEITHER = 512;
/** Long-term by the six-month rule of funds (R-HP-8). */
export const PIECE_FUND_LONG = 1024;
/** Short-term because of a short sale against it, or long-term because of stock held when it was opened (R-SS-2). */
export const PIECE_TERM_BY_SHORT_SALE = 2048;
/** A loss of an earlier book whose window was still open (an open loss row); proceeds 0, basis the loss. */
export const PIECE_CARRIED_LOSS = 4096;
/** Basis by average (R-AVG-2). */
export const PIECE_AVERAGE = 8192;

export interface OpenLot {
  /** Position in the trades of the purchase. */
  readonly purchase: number;
  /** Place of the purchase among all that its group of symbols acquired: the order within a day (R-WS-3). */
  readonly sequence: number;
  /** Units of the purchase's queue in front of these shares (R-LOT-5). */
  readonly place: number;
  readonly symbol: number;
  readonly account: number;
  readonly acquired: Day;
  readonly holdingFrom: Day;
  readonly units: number;
  readonly basisCents: number;
  readonly washAddedCents: number;
  /** These shares have absorbed a disallowed loss and cannot absorb another (R-WS-8). */
  readonly usedAsReplacement: boolean;
  /** Acquired in a way that can replace a loss (R-WS-2), and not used for one yet. */
  readonly canReplace: boolean;
  readonly periodStart: PeriodStart;
  readonly basisUnknown: boolean;
  /** Has been in another account before. */
  readonly moved: boolean;
  /** Part of a pool that is averaged (R-AVG-3). */
  readonly averaged: boolean;
  /** Held short-term, whatever the days, by a short sale or put that is still open (R-SS-2). Absent: not so. */
  readonly underShort?: true;
  /** Gift worth less than the giver's basis: its basis for a loss, and where the period then counts from (R-GIFT-1). */
  readonly lossBasis: { readonly cents: number; readonly from: Day } | null;
}

/** A short position, or a written option, not closed yet (R-SS-1, R-OPT-3). */
export interface OpenShort {
  /** Position in the trades of the row that opened it. */
  readonly opening: number;
  readonly symbol: number;
  readonly account: number;
  readonly opened: Day;
  readonly units: number;
  readonly proceedsCents: number;
  /** Disallowed losses of earlier shorts, which raise the cost of closing (R-SS-3). */
  readonly washAddedCents: number;
}

/** A loss, or the part of one, that a purchase after the last day booked could still wash (R-WS-12). */
export interface OpenLossLeft {
  /** Position in the trades. */
  readonly sale: number;
  readonly purchase: number;
  readonly symbol: number;
  readonly account: number;
  readonly acquired: Day;
  readonly holdingFrom: Day;
  readonly periodStart: PeriodStart;
  readonly sold: Day;
  readonly units: number;
  readonly lossCents: number;
  /** On closing a short: a new short can still take it up (R-SS-3). */
  readonly ofShort: boolean;
}

/** Something the law makes matter and the engine leaves to the user: found, said, not computed. */
export interface Remark {
  readonly kind: RemarkKind;
  /** Position in the trades of the row it is said of. */
  readonly trade: number;
  /** Position in the trades of the other row, or null. */
  readonly other: number | null;
}

export type RemarkKind =
  /** `trade` shorts (or buys against a short) while `other` holds an appreciated position (R-SS-5). */
  | "constructive-sale"
  /** `trade` buys a put while the shares of `other` were held a year or less (R-SS-2). */
  | "put-on-young-shares"
  /** `trade` closes a short at a loss; `other` sold the same stock within 30 days (R-SS-3). */
  | "sale-near-short-loss"
  /** `trade` closes a short at a loss; `other` is a new short within 30 days, by choice only flagged (R-SS-3). */
  | "short-near-short-loss"
  /** `trade` sells at a loss; `other` writes a put in the money within 30 days (R-WS-13). */
  | "written-put-near-loss"
  /** `trade` sells fund shares at a loss within six months, and no dividends are in the rows (R-HP-8). */
  | "fund-loss-within-six-months"
  /** `trade` splits, merges or spins off a stock while `other` holds or owes an option on it, whose terms it changes. */
  | "option-open"
  /** `trade` splits or renames a security that no row ever brings in. */
  | "never-held"
  /** `trade` sells at average basis what is not marked as a fund (R-AVG-1). */
  | "average-not-fund"
  /** `trade` buys or sells the stock that `other`, an exercise or assignment of the same day, trades itself (R-OPT-2). */
  | "listed-twice";

/** One loss piece met by one block of replacement shares. */
export interface WashMatch {
  /** Position in the realized pieces. */
  readonly piece: number;
  readonly lossSale: number;
  readonly lossPurchase: number;
  readonly lossDay: Day;
  /** Replaced shares in units at the time of the loss sale. */
  readonly units: number;
  readonly disallowedCents: number;
  /** The part lost for good: replaced in a retirement account or, by choice, by the spouse (R-WS-9). */
  readonly permanentCents: number;
  /** Position in the trades of the replacement purchase; of the new short where the loss closed a short (R-SS-3). */
  readonly replacement: number;
  /** Account the replacement shares were in when matched. */
  readonly replacementAccount: number;
  readonly basisAddedCents: number;
  /** Effective date of the replacement shares after tacking. */
  readonly holdingFrom: Day;
}

/** A wrong row and the pools it takes with it. Row 0: the what-if sale itself cannot be done. */
export interface Refusal extends RowFault {
  /** Pools whose numbers are withheld because of this row. Each pool stands under one refusal, the first of its group. */
  readonly pools: readonly { readonly symbol: number; readonly account: number }[];
}

export interface Book {
  readonly trades: Trades;
  readonly choices: Choices;
  /** Units in one share, by symbol index. Quantities leave the engine as units ÷ unitsPerShare. */
  readonly unitsPerShare: Float64Array;
  readonly realized: RealizedPieces;
  /** By symbol as first met, then account, then acquisition, then place within the purchase. */
  readonly openLots: readonly OpenLot[];
  readonly openShorts: readonly OpenShort[];
  /** Losses whose window was still open on `lastDay`. */
  readonly openLosses: readonly OpenLossLeft[];
  /** Loss disallowed by another rule than wash sales (R-HP-8), by position in the realized pieces; part of `disallowedCents`. */
  readonly fundDisallowedCents: ReadonlyMap<number, number>;
  /** By trade. */
  readonly remarks: readonly Remark[];
  /** In the order the matches were made. */
  readonly washes: readonly WashMatch[];
  readonly refusals: readonly Refusal[];
  /** Last day booked: the last trade's day, or the scope's. */
  readonly lastDay: Day;
}
