/**
 * The lots, over all symbols and taxable accounts, that raise cash at the least tax of the year (R-TAX-5). The search takes
 * losses as they stand; what wash sales disallow of them is simulated by the real rules, and where they do, plans without the
 * washed lots and plans that sell the replacements first are simulated beside. All figures stated are the rules' own. The
 * bound is the least tax over fractional shares with nothing disallowed.
 */
import { taxDifference, taxOfResults, type TaxBasis } from "../tax/tax-basis";
import { done, refuse, type Outcome } from "../values/outcome";
import type { HarvestFacts, HarvestGap, HarvestPlan, PlannedSale, Sliced } from "./harvest-types";
import { chooseSales } from "./least-tax/choose-sales";
import type { SaleChoice } from "./least-tax/sale-task";
import type { LotOffer } from "./lot-offers";
import { planOf } from "./plan";
import type { Exactness, SaleGoal, SaleLimits } from "./sale-goal";
import { saleMarket, type SaleMarket } from "./sale-market";

export interface SellPlanAsk {
  readonly basis: TaxBasis;
  /** Of the year up to the as-of day, adjusted. Cents. */
  readonly realised: { readonly shortCents: number; readonly longCents: number };
  readonly goal: SaleGoal;
  /** At least: more is sold where a loss lowers the tax. Exactly: nothing that the goal does not need. */
  readonly exactness: Exactness;
  readonly limits: SaleLimits;
  /** A choice found elsewhere over the offers of `saleMarket` with these limits, and what it proves; tried with the others. */
  readonly proof?: SaleProof;
}

export interface SaleProof {
  /** Steps sold, by key of the offer. */
  readonly steps: ReadonlyMap<string, number>;
  /** Tax of the whole year that no choice goes below, if nothing is disallowed. Cents, not rounded. */
  readonly boundCents: number;
}

export interface SellPlan {
  readonly plan: HarvestPlan;
  /** What the sales add to the tax of the year, by sale in the order of the plan, each to those before it. */
  readonly taxOfSalesCents: readonly number[];
  readonly taxCents: number;
  /** No plan adds less than the tax less this; 0: it is proven the least, the rounding of cents aside. */
  readonly gapCents: number;
  readonly gaps: readonly HarvestGap[];
  /** Symbols left out: collectibles at a long-term gain (R-TAX-4). */
  readonly leftOut: readonly string[];
}

export function* sellPlan(facts: HarvestFacts, ask: SellPlanAsk): Sliced<Outcome<SellPlan>> {
  const market = yield* saleMarket(facts, ask.limits);
  const { offers, gaps, leftOut } = market;
  const all = offers.reduce((sum, { offer }) => sum + offer.valueCents, 0);
  if (offers.length === 0) return refuse("missing-fact", gaps[0]?.sentence ?? "No lot is held in a taxable account on that day. Check the day and the prices.");
  if (all < ask.goal.cents) return refuse("bad-input", tooMuch(ask.goal.cents, all, gaps));
  const without = taxOfResults(ask.basis, ask.realised.shortCents, ask.realised.longCents).total.toNumber();
  const first = solve(ask, offers);
  if (first === null) return refuse("bad-input", "No plan within the limits raises the cash. Ask for less, or widen the limits.");
  let best: { readonly plan: HarvestPlan; readonly taxCents: number } | null = null;
  for (const [at, steps] of [stepsByKey(offers, first.steps), ...otherChoices(ask, market, first.steps)].entries()) {
    yield { done: at, of: MOST_BRANCHED };
    const planned = yield* planOf(facts, offers.flatMap((one) => one.chosen(steps.get(one.offer.key) ?? 0)));
    if (!planned.ok) {
      if (best === null && at === 0) return planned;
      continue;
    }
    const taxCents = taxDifference(ask.basis, ask.realised, allowedOf(planned.value));
    if (planned.value.proceedsCents >= ask.goal.cents && (best === null || taxCents < best.taxCents)) best = { plan: planned.value, taxCents };
    if (at === 0 && planned.value.washedCents === 0) break;
  }
  if (best === null) return refuse("bad-input", "These lots cannot be sold together. Keep some of them.");
  const gap = best.taxCents - (first.boundCents - without);
  const gapCents = gap <= 2 * first.roundingCents + 1 ? 0 : Math.ceil(gap - BINARY_CENTS);
  return done({ ...best, taxOfSalesCents: taxOfSales(ask, best.plan, best.taxCents), gapCents, gaps, leftOut });
}

function tooMuch(cashCents: number, allCents: number, gaps: readonly HarvestGap[]): string {
  const dollars = (cents: number): string => `$${(cents / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",")}`;
  const also = gaps.length === 0 ? "" : ` Symbols that could not be looked at are not among them: ${gaps[0]!.sentence}`;
  return `cash is ${dollars(cashCents)}, and all lots that may be sold raise ${dollars(allCents)}. Ask for no more than that.${also}`;
}

function solve({ basis, realised, goal, exactness, limits }: SellPlanAsk, offers: readonly LotOffer[]): SaleChoice | null {
  return chooseSales({ basis, ...realised, offers: offers.map(({ offer }) => offer), goal, exactness, limits });
}

type StepsByKey = ReadonlyMap<string, number>;

function stepsByKey(offers: readonly LotOffer[], steps: Int32Array): StepsByKey {
  return new Map(offers.flatMap(({ offer }, at) => (steps[at]! > 0 ? [[offer.key, steps[at]!] as const] : [])));
}

/** Branches on the lots that are washed: all counted for what counts, none of them, none of one symbol. */
function* otherChoices(ask: SellPlanAsk, { offers, washed, isWashed }: SaleMarket, first: Int32Array): Generator<StepsByKey> {
  const stepsOf = (among: readonly LotOffer[]): StepsByKey | null => {
    const found = solve(ask, among);
    return found === null ? null : stepsByKey(among, found.steps);
  };
  const counted = stepsOf(washed);
  if (counted !== null) yield counted;
  const without = (isOut: (at: number) => boolean): StepsByKey | null => stepsOf(washed.filter((_, at) => !isOut(at)));
  const none = without((at) => isWashed[at]!);
  if (none !== null) yield none;
  const symbols = new Set(offers.flatMap(({ offer }, at) => (isWashed[at] && first[at]! > 0 ? [offer.symbol] : [])));
  if (symbols.size < 2) return;
  for (const symbol of [...symbols].slice(0, MOST_BRANCHED)) {
    const one = without((at) => isWashed[at]! && offers[at]!.offer.symbol === symbol);
    if (one !== null) yield one;
  }
}

const MOST_BRANCHED = 6;

/** What the bound gives away for sums of doubles must not show as a cent. */
const BINARY_CENTS = 0.02;

function allowedOf({ harvestedShortCents, harvestedLongCents }: HarvestPlan): { readonly shortCents: number; readonly longCents: number } {
  return { shortCents: 0 - harvestedShortCents, longCents: 0 - harvestedLongCents };
}

/** Each sale adds to those before it, so that they come to the tax of all. */
function taxOfSales({ basis, realised }: SellPlanAsk, { sales }: HarvestPlan, taxCents: number): number[] {
  let [shortCents, longCents, before] = [0, 0, 0];
  return sales.map((sale, at) => {
    const shortWashed = shortWashedCents(sale);
    shortCents += sale.shortGainCents + shortWashed;
    longCents += sale.longGainCents + sale.washedCents - shortWashed;
    const sum = at === sales.length - 1 ? taxCents : taxDifference(basis, realised, { shortCents, longCents });
    const own = sum - before;
    before = sum;
    return own;
  });
}

/** Of a lot of both terms with losses in both, as if the short-term ones were washed first. */
function shortWashedCents({ shortGainCents, longGainCents, washedCents }: PlannedSale): number {
  return longGainCents >= 0 ? washedCents : Math.min(washedCents, Math.max(0, -shortGainCents));
}
