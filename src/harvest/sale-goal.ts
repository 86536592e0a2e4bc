/** What a plan of sales over all symbols is to reach, and within which limits. */

export type SaleGoal =
  /** Proceeds before tax. */
  | { readonly kind: "cash"; readonly cents: number }
  /** Net gain that counts (after what is disallowed), both terms together, positive. */
  | { readonly kind: "gain"; readonly cents: number }
  /** Net loss that counts, positive. */
  | { readonly kind: "loss"; readonly cents: number };

/** At most: as near as whole shares allow without passing it. */
export type Exactness = "at least" | "exactly";

export interface SaleLimits {
  /** Lots that are not to be sold: keys as in HarvestLot. */
  readonly keepLots: ReadonlySet<string>;
  /** Symbols none of whose lots are to be sold, upper case. */
  readonly keepSymbols: ReadonlySet<string>;
  /** Accounts not sold from, upper case. */
  readonly keepAccounts: ReadonlySet<string>;
  /** Most cents that any one symbol may bring; null: no limit. */
  readonly mostOfSymbolCents: number | null;
  /** Of a symbol by itself, upper case; wins over the one for all. */
  readonly mostOf: ReadonlyMap<string, number>;
  /** Least cents that a symbol sold must bring; null: no limit. */
  readonly leastTradeCents: number | null;
}

export const NO_LIMITS: SaleLimits = {
  keepLots: new Set(),
  keepSymbols: new Set(),
  keepAccounts: new Set(),
  mostOfSymbolCents: null,
  mostOf: new Map(),
  leastTradeCents: null,
};
