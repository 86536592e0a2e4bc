/** The formula that spills a plan of sales: what was asked on the screen, as arguments of SELLPLAN, GAINHARVEST or CHARITYPICK. */
import type { Exactness, SaleGoal } from "../../harvest/sale-goal";
import { dollarsFromCents } from "../../report/figures";
import type { Day } from "../../values/plain-date";
import type { ResultColumn } from "../placing/result-tables";
import { CHARITYPICK_HEADINGS } from "../tables/charity-pick";
import { SELLPLAN_HEADINGS } from "../tables/sell-plan";
import { dayInFormula, ourFormula, type FormulaReferences } from "./live-or-values";
import { columnsOf } from "./result-table-sheet";

/** What the plan was asked to do, and within which limits. */
export interface PlanAsked {
  readonly purpose: SaleGoal | { readonly kind: "free gain" } | { readonly kind: "charity"; readonly cents: number };
  readonly exactness: Exactness;
  /** Keys as in HarvestLot: `XYZ|SCHWAB|L1`. */
  readonly keepLots: readonly string[];
  readonly keepSymbols: readonly string[];
  readonly keepAccounts: readonly string[];
  readonly mostOfSymbolCents: number | null;
  readonly leastTradeCents: number | null;
}

export interface LiveFormula {
  readonly text: string;
  /** What it spills. */
  readonly columns: readonly ResultColumn[];
}

/** null: it cannot be written live: no prices on a sheet, or limits longer than a formula may be. */
export function livePlanFormula(asked: PlanAsked, asOf: Day, references: FormulaReferences): LiveFormula | null {
  const { namespace, trades, prices, settings } = references;
  if (prices === null) return null;
  const { purpose, exactness } = asked;
  const limits = limitsInFormula(asked);
  const given = [trades, prices, dayInFormula(asOf)];
  switch (purpose.kind) {
    case "free gain":
      return asLive(ourFormula(namespace, "GAINHARVEST", [...given, settings, limits]), limits, SELLPLAN_HEADINGS);
    case "charity":
      return asLive(ourFormula(namespace, "CHARITYPICK", [...given, dollarsOf(purpose.cents), settings, limits]), limits, CHARITYPICK_HEADINGS);
    default: {
      const goal = purpose.kind === "cash" ? null : GOALS[purpose.kind];
      const amount = exactness === "exactly" ? '"Exactly"' : null;
      return asLive(ourFormula(namespace, "SELLPLAN", [...given, dollarsOf(purpose.cents), settings, amount, goal, limits]), limits, SELLPLAN_HEADINGS);
    }
  }
}

/** Money here; in the tables of a book the column may hold other things. */
const TAXES: ReadonlySet<string> = new Set(["Tax", "Tax avoided"]);

const GOALS = { gain: '"Gain"', loss: '"Loss"' } as const;

/** Excel's own bounds: characters of a formula, and of a text within one. */
const LONGEST_FORMULA = 8192;
const LONGEST_TEXT = 255;

function asLive(text: string, limits: string | null, headings: readonly string[]): LiveFormula | null {
  const isTooLong = text.length > LONGEST_FORMULA || (limits ?? "").split('"').some((part) => part.length > LONGEST_TEXT);
  return isTooLong ? null : { text, columns: columnsOf([...headings]).map((column) => (TAXES.has(column.heading) ? { ...column, format: "money" } : column)) };
}

function dollarsOf(cents: number): string {
  return String(dollarsFromCents(cents));
}

/** The limits as rows of an array constant, a name first and its values after it: `{"Keep","XYZ","L1","Schwab"}`. null: none. */
function limitsInFormula({ keepLots, keepSymbols, keepAccounts, mostOfSymbolCents, leastTradeCents }: PlanAsked): string | null {
  const rows: (readonly (string | number)[])[] = [
    ...keepLots.map((key) => keptLot(key)),
    ...keepSymbols.map((symbol) => ["Keep", symbol]),
    ...keepAccounts.map((account) => ["Keep account", account]),
    ...(mostOfSymbolCents === null ? [] : [["Most of symbol", dollarsFromCents(mostOfSymbolCents)]]),
    ...(leastTradeCents === null ? [] : [["Least trade", dollarsFromCents(leastTradeCents)]]),
  ];
  if (rows.length === 0) return null;
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, at) => inFormula(row[at] ?? "")).join(","));
  return `{${cells.join(";")}}`;
}

function keptLot(key: string): readonly string[] {
  const [symbol = "", account = "", ...lot] = key.split("|");
  return ["Keep", symbol, lot.join("|"), account];
}

function inFormula(value: string | number): string {
  return typeof value === "number" ? String(value) : `"${value.replace(/"/g, '""')}"`;
}
