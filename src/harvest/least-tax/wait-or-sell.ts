/**
 * Wait or sell: a short-term gain sold now, or the same lot once it is long-term. The break-even is the fall in price by
 * then that eats up the tax saved (R-TAX-5, R-HP-1). The year of the later sale is taken to be like this one.
 */
import { wholeCents } from "../../tax/exact";
import { taxOfResults, type TaxBasis } from "../../tax/tax-basis";
import { quickTax } from "./quick-tax";

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
  const { shortCents, longCents } = realised;
  const without = taxOfResults(basis, shortCents, longCents).total;
  const taxOf = (short: number, long: number): number => wholeCents(taxOfResults(basis, shortCents + short, longCents + long).total.minus(without));
  const taxAt = (value: number): number => taxOf(0, value - basisCents);
  const taxNowCents = taxOf(gainCents, 0);
  const kept = valueCents - taxNowCents;
  // A dollar more of value never costs a dollar of tax, so what is kept rises with the value.
  const quick = quickTax(basis);
  const nothing = quick.of(shortCents, longCents);
  const near = leastWhere((value) => value - (quick.of(shortCents, longCents + value - basisCents) - nothing) >= kept, Math.max(1, valueCents), valueCents + 1);
  const enough = leastWhere((value) => value - taxAt(value) >= kept, near, 1);
  return {
    taxNowCents,
    taxLaterCents: taxAt(valueCents),
    breakEvenValueCents: enough,
    breakEvenMove: valueCents === 0 ? null : (enough - valueCents) / valueCents,
  };
}

/** Least whole value from 0 on that is enough, where all above it are. @param step to look around `near` with, doubled while it is too short */
function leastWhere(isEnough: (value: number) => boolean, near: number, step: number): number {
  let [tooLow, enough] = [near - step, near];
  for (let by = step; !isEnough(enough); by *= 2) {
    tooLow = enough;
    enough += by;
  }
  for (let by = step; tooLow >= 0 && isEnough(tooLow); by *= 2) {
    enough = tooLow;
    tooLow -= by;
  }
  tooLow = Math.max(-1, tooLow);
  while (enough - tooLow > 1) {
    const middle = Math.floor((enough + tooLow) / 2);
    if (isEnough(middle)) enough = middle;
    else tooLow = middle;
  }
  return enough;
}
