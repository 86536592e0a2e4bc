/** What a method may ask about the sale it picks lots for: its day, its price, the terms of the pieces and the tax rates. */
import type { Method } from "../choices";
import type { Hindrance } from "../actions/leave";
import type { Ledger } from "../ledger";
import type { Piece } from "../pieces";
import type { Day } from "../../values/plain-date";
import { asksOfSale, needsRates } from "./ordering";
import { orderingOf } from "./table";

export interface SaleCircumstances {
  readonly day: Day;
  /** Net proceeds of all the units; their quotient is the price every share is compared at. */
  readonly proceedsCents: number;
  readonly units: number;
  /** Fractions; null where the settings give none. */
  readonly shortRate: number | null;
  readonly longRate: number | null;
  readonly isLongTerm: (piece: Piece) => boolean;
  /** Term of shares whose period counts from the day after `from`. */
  readonly isLongTermFrom: (from: Day) => boolean;
}

export interface PricedSale {
  readonly day: Day;
  readonly proceedsCents: number;
  readonly units: number;
}

/** null for a method whose order is the same whatever the sale. */
export function circumstancesFor(ledger: Ledger, method: Method, sale: PricedSale): SaleCircumstances | null {
  if (!asksOfSale(orderingOf(method))) return null;
  const { day, proceedsCents, units } = sale;
  const { shortRate, longRate } = ledger.choices;
  return {
    day,
    proceedsCents,
    units,
    shortRate,
    longRate,
    isLongTerm: (piece) => ledger.isLongTerm(piece, day),
    isLongTermFrom: (from) => ledger.law.isLongTerm(from, day),
  };
}

/** R-ID-5: a method that weighs tax cannot rank lots without both rates, and none is assumed. */
export function ratesMissing({ choices }: Ledger, method: Method): Hindrance | null {
  if (!needsRates(orderingOf(method))) return null;
  const missing = [choices.shortRate === null ? ["Short rate"] : [], choices.longRate === null ? ["Long rate"] : []];
  const names = missing.flat().join(" and ");
  if (names === "") return null;
  return {
    column: "Method",
    problem: `${method} needs tax rates, and the settings lack ${names}`,
    whatToDo: `Add ${names} to the settings.`,
  };
}
