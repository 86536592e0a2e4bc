/** The lines of A beside those of B. Pure. */
import { sameScenario } from "./tax-sentences";
import type { ScenarioView, TaxOfScenario, TaxView } from "./tax-view";

export interface ComparedLine {
  /** As the form numbers it; blank where no form has it. */
  readonly line: string;
  readonly label: string;
  /** null: cannot be told; `sentence` says why. */
  readonly aCents: number | null;
  readonly bCents: number | null;
  readonly sentence: string | null;
  /** The tax that the results add: what the year comes to. */
  readonly isSum: boolean;
}

const SUM = "Tax the results add";

/** The year's lines, then what comes next. Lines that nothing can tell, all for one reason, are left out: the reason is said once. */
export function comparedLines({ a, b, withoutTax }: Pick<TaxView, "a" | "b" | "withoutTax">): readonly ComparedLine[] {
  const lines = a.lines.map((line, at): ComparedLine => {
    const other = b.lines[at];
    return {
      line: line.line,
      label: line.label,
      aCents: line.cents,
      bCents: other?.cents ?? null,
      sentence: line.sentence ?? other?.sentence ?? null,
      isSum: line.label === SUM,
    };
  });
  return [...lines.filter((line) => withoutTax === null || line.sentence !== withoutTax), ...nextLines(a.tax, b.tax)];
}

function nextLines(a: TaxOfScenario | null, b: TaxOfScenario | null): readonly ComparedLine[] {
  if (a === null || b === null) return [];
  const next = (label: string, centsOf: (tax: TaxOfScenario) => number | null, sentence: string | null = null): ComparedLine => ({
    line: "", label, aCents: centsOf(a), bCents: centsOf(b), sentence, isSum: false,
  });
  const hasNoEnd = a.freeLongCents === null || b.freeLongCents === null;
  return [
    next("Next $100 of short-term gain", (tax) => tax.nextShortCents),
    next("Next $100 of long-term gain", (tax) => tax.nextLongCents),
    next("Long-term gain still free of tax", (tax) => tax.freeLongCents, hasNoEnd ? "No long-term gain costs tax at these rates." : null),
  ];
}

/** What is to be known of the lines, each sentence once, under the table. */
export function remarksOf(lines: readonly ComparedLine[]): readonly string[] {
  return [...new Set(lines.flatMap(({ sentence }) => (sentence === null ? [] : [sentence])))];
}

/** A and B are the same results: one column says both. */
export function isOneColumn({ a, b }: Pick<TaxView, "a" | "b">): boolean {
  return sameScenario(a, b);
}

export function carriedRows({ a, b }: { readonly a: ScenarioView; readonly b: ScenarioView }): readonly ComparedLine[] {
  const row = (label: string, centsOf: (carry: NonNullable<ScenarioView["carry"]>) => number): ComparedLine => ({
    line: "",
    label,
    aCents: a.carry === null ? null : centsOf(a.carry),
    bCents: b.carry === null ? null : centsOf(b.carry),
    sentence: null,
    isSum: false,
  });
  return [row("Short-term loss", ({ shortCents }) => shortCents), row("Long-term loss", ({ longCents }) => longCents)];
}
