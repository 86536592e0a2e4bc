/** What the Tax screen asks and shows. */
import type { TaxLine } from "../../report/tax-year-lines";
import type { BandsOfYear } from "../../tax/bands";

/** Results that are not in the trades, added to what the year has realised. Cents; losses negative. */
export interface Scenario {
  readonly shortCents: number;
  readonly longCents: number;
}

/** A is usually nothing more sold; B what is planned. */
export interface TaxAsk {
  readonly a: Scenario;
  readonly b: Scenario;
}

export interface TaxView {
  readonly year: number;
  /** Realised up to the as-of day in taxable accounts, after disallowed losses. */
  readonly realised: { readonly shortCents: number; readonly longCents: number };
  /** Why the tax cannot be told, and which settings would show it; null when it is. Schedule D lines are there all the same. */
  readonly withoutTax: string | null;
  /** A wrong row may hide results of the year; null: none does. */
  readonly hidden: string | null;
  /** Bands exist: the tax is by the tables, not by stated rates. */
  readonly byTables: boolean;
  readonly a: ScenarioView;
  readonly b: ScenarioView;
  /** The settings in words. */
  readonly settingsSaid: string;
}

export interface ScenarioView {
  readonly scenario: Scenario;
  readonly lines: readonly TaxLine[];
  /** null: by stated rates, or the tax cannot be told. */
  readonly bands: BandsOfYear | null;
  /** Tax that the year's results add (R-TAX-5); null: it cannot be told. */
  readonly addedCents: number | null;
  /** Tax on the next $100 of gain of each term; null: it cannot be told. */
  readonly nextShortCents: number | null;
  readonly nextLongCents: number | null;
  /** Long-term gain that could still be taken free of tax; null: it cannot be told, or there is no end. */
  readonly freeLongCents: number | null;
  readonly carryShortCents: number;
  readonly carryLongCents: number;
}
