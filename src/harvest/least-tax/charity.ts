/**
 * Shares to give to charity: long-term ones with the greatest gain for each dollar given, whose gain is then never taxed;
 * never a loss, which selling would let count, and never short-term ones, of which only the basis may be deducted.
 * IRC 170(e)(1)(A).
 */
import { NO_LIMITS } from "../sale-goal";
import { stepsWithin } from "./basket";
import { byGainForADollar, takeInOrder } from "./gains-in-order";
import type { Offer } from "./offers";
import type { TradeLimits } from "./sale-task";
import { symbolLimits } from "./symbol-limits";

export interface Gift {
  /** Index of the offer. */
  readonly offer: number;
  readonly steps: number;
  readonly valueCents: number;
  /** Never taxed when given. */
  readonly gainCents: number;
}

/** Gives no more than the amount; the last lot is cut to whole steps. @param amountCents value to give */
export function charityGifts(offers: readonly Offer[], amountCents: number, tradeLimits: TradeLimits = NO_LIMITS): readonly Gift[] {
  const order = byGainForADollar(offers);
  const given = takeInOrder(offers, order, symbolLimits(offers, tradeLimits), (basket, { offer, steps }) => stepsWithin(offers[offer]!, amountCents - basket.proceedsCents, steps));
  return order.flatMap(({ offer }) => {
    const steps = given.steps[offer]!;
    const { proceedsCents, longCents } = given.part(offer);
    return steps === 0 || longCents <= 0 ? [] : [{ offer, steps, valueCents: proceedsCents, gainCents: longCents }];
  });
}
