/** What a search for the least tax is set, over lots that may be sold, and what it finds. The lots are taken as they stand. */
import type { TaxBasis } from "../../tax/tax-basis";
import type { Exactness, SaleGoal, SaleLimits } from "../sale-goal";
import type { Offer } from "./offers";

/** Limits on what a symbol brings; lots that are kept are not among the offers. */
export type TradeLimits = Pick<SaleLimits, "mostOfSymbolCents" | "mostOf" | "leastTradeCents">;

export interface SaleTask {
  readonly basis: TaxBasis;
  /** Realised this year already, adjusted. Cents. */
  readonly shortCents: number;
  readonly longCents: number;
  readonly offers: readonly Offer[];
  readonly goal: SaleGoal;
  readonly exactness: Exactness;
  readonly limits: TradeLimits;
  /** So much of the results may change its term where a washed loss gives its period to its replacement (R-WS-6). */
  readonly movedCents?: number;
}

export interface SaleBound {
  /** Tax of the whole year that no choice of these lots goes below. Cents, not rounded. */
  readonly boundCents: number;
  /** Of the bound: what the rounding of cents can take from it. */
  readonly roundingCents: number;
}

/** Of a gain or a loss that is not to be passed the bound is that of choices that realise no less than this one. */
export interface SaleChoice extends SaleBound {
  /** Steps sold, by offer. */
  readonly steps: Int32Array;
  readonly proceedsCents: number;
  /** Gains before anything is disallowed. */
  readonly shortCents: number;
  readonly longCents: number;
}
