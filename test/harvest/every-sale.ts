/** Every choice of whole shares of a small portfolio that reaches a goal within limits, and the least tax among them. */
import { partOf, type Offer, type Part } from "../../src/harvest/least-tax/offers";
import { quickTax } from "../../src/harvest/least-tax/quick-tax";
import type { SaleTask } from "../../src/harvest/least-tax/sale-task";
import type { Draw } from "../oracle/seeded";
import { drawBasis, drawOffers, drawRealised, everyChoice } from "./least-tax-portfolios";

/** Cents, not rounded; Infinity: no choice reaches the goal within the limits. */
export function leastOfAll(task: SaleTask): number {
  const tax = quickTax(task.basis);
  let least = Infinity;
  for (const steps of everyChoice(task.offers)) {
    if (!stands(task, steps)) continue;
    const { shortCents, longCents } = sumOf(task.offers, steps);
    least = Math.min(least, tax.of(task.shortCents + shortCents, task.longCents + longCents));
  }
  return least;
}

export function sumOf(offers: readonly Offer[], steps: ArrayLike<number>): Part {
  const sum = { proceedsCents: 0, shortCents: 0, longCents: 0 };
  offers.forEach((offer, at) => {
    if (steps[at] === 0) return;
    const part = partOf(offer, steps[at]!);
    sum.proceedsCents += part.proceedsCents;
    sum.shortCents += part.shortCents;
    sum.longCents += part.longCents;
  });
  return sum;
}

export function stands({ offers, goal, exactness, limits }: SaleTask, steps: ArrayLike<number>): boolean {
  const { proceedsCents, shortCents, longCents } = sumOf(offers, steps);
  const gain = shortCents + longCents;
  const reached = { cash: proceedsCents, gain, loss: -gain }[goal.kind];
  if (reached < goal.cents) return false;
  const bySymbol = new Map<string, number>();
  const cents = (at: number, sold: number): number => (sold === 0 ? 0 : partOf(offers[at]!, sold).proceedsCents);
  offers.forEach(({ symbol }, at) => bySymbol.set(symbol, (bySymbol.get(symbol) ?? 0) + cents(at, steps[at]!)));
  const [most, least] = [limits.mostOfSymbolCents ?? Infinity, limits.leastTradeCents ?? 0];
  if ([...bySymbol.values()].some((sold) => sold > most || (sold > 0 && sold < least))) return false;
  if (goal.kind !== "cash" || exactness === "at least") return true;
  // Exactly: one share less of any lot sold would be too little cash, or too little for a trade.
  return reached === goal.cents || offers.every(({ symbol }, at) => {
    if (steps[at] === 0) return true;
    const last = cents(at, steps[at]!) - cents(at, steps[at]! - 1);
    const left = bySymbol.get(symbol)! - last;
    return reached - last < goal.cents || (left > 0 && left < least);
  });
}

/** Two to four lots, some of two pieces, some of one symbol; any goal; now and then a cap or a minimum. */
export function drawTask(draw: Draw): SaleTask {
  const drawn = drawOffers(draw, 4, 6);
  const offers = drawn.map((offer, at) => (draw(3) === 0 ? ofTwoPieces(offer, draw) : at > 0 && draw(3) === 0 ? { ...offer, symbol: drawn[0]!.symbol } : offer));
  const all = offers.reduce((sum, { valueCents }) => sum + valueCents, 0);
  const kind = (["cash", "cash", "cash", "gain", "loss"] as const)[draw(5)]!;
  const share = ((5 + draw(90)) / 100) * (kind === "cash" ? 1 : 0.3);
  return {
    basis: drawBasis(draw),
    ...drawRealised(draw),
    offers,
    goal: { kind, cents: Math.max(1, Math.floor(all * share)) },
    exactness: kind === "cash" && draw(2) === 0 ? "exactly" : "at least",
    limits: {
      mostOfSymbolCents: draw(4) === 0 ? Math.floor(all / 2) : null,
      mostOf: new Map(),
      leastTradeCents: draw(4) === 0 ? Math.floor(all / 8) : null,
    },
  };
}

/** The front of a lot at another basis and term than the rest, as after a wash. */
function ofTwoPieces(offer: Offer, draw: Draw): Offer {
  const [piece] = offer.pieces;
  if (offer.steps < 2) return offer;
  const front = 1 + draw(offer.steps - 1);
  const basisCents = Math.round((piece!.basisCents * front * (50 + draw(100))) / 100 / offer.steps);
  const pieces = [
    { ...piece!, steps: front, basisCents, isLong: draw(2) === 0 },
    { ...piece!, steps: offer.steps - front, basisCents: Math.round((piece!.basisCents * (offer.steps - front)) / offer.steps) },
  ];
  return { ...offer, pieces };
}
