/**
 * Raising cash within limits on trades: no symbol sold for more than a cap, none for less than a minimum. The bound is the one
 * without limits, and holds with them; a plan within them is searched, not proven to be the least, and the distance says so.
 */
import { take } from "../../values/take";
import { partOf, type Offer } from "./offers";
import { raiseCash, type CashPlan, type CashTask } from "./raise-cash";

export interface TradeLimits {
  /** Most cents that a symbol may bring. */
  readonly mostOfSymbolCents?: number;
  /** Least cents that a symbol sold must bring. */
  readonly leastTradeCents?: number;
}

/** null: no plan within the limits was found. */
export function raiseCashWithin(task: CashTask, limits: TradeLimits): CashPlan | null {
  const free = raiseCash(task);
  if (free === null || (limits.mostOfSymbolCents === undefined && limits.leastTradeCents === undefined)) return free;
  const capped = capOffers(task.offers, limits.mostOfSymbolCents ?? Infinity);
  const out = new Set<string>();
  for (;;) {
    const among = capped.map((offer, at) => ({ offer, at })).filter(({ offer }) => offer.steps > 0 && !out.has(offer.symbol));
    const offers = among.map(({ offer }) => offer);
    const found = raiseCash({ ...task, offers });
    if (found === null) return null;
    const small = smallest(offers, found.steps, limits.leastTradeCents ?? 0);
    if (small === null) {
      const steps = new Int32Array(task.offers.length);
      among.forEach(({ at }, one) => (steps[at] = found.steps[one]!));
      return { ...found, steps, boundCents: free.boundCents, roundingCents: free.roundingCents };
    }
    out.add(small);
  }
}

/** Of each symbol no more than the cap, the least gain for a dollar first. */
function capOffers(offers: readonly Offer[], capCents: number): Offer[] {
  const ratio = offers.map((offer) => {
    const { shortCents, longCents } = partOf(offer, offer.steps);
    return (shortCents + longCents) / offer.valueCents;
  });
  const left = new Map<string, number>();
  const capped = [...offers];
  for (const at of [...offers.keys()].sort((a, b) => ratio[a]! - ratio[b]!)) {
    const offer = offers[at]!;
    const room = left.get(offer.symbol) ?? capCents;
    let steps = room >= offer.valueCents ? offer.steps : Math.floor((room * offer.steps) / offer.valueCents);
    while (steps > 0 && partOf(offer, steps).proceedsCents > room) steps -= 1;
    capped[at] = firstSteps(offer, steps);
    left.set(offer.symbol, room - (steps === 0 ? 0 : partOf(offer, steps).proceedsCents));
  }
  return capped;
}

/** The front of an offer as an offer of its own. */
function firstSteps(offer: Offer, steps: number): Offer {
  if (steps >= offer.steps) return offer;
  let left = steps;
  const pieces = offer.pieces.flatMap((piece) => {
    const taken = Math.min(left, piece.steps);
    left -= taken;
    if (taken === 0) return [];
    const lossBasisCents = piece.lossBasisCents === null ? null : take(piece.lossBasisCents, taken, piece.steps);
    return [{ ...piece, steps: taken, basisCents: take(piece.basisCents, taken, piece.steps), lossBasisCents }];
  });
  return { ...offer, steps, pieces, valueCents: steps === 0 ? 0 : offer.proceedsOf(steps) };
}

/** The symbol that is sold for least, where that is less than a trade must be. */
function smallest(offers: readonly Offer[], steps: Int32Array, leastCents: number): string | null {
  const bySymbol = new Map<string, number>();
  offers.forEach((offer, at) => {
    if (steps[at]! > 0) bySymbol.set(offer.symbol, (bySymbol.get(offer.symbol) ?? 0) + partOf(offer, steps[at]!).proceedsCents);
  });
  const [least] = [...bySymbol].filter(([, cents]) => cents < leastCents).sort((a, b) => a[1] - b[1]);
  return least?.[0] ?? null;
}
