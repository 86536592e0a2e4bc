/** What the Sell screen asks and shows. */
import type { Day } from "../../values/plain-date";

export interface SellAsk {
  readonly symbol: string;
  readonly account: string | null;
  readonly shares: number;
  readonly price: number;
  readonly day: Day;
  /** A method of METHODS, or null for lots chosen one by one. */
  readonly method: string | null;
  readonly lots: readonly { readonly lot: string; readonly shares: number }[];
}

export interface SoldLot {
  readonly lot: string;
  readonly account: string;
  readonly row: number;
  readonly acquired: Day;
  readonly term: "Short" | "Long";
  readonly shares: number;
  readonly held: number;
  readonly basisCents: number;
  readonly proceedsCents: number;
  readonly gainCents: number;
  readonly disallowedCents: number;
  readonly note: string;
}

/** One method beside the others. */
export interface MethodCompared {
  readonly method: string;
  readonly shortGainCents: number;
  readonly longGainCents: number;
  readonly disallowedCents: number;
  /** At the manual rates; null without them. */
  readonly taxCents: number | null;
  readonly lots: readonly SoldLot[];
  /** Other methods that take the same lots. */
  readonly sameAs: readonly string[];
}

export interface SellView {
  readonly chosen: MethodCompared;
  /** Best first: least tax where rates are given, else least gain after disallowed losses. */
  readonly compared: readonly MethodCompared[];
}
