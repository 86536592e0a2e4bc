/** What the Tax screen says. */
import { wholeDollars } from "../charts/formats";
import type { Scenario, ScenarioView, TaxView } from "./tax-view";

/** "2026 so far adds $4,310 of tax. The next $100 of long-term gain costs $15." Without a return, what the year comes to. */
export function answerLine({ year, realised, soFar }: Pick<TaxView, "year" | "realised" | "soFar">): string {
  if (realised === null) return `What ${year} comes to cannot be told until a row is mended.`;
  if (soFar === null) return `${year} so far: ${resultsText(realised)}.`;
  const so = realised.shortCents === 0 && realised.longCents === 0 ? `Nothing is realized in ${year} yet` : `${year} so far ${addsText(soFar.addedCents)}`;
  return `${so}. The next $100 of long-term gain ${costsText(soFar.nextLongCents)}.`;
}

/** "a short-term gain of $200 and a long-term loss of $50" */
export function resultsText({ shortCents, longCents }: Scenario): string {
  if (shortCents === 0 && longCents === 0) return "nothing is realized yet";
  const parts = [
    ...(shortCents === 0 ? [] : [gainOrLoss("short-term", shortCents)]),
    ...(longCents === 0 ? [] : [gainOrLoss("long-term", longCents)]),
  ];
  return parts.join(" and ");
}

function gainOrLoss(term: string, cents: number): string {
  return cents < 0 ? `a ${term} loss of ${wholeDollars(-cents)}` : `a ${term} gain of ${wholeDollars(cents)}`;
}

function addsText(cents: number): string {
  if (cents === 0) return "adds no tax";
  return cents > 0 ? `adds ${wholeDollars(cents)} of tax` : `saves ${wholeDollars(-cents)} of tax`;
}

function costsText(cents: number): string {
  if (cents === 0) return "costs no tax";
  return cents > 0 ? `costs ${shortMoney(cents)}` : `saves ${shortMoney(-cents)}`;
}

/** `$15`, `$18.80`: of a hundred dollars the cents count. */
function shortMoney(cents: number): string {
  return cents % 100 === 0 ? wholeDollars(cents) : `$${(cents / 100).toFixed(2)}`;
}

/** "B costs $1,200 less this year and carries $5,000 over." */
export function differenceLine({ year, a, b }: Pick<TaxView, "year" | "a" | "b">): string | null {
  if (sameScenario(a, b)) return null;
  const carries = carriesText(a, b, year);
  const costs = a.tax === null || b.tax === null ? totalsText(totalOf(b) - totalOf(a)) : costsMoreText(b.tax.addedCents - a.tax.addedCents);
  return `B ${costs}${carries === null ? "" : ` and ${carries}`}.`;
}

function costsMoreText(cents: number): string {
  return cents === 0 ? "costs the same this year" : `costs ${wholeDollars(Math.abs(cents))} ${cents < 0 ? "less" : "more"} this year`;
}

/** Where the tax cannot be told: by how much the results differ. */
function totalsText(cents: number): string {
  return cents === 0 ? "totals the same" : `totals ${wholeDollars(Math.abs(cents))} ${cents < 0 ? "less" : "more"} than A`;
}

function totalOf({ scenario }: ScenarioView): number {
  return scenario.shortCents + scenario.longCents;
}

export function sameScenario(a: Pick<ScenarioView, "scenario">, b: Pick<ScenarioView, "scenario">): boolean {
  return a.scenario.shortCents === b.scenario.shortCents && a.scenario.longCents === b.scenario.longCents;
}

/** null: it cannot be told, or neither carries anything. */
function carriesText(a: ScenarioView, b: ScenarioView, year: number): string | null {
  if (a.carry === null || b.carry === null) return null;
  const [ofA, ofB] = [a.carry, b.carry].map(({ shortCents, longCents }) => shortCents + longCents) as [number, number];
  if (ofA === 0 && ofB === 0) return null;
  const over = `carries ${ofB === 0 ? "nothing" : wholeDollars(ofB)} into ${year + 1}`;
  if (ofA === ofB) return `${over}, as A does`;
  return ofA === 0 ? over : `${over}, where A carries ${wholeDollars(ofA)}`;
}

/** "Nothing is carried into 2027."; null where something is. */
export function nothingCarried({ year, a, b }: Pick<TaxView, "year" | "a" | "b">): string | null {
  const isNothing = ({ carry }: ScenarioView): boolean => carry !== null && carry.shortCents === 0 && carry.longCents === 0;
  return isNothing(a) && isNothing(b) ? `Nothing is carried into ${year + 1}.` : null;
}

/** Under the button. */
export function writesLine(sheetName: string): string {
  return `Writes A, B and the lines of the year to new sheet ‘${sheetName}’.`;
}
