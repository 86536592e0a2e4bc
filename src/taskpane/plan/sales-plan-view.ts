/** What the Plan screen asks and shows: which lots, over all symbols and taxable accounts, reach a goal at the least tax. */
import type { HarvestGap, HarvestPlan } from "../../harvest/harvest-types";
import type { Exactness, SaleGoal } from "../../harvest/sale-goal";

/** Free gain fills the room in which long-term gain costs nothing; charity picks what to give instead of selling. */
export type PlanPurpose = SaleGoal | { readonly kind: "free gain" } | { readonly kind: "charity"; readonly cents: number };

/** Limits as the fields state them; names as the trades have them. */
export interface SalesPlanAsk {
  readonly purpose: PlanPurpose;
  readonly exactness: Exactness;
  readonly keepLots: readonly string[];
  readonly keepSymbols: readonly string[];
  readonly keepAccounts: readonly string[];
  readonly mostOfSymbolCents: number | null;
  readonly leastTradeCents: number | null;
  /** Search for the proven least in whole shares where the sweep leaves a gap; takes seconds. */
  readonly prove: boolean;
}

export interface SalesPlanView {
  readonly ask: SalesPlanAsk;
  /** Of charity: the lots to give, with gains that are then never taxed. */
  readonly plan: HarvestPlan;
  /** By sale in the order of the plan, each to those before it; of charity what selling instead would have added. null: no tax. */
  readonly taxOfSalesCents: readonly number[] | null;
  readonly taxCents: number | null;
  /** No plan adds less than the tax less this; 0: proven the least. null where nothing is minimised. */
  readonly gapCents: number | null;
  /** The search for the proven least ran, and whether it came to its end. null: it was not asked for. */
  readonly proof: { readonly proven: boolean; readonly sentence: string } | null;
  /** Of free gain: the room there was. */
  readonly roomCents: number | null;
  /** What a plain order would have cost, for comparison: highest cost first over all lots. null: not comparable. */
  readonly plainTaxCents: number | null;
  readonly gaps: readonly HarvestGap[];
  /** Symbols left out: collectibles at a long-term gain (R-TAX-4). */
  readonly leftOut: readonly string[];
  readonly settingsSaid: string;
}

/** A plan, or what stands in the way of one and where that is mended. */
export type SalesPlanAnswer =
  | { readonly kind: "planned"; readonly view: SalesPlanView }
  | { readonly kind: "hindered"; readonly ask: SalesPlanAsk; readonly sentence: string; readonly where: "prices" | "settings" | "rows" | "limits" | "ask" };
