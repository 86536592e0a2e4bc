/** What may be sold on the day within the limits on lots: every lot in taxable accounts that has a price, as an offer. */
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
  const [offers, washed, isWashed]: [LotOffer[], LotOffer[], boolean[]] = [[], [], []];
  for (const group of found) {
    for (const one of lotOffers(facts, group.held)) {
      if (one.lots.some((lot) => isKept(facts, lot, limits))) continue;
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

function isKept({ trades }: HarvestFacts, { key, symbol, account }: HeldLot, { keepLots, keepSymbols, keepAccounts }: SaleLimits): boolean {
  return keepLots.has(key) || keepSymbols.has(trades.symbols[symbol]!.toUpperCase()) || keepAccounts.has(trades.accounts[account]!.toUpperCase());
}
