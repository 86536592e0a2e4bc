/** What the Wash screen asks and shows. */
import type { Day } from "../../values/plain-date";

/** null: the calendar year of the as-of day. */
export interface WashAsk {
  readonly year: number | null;
}

export interface WashView {
  readonly year: number;
  /** Losses of the year's sales that were disallowed; what of them is lost for good; what is in the basis of lots still open at 31 December. */
  readonly disallowedCents: number;
  readonly permanentCents: number;
  readonly deferredAtYearEndCents: number;
  readonly symbols: readonly WashTimeline[];
}

/** One line of the picture. */
export interface WashTimeline {
  readonly symbol: string;
  readonly from: Day;
  readonly through: Day;
  readonly windows: readonly { readonly saleRow: number; readonly sold: Day; readonly opens: Day; readonly closes: Day; readonly open: boolean }[];
  readonly purchases: readonly { readonly row: number; readonly day: Day; readonly shares: number; readonly account: string; readonly retirement: boolean }[];
  readonly sales: readonly { readonly row: number; readonly day: Day; readonly shares: number; readonly account: string; readonly lossCents: number; readonly disallowedCents: number }[];
  readonly arrows: readonly { readonly saleRow: number; readonly replacementRow: number; readonly shares: number; readonly disallowedCents: number; readonly permanentCents: number }[];
}

export interface BeforeYouBuyAsk {
  readonly symbol: string;
  readonly shares: number;
  readonly day: Day;
  /** null: any of the taxable accounts. */
  readonly account: string | null;
}

export interface BeforeYouBuyView {
  readonly disallowedCents: number;
  readonly permanentCents: number;
  readonly losses: readonly { readonly saleRow: number; readonly sold: Day; readonly disallowedCents: number }[];
  /** First day on which the purchase would wash nothing. */
  readonly clearDay: Day;
}
