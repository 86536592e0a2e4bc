/** The lines of A beside those of B. Pure. */
import type { TaxLine } from "../../report/tax-year-lines";
import type { TaxOfScenario, TaxView } from "./tax-view";

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
  /** Known to the dollar only. */
  readonly inDollars?: boolean;
}

type Compared = Pick<TaxView, "a" | "b" | "withoutTax" | "byTables">;

/**
 * The year's lines, then what comes next. Left out: what is carried on, which has a table of its own; lines of the return
 * where there is no return, which is said once above; and lines besides the netting that are 0 in A and in B.
 */
export function comparedLines(view: Compared): readonly ComparedLine[] {
  const { a, b, byTables } = view;
  const lines = pairs(view).filter((line) => !isCarriedOut(line) && (byTables || !isOfReturn(line)) && (ALWAYS.has(line.line) || !isNothing(line)));
  return [...lines, ...nextLines(a.tax, b.tax)];
}

/** What goes into the next year, lines of the carryover worksheet. */
export function carriedLines(view: Pick<TaxView, "a" | "b">): readonly ComparedLine[] {
  return pairs(view).filter(isCarriedOut);
}

function pairs({ a, b }: Pick<TaxView, "a" | "b">): readonly ComparedLine[] {
  return a.lines.map(({ line, label, cents, sentence }, at) => {
    const other: TaxLine | undefined = b.lines[at];
    return { line, label, aCents: cents, bCents: other?.cents ?? null, sentence: sentence ?? other?.sentence ?? null, isSum: label === SUM };
  });
}

const SUM = "Tax the results add";
/** Of a year with nothing in it too. */
const ALWAYS: ReadonlySet<string> = new Set(["Sch D 7", "Sch D 15", "Sch D 16"]);

function isCarriedOut({ line }: ComparedLine): boolean {
  return line.startsWith("Worksheet");
}

function isOfReturn({ line, aCents, bCents }: ComparedLine): boolean {
  return line === "" && aCents === null && bCents === null;
}

function isNothing({ aCents, bCents, isSum }: ComparedLine): boolean {
  return !isSum && aCents === 0 && bCents === 0;
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
    { ...next("Long-term gain still free of tax", (tax) => tax.freeLongCents, hasNoEnd ? NO_END : null), inDollars: true },
  ];
}

const NO_END = "Where no long-term gain costs tax, what is still free has no end and is shown as n/a.";

/** What is to be known of the lines, each sentence once, under the table; what is said above it already is not said again. */
export function remarksOf(lines: readonly ComparedLine[], said: string | null): readonly string[] {
  return [...new Set(lines.flatMap(({ sentence }) => (sentence === null || sentence === said ? [] : [sentence])))];
}
