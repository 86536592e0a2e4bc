/**
 * Wait or sell: a short-term gain sold now, or the same lot once it is long-term. The break-even is the fall in price by
 * then that eats up the tax saved (R-TAX-5, R-HP-1). The year of the later sale is taken to be like this one.
 */
import { taxDifference, type TaxBasis } from "../../tax/tax-basis";

export interface WaitTask {
  readonly basis: TaxBasis;
  /** Realised this year besides, adjusted. Cents. */
  readonly realised: { readonly shortCents: number; readonly longCents: number };
  readonly valueCents: number;
  readonly basisCents: number;
}

export interface WaitOrSell {
  readonly taxNowCents: number;
  /** Long-term, at the same price. */
  readonly taxLaterCents: number;
  /** Least value at which waiting keeps as much after tax as selling now; above today's where waiting costs tax. */
  readonly breakEvenValueCents: number;
  /** The move in price to it, as a fraction of today's; negative: a fall that waiting can bear. null: worth nothing today. */
  readonly breakEvenMove: number | null;
}

export function waitOrSell({ basis, realised, valueCents, basisCents }: WaitTask): WaitOrSell {
  const gainCents = valueCents - basisCents;
  const taxNowCents = taxDifference(basis, realised, { shortCents: gainCents, longCents: 0 });
  const taxAt = (value: number): number => taxDifference(basis, realised, { shortCents: 0, longCents: value - basisCents });
  const kept = valueCents - taxNowCents;
  const keepsAsMuch = (value: number): boolean => value - taxAt(value) >= kept;
  // A dollar more of value never costs a dollar of tax, so what is kept rises with the value.
  let [tooLow, enough] = [-1, Math.max(1, valueCents)];
  while (!keepsAsMuch(enough)) {
    tooLow = enough;
    enough *= 2;
  }
  while (enough - tooLow > 1) {
    const middle = Math.floor((enough + tooLow) / 2);
    if (keepsAsMuch(middle)) enough = middle;
    else tooLow = middle;
  }
  return {
    taxNowCents,
    taxLaterCents: taxAt(valueCents),
    breakEvenValueCents: enough,
    breakEvenMove: valueCents === 0 ? null : (enough - valueCents) / valueCents,
  };
}
