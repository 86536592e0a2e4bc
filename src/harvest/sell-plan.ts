/**
 * The lots, over all symbols and taxable accounts, that raise cash at the least tax of the year (R-TAX-5). The search takes
 * losses as they stand; what wash sales disallow of them is simulated by the real rules, and where they do, plans without the
 * washed lots and plans that sell the replacements first are simulated beside. All figures stated are the rules' own. The
 * bound is the least tax over fractional shares with nothing disallowed.
 */
import { taxDifference, taxOfResults, type TaxBasis } from "../tax/tax-basis";
import { done, refuse, type Outcome } from "../values/outcome";
import { gapsOf } from "./gaps";
import { GroupsAt } from "./groups-at";
import type { Group } from "./group";
import type { HarvestFacts, HarvestGap, HarvestPlan, PlannedSale, Sliced } from "./harvest-types";
import type { CashPlan, CashTask } from "./least-tax/raise-cash";
import { raiseCashWithin, type TradeLimits } from "./least-tax/within-limits";
import { lotOffers, type LotOffer } from "./lot-offers";
import { planOf } from "./plan";
import { soldLots } from "./sold-lot";

export interface SellPlanAsk {
  readonly basis: TaxBasis;
  /** Of the year up to the as-of day, adjusted. Cents. */
  readonly realised: { readonly shortCents: number; readonly longCents: number };
  readonly cashCents: number;
  /** Sells no share that the cash does not need; else losses are sold beyond it where they lower the tax. */
  readonly exactly: boolean;
  /** Keys of lots that are not to be sold. */
  readonly keep?: ReadonlySet<string>;
  readonly limits?: TradeLimits;
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

interface Market {
  readonly offers: readonly LotOffer[];
  readonly gaps: readonly HarvestGap[];
  readonly leftOut: readonly string[];
  /** By offer: what of it counts for what when it is sold whole and alone; the offer itself where nothing washes it. */
  readonly washed: readonly LotOffer[];
  /** By offer: it was acquired so late that it may replace a loss, or a loss of it may be replaced. */
  readonly isWashed: readonly boolean[];
}

export function* sellPlan(facts: HarvestFacts, ask: SellPlanAsk): Sliced<Outcome<SellPlan>> {
  const market = yield* marketOf(facts, ask.keep ?? new Set());
  const { offers, gaps, leftOut } = market;
  const all = offers.reduce((sum, { offer }) => sum + offer.valueCents, 0);
  if (offers.length === 0) return refuse("missing-fact", gaps[0]?.sentence ?? "No lot is held in a taxable account on that day. Check the day and the prices.");
  if (all < ask.cashCents) return refuse("bad-input", tooMuch(ask.cashCents, all, gaps));
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
    if (planned.value.proceedsCents >= ask.cashCents && (best === null || taxCents < best.taxCents)) best = { plan: planned.value, taxCents };
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

function* marketOf(facts: HarvestFacts, keep: ReadonlySet<string>): Sliced<Market> {
  const groups = new GroupsAt(facts);
  const found = new Set<Group>();
  const gaps: HarvestGap[] = [];
  const { symbols, collectibles } = facts.trades;
  for (const symbol of symbols.keys()) {
    yield { done: symbol, of: symbols.length };
    const group = groups.of(symbol);
    if (!found.has(group)) gaps.push(...gapsOf(facts, group.standing.book));
    found.add(group);
  }
  const leftOut = new Set<string>();
  const [offers, washed, isWashed]: [LotOffer[], LotOffer[], boolean[]] = [[], [], []];
  for (const group of found) {
    for (const one of lotOffers(facts, group.held)) {
      if (one.lots.some(({ key }) => keep.has(key))) continue;
      if (collectibles.has(one.lots[0]!.symbol) && one.offer.pieces.some(({ isLong }) => isLong)) {
        leftOut.add(one.offer.symbol);
        continue;
      }
      const counted = asCounted(facts, group, one);
      offers.push(one);
      washed.push(counted ?? one);
      isWashed.push(counted !== null);
    }
  }
  return { offers, washed, isWashed, leftOut: [...leftOut], gaps: [...new Map(gaps.map((gap) => [gap.sentence + gap.symbol, gap])).values()] };
}

/** The offer with the part of its loss that counts when it is sold whole and alone; null where nothing washes it. */
function asCounted(facts: HarvestFacts, { standing, reach }: Group, one: LotOffer): LotOffer | null {
  const [lot] = one.lots;
  const basisCents = one.offer.pieces.reduce((sum, piece) => sum + piece.basisCents, 0);
  if (lot === undefined || one.lots.length > 1 || basisCents <= one.offer.valueCents) return null;
  if (reach.isPlain && reach.of(lot, facts.asOf).length === 0) return null;
  const sold = soldLots(standing.sell([{ lot, shares: null }]), 1, facts.asOf)[0]!;
  const disallowedCents = sold.shortDisallowedCents + sold.longDisallowedCents;
  if (disallowedCents === 0) return null;
  const share = 1 - disallowedCents / basisCents;
  const pieces = one.offer.pieces.map((piece) => ({ ...piece, basisCents: Math.round(piece.basisCents * share) }));
  return { ...one, offer: { ...one.offer, pieces } };
}

function solve({ basis, realised, cashCents, exactly, limits }: SellPlanAsk, offers: readonly LotOffer[]): CashPlan | null {
  const task: CashTask = { basis, ...realised, offers: offers.map(({ offer }) => offer), cashCents, exactly };
  return raiseCashWithin(task, limits ?? {});
}

type StepsByKey = ReadonlyMap<string, number>;

function stepsByKey(offers: readonly LotOffer[], steps: Int32Array): StepsByKey {
  return new Map(offers.flatMap(({ offer }, at) => (steps[at]! > 0 ? [[offer.key, steps[at]!] as const] : [])));
}

/** Branches on the lots that are washed: all counted for what counts, none of them, none of one symbol. */
function* otherChoices(ask: SellPlanAsk, { offers, washed, isWashed }: Market, first: Int32Array): Generator<StepsByKey> {
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
