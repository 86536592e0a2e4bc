/** The quantities of a lot that can be sold: whole shares, or, of a lot with a fraction, steps of its last decimal. */
import { decimalsOf, powerOfTen } from "../values/decimals";
import type { HeldLot } from "./held-lots";

/** A fraction of a split has no last decimal: brokers trade no finer than this. */
const MOST_DECIMALS = 6;

export interface ShareSteps {
  readonly count: number;
  /** Shares of so many steps, 0 < steps < count. */
  readonly shares: (steps: number) => number;
}

export function stepsOf({ shares }: HeldLot): ShareSteps {
  const scale = powerOfTen(Math.min(MOST_DECIMALS, decimalsOf(shares) ?? MOST_DECIMALS));
  return { count: Math.ceil(shares * scale - 1e-9), shares: (steps) => steps / scale };
}
