/**
 * The tax of the year if every lot at a loss were sold and none at a gain. The tax never falls when a result rises (R-TAX-5),
 * so no plan of sales goes below it, also by the printed table, whose steps the search does not follow.
 */
import { taxOfResults, type TaxBasis } from "../tax/tax-basis";
import { singleBlocks, type Offer } from "./least-tax/offers";

/** Cents that the rounding of a part of a lot can add to its loss. */
const ROUNDED_CENTS = 2;

/** Cents, of the whole year. */
export function taxWithAllLosses(basis: TaxBasis, realised: { readonly shortCents: number; readonly longCents: number }, offers: readonly Offer[]): number {
  let { shortCents, longCents } = realised;
  for (const { offer, isLong, gainCents, steps } of singleBlocks(offers)) {
    const rounded = offers[offer]!.isEven || gainCents >= ROUNDED_CENTS * steps ? 0 : ROUNDED_CENTS;
    const least = Math.floor(Math.min(0, gainCents)) - rounded;
    if (isLong) longCents += least;
    else shortCents += least;
  }
  return taxOfResults(basis, shortCents, longCents).total.toNumber();
}
