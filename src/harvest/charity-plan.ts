/**
 * Lots to give to charity instead of selling them: long-term ones with the greatest gain for each dollar given, whose gain is
 * then never taxed (IRC 170(e)(1)(A)). What selling them would have added to the tax is worked out by the rules (R-TAX-5).
 */
import { taxDifference } from "../tax/tax-basis";
import { done, refuse, type Outcome } from "../values/outcome";
import type { HarvestFacts, HarvestGap, HarvestPlan, Sliced } from "./harvest-types";
import { charityGifts } from "./least-tax/charity";
import { planOf } from "./plan";
import type { SaleLimits } from "./sale-goal";
import { saleMarket } from "./sale-market";
import { taxInTurn } from "./tax-in-turn";
import type { YearSoFar } from "./year-so-far";

export interface CharityAsk {
  /** The year so far, which only the tax avoided rests on; null: its tax cannot be told. */
  readonly year: Pick<YearSoFar, "basis" | "realised"> | null;
  /** Value to give at most. */
  readonly amountCents: number;
  readonly limits: SaleLimits;
}

export interface CharityPlan {
  /** The gifts as if they were sold, the greatest gain for a dollar first. */
  readonly plan: HarvestPlan;
  /** What selling instead would have added to the tax, by gift, each to those before it. null: no tax. */
  readonly taxOfSalesCents: readonly number[] | null;
  readonly taxCents: number | null;
  readonly gaps: readonly HarvestGap[];
  readonly leftOut: readonly string[];
}

export function* charityPlan(facts: HarvestFacts, { year, amountCents, limits }: CharityAsk): Sliced<Outcome<CharityPlan>> {
  const { offers, gaps, leftOut } = yield* saleMarket(facts, limits);
  if (offers.length === 0) return refuse("missing-fact", gaps[0]?.sentence ?? "No lot that may be given is held in a taxable account on that day. Check the day, the prices and the limits; Keep of one lot keeps all of a pool at average basis.");
  const gifts = charityGifts(offers.map(({ offer }) => offer), amountCents, limits);
  if (gifts.length === 0) {
    return refuse("bad-input", "No share fits: only long-term lots at a gain are given, in whole shares, within the limits. Give a greater amount, or ease the limits.");
  }
  const planned = yield* planOf(facts, gifts.flatMap(({ offer, steps }) => offers[offer]!.chosen(steps)));
  if (!planned.ok) return planned;
  const ratio = ({ gainCents, proceedsCents }: HarvestPlan["sales"][number]): number => gainCents / proceedsCents;
  const sales = [...planned.value.sales].sort((a, b) => ratio(b) - ratio(a));
  const plan = { ...planned.value, sales };
  if (year === null) return done({ plan, taxOfSalesCents: null, taxCents: null, gaps, leftOut });
  const { basis, realised } = year;
  const further = { shortCents: 0 - plan.harvestedShortCents, longCents: 0 - plan.harvestedLongCents };
  return done({ plan, taxOfSalesCents: taxInTurn({ basis, realised }, sales), taxCents: taxDifference(basis, realised, further), gaps, leftOut });
}
