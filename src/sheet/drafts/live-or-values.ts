/** Whether a sheet is written as live formulas or as values, and the line that says so on it. */
import type { YearSoFar } from "../../harvest/year-so-far";
import type { Choices } from "../../lots/choices";
import type { TaxBasis } from "../../tax/tax-basis";
import type { Outcome } from "../../values/outcome";
import { calendarFromDay, isoFromDay, type Day } from "../../values/plain-date";

/** As written in formulas: `Trades[#All]`, `Prices!$A$1:$B$9`, `TaxlotSettings`. */
export interface FormulaReferences {
  /** `TAXLOT`, as the manifest of this build has it. */
  readonly namespace: string;
  readonly trades: string;
  readonly prices: string | null;
  readonly settings: string | null;
}

export type DraftStyle = { readonly kind: "values" } | { readonly kind: "live"; readonly references: FormulaReferences };

/** What a sheet was made from, for the grey line under its title. */
export interface DraftOrigin {
  /** `‘Trades’!A1:L60` */
  readonly tradesRead: string;
  readonly pricesRead: string | null;
  /** As `settingsSummary` tells them; null: no settings. */
  readonly settings: string | null;
}

/** "HARVEST over ‘Trades’!A1:L60 as of 2026-12-05, prices of ‘Prices’!A1:B9. Settings: FIFO, all accounts. Values: …" */
export function madeByLine(made: string, asOf: Day | null, origin: DraftOrigin, style: DraftStyle): string {
  const day = asOf === null ? "" : ` as of ${isoFromDay(asOf)}`;
  const prices = origin.pricesRead === null ? "" : `, prices of ${origin.pricesRead}`;
  const settings = origin.settings === null ? "No settings: every default" : `Settings: ${origin.settings}`;
  return `${made} over ${origin.tradesRead}${day}${prices}. ${settings}. ${STYLE_SAID[style.kind]}`;
}

const STYLE_SAID: Readonly<Record<DraftStyle["kind"], string>> = {
  live: "Live: formulas follow your cells.",
  values: "Values: these figures do not change; totals are plain formulas.",
};

const VIEWS: Readonly<Record<Choices["view"], string>> = {
  taxpayer: "wash sales over all your accounts",
  broker: "wash sales as your broker reports them",
  none: "no wash rule",
};

/** "FIFO, wash sales over all your accounts, short rate 32%, long rate 15%", "tax tables of 2026", or "tax not worked out" */
export function settingsSummary(
  choices: Pick<Choices, "methods" | "view" | "identical">,
  year: Outcome<Pick<YearSoFar, "basis">>,
): string {
  const everywhere = choices.methods.filter((order) => order.account === undefined && order.symbol === undefined).at(-1);
  const own = choices.methods.filter((order) => order.account !== undefined || order.symbol !== undefined).length;
  const parts = [everywhere?.method ?? "FIFO"];
  if (own > 0) parts.push(`${own} standing ${own === 1 ? "order" : "orders"}`);
  parts.push(VIEWS[choices.view]);
  if (choices.identical.length > 0) parts.push(`identical by you: ${choices.identical.map((group) => group.join(" = ")).join("; ")}`);
  parts.push(year.ok ? taxSaid(year.value.basis) : "tax not worked out");
  return parts.join(", ");
}

/** Stated rates with what is added to both. */
function taxSaid(basis: TaxBasis): string {
  if (basis.by === "law") return `tax tables of ${basis.situation.law.year}`;
  const { short, long, state, niit } = basis.rates;
  return `short rate ${percentText(short + state + niit)}, long rate ${percentText(long + state + niit)}`;
}

/** `15%`, `23.8%` */
export function percentText(rate: number): string {
  return `${Number((rate * 100).toFixed(4))}%`;
}

/** `DATE(2026,12,5)`: a day in a formula that needs no cell. */
export function dayInFormula(day: Day): string {
  const { year, month, dayOfMonth } = calendarFromDay(day);
  return `DATE(${year},${month},${dayOfMonth})`;
}

/** `=TAXLOT.OPENLOTS(Trades[#All],DATE(2026,12,5),,TaxlotSettings)`: arguments left out at the end are cut off. */
export function ourFormula(namespace: string, name: string, given: readonly (string | null)[]): string {
  const written = given.map((argument) => argument ?? "");
  while (written.at(-1) === "") written.pop();
  return `=${namespace}.${name}(${written.join(",")})`;
}
