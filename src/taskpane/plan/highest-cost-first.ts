/**
 * A plain order for comparison: over all lots that may be sold, those that cost most for each dollar they bring first, whole
 * ones, the last cut to the shares that the cash needs. It looks at no term, no rate and no wash sale.
 */
import type { LotOffer } from "../../harvest/lot-offers";
import type { ChosenLot } from "../../harvest/plan";

/** null: all of them do not raise the cash. */
export function highestCostFirst(offers: readonly LotOffer[], cashCents: number): readonly ChosenLot[] | null {
  const chosen: ChosenLot[] = [];
  let left = cashCents;
  for (const one of [...offers].sort((a, b) => costForADollar(b) - costForADollar(a))) {
    if (left <= 0) break;
    const { steps, valueCents } = one.offer;
    const sold = valueCents <= left ? steps : leastSteps(one, left);
    chosen.push(...one.chosen(sold));
    left -= sold === steps ? valueCents : one.offer.proceedsOf(sold);
  }
  return left > 0 ? null : chosen;
}

function costForADollar({ offer }: LotOffer): number {
  const basisCents = offer.pieces.reduce((sum, piece) => sum + piece.basisCents, 0);
  return offer.valueCents === 0 ? Infinity : basisCents / offer.valueCents;
}

/** The fewest steps that bring the cents. */
function leastSteps({ offer }: LotOffer, cents: number): number {
  let [tooFew, enough] = [0, offer.steps];
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    if (offer.proceedsOf(middle) >= cents) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
