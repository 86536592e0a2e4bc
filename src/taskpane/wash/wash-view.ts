/** What the Wash screen asks and shows. */
import type { Table } from "../../sheet/tables/cell";
import type { Day } from "../../values/plain-date";

/** null: the calendar year of the as-of day. */
export interface WashAsk {
  readonly year: number | null;
}

export interface WashView {
  readonly year: number;
  /** Years that can be chosen: those with a taxable loss, and the as-of day's; latest first. */
  readonly years: readonly number[];
  readonly asOf: Day;
  /** All losses of the year's taxable sales, positive. */
  readonly lossCents: number;
  /** What of them WASHTRAIL lists as disallowed (R-WS-5); what of that is lost for good (R-WS-9). */
  readonly disallowedCents: number;
  readonly permanentCents: number;
  /** Deferred in earlier years and not yet released when this one began. */
  readonly carriedInCents: number;
  /** Deferred before, and in the basis of lots sold in the year. */
  readonly releasedCents: number;
  /** In the basis of lots and shorts still open at the end of `deferredOn` (R-WS-5, R-WS-8). */
  readonly deferredAtYearEndCents: number;
  readonly deferredLots: number;
  /** Taken up by purchases after `deferredOn` (R-WS-12). */
  readonly deferredIntoLaterCents: number;
  /** 31 December; of a year not over, the as-of day, or the last row's day where that is later. */
  readonly deferredOn: Day;
  /** Those with the most washed first. */
  readonly symbols: readonly WashTimeline[];
  /** By day and row of the loss. */
  readonly washes: readonly WashTold[];
  /** Whatever the year: losses that a purchase on the as-of day would still wash. The one that closes first, first. */
  readonly openWindows: readonly OpenWindow[];
  /** Why the numbers of a security are withheld. */
  readonly withheld: readonly { readonly row: number; readonly sentence: string }[];
  /** Every symbol of the trades, those with an open window first, then in alphabetical order. */
  readonly traded: readonly string[];
  /** As `settingsSummary` tells them. */
  readonly settingsSaid: string;
  /** What WASHTRAIL spills for the year, headings first. */
  readonly trail: Table;
}

/** One line of the picture. */
export interface WashTimeline {
  readonly symbol: string;
  readonly from: Day;
  readonly through: Day;
  readonly windows: readonly WashWindow[];
  readonly purchases: readonly PurchaseMark[];
  readonly sales: readonly SaleMark[];
  readonly arrows: readonly WashArrow[];
}

/** The 61 days in which a purchase washes the loss (R-WS-1). */
export interface WashWindow {
  readonly saleRow: number;
  readonly sold: Day;
  readonly opens: Day;
  readonly closes: Day;
  /** A purchase on the as-of day or after it could still wash what is left of it. */
  readonly open: boolean;
}

export interface PurchaseMark {
  readonly row: number;
  readonly day: Day;
  readonly shares: number;
  /** Another one than the row's where the two are identical, or an option on it. */
  readonly symbol: string;
  readonly account: string;
  readonly retirement: boolean;
}

export interface SaleMark {
  readonly row: number;
  readonly day: Day;
  readonly shares: number;
  readonly account: string;
  /** Losses of its pieces, positive; 0 for a sale without any. */
  readonly lossCents: number;
  readonly disallowedCents: number;
  readonly permanentCents: number;
}

export interface WashArrow {
  readonly saleRow: number;
  readonly sold: Day;
  readonly replacementRow: number;
  readonly replacedOn: Day;
  readonly shares: number;
  readonly disallowedCents: number;
  readonly permanentCents: number;
}

/** One loss met by one purchase. */
export interface WashTold {
  readonly symbol: string;
  readonly saleRow: number;
  readonly sold: Day;
  readonly lossLot: string;
  readonly shares: number;
  readonly unit: "share" | "contract";
  readonly disallowedCents: number;
  readonly permanentCents: number;
  readonly basisAddedCents: number;
  readonly replacementRow: number;
  readonly replacementSymbol: string;
  readonly replacementAccount: string;
  readonly replacedOn: Day;
  /** Where the replacement's holding period counts from now. */
  readonly holdingFrom: Day;
  /** First day on which no purchase can change it any more. */
  readonly finalOn: Day;
  readonly rules: string;
}

export interface OpenWindow {
  readonly symbol: string;
  readonly saleRow: number;
  readonly sold: Day;
  readonly account: string;
  /** What is not washed yet. */
  readonly shares: number;
  readonly unit: "share" | "contract";
  readonly lossCents: number;
  /** First day on which a purchase washes nothing of it. */
  readonly clearDay: Day;
}

export interface BeforeYouBuyAsk {
  readonly symbol: string;
  readonly shares: number;
  readonly day: Day;
  /** null: any of the taxable accounts. */
  readonly account: string | null;
}

export interface BeforeYouBuyView {
  /** What this is the answer to. */
  readonly ask: BeforeYouBuyAsk;
  readonly disallowedCents: number;
  readonly permanentCents: number;
  readonly losses: readonly { readonly saleRow: number; readonly sold: Day; readonly disallowedCents: number }[];
  /** First day, of the purchase or later, on which buying any number of shares would wash nothing. */
  readonly clearDay: Day;
}
