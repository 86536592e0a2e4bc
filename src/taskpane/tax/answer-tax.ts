/** Answers the Tax screen: the year's results with what is typed for A and for B, and the tax of each (R-NET-1 to R-TAX-5). Pure. */
import { freeLongGain } from "../../harvest/least-tax/gain-room";
import { taxYearLines, type YearToTell } from "../../report/tax-year-lines";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { yearToTell } from "../../sheet/year-to-tell";
import { bandsOf } from "../../tax/bands";
import { scheduleD } from "../../tax/schedule-d";
import { taxDifference, type TaxBasis } from "../../tax/tax-basis";
import { done } from "../../values/outcome";
import { yearOf } from "../../values/plain-date";
import type { Answering } from "../engine/contract";
import type { Scenario, ScenarioView, TaxOfScenario, TaxView } from "./tax-view";

/** The gain whose tax is told beside that of the year. */
const NEXT_CENTS = 100_00;
const A_DOLLAR = 1_00;
const NO_RESULTS: Scenario = { shortCents: 0, longCents: 0 };

export const answerTax: Answering<"tax"> = async ({ book, settings, choices, facts, asOf }, ask, step) => {
  step.working("Adding up the year", null);
  const year = yearOf(asOf);
  const told = yearToTell(book, settings, year, asOf);
  await step.breathe();
  const soFar = scenarioView(told, NO_RESULTS);
  await step.breathe();
  const a = scenarioView(told, ask.a);
  await step.breathe();
  const { results, basis } = told;
  return done<TaxView>({
    year,
    realised: results.ok ? results.value : null,
    withoutTax: results.ok && !basis.ok ? basis.problem.sentence : null,
    hidden: results.ok ? null : results.problem.sentence,
    byTables: basis.ok && basis.value.by === "law",
    soFar: soFar.tax,
    a,
    b: scenarioView(told, ask.b),
    settingsSaid: settingsSummary(choices, facts.year),
  });
};

function scenarioView(told: YearToTell, scenario: Scenario): ScenarioView {
  const { results, facts, basis } = told;
  if (!results.ok) return { scenario, lines: taxYearLines(told), bands: null, tax: null, carry: null };
  const { shortCents, longCents } = withFurther(results.value, scenario);
  const netted = facts.ok ? scheduleD(facts.value, shortCents, longCents).ofStatus : null;
  return {
    scenario,
    lines: taxYearLines({ ...told, results: done({ shortCents, longCents }) }),
    bands: basis.ok && basis.value.by === "law" ? bandsOf(basis.value.situation, shortCents, longCents) : null,
    tax: basis.ok ? taxOfScenario(basis.value, { shortCents, longCents }) : null,
    carry: netted?.carryover ?? null,
  };
}

function taxOfScenario(basis: TaxBasis, results: Scenario): TaxOfScenario {
  const free = freeLongGain({ basis, ...results });
  return {
    addedCents: taxDifference(basis, NO_RESULTS, results),
    nextShortCents: taxDifference(basis, results, { shortCents: NEXT_CENTS, longCents: 0 }),
    nextLongCents: taxDifference(basis, results, { shortCents: 0, longCents: NEXT_CENTS }),
    freeLongCents: Number.isFinite(free) ? wholeDollarsOf(free) : null,
  };
}

/** A few cents of gain cost less than half a cent of tax: no room that anybody means. */
function wholeDollarsOf(cents: number): number {
  return Math.floor(cents / A_DOLLAR) * A_DOLLAR;
}

function withFurther(results: Scenario, further: Scenario): Scenario {
  return { shortCents: results.shortCents + further.shortCents, longCents: results.longCents + further.longCents };
}
