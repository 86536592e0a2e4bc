/** Lots held at their prices as offers of the search for the least tax. */
import { decimalsOf, powerOfTen } from "../values/decimals";
import type { OpenLot } from "../lots/book-types";
import { openLotsAtAverage } from "./at-average";
import type { Group } from "./group";
import type { HarvestFacts } from "./harvest-types";
import { valueOfPart, type HeldLot } from "./held-lots";
import type { Offer, OfferedPiece } from "./least-tax/offers";
import type { ChosenLot } from "./plan";
import { offeredPiece } from "./sale-offers";
import { stepsOf } from "./share-steps";
import { wholeSteps } from "./whole-steps";

export interface LotOffer {
  readonly offer: Offer;
  /** In the order in which their shares leave: one lot, or all of a pool at average basis (R-AVG-3). */
  readonly lots: readonly HeldLot[];
  /** What its first steps are of the lots. */
  readonly chosen: (steps: number) => ChosenLot[];
}

/** An offer each lot; lots that stand at average basis together as one. */
export function lotOffers(facts: HarvestFacts, { held, standing }: Group): LotOffer[] {
  const pools = new Map<string, HeldLot[]>();
  const offers: LotOffer[] = [];
  for (const lot of held) {
    if (!lot.atAverage) {
      offers.push(offerOf(facts, lot));
      continue;
    }
    const key = `${lot.symbol} ${lot.account}`;
    const pool = pools.get(key);
    if (pool === undefined) pools.set(key, [lot]);
    else pool.push(lot);
  }
  if (pools.size === 0) return offers;
  const atAverage = new Map<string, OpenLot[]>();
  for (const piece of openLotsAtAverage(standing.book, facts.asOf)) atAverage.set(nameOf(piece), [...(atAverage.get(nameOf(piece)) ?? []), piece]);
  return [...offers, ...[...pools.values()].map((pool) => poolOffer(facts, pool, atAverage))];
}

function nameOf({ purchase, symbol, account }: Pick<OpenLot, "purchase" | "symbol" | "account">): string {
  return `${purchase} ${symbol} ${account}`;
}

function offerOf({ trades, asOf }: HarvestFacts, lot: HeldLot): LotOffer {
  const steps = stepsOf(lot);
  const pieces = wholeSteps(lot.pieces.map((piece) => offeredPiece(piece, piece.units, asOf)), steps.count);
  const proceedsOf = (sold: number): number => (sold >= steps.count ? lot.valueCents : valueOfPart(lot, steps.shares(sold)));
  const [only] = pieces;
  const isEven = pieces.length === 1 && decimalsOf(steps.shares(1) * lot.multiplier * lot.price, 2) !== null && only!.basisCents % steps.count === 0;
  return {
    offer: { key: lot.key, symbol: trades.symbols[lot.symbol]!, steps: steps.count, pieces, valueCents: lot.valueCents, proceedsOf, isEven },
    lots: [lot],
    chosen: (sold) => (sold <= 0 ? [] : [{ key: lot.key, shares: sold >= steps.count ? null : steps.shares(sold) }]),
  };
}

/** At one average neighbours of one term differ in nothing. */
function joinedByTerm(pieces: readonly OfferedPiece[]): OfferedPiece[] {
  const joined: OfferedPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.isLong !== piece.isLong) joined.push(piece);
    else joined[joined.length - 1] = { ...last, steps: last.steps + piece.steps, basisCents: last.basisCents + piece.basisCents };
  }
  return joined;
}

/** R-AVG-2, R-AVG-3: every share at the average of its pool, the earliest first. */
function poolOffer({ trades, asOf }: HarvestFacts, pool: readonly HeldLot[], piecesOf: ReadonlyMap<string, readonly OpenLot[]>): LotOffer {
  const lots = [...pool].sort((a, b) => a.pieces[0]!.acquired - b.pieces[0]!.acquired || a.pieces[0]!.sequence - b.pieces[0]!.sequence);
  const decimals = Math.max(...lots.map(({ shares }) => decimalsOf(shares, 6) ?? 6));
  const scale = powerOfTen(decimals);
  const stepsOfLot = lots.map(({ shares }) => Math.round(shares * scale));
  // Pieces of a lot may differ in term: a wash sale or a short sale reaches some of its shares (R-WS-6, R-SS-2).
  const pieces = lots.flatMap((lot, at) => {
    const own = (piecesOf.get(nameOf(lot)) ?? []).map((piece) => ({ ...offeredPiece(piece, piece.units, asOf), lossBasisCents: null }));
    return wholeSteps(joinedByTerm(own), stepsOfLot[at]!);
  });
  const steps = stepsOfLot.reduce((sum, one) => sum + one, 0);
  const valueCents = lots.reduce((sum, lot) => sum + lot.valueCents, 0);
  const chosen = (sold: number): ChosenLot[] => {
    let left = sold;
    return lots.flatMap((lot, at) => {
      const taken = Math.min(left, stepsOfLot[at]!);
      left -= taken;
      return taken <= 0 ? [] : [{ key: lot.key, shares: taken === stepsOfLot[at] ? null : taken / scale }];
    });
  };
  const proceedsOf = (sold: number): number => {
    let [left, cents] = [sold, 0];
    lots.forEach((lot, at) => {
      const taken = Math.min(left, stepsOfLot[at]!);
      left -= taken;
      if (taken > 0) cents += taken === stepsOfLot[at] ? lot.valueCents : valueOfPart(lot, taken / scale);
    });
    return cents;
  };
  const offer: Offer = { key: lots[0]!.key, symbol: trades.symbols[lots[0]!.symbol]!, steps, pieces, valueCents, proceedsOf, isEven: false };
  return { offer, lots, chosen };
}
