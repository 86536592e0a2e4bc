/** Answers the Tax screen: the year's results with what is typed for A and for B, and the tax of each (R-NET-1 to R-TAX-5). Pure. */
import { freeLongGain } from "../../harvest/least-tax/gain-room";
import { realisedInYear, resultsOfYear, type RealisedInYear } from "../../report/realised-in-year";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { taxBasisOfYear } from "../../sheet/tax-basis-of-year";
import { taxDifference, taxOfResults, type TaxBasis } from "../../tax/tax-basis";
import { done, type Outcome } from "../../values/outcome";
import { yearOf } from "../../values/plain-date";
import type { Answering } from "../engine/contract";
import type { Scenario, ScenarioView, TaxView } from "./tax-view";

/** What the answer line tells the tax of. */
const NEXT_CENTS = 100_00;

const NO_RESULTS = { shortCents: 0, longCents: 0 };

export const answerTax: Answering<"tax"> = async ({ book, settings, choices, facts, asOf }, ask, step) => {
  step.working("Adding up the year", null);
  const year = yearOf(asOf);
  const realised = resultsOfYear(book, year, asOf);
  const whole = realisedInYear(book, year, asOf);
  await step.breathe();
  const basis = whole.ok ? taxBasisOfYear(settings, year) : whole;
  const viewOf = (scenario: Scenario): ScenarioView => scenarioView(basis, realised, scenario);
  const a = viewOf(ask.a);
  await step.breathe();
  return done<TaxView>({
    year,
    realised,
    withoutTax: basis.ok ? null : basis.problem.sentence,
    hidden: whole.ok || whole.problem.kind !== "bad-input" ? null : whole.problem.sentence,
    byTables: basis.ok && basis.value.by === "law",
    a,
    b: viewOf(ask.b),
    settingsSaid: settingsSummary(choices, facts.rates),
  });
};

function scenarioView(outcome: Outcome<TaxBasis>, realised: RealisedInYear, scenario: Scenario): ScenarioView {
  const results = { shortCents: realised.shortCents + scenario.shortCents, longCents: realised.longCents + scenario.longCents };
  if (!outcome.ok) return { scenario, lines: [], bands: null, addedCents: null, nextShortCents: null, nextLongCents: null, freeLongCents: null, carryShortCents: 0, carryLongCents: 0 };
  const basis = outcome.value;
  const { carryover } = taxOfResults(basis, results.shortCents, results.longCents);
  const free = freeLongGain({ basis, ...results });
  return {
    scenario,
    lines: [],
    bands: null,
    addedCents: taxDifference(basis, NO_RESULTS, results),
    nextShortCents: taxDifference(basis, results, { shortCents: NEXT_CENTS, longCents: 0 }),
    nextLongCents: taxDifference(basis, results, { shortCents: 0, longCents: NEXT_CENTS }),
    freeLongCents: Number.isFinite(free) ? free : null,
    carryShortCents: carryover.shortCents,
    carryLongCents: carryover.longCents,
  };
}
