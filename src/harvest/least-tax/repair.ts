/** Makes a basket that was filled over fractional shares reach its aim within the limits, the wanted lots first. */
import { isReached, making, type Aim } from "./aim";
import { stepsWithin, type Basket } from "./basket";
import { freeStepCents } from "./whole-shares";

/** Symbols that bring less than they must: more of them is sold, or nothing. */
export type SmallTrades = "raised" | "dropped";

/** @param wanted offers, those first that are to be sold first */
export function repair(basket: Basket, aim: Aim, wanted: readonly number[], small: SmallTrades): void {
  keepCaps(basket, wanted);
  topUp(basket, aim, wanted);
  if (basket.beyond === 0) return;
  for (let round = 0; round < 2 && basket.beyond > 0; round += 1) {
    for (const at of new Set(wanted)) if (isSmall(basket, at)) mend(basket, wanted, at, small);
    topUp(basket, aim, wanted.filter((at) => basket.ofSymbol(at) > 0 || canStand(basket, at)));
  }
  for (const at of new Set(wanted)) if (isSmall(basket, at)) mend(basket, wanted, at, "raised");
}

/** Of symbols above their cap, the least wanted shares are kept. */
function keepCaps(basket: Basket, wanted: readonly number[]): void {
  if (basket.beyond === 0) return;
  const { symbolOf, mostCents } = basket.limits;
  for (const at of [...wanted].reverse()) {
    const symbol = symbolOf[at]!;
    const over = basket.sold[symbol]! - mostCents[symbol]!;
    if (over <= 0 || basket.steps[at] === 0) continue;
    basket.set(at, stepsWithin(basket.offers[at]!, basket.part(at).proceedsCents - over, basket.steps[at]!));
  }
}

/** Sells what is unsold until the aim is reached, as far as caps allow. */
function topUp(basket: Basket, aim: Aim, wanted: readonly number[]): void {
  for (const at of wanted) {
    if (aim.side === "from" && isReached(aim, basket)) return;
    const needed = making(aim, basket, at, 0) ?? (aim.side === "from" ? basket.offers[at]!.steps : 0);
    const steps = Math.min(needed, mostUnderCap(basket, at, needed));
    if (steps > basket.steps[at]!) basket.set(at, steps);
  }
}

/** Steps of an offer, up to `most`, that its symbol has room for. */
export function mostUnderCap(basket: Basket, at: number, most: number): number {
  const { symbolOf, mostCents } = basket.limits;
  const room = mostCents[symbolOf[at]!]! - (basket.ofSymbol(at) - basket.part(at).proceedsCents);
  return room === Infinity ? most : stepsWithin(basket.offers[at]!, room, most);
}

function isSmall(basket: Basket, at: number): boolean {
  return basket.steps[at]! > 0 && basket.ofSymbol(at) < basket.limits.leastCents;
}

/** All that may be sold of its symbol is enough for a trade. */
function canStand({ limits }: Basket, at: number): boolean {
  const symbol = limits.symbolOf[at]!;
  return Math.min(limits.valueCents[symbol]!, limits.mostCents[symbol]!) >= limits.leastCents;
}

function mend(basket: Basket, wanted: readonly number[], of: number, small: SmallTrades): void {
  const { symbolOf, leastCents } = basket.limits;
  const own = [...new Set(wanted)].filter((at) => symbolOf[at] === symbolOf[of]);
  if (small === "raised") {
    for (const at of own) {
      const lacking = leastCents - (basket.ofSymbol(of) - basket.part(at).proceedsCents);
      const { steps, valueCents } = basket.offers[at]!;
      let enough = lacking >= valueCents ? steps : Math.max(basket.steps[at]!, Math.ceil((lacking * steps) / valueCents - 1e-9));
      enough = mostUnderCap(basket, at, enough);
      if (enough > basket.steps[at]!) basket.set(at, enough);
      if (basket.ofSymbol(of) < leastCents && enough < steps && mostUnderCap(basket, at, enough + 1) > enough) basket.set(at, enough + 1);
      if (basket.ofSymbol(of) >= leastCents) return;
    }
  }
  for (const at of own) basket.set(at, 0);
}

/** Drops every step that the cash does not need, the least wanted first. */
export function dropUnneeded(basket: Basket, aim: Aim, wanted: readonly number[]): void {
  for (let place = wanted.length - 1; place >= 0; place -= 1) {
    const at = wanted[place]!;
    if (basket.proceedsCents <= aim.cents) return;
    if (basket.steps[at] === 0) continue;
    if (basket.limits.leastCents > 0) dropOneByOne(basket, aim, at);
    else {
      const needed = making(aim, basket, at, 0);
      if (needed !== null && needed < basket.steps[at]!) basket.set(at, needed);
    }
  }
}

/** A step at a time, as long as its symbol still brings what it must. */
function dropOneByOne(basket: Basket, aim: Aim, at: number): void {
  while (basket.steps[at]! > 0 && freeStepCents(basket, at) <= basket.proceedsCents - aim.cents) basket.set(at, basket.steps[at]! - 1);
}
