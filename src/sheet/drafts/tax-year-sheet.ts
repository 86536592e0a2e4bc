/**
 * The year's tax as a sheet: A beside B by what each comes to, the lines, the bands. Live, the results of the year, the
 * netting and the tax are formulas, and the further results are cells to type into.
 */
import { dollarsFromCents } from "../../report/figures";
import { lossTakesGain } from "../../report/loss-takes-gain";
import type { TaxLine } from "../../report/tax-year-lines";
import type { Band, BandsOfYear } from "../../tax/bands";
import type { Day } from "../../values/plain-date";
import type { ColumnFormat, ResultColumn } from "../placing/result-tables";
import { dollarsOrNull, type DraftBlock, type DraftCell, type DraftFormula, type SheetDraft } from "../placing/sheet-draft";
import { TAXYEAR_HEADINGS } from "../tables/tax-year";
import { dayInFormula, madeByLine, ourFormula, type DraftOrigin, type DraftStyle, type FormulaReferences } from "./live-or-values";

export interface TaxYearDraft {
  readonly year: number;
  readonly asOf: Day;
  readonly style: DraftStyle;
  readonly origin: DraftOrigin;
  /** Realised so far. Cents. */
  readonly realised: ByTerm;
  readonly a: ScenarioOnSheet;
  readonly b: ScenarioOnSheet;
  /** The screen's own sentences. */
  readonly notes: readonly string[];
}

interface ByTerm {
  readonly shortCents: number;
  readonly longCents: number;
}

export interface ScenarioOnSheet {
  /** Further results, besides those so far. */
  readonly scenario: ByTerm;
  /** Of the year with them. */
  readonly lines: readonly TaxLine[];
  /** null: there are none, or they cannot be told. */
  readonly bands: BandsOfYear | null;
}

export function taxYearDraft(draft: TaxYearDraft): SheetDraft {
  const { year, asOf, style, origin, notes, a } = draft;
  const blocks = [scenariosBlock(draft), ...(style.kind === "values" ? [linesBlock(draft)] : [])];
  if (a.bands !== null) blocks.push(bandsBlock(draft));
  if (style.kind === "live") blocks.push(liveLinesBlock(draft, style.references));
  return {
    sheetName: `Tax ${year}`,
    title: `Tax of ${year}: A against B`,
    madeBy: madeByLine("Tax pane", asOf, origin, style),
    notes,
    remarks: remarksOf(draft),
    blocks,
    charts: [],
    landscape: true,
  };
}

function remarksOf({ style, a }: TaxYearDraft): string[] {
  const remarks = ["More than A is Tax added of B less Tax added of A."];
  if (style.kind === "live") remarks.push("Type other amounts into Further short and Further long: what stands to the right of them follows.");
  if (style.kind === "live" && a.bands !== null) remarks.push("The brackets are as of the day they were written.");
  return remarks;
}

const SCENARIOS: readonly ResultColumn[] = [
  { heading: "Scenario", format: "text" },
  ...["Short so far", "Long so far", "Further short", "Further long", "Net short-term", "Net long-term", "Total", "Deduction", "Short carried out", "Long carried out", "Tax added", "More than A"].map(
    (heading): ResultColumn => ({ heading, format: "money" }),
  ),
];

/** From Net short-term to Long carried out, the rows of NETTING below its headings and the lines of the year. */
const NETTED = ["Net short-term", "Net long-term", "Total", "Deduction this year", "Short-term carryover out", "Long-term carryover out"] as const;
const ADDED = "Tax the results add";

function scenariosBlock(draft: TaxYearDraft): DraftBlock {
  const row = (name: string, one: ScenarioOnSheet): (DraftCell | DraftFormula)[] => {
    const added = centsOf(one.lines, ADDED);
    const values = [draft.realised.shortCents, draft.realised.longCents, one.scenario.shortCents, one.scenario.longCents].map(dollarsFromCents);
    const netted = NETTED.map((label) => dollarsOrNull(centsOf(one.lines, label)));
    const results = [...values, ...netted, dollarsOrNull(added)];
    const base = centsOf(draft.a.lines, ADDED);
    const more = added === null || base === null ? null : { formula: "=L{row}-L{first}", value: dollarsFromCents(added - base) };
    return [name, ...(draft.style.kind === "live" ? liveCells(draft, draft.style.references, results) : results), more];
  };
  return {
    title: "What A and B come to",
    columns: SCENARIOS,
    content: { kind: "rows", rows: [row("A", draft.a), row("B", draft.b)] },
    totals: [],
    name: "TaxScenarios",
    whenEmpty: "",
  };
}

/** The same cells as formulas; what nobody can tell stays blank, and what is typed stays a number. */
function liveCells(draft: TaxYearDraft, references: FormulaReferences, results: readonly DraftCell[]): (DraftCell | DraftFormula)[] {
  const { namespace, settings } = references;
  const [short, long] = ["B{row}+D{row}", "C{row}+E{row}"];
  const netting = ourFormula(namespace, "NETTING", [short, long, settings]).slice(1);
  const soFar = (label: string): string => `=INDEX(${yearFormula(draft, references).slice(1)},${rowOf(draft.a.lines, label)},${AMOUNT_COLUMN})`;
  const formulas = [
    soFar("Short-term results"),
    soFar("Long-term results"),
    null,
    null,
    ...NETTED.map((_, at) => `=INDEX(${netting},${at + 2},3)`),
    ourFormula(namespace, "GAINTAX", [short, long, null, settings]),
  ];
  return results.map((value, at) => {
    const formula = formulas[at] ?? null;
    return formula === null || value === null ? value : { formula, value };
  });
}

const AMOUNT_COLUMN = TAXYEAR_HEADINGS.indexOf("Amount") + 1;

function yearFormula({ year, asOf }: TaxYearDraft, { namespace, trades, settings }: FormulaReferences): string {
  return ourFormula(namespace, "TAXYEAR", [trades, String(year), settings, dayInFormula(asOf)]);
}

/** Of the spilled table, headings counted. */
function rowOf(lines: readonly TaxLine[], label: string): number {
  return lines.findIndex((line) => line.label === label) + 2;
}

function centsOf(lines: readonly TaxLine[], label: string): number | null {
  return lines.find((line) => line.label === label)?.cents ?? null;
}

function linesBlock({ year, a, b }: TaxYearDraft): DraftBlock {
  const rows = a.lines.map(({ line, label, cents, sentence }, at) => {
    const other = b.lines[at];
    const change = cents === null || other === undefined || other.cents === null ? null : { formula: "=D{row}-C{row}", value: dollarsFromCents(other.cents - cents) };
    return [line, label, dollarsOrNull(cents), dollarsOrNull(other?.cents ?? null), change, sentence ?? other?.sentence ?? null];
  });
  return {
    title: `Lines of ${year}`,
    columns: columns({ Line: "text", Label: "text", A: "money", B: "money", "B − A": "money", Note: "text" }),
    content: { kind: "rows", rows },
    totals: [],
    name: "TaxLines",
    whenEmpty: "",
  };
}

/** Last on the sheet, so that it may grow. */
function liveLinesBlock(draft: TaxYearDraft, references: FormulaReferences): DraftBlock {
  return {
    title: `Lines of ${draft.year} so far, live`,
    columns: columns({ Line: "text", Label: "text", Amount: "money", Note: "text" }),
    content: { kind: "spill", formula: yearFormula(draft, references), rows: draft.a.lines.length + 1 },
    totals: [],
    name: "TaxLines",
    whenEmpty: "",
  };
}

function bandsBlock({ year, a, b }: TaxYearDraft): DraftBlock {
  const kinds = [["Ordinary", "ordinary"], ["Long-term gains", "gains"], ["Net investment", "netInvestment"]] as const;
  const rows = kinds.flatMap(([name, kind]) => {
    // As on the screen: a loss takes up the next dollar of gain before a band has it.
    const landsIn = ({ isNext }: Band, { lines }: ScenarioOnSheet): boolean => isNext && !(kind === "gains" && lossTakesGain(lines));
    return (a.bands?.[kind] ?? []).map((band, at): DraftCell[] => {
      const other: Band | undefined = b.bands?.[kind][at];
      const next = [...(landsIn(band, a) ? ["A"] : []), ...(other !== undefined && landsIn(other, b) ? ["B"] : [])].join(" and ");
      return [name, band.rate, dollarsFromCents(band.fromCents), dollarsOrNull(band.toCents), dollarsFromCents(band.filledCents), dollarsOrNull(other?.filledCents ?? null), next === "" ? null : next];
    });
  });
  return {
    title: `Brackets of ${year}, and where the next dollar lands`,
    columns: columns({ Income: "text", Rate: "percent", From: "money", To: "money", "Filled A": "money", "Filled B": "money", "Next dollar": "text" }),
    content: { kind: "rows", rows },
    totals: [],
    name: "TaxBrackets",
    whenEmpty: "",
  };
}

function columns(formats: Readonly<Record<string, ColumnFormat>>): readonly ResultColumn[] {
  return Object.entries(formats).map(([heading, format]) => ({ heading, format }));
}
