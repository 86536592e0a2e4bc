/** What may be sold on the day within the limits on lots: every lot in taxable accounts that has a price, as an offer. */
import { WINDOW_DAYS } from "../rules/wash-sale/window";
import type { Day } from "../values/plain-date";
import { gapsOf } from "./gaps";
import type { Group } from "./group";
import { GroupsAt } from "./groups-at";
import type { HarvestFacts, HarvestGap, Sliced } from "./harvest-types";
import type { HeldLot } from "./held-lots";
import { lotOffers, type LotOffer } from "./lot-offers";
import type { SaleLimits } from "./sale-goal";
import { soldLots } from "./sold-lot";

export interface SaleMarket {
  readonly offers: readonly LotOffer[];
  readonly gaps: readonly HarvestGap[];
  /** Symbols left out: collectibles at a long-term gain (R-TAX-4). */
  readonly leftOut: readonly string[];
  /** By offer: what of it counts for what when it is sold whole and alone; the offer itself where nothing washes it. */
  readonly washed: readonly LotOffer[];
  /** By offer: something disallows a part of its loss when it is sold whole and alone. */
  readonly isWashed: readonly boolean[];
  /** By offer: acquired so late that it may replace a loss of the day. */
  readonly isRecent: readonly boolean[];
  /** By offer: which securities wash each other. */
  readonly group: readonly number[];
  /**
   * Cents of the results that may change their term, because a washed loss gives its period to a replacement which the same
   * plan sells (R-WS-6).
   */
  readonly movedCents: number;
}

export function* saleMarket(facts: HarvestFacts, limits: SaleLimits): Sliced<SaleMarket> {
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
  const offers: OfferInGroup[] = [];
  let movedCents = 0;
  for (const [number, group] of [...found].entries()) {
    const own: OfferInGroup[] = [];
    for (const one of lotOffers(facts, group)) {
      if (one.lots.some((lot) => isKept(facts, lot, limits))) continue;
      if (collectibles.has(one.lots[0]!.symbol) && one.offer.pieces.some(({ isLong }) => isLong)) leftOut.add(one.offer.symbol);
      else own.push({ one, counted: asCounted(facts, group, one), isRecent: isRecent(facts, one), group: number });
    }
    movedCents += movedAtMost(facts, group, own);
    offers.push(...own);
  }
  return {
    offers: offers.map(({ one }) => one),
    washed: offers.map(({ one, counted }) => counted ?? one),
    isWashed: offers.map(({ counted }) => counted !== null),
    isRecent: offers.map((offer) => offer.isRecent),
    group: offers.map(({ group }) => group),
    movedCents,
    leftOut: [...leftOut],
    gaps: [...new Map(gaps.map((gap) => [gap.sentence + gap.symbol, gap])).values()],
  };
}

interface OfferInGroup {
  readonly one: LotOffer;
  /** null: nothing washes it when it is sold whole and alone. */
  readonly counted: LotOffer | null;
  readonly isRecent: boolean;
  readonly group: number;
}

function isRecent({ asOf }: HarvestFacts, { lots }: LotOffer): boolean {
  return lots.some(({ pieces }) => pieces.some(({ acquired }) => acquired >= asOf - WINDOW_DAYS));
}

/**
 * All that the losses in reach of a purchase could put into recent lots, and all that these have themselves; of losses whose
 * period, with those of all recent lots behind it, is too short for a long-term one, nothing changes its term.
 */
function movedAtMost({ asOf }: HarvestFacts, { reach }: Group, offers: readonly OfferInGroup[]): number {
  const recent = offers.filter((offer) => offer.isRecent || !reach.isPlain);
  if (recent.length === 0 || offers.length < 2) return 0;
  const gainsOf = ({ one: { offer } }: OfferInGroup): number[] =>
    offer.pieces.map(({ steps, basisCents, lossBasisCents }) => (offer.valueCents * steps) / offer.steps - Math.max(basisCents, lossBasisCents ?? 0));
  const recentDays = recent.reduce((sum, { one }) => sum + daysHeld(one, asOf), 0);
  let losses = 0;
  for (const offer of offers) {
    if (daysHeld(offer.one, asOf) + recentDays < LEAST_LONG_DAYS) continue;
    const own = gainsOf(offer).reduce((sum, gain) => sum + Math.max(0, -gain), 0);
    if (own > 0 && (!reach.isPlain || offer.one.lots.some((lot) => reach.reaches(lot, asOf)))) losses += own;
  }
  return losses === 0 ? 0 : Math.ceil(losses + recent.flatMap(gainsOf).reduce((sum, gain) => sum + Math.abs(gain), 0));
}

/** No period of fewer days is long-term (R-HP-1, R-HP-6). */
const LEAST_LONG_DAYS = 365;

/** The longest period of its shares, the first day and the last one counted. Inherited shares are long-term at once (R-HP-4). */
function daysHeld({ lots }: LotOffer, asOf: Day): number {
  return Math.max(...lots.flatMap(({ pieces }) => pieces.map(({ holdingFrom, periodStart }) => (periodStart === "Inherited" ? Infinity : asOf - holdingFrom + 1))));
}

/** The offer with the part of its loss that counts when it is sold whole and alone; null where nothing washes it. */
function asCounted(facts: HarvestFacts, { standing, reach }: Group, one: LotOffer): LotOffer | null {
  const [lot] = one.lots;
  const basisCents = one.offer.pieces.reduce((sum, piece) => sum + (piece.lossBasisCents ?? piece.basisCents), 0);
  if (lot === undefined || one.lots.length > 1 || basisCents <= one.offer.valueCents) return null;
  if (reach.isPlain && !reach.reaches(lot, facts.asOf)) return null;
  const sold = soldLots(standing.sell([{ lot, shares: null }]), 1, facts.asOf)[0]!;
  const disallowedCents = sold.shortDisallowedCents + sold.longDisallowedCents;
  if (disallowedCents === 0) return null;
  const share = 1 - disallowedCents / basisCents;
  const pieces = one.offer.pieces.map((piece) => ({ ...piece, basisCents: Math.round((piece.lossBasisCents ?? piece.basisCents) * share), lossBasisCents: null }));
  return { ...one, offer: { ...one.offer, pieces } };
}

function isKept({ trades }: HarvestFacts, { key, symbol, account }: HeldLot, { keepLots, keepSymbols, keepAccounts }: SaleLimits): boolean {
  return keepLots.has(key) || keepSymbols.has(trades.symbols[symbol]!.toUpperCase()) || keepAccounts.has(trades.accounts[account]!.toUpperCase());
}

/** Keys of all lots that may be sold on the day. */
export function heldKeys(facts: HarvestFacts): ReadonlySet<string> {
  const groups = new GroupsAt(facts);
  return new Set([...facts.trades.symbols.keys()].flatMap((symbol) => groups.of(symbol).held.map(({ key }) => key)));
}
