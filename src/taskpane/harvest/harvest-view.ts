/** What the Harvest screen asks and shows. */
import type { HarvestAnswer, HarvestPlan } from "../../harvest/harvest-types";

/** Thresholds of the screen's own, in place of the settings'. */
export interface HarvestAsk {
  readonly minLossCents: number | null;
  readonly minLossShare: number | null;
}

export interface HarvestView {
  readonly answer: HarvestAnswer;
  /** Realized in the as-of day's calendar year, in taxable accounts, after disallowed losses. */
  readonly yearShortCents: number;
  readonly yearLongCents: number;
}

export interface PlanAsk {
  /** Ticked lots in any order; shares null: the whole lot. */
  readonly lots: readonly { readonly key: string; readonly shares: number | null }[];
  /** With it the lots are chosen: the smallest-regret set that reaches it. null: as ticked. */
  readonly targetCents: number | null;
}

export interface PlanView {
  readonly plan: HarvestPlan;
}
