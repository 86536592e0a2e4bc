/** Finds the heading row of a trades range and says which column holds what. */
import { readAction } from "../import/actions";
import { readCell } from "./cells";
import { FIELDS_WITHOUT_HEADINGS, headingMeaning, NEEDED_FIELDS, plainHeading } from "../import/column-words";
import type { HeadingMeaning, TradesField } from "../import/column-words";
import { readDateCell } from "./date-cells";
import type { RecognizedColumn } from "./reading-types";

export interface TradesHeading {
  /** Row of the headings (first row = 1), or null when rows without headings in the design's order were found. */
  readonly headingRow: number | null;
  readonly columns: readonly RecognizedColumn[];
  /** Needed columns (Date, Action, Symbol, Quantity) that no heading names; empty when the table can be read. */
  readonly missing: readonly TradesField[];
  /** Headings of which one too many claims a field: a sentence each. */
  readonly conflicts: readonly string[];
  /** The headings are those of an export of digital assets. */
  readonly digital: boolean;
  /** Columns whose fees are written as negative amounts, 0-based. */
  readonly negatedFees: readonly number[];
  /** Column of the account number where the account's name has a column too, 0-based. */
  readonly accountNumber: number | null;
}

type Rows = readonly (readonly unknown[])[];

/** Exports open with titles, account lines and totals. */
const ROWS_SEARCHED = 25;
/** Rows looked at to see whether an unlabelled or oddly labelled column holds actions. */
const ROWS_SAMPLED = 50;

/** Looks for trades in the rows of a range or used range; null when nothing there looks like trades. */
export function findTradesHeading(rows: Rows): TradesHeading | null {
  const candidates = firstFilledRows(rows);
  let best: { readonly row: number; readonly needed: number } | null = null;
  for (const row of candidates) {
    const needed = neededFieldsIn(rows[row] ?? []);
    if (needed >= 2 && needed > (best?.needed ?? 0)) best = { row, needed };
  }
  if (best) return describeHeading(rows, best.row);
  return candidates.some((row) => isTradeWithoutHeading(rows[row] ?? [])) ? withoutHeading(rows) : null;
}

function firstFilledRows(rows: Rows): number[] {
  const filled: number[] = [];
  for (let row = 0; row < rows.length && filled.length < ROWS_SEARCHED; row++) {
    if (rows[row]?.some((cell) => readCell(cell).kind !== "blank")) filled.push(row);
  }
  return filled;
}

function meaningOfCell(cell: unknown): HeadingMeaning | null {
  const read = readCell(cell);
  return read.kind === "text" ? headingMeaning(read.value) : null;
}

function neededFieldsIn(cells: readonly unknown[]): number {
  const fields = new Set(cells.map((cell) => meaningOfCell(cell)?.field));
  return NEEDED_FIELDS.filter((field) => fields.has(field)).length;
}

function isTradeWithoutHeading(cells: readonly unknown[]): boolean {
  const date = readDateCell(cells[0]);
  const action = readCell(cells[1]);
  return date !== null && "day" in date && action.kind === "text" && readAction(action.value) !== null;
}

function withoutHeading(rows: Rows): TradesHeading {
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    heading: "",
    field: FIELDS_WITHOUT_HEADINGS[column] ?? null,
  }));
  const missing = NEEDED_FIELDS.filter((field) => !columns.some((column) => column.field === field));
  return { headingRow: null, columns, missing, conflicts: [], digital: false, negatedFees: [], accountNumber: null };
}

interface Claim {
  readonly column: number;
  readonly heading: string;
  readonly meaning: HeadingMeaning | null;
}

function describeHeading(rows: Rows, row: number): TradesHeading {
  const claims = claimsOf(rows, row);
  const fieldOf = new Map<number, TradesField>();
  const conflicts: string[] = [];
  for (const field of new Set(claims.flatMap(({ meaning }) => (meaning ? [meaning.field] : [])))) {
    const claimants = claims.filter(({ meaning }) => meaning?.field === field);
    for (const { column } of winnersOf(field, claimants, conflicts)) fieldOf.set(column, field);
  }
  const numbered = claims.find(({ column, meaning }) => meaning?.accountNumber && !fieldOf.has(column));
  const hasAccount = [...fieldOf.values()].includes("Account");
  if (numbered && hasAccount) fieldOf.set(numbered.column, "Account");
  return {
    headingRow: row + 1,
    columns: claims.map(({ column, heading }) => ({ column, heading, field: fieldOf.get(column) ?? null })),
    missing: NEEDED_FIELDS.filter((field) => ![...fieldOf.values()].includes(field)),
    conflicts,
    digital: claims.some(({ meaning }) => meaning?.digital === true),
    negatedFees: claims.filter(({ meaning }) => meaning?.negated).map(({ column }) => column),
    accountNumber: numbered && hasAccount ? numbered.column : null,
  };
}

function claimsOf(rows: Rows, row: number): Claim[] {
  const claims = (rows[row] ?? []).map((cell, column): Claim => {
    const read = readCell(cell);
    const heading = read.kind === "text" ? read.value : "";
    return { column, heading, meaning: headingMeaning(heading) };
  });
  if (claims.some(({ meaning }) => meaning?.field === "Action")) return claims;
  // Some exports keep the verb under Type or Description, words that elsewhere mean something else.
  const verbs = claims.find(
    ({ column, heading }) => ["type", "description"].includes(plainHeading(heading)) && holdsActions(rows, row + 1, column),
  );
  return claims.map((claim) => (claim === verbs ? { ...claim, meaning: { field: "Action", rank: 0 } } : claim));
}

function holdsActions(rows: Rows, from: number, column: number): boolean {
  const texts = rows.slice(from, from + ROWS_SAMPLED).flatMap((cells) => {
    const read = readCell(cells[column]);
    return read.kind === "text" ? [read.value] : [];
  });
  return texts.length > 0 && texts.filter((text) => readAction(text) !== null).length * 2 > texts.length;
}

/** The columns that hold a field: every one for Fees, else the best heading; two equally good ones are a conflict. */
function winnersOf(field: TradesField, claimants: readonly Claim[], conflicts: string[]): readonly Claim[] {
  if (field === "Fees") return claimants;
  const bestRank = Math.min(...claimants.map(({ meaning }) => meaning?.rank ?? Infinity));
  const best = claimants.filter(({ meaning }) => meaning?.rank === bestRank);
  const [first, second] = best;
  if (first && second) {
    const headings = `columns ${first.column + 1} ("${first.heading}") and ${second.column + 1} ("${second.heading}")`;
    conflicts.push(`The ${headings} of the trades range could both be ${field}. Rename one of them.`);
  }
  return first ? [first] : [];
}
