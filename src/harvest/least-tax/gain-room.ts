/**
 * Gain harvesting: the greatest long-term gain that can be realised this year at no added tax, filling the 0 % band, a
 * carryover, or losses of the year (R-TAX-1, R-TAX-5). The tax never falls as gains rise, so the room ends in one place.
 */
import { taxDifference, type TaxBasis } from "../../tax/tax-basis";
import { partOf, type Offer } from "./offers";

export interface GainRoomTask {
  readonly basis: TaxBasis;
  /** Realised this year already, adjusted. Cents. */
  readonly shortCents: number;
  readonly longCents: number;
}

/** Cents: no more long-term gain than this is free; Infinity: none ever costs anything. */
export function freeLongGain(task: GainRoomTask): number {
  const isFree = (longCents: number): boolean => taxDifference(task.basis, task, { shortCents: 0, longCents }) <= 0;
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
 * the smallest step of those left is fitted in as long as there is room.
 */
export function fillFreeGain(task: GainRoomTask, offers: readonly Offer[]): FreeGains {
  const roomCents = freeLongGain(task);
  const steps = new Int32Array(offers.length);
  let [gainCents, proceedsCents] = [0, 0];
  for (const at of byGainForADollar(offers)) {
    const offer = offers[at]!;
    const fitting = mostSteps(offer, roomCents - gainCents);
    if (fitting === 0) continue;
    const part = partOf(offer, fitting);
    steps[at] = fitting;
    gainCents += part.longCents;
    proceedsCents += part.proceedsCents;
  }
  return { steps, gainCents, proceedsCents, roomCents };
}

/** Whole long-term offers at a gain; one with a short-term piece would bring another kind of gain. */
function byGainForADollar(offers: readonly Offer[]): number[] {
  const gains = offers.map((offer) => partOf(offer, offer.steps));
  const isLongGain = (at: number): boolean => gains[at]!.longCents > 0 && offers[at]!.pieces.every(({ isLong }) => isLong);
  const ratio = (at: number): number => gains[at]!.longCents / gains[at]!.proceedsCents;
  return [...offers.keys()].filter(isLongGain).sort((a, b) => ratio(b) - ratio(a) || a - b);
}

function mostSteps(offer: Offer, roomCents: number): number {
  let [fits, tooMany] = [0, offer.steps + 1];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (partOf(offer, middle).longCents <= roomCents) fits = middle;
    else tooMany = middle;
  }
  return fits;
}
