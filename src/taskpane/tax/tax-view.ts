/** What the Tax screen asks and shows. */
import type { TaxLine } from "../../report/tax-year-lines";
import type { BandsOfYear } from "../../tax/bands";
import type { Carryover } from "../../tax/netting";

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
  /** Realised up to the as-of day in taxable accounts, after disallowed losses; null: a wrong row may hide some of it. */
  readonly realised: Scenario | null;
  /** Why the tax cannot be told, and which settings would show it; null when it is. Schedule D lines are there all the same. */
  readonly withoutTax: string | null;
  /** A wrong row may hide results of the year, so no figure of it is told; null: none does. */
  readonly hidden: string | null;
  /** Bands exist: the tax is by the tables, not by stated rates. */
  readonly byTables: boolean;
  /** With nothing further; null: it cannot be told. */
  readonly soFar: TaxOfScenario | null;
  readonly a: ScenarioView;
  readonly b: ScenarioView;
  /** The settings in words. */
  readonly settingsSaid: string;
}

export interface ScenarioView {
  readonly scenario: Scenario;
  /** The same lines in the same order for every scenario. */
  readonly lines: readonly TaxLine[];
  /** null: by stated rates, or the tax cannot be told. */
  readonly bands: BandsOfYear | null;
  /** null: it cannot be told. */
  readonly tax: TaxOfScenario | null;
  /** Into the next year, positive; null: it cannot be told. */
  readonly carry: Carryover | null;
}

export interface TaxOfScenario {
  /** Tax that the year's results add (R-TAX-5). */
  readonly addedCents: number;
  /** Tax on the next $100 of gain of each term. */
  readonly nextShortCents: number;
  readonly nextLongCents: number;
  /** Long-term gain that could still be taken at no added tax, in whole dollars; null: there is no end. */
  readonly freeLongCents: number | null;
}
