/** What booking the trades yields: pieces sold, lots still open, wash matches, and what was refused. */
import type { Choices, Method } from "./choices";
import type { RowFault, Trades } from "./trades";
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
}

/** Which part of the trades to book. */
export interface Scope {
  /** Rows after this day do not count. */
  readonly throughDay?: Day;
  /**
   * Books only the symbols tied to the sale's. Rows after the sale's day count as far as they
   * decide whether the sale is washed: later purchases do, later sales do not.
   */
  readonly whatIf?: WhatIfSale;
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
  readonly flags: Uint8Array;
}

/** Sold inside a retirement account: moves lots, is no taxable sale and is never listed. */
export const PIECE_RETIREMENT = 1;
/** A fraction of a share paid in cash on a split (R-CA-2). */
export const PIECE_CASH_IN_LIEU = 2;
/** The three ways to tack wash-sale periods disagree about this piece's term (R-WS-6). */
export const PIECE_TERM_DEPENDS_ON_TACKING = 4;

export interface OpenLot {
  /** Position in the trades of the purchase. */
  readonly purchase: number;
  readonly symbol: number;
  readonly account: number;
  readonly acquired: Day;
  readonly holdingFrom: Day;
  readonly units: number;
  readonly basisCents: number;
  readonly washAddedCents: number;
  /** These shares have absorbed a disallowed loss and cannot absorb another (R-WS-8). */
  readonly usedAsReplacement: boolean;
}

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
  /** Position in the trades of the replacement purchase. */
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
  /** In the order the matches were made. */
  readonly washes: readonly WashMatch[];
  readonly refusals: readonly Refusal[];
  /** Last day booked: the last trade's day, or the scope's. */
  readonly lastDay: Day;
}
