/**
 * Gain harvesting: the lots whose long-term gain costs nothing this year, sold to raise their basis. Chosen by gain for a
 * dollar, then tried out by the rules (R-TAX-1, R-TAX-5).
 */
import { taxDifference, type TaxBasis } from "../tax/tax-basis";
import { done, refuse, type Outcome } from "../values/outcome";
import type { HarvestFacts, HarvestGap, HarvestPlan, Sliced } from "./harvest-types";
import { fillFreeGain } from "./least-tax/gain-room";
import { emptyPlan, planOf } from "./plan";
import type { SaleLimits } from "./sale-goal";
import { saleMarket } from "./sale-market";
import { taxInTurn } from "./tax-in-turn";

export interface FreeGainAsk {
  readonly basis: TaxBasis;
  /** Of the year up to the as-of day, adjusted. Cents. */
  readonly realised: { readonly shortCents: number; readonly longCents: number };
  readonly limits: SaleLimits;
}

export interface FreeGainPlan {
  /** No sales where there is no room, or no lot whose gain fits. */
  readonly plan: HarvestPlan;
  /** By sale in the order of the plan, each to those before it: 0, or below it where a loss was realised before. */
  readonly taxOfSalesCents: readonly number[];
  readonly taxCents: number;
  /** No more long-term gain than this is free. Infinity: none ever costs anything. */
  readonly roomCents: number;
  /** Of the room, what the plan uses. */
  readonly usedCents: number;
  readonly gaps: readonly HarvestGap[];
  readonly leftOut: readonly string[];
}

export function* freeGainPlan(facts: HarvestFacts, { basis, realised, limits }: FreeGainAsk): Sliced<Outcome<FreeGainPlan>> {
  const { offers, gaps, leftOut } = yield* saleMarket(facts, limits);
  if (offers.length === 0) return refuse("missing-fact", gaps[0]?.sentence ?? "No lot that may be sold is held in a taxable account on that day. Check the day, the prices and the limits; Keep of one lot keeps all of a pool at average basis.");
  const { steps, roomCents } = fillFreeGain({ basis, ...realised }, offers.map(({ offer }) => offer), limits);
  const chosen = offers.flatMap((one, at) => one.chosen(steps[at]!));
  const planned = chosen.length === 0 ? done(emptyPlan(facts)) : yield* planOf(facts, chosen);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const further = { shortCents: 0 - plan.harvestedShortCents, longCents: 0 - plan.harvestedLongCents };
  return done({
    plan,
    taxOfSalesCents: taxInTurn({ basis, realised }, plan.sales),
    taxCents: taxDifference(basis, realised, further),
    roomCents,
    usedCents: further.shortCents + further.longCents,
    gaps,
    leftOut,
  });
}
