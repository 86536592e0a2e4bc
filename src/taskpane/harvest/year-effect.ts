/**
 * What planned sales do to the year: gains and losses so far, what earlier years carried in, the sales, the result, and
 * how much of a net loss counts against other income now (R-NET-1, R-NET-2).
 */
import type { HarvestPlan } from "../../harvest/harvest-types";
import { net } from "../../tax/netting";
import type { HarvestView } from "./harvest-view";

export interface ByTerm {
  readonly shortCents: number;
  readonly longCents: number;
}

export interface YearEffect {
  readonly soFar: ByTerm;
  /** Losses carried in, so never above 0. */
  readonly carriedIn: ByTerm;
  /** Losses after what is washed of them; gains of the plan count against them. */
  readonly sales: ByTerm;
  readonly result: ByTerm;
  readonly totalCents: number;
  /** Of a net loss: what counts against other income this year, and what is carried into the next. Both 0 without one. */
  readonly deductedCents: number;
  readonly carriedOutCents: number;
}

type Year = Pick<HarvestView, "yearShortCents" | "yearLongCents" | "carriedShortCents" | "carriedLongCents" | "limitCents">;

export function yearEffect(year: Year, plan: Pick<HarvestPlan, "harvestedShortCents" | "harvestedLongCents"> | null): YearEffect {
  const soFar = { shortCents: year.yearShortCents, longCents: year.yearLongCents };
  const carriedIn = { shortCents: 0 - year.carriedShortCents, longCents: 0 - year.carriedLongCents };
  const sales = { shortCents: 0 - (plan?.harvestedShortCents ?? 0), longCents: 0 - (plan?.harvestedLongCents ?? 0) };
  const { netShortCents, netLongCents, totalCents, deductionCents } = net(
    {
      shortCents: soFar.shortCents + sales.shortCents,
      longCents: soFar.longCents + sales.longCents,
      carryShortCents: year.carriedShortCents,
      carryLongCents: year.carriedLongCents,
    },
    year.limitCents,
  );
  return {
    soFar,
    carriedIn,
    sales,
    result: { shortCents: netShortCents, longCents: netLongCents },
    totalCents,
    deductedCents: deductionCents,
    carriedOutCents: Math.max(0, -totalCents) - deductionCents,
  };
}
