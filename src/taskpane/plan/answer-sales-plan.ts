/** Answers the Plan screen: the lots that reach a goal at the least tax of the year (R-TAX-5), and what a plain order would cost. Pure. */
import { charityPlan } from "../../harvest/charity-plan";
import { freeGainPlan } from "../../harvest/free-gain-plan";
import type { HarvestFacts, HarvestPlan } from "../../harvest/harvest-types";
import { proveLeast } from "../../harvest/least-tax/exact/prove-least";
import { planOf } from "../../harvest/plan";
import type { SaleGoal, SaleLimits } from "../../harvest/sale-goal";
import { saleMarket } from "../../harvest/sale-market";
import { sellPlan, type SellPlan, type SellPlanAsk } from "../../harvest/sell-plan";
import type { YearSoFar } from "../../harvest/year-so-far";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { gapsWithFaults } from "../../sheet/price-faults";
import { taxBasisOfYear } from "../../sheet/tax-basis-of-year";
import { taxDifference } from "../../tax/tax-basis";
import { done, type Outcome } from "../../values/outcome";
import { yearOf } from "../../values/plain-date";
import type { Answering, Desk, Step } from "../engine/contract";
import { proving } from "../engine/solver";
import { inSlices } from "../parts/in-slices";
import { capitalized } from "../sentences";
import { highestCostFirst } from "./highest-cost-first";
import type { SalesPlanAnswer, SalesPlanAsk, SalesPlanView } from "./sales-plan-view";

export const answerSalesPlan: Answering<"salesPlan"> = async (desk, ask, step) => {
  const { prices, asOf, settings, facts } = desk;
  if (prices === null) return hindered(ask, "prices", "A plan needs prices, and there are none yet.");
  const { purpose } = ask;
  // Which lots to give does not depend on the tax of the year, so it needs no return.
  if (purpose.kind === "charity") return gifts(desk, ask, purpose.cents, step);
  const basis = taxBasisOfYear(settings, yearOf(asOf));
  if (!basis.ok) return hindered(ask, "settings", basis.problem.sentence);
  if (!facts.year.ok) return hindered(ask, "rows", facts.year.problem.sentence);
  const year = facts.year.value;
  if (purpose.kind !== "free gain") return toGoal(desk, ask, purpose, year, step);
  const found = await inSlices(freeGainPlan(facts, { ...year, limits: limitsOf(ask) }), step, "Filling the room");
  return found.ok ? planned(desk, { ask, ...found.value, ...NOTHING_MINIMISED }) : hinderedByAsk(facts, ask, found.problem.sentence, step);
};

async function gifts(desk: Desk, ask: SalesPlanAsk, amountCents: number, step: Step): Promise<Outcome<SalesPlanAnswer>> {
  const { facts } = desk;
  if (!facts.year.ok && facts.year.problem.kind !== "missing-fact") return hindered(ask, "rows", facts.year.problem.sentence);
  const year = facts.year.ok ? facts.year.value : null;
  const found = await inSlices(charityPlan(facts, { year, amountCents, limits: limitsOf(ask) }), step, "Choosing the gifts");
  return found.ok ? planned(desk, { ask, roomCents: null, ...found.value, ...NOTHING_MINIMISED }) : hinderedByAsk(facts, ask, found.problem.sentence, step);
}

const NOTHING_MINIMISED = { gapCents: null, proof: null, plainTaxCents: null } as const;

async function toGoal(desk: Desk, ask: SalesPlanAsk, goal: SaleGoal, year: YearSoFar, step: Step): Promise<Outcome<SalesPlanAnswer>> {
  const { facts } = desk;
  const task: SellPlanAsk = { basis: year.basis, realised: year.realised, goal, exactness: ask.exactness, limits: limitsOf(ask) };
  const found = await inSlices(sellPlan(facts, task), step, "Choosing the lots");
  if (!found.ok) return hinderedByAsk(facts, ask, found.problem.sentence, step);
  const { found: best, proof } = ask.prove ? await proven(facts, task, found.value, step) : { found: found.value, proof: null };
  const { plan, taxOfSalesCents, taxCents, gapCents, gaps, leftOut } = best;
  const plainTaxCents = await plainTax(facts, task, year, step);
  return planned(desk, { ask, plan, taxOfSalesCents, taxCents, gapCents, proof, roomCents: null, plainTaxCents, gaps, leftOut });
}

async function proven(facts: HarvestFacts, task: SellPlanAsk, found: SellPlan, step: Step): Promise<{ readonly found: SellPlan; readonly proof: SalesPlanView["proof"] }> {
  const { found: best, proven: isProven, sentence } = await proveLeast(facts, task, found, proving(step));
  return { found: best, proof: { proven: isProven, sentence } };
}

/** What the plain order adds to the tax, by the same rules; null: another goal than cash, limits on trades, or not enough in it. */
async function plainTax(facts: HarvestFacts, { goal, limits }: SellPlanAsk, year: YearSoFar, step: Step): Promise<number | null> {
  if (goal.kind !== "cash" || limits.mostOfSymbolCents !== null || limits.leastTradeCents !== null) return null;
  const { offers } = await inSlices(saleMarket(facts, limits), step, "Comparing with a plain order");
  const chosen = highestCostFirst(offers, goal.cents);
  if (chosen === null) return null;
  const plan = await inSlices(planOf(facts, chosen), step, "Comparing with a plain order");
  return plan.ok ? taxDifference(year.basis, year.realised, countedOf(plan.value)) : null;
}

/** Results that count, by term. */
function countedOf({ harvestedShortCents, harvestedLongCents }: HarvestPlan): { readonly shortCents: number; readonly longCents: number } {
  return { shortCents: 0 - harvestedShortCents, longCents: 0 - harvestedLongCents };
}

function hindered(ask: SalesPlanAsk, where: Extract<SalesPlanAnswer, { kind: "hindered" }>["where"], sentence: string): Outcome<SalesPlanAnswer> {
  return done({ kind: "hindered", ask, sentence, where });
}

/** The limits are named where there are any: they can be taken away. */
async function hinderedByAsk(facts: HarvestFacts, ask: SalesPlanAsk, sentence: string, step: Step): Promise<Outcome<SalesPlanAnswer>> {
  const limits = limitsOf(ask);
  const keeps = limits.keepLots.size + limits.keepSymbols.size + limits.keepAccounts.size > 0;
  if (!keeps) return hindered(ask, limits.mostOfSymbolCents === null && limits.leastTradeCents === null ? "ask" : "limits", capitalized(sentence));
  const { offers, leftOut } = await inSlices(saleMarket(facts, limits), step, "Looking at the limits");
  return hindered(ask, "limits", offers.length === 0 && leftOut.length === 0 ? ALL_KEPT : capitalized(sentence));
}

const ALL_KEPT = "Your limits keep every lot that could be sold. Take one of them away.";

function planned({ priceFaults, choices, facts }: Desk, view: Omit<SalesPlanView, "settingsSaid">): Outcome<SalesPlanAnswer> {
  return done({ kind: "planned", view: { ...view, gaps: gapsWithFaults(view.gaps, priceFaults), settingsSaid: settingsSummary(choices, facts.year) } });
}

/** Names as the engine has them: in upper case. */
export function limitsOf({ keepLots, keepSymbols, keepAccounts, mostOfSymbolCents, leastTradeCents }: SalesPlanAsk): SaleLimits {
  const upper = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toUpperCase()));
  return { keepLots: upper(keepLots), keepSymbols: upper(keepSymbols), keepAccounts: upper(keepAccounts), mostOfSymbolCents, mostOf: new Map(), leastTradeCents };
}
