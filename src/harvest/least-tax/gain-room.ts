/**
 * Gain harvesting: the greatest long-term gain that can be realised this year at no added tax, filling the 0 % band, a
 * carryover, or losses of the year (R-TAX-1, R-TAX-5). The tax never falls as gains rise, so the room ends in one place.
 */
import { taxOfResults, type TaxBasis } from "../../tax/tax-basis";
import { NO_LIMITS } from "../sale-goal";
import { byGainForADollar, takeInOrder, type GainingFront } from "./gains-in-order";
import { partOf, type Offer } from "./offers";
import type { TradeLimits } from "./sale-task";
import { symbolLimits } from "./symbol-limits";

export interface GainRoomTask {
  readonly basis: TaxBasis;
  /** Realised this year already, adjusted. Cents. */
  readonly shortCents: number;
  readonly longCents: number;
}

/** Cents: no more long-term gain than this is free; Infinity: none ever costs anything. */
export function freeLongGain(task: GainRoomTask): number {
  const before = taxOfResults(task.basis, task.shortCents, task.longCents).total;
  const isFree = (longCents: number): boolean => taxOfResults(task.basis, task.shortCents, task.longCents + longCents).total.minus(before).toNumber() <= 0;
  let [free, taxed] = [0, 1];
  while (isFree(taxed)) {
    if (taxed > LARGEST_CENTS) return Infinity;
    free = taxed;
    taxed *= 2;
  }
  while (taxed - free > 1) {
    const middle = Math.floor((free + taxed) / 2);
    if (isFree(middle)) free = middle;
    else taxed = middle;
  }
  return free;
}

/** $90 billion: beyond any return. */
const LARGEST_CENTS = 9e12;

export interface FreeGains {
  /** Steps sold, by offer. */
  readonly steps: Int32Array;
  readonly gainCents: number;
  readonly proceedsCents: number;
  readonly roomCents: number;
}

/**
 * The lots at a long-term gain that fill the room, the greatest gain for a dollar first, so that least is sold for it; then
 * the smallest step of those left is fitted in as long as there is room. A symbol that would bring less than it must is left out.
 */
export function fillFreeGain(task: GainRoomTask, offers: readonly Offer[], tradeLimits: TradeLimits = NO_LIMITS): FreeGains {
  const roomCents = freeLongGain(task);
  const limits = symbolLimits(offers, tradeLimits);
  const sold = takeInOrder(offers, byGainForADollar(offers), limits, (basket, front) => mostSteps(offers, front, roomCents - basket.longCents));
  return { steps: sold.steps, gainCents: sold.longCents, proceedsCents: sold.proceedsCents, roomCents };
}

/** Of a part of a lot less gain than this is no order that anyone places: a sliver of a share. */
const LEAST_GAIN_CENTS = 100;

function mostSteps(offers: readonly Offer[], front: GainingFront, roomCents: number): number {
  const offer = offers[front.offer]!;
  let [fits, tooMany] = [0, front.steps + 1];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (partOf(offer, middle).longCents <= roomCents) fits = middle;
    else tooMany = middle;
  }
  return fits < front.steps && partOf(offer, fits).longCents < LEAST_GAIN_CENTS ? 0 : fits;
}
