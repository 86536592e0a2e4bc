/** Sells less as long as the tax stays: what this year cannot use is kept, and no more is sold than the goal needs. */
import { isReached } from "./aim";
import type { Basket } from "./basket";
import type { Search } from "./whole-shares";

/** @param wanted offers, those first that are to be sold first: the last are kept first */
export function leaveOut(search: Search, basket: Basket, wanted: readonly number[]): void {
  const mostTax = taxOf(search, basket) + 1e-6;
  const isEnough = (at: number, steps: number): boolean => {
    basket.set(at, steps);
    return taxOf(search, basket) <= mostTax && isReached(search.aim, basket) && basket.beyond === 0;
  };
  for (let place = wanted.length - 1; place >= 0; place -= 1) {
    const at = wanted[place]!;
    const sold = basket.steps[at]!;
    if (sold === 0) continue;
    let kept = sold;
    let left = sold;
    // Mostly nothing of a lot can be kept, which its last step tells, or all of it.
    if (isEnough(at, sold - 1)) {
      if (isEnough(at, 0)) continue;
      kept = sold - 1;
      left = 1;
    }
    while (kept > left) {
      const middle = (kept + left) >> 1;
      if (isEnough(at, middle)) kept = middle;
      else left = middle + 1;
    }
    basket.set(at, kept);
  }
}

function taxOf({ tax, shortCents, longCents }: Search, basket: Basket): number {
  return tax.of(shortCents + basket.shortCents, longCents + basket.longCents);
}
