/** Tax that losses save at the manual rates of the settings; a gain costs it. Rounded once, half away from zero. */
import Decimal from "decimal.js";
import { fifteenDigits } from "../values/decimals";
import type { HarvestFacts } from "./harvest-types";

// Our own constructor: settings changed elsewhere in the bundle cannot reach money.
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** Whole cents; null without rates. @param shortCents loss that counts, positive; negative is a gain */
export function taxSavedCents({ rates }: HarvestFacts, shortCents: number, longCents: number): number | null {
  if (rates === null) return null;
  const [short, long] = [new Exact(fifteenDigits(rates.short)), new Exact(fifteenDigits(rates.long))];
  return short.times(shortCents).plus(long.times(longCents)).toDecimalPlaces(0).toNumber() + 0;
}
