/** What the Harvest screen asks and shows. */
import type { HarvestAnswer, HarvestPlan } from "../../harvest/harvest-types";
import type { WorthOfLoss } from "../../harvest/worth-of-loss";
import type { ResultsByTerm } from "../../harvest/year-so-far";

/**
 * Thresholds for the engine; null: none. The screen asks for every lot below its basis and hides the small ones itself,
 * so that moving a threshold takes no time.
 */
export interface HarvestAsk {
  readonly minLossCents: number | null;
  readonly minLossShare: number | null;
}

export interface HarvestView {
  readonly answer: HarvestAnswer;
  /** Realized in the as-of day's tax year up to that day, in taxable accounts, after disallowed losses. */
  readonly yearShortCents: number;
  readonly yearLongCents: number;
  readonly year: number;
  /** Losses carried in from earlier years, positive, as the settings state them; 0 where they state none. */
  readonly carriedShortCents: number;
  readonly carriedLongCents: number;
  /** R-NET-2: net loss that counts against other income this year: $3,000, or $1,500 for MFS. */
  readonly limitCents: number;
  /** Thresholds of the settings; null: none. */
  readonly minLossCents: number | null;
  readonly minLossShare: number | null;
  /** Why the tax of the year cannot be told, in a sentence; null: it can. */
  readonly withoutTax: string | null;
  /** It is the settings that lack something. */
  readonly taxNeedsSettings: boolean;
  /** The settings in words, for the line under the title of a sheet. */
  readonly settingsSaid: string;
  /** There are no prices at all. */
  readonly noPrices: boolean;
}

export interface PlanAsk {
  /** Ticked lots in any order; shares null: the whole lot. With a target: the lots to choose from. */
  readonly lots: readonly { readonly key: string; readonly shares: number | null }[];
  /** With it the lots are chosen: the smallest-regret set that reaches it. null: as ticked. */
  readonly targetCents: number | null;
}

export interface PlanView {
  readonly plan: HarvestPlan;
  /** null: it cannot be told. */
  readonly tax: YearTax | null;
}

/** The tax of the year in whole cents; the difference is what the plan saves. */
export interface YearTax {
  readonly withoutCents: number;
  readonly withCents: number;
  /** The tax of the whole return by the tables; else that on its capital results at the stated rates. */
  readonly byLaw: boolean;
}

/** Losses that count, by term, positive: what are they worth together? */
export type WorthAsk = ResultsByTerm;

export interface WorthView {
  /** What this is the answer to. */
  readonly ask: WorthAsk;
  /** null: the tax of the year cannot be told. */
  readonly worth: WorthOfLoss | null;
}
