/** Answers the Plan screen: the lots that reach a goal at the least tax of the year (R-TAX-5), and what a plain order would cost. Pure. */
import type { SaleLimits } from "../../harvest/sale-goal";
import { sellPlan } from "../../harvest/sell-plan";
import { realisedInYear, type RealisedInYear } from "../../report/realised-in-year";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { gapsWithFaults } from "../../sheet/price-faults";
import { taxBasisOfYear } from "../../sheet/tax-basis-of-year";
import type { TaxBasis } from "../../tax/tax-basis";
import { done, type Outcome } from "../../values/outcome";
import { yearOf } from "../../values/plain-date";
import type { Answering, Desk } from "../engine/contract";
import { inSlices } from "../parts/in-slices";
import type { SalesPlanAnswer, SalesPlanAsk, SalesPlanView } from "./sales-plan-view";

export const answerSalesPlan: Answering<"salesPlan"> = async (desk, ask, step) => {
  const { prices, asOf, settings, book, facts } = desk;
  if (prices === null) return hindered("prices", "A plan needs prices, and there are none yet.");
  const basis = taxBasisOfYear(settings, yearOf(asOf));
  if (!basis.ok) return hindered("settings", basis.problem.sentence);
  const realised = realisedInYear(book, yearOf(asOf), asOf);
  if (!realised.ok) return hindered("rows", realised.problem.sentence);
  const { purpose, exactness } = ask;
  if (purpose.kind !== "cash") return hindered("ask", "Not yet.");
  const year: YearSoFar = { basis: basis.value, realised: realised.value };
  const found = await inSlices(sellPlan(facts, { ...year, cashCents: purpose.cents, exactly: exactness === "exactly", keep: limitsOf(ask).keepLots }), step, "Choosing the lots");
  if (!found.ok) return hindered("ask", found.problem.sentence);
  const { plan, taxOfSalesCents, taxCents, gapCents, gaps, leftOut } = found.value;
  return planned(desk, { ask, plan, taxOfSalesCents, taxCents, gapCents, proof: null, roomCents: null, plainTaxCents: null, gaps, leftOut });
};

interface YearSoFar {
  readonly basis: TaxBasis;
  readonly realised: RealisedInYear;
}

function hindered(where: Extract<SalesPlanAnswer, { kind: "hindered" }>["where"], sentence: string): Outcome<SalesPlanAnswer> {
  return done({ kind: "hindered", sentence, where });
}

function planned({ priceFaults, choices, facts }: Desk, view: Omit<SalesPlanView, "settingsSaid">): Outcome<SalesPlanAnswer> {
  return done({ kind: "planned", view: { ...view, gaps: gapsWithFaults(view.gaps, priceFaults), settingsSaid: settingsSummary(choices, facts.rates) } });
}

/** Names as the engine has them: in upper case. */
export function limitsOf({ keepLots, keepSymbols, keepAccounts, mostOfSymbolCents, leastTradeCents }: SalesPlanAsk): SaleLimits {
  const upper = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toUpperCase()));
  return { keepLots: upper(keepLots), keepSymbols: upper(keepSymbols), keepAccounts: upper(keepAccounts), mostOfSymbolCents, mostOf: new Map(), leastTradeCents };
}
