/** What a choice of lots is to reach, as a number that each part sold adds to. */
import type { Exactness, SaleGoal } from "../sale-goal";
import type { Basket } from "./basket";
import { partOf, type Offer, type Part } from "./offers";

export interface Aim {
  readonly of: (part: Part) => number;
  readonly cents: number;
  /** from: at least so much. up to: no more, and no less than the floor. */
  readonly side: "from" | "up to";
  readonly floorCents: number;
  /** Cash: no share is sold that could be left out. */
  readonly isTight: boolean;
}

export function aimOf(goal: SaleGoal, exactness: Exactness): Aim {
  const isExact = exactness === "exactly";
  const common = { cents: goal.cents, floorCents: -Infinity };
  if (goal.kind === "cash") return { ...common, of: (part) => part.proceedsCents, side: "from", isTight: isExact };
  const sign = goal.kind === "gain" ? 1 : -1;
  return { ...common, of: (part) => sign * (part.shortCents + part.longCents), side: isExact ? "up to" : "from", isTight: false };
}

export function isReached({ of, cents, side, floorCents }: Aim, sold: Part): boolean {
  const reached = of(sold);
  return side === "from" ? reached >= cents : reached <= cents && reached >= floorCents;
}

/**
 * Steps of an offer that just reach the aim when the others bring `changeCents` more: the fewest that do, or the most that
 * do not pass it. null: none do.
 */
export function making(aim: Aim, basket: Basket, offer: number, changeCents: number): number | null {
  const one = basket.offers[offer]!;
  const needed = aim.cents - (aim.of(basket) - aim.of(basket.part(offer)) + changeCents);
  const whole = brings(aim, one, one.steps);
  if (aim.side === "from") {
    if (needed <= 0) return 0;
    if (needed > whole) return null;
    // Rounding can leave the quotient one step short.
    let made = Math.min(one.steps, Math.ceil((needed * one.steps) / whole - 1e-9));
    for (let tries = 0; made < one.steps && brings(aim, one, made) < needed && tries < MOST_OFF; tries += 1) made += 1;
    return made;
  }
  if (whole < 0) return offsetting(aim, one, needed, whole);
  if (needed < 0) return null;
  if (whole <= needed) return whole > 0 ? one.steps : 0;
  let made = Math.floor((needed * one.steps) / whole + 1e-9);
  for (let tries = 0; made > 0 && brings(aim, one, made) > needed && tries < MOST_OFF; tries += 1) made -= 1;
  if (brings(aim, one, made) > needed) return 0;
  for (let tries = 0; made < one.steps && brings(aim, one, made + 1) <= needed && tries < MOST_OFF; tries += 1) made += 1;
  return made;
}

/** The fewest steps of what goes against the aim, a loss among gains, that bring no more than is needed. */
function offsetting(aim: Aim, offer: Offer, needed: number, whole: number): number | null {
  if (needed >= 0) return 0;
  if (needed < whole) return null;
  let made = Math.ceil((needed * offer.steps) / whole - 1e-9);
  for (let tries = 0; made > 0 && brings(aim, offer, made - 1) <= needed && tries < MOST_OFF; tries += 1) made -= 1;
  for (let tries = 0; made < offer.steps && brings(aim, offer, made) > needed && tries < MOST_OFF; tries += 1) made += 1;
  return made;
}

function brings({ of }: Aim, offer: Offer, steps: number): number {
  return of(partOf(offer, steps));
}

/** Pieces of different basis put the quotient off; what is off further is no step that the search needs. */
const MOST_OFF = 50;
