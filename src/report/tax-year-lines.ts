/** The capital part of a year's return in lines: Schedule D, the carryovers, and the tax the results add (R-NET-1 to R-TAX-5). */
import { wholeCents } from "../tax/exact";
import { scheduleD, SCHEDULE_D_LABELS as LABELS, type ReturnFacts, type ScheduleD } from "../tax/schedule-d";
import { taxDifference, taxOfResults, type TaxBasis } from "../tax/tax-basis";
import type { Outcome, Problem, ProblemKind } from "../values/outcome";

export interface TaxLine {
  /** As the form numbers it, such as "Sch D 7"; blank where no form has it. */
  readonly line: string;
  readonly label: string;
  /** null: cannot be told. */
  readonly cents: number | null;
  /** Why there is no figure, or what to know about the one there is; null: nothing. */
  readonly sentence: string | null;
  /** What is amiss where there is no figure: bad-input, a row of the trades or of the settings; missing-fact, one to add. */
  readonly kind: ProblemKind | null;
}

/** What the lines are made of. Each part may be lacking without the others. */
export interface YearToTell {
  /** Gains less losses of the year, cents; a problem where a wrong row may hide some of them. */
  readonly results: Outcome<{ readonly shortCents: number; readonly longCents: number }>;
  /** Carryovers, limit and income of that same year. */
  readonly facts: Outcome<ReturnFacts>;
  /** A problem where the tax cannot be told; Schedule D does not need it. */
  readonly basis: Outcome<TaxBasis>;
}

/** In the order of the forms; always the same lines. Losses are below zero; carryovers and the deduction are positive. */
export function taxYearLines(year: YearToTell): TaxLine[] {
  return [...scheduleLines(year), ...taxLines(year)];
}

function scheduleLines({ results, facts }: YearToTell): TaxLine[] {
  const netted = both(results, facts, ({ shortCents, longCents }, known) => scheduleD(known, shortCents, longCents));
  const ofStatus = then(netted, (lines): Outcome<NonNullable<ScheduleD["ofStatus"]>> =>
    lines.ofStatus === null ? { ok: false, problem: STATUS_NEEDED } : { ok: true, value: lines.ofStatus },
  );
  return [
    told("Sch D 1-3", "Short-term results", results, ({ shortCents }) => shortCents),
    told("Sch D 6", LABELS.carryShort, facts, ({ carryShortCents }) => carryShortCents),
    told("Sch D 7", LABELS.netShort, netted, ({ netShortCents }) => netShortCents),
    told("Sch D 8-10", "Long-term results", results, ({ longCents }) => longCents),
    told("Sch D 14", LABELS.carryLong, facts, ({ carryLongCents }) => carryLongCents),
    told("Sch D 15", LABELS.netLong, netted, ({ netLongCents }) => netLongCents),
    told("Sch D 16", LABELS.total, netted, ({ totalCents }) => totalCents),
    told("Sch D 21", LABELS.deduction, ofStatus, ({ deductionCents }) => deductionCents),
    told("Worksheet 8", LABELS.carryShortOut, ofStatus, ({ carryover }) => carryover.shortCents),
    told("Worksheet 13", LABELS.carryLongOut, ofStatus, ({ carryover }) => carryover.longCents),
  ];
}

/** Of a loss larger than the lowest limit. */
export const STATUS_NEEDED: Problem = {
  kind: "missing-fact",
  sentence: "How much of this loss is deducted depends on the filing status, and the settings give none. Add Filing status to the settings.",
};

function taxLines({ results, basis }: YearToTell): TaxLine[] {
  const tax = both(results, basis, ({ shortCents, longCents }, by) => ({
    ...taxOfResults(by, shortCents, longCents),
    addedCents: taxDifference(by, { shortCents: 0, longCents: 0 }, { shortCents, longCents }),
  }));
  const income = then(both(results, basis, incomeWith), (cents): Outcome<number> =>
    cents === null ? { ok: false, problem: NO_INCOME_AT_RATES } : { ok: true, value: cents },
  );
  const byRates = basis.ok && basis.value.by === "rates" ? ON_RESULTS_ALONE : null;
  const doubt = basis.ok && basis.value.by === "law" ? basis.value.situation.law.doubt : null;
  return [
    told("", "Taxable income with the results", income, (cents) => cents),
    told("", "Regular tax", tax, ({ regular }) => wholeCents(regular), byRates ?? doubt),
    told("", "Net investment income tax", tax, ({ niit }) => wholeCents(niit), byRates),
    told("", "State tax on the results", tax, ({ state }) => wholeCents(state)),
    told("", "Tax the results add", tax, ({ addedCents }) => addedCents),
  ];
}

const ON_RESULTS_ALONE = "At the rates of the settings, on the results alone.";
const NO_INCOME_AT_RATES: Problem = {
  kind: "missing-fact",
  sentence: "Short rate and Long rate replace the tables, so the return is not worked out. Remove the two from the settings to use the tables.",
};

/** null: rates replace the return. */
function incomeWith({ shortCents, longCents }: { readonly shortCents: number; readonly longCents: number }, basis: TaxBasis): number | null {
  if (basis.by === "rates") return null;
  const { totalCents, deductionCents } = taxOfResults(basis, shortCents, longCents).netted;
  return basis.situation.taxableIncomeCents + (totalCents > 0 ? totalCents : -deductionCents);
}

function told<T>(line: string, label: string, from: Outcome<T>, centsOf: (value: T) => number, note: string | null = null): TaxLine {
  if (!from.ok) return { line, label, cents: null, sentence: from.problem.sentence, kind: from.problem.kind };
  return { line, label, cents: centsOf(from.value), sentence: note, kind: null };
}

/** The first of the two problems, or what both give. */
function both<A, B, C>(one: Outcome<A>, other: Outcome<B>, give: (one: A, other: B) => C): Outcome<C> {
  if (!one.ok) return one;
  return other.ok ? { ok: true, value: give(one.value, other.value) } : other;
}

function then<A, B>(one: Outcome<A>, next: (value: A) => Outcome<B>): Outcome<B> {
  return one.ok ? next(one.value) : one;
}
