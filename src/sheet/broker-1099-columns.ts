/** Where the headings of the broker's Form 1099-B or 1099-DA range (design section 6) stand, and which of them are not known. */
import { done, refuse, type Outcome } from "../values/outcome";
import { BROKER_1099_FIELDS, meaningsOf, type Broker1099Field } from "./broker-1099-headings";
import { termWord } from "./broker-1099-words";
import { readCell } from "./cells";

type Rows = readonly (readonly unknown[])[];

export interface Broker1099Columns {
  /** 0-based row of the headings. */
  readonly headingRow: number;
  readonly at: Readonly<Partial<Record<Broker1099Field, number>>>;
  /** 0-based columns whose heading is not known. */
  readonly unknown: readonly number[];
}

/** Titles, names and addresses that may stand above the headings. */
export const ROWS_TO_HEADINGS = 25;

/** bad-input: no headings, a heading that must be there is not, or two columns of one heading. */
export function findBroker1099Columns(rows: Rows): Outcome<Broker1099Columns> {
  let best: { readonly row: number; readonly fields: number } | null = null;
  for (let row = 0; row < Math.min(rows.length, ROWS_TO_HEADINGS); row++) {
    const fields = fieldsIn(rows[row] ?? []).size;
    if (fields >= 2 && fields > (best?.fields ?? 0)) best = { row, fields };
  }
  if (best === null) {
    return refuse("bad-input", "The broker's range has no headings. Give it a row with Symbol, Sold, Proceeds and Basis above the sales.");
  }
  return columnsOf(rows, best.row);
}

function fieldsIn(cells: readonly unknown[]): ReadonlySet<string> {
  return new Set(meaningsOf(cells).flatMap((meaning) => (meaning === null || meaning.field === "Nothing" ? [] : [meaning.field])));
}

/** Whether a row repeats the headings, as files of several pages do: what it says stands in the columns that are read already. */
export function repeatsHeadings(cells: readonly unknown[], { at }: Broker1099Columns): boolean {
  const soldAndProceeds = [cells[at.Sold ?? -1], cells[at.Proceeds ?? -1]];
  if (!soldAndProceeds.every((cell) => typeof cell === "string")) return false;
  const meanings = meaningsOf(cells);
  const says = (field: Broker1099Field): boolean => meanings[at[field] ?? -1]?.field === field;
  const isBlank = (field: Broker1099Field): boolean => at[field] === undefined || readCell(cells[at[field]]).kind === "blank";
  if (!says("Sold") || !says("Proceeds")) return false;
  return BROKER_1099_FIELDS.every((field) => says(field) || isBlank(field)) && meanings.every((meaning) => meaning === null || meaning.field === "Nothing" || says(meaning.field));
}

/** Where a row is the headings of another form below the first, with columns of its own; null: it is no headings. */
export function headingsBelow(rows: Rows, row: number): Outcome<Broker1099Columns> | null {
  const cells = rows[row] ?? [];
  if (cells.some((cell) => typeof cell === "number")) return null;
  const fields = fieldsIn(cells);
  return fields.has("Sold") && fields.has("Proceeds") ? columnsOf(rows, row) : null;
}

function columnsOf(rows: Rows, headingRow: number): Outcome<Broker1099Columns> {
  const headings = rows[headingRow] ?? [];
  const meanings = meaningsOf(headings);
  const at: Partial<Record<Broker1099Field, number>> = {};
  for (const field of BROKER_1099_FIELDS) {
    const claims = meanings.flatMap((meaning, column) => (meaning?.field === field ? [{ column, rank: meaning.rank }] : []));
    const rank = Math.min(...claims.map((claim) => claim.rank));
    const [first, second] = claims.filter((claim) => claim.rank === rank);
    if (first === undefined) continue;
    if (second !== undefined) {
      return refuse("bad-input", `Columns ${first.column + 1} and ${second.column + 1} of the broker's range could both be ${field}. Rename one of them.`);
    }
    at[field] = first.column;
  }
  for (const field of ["Sold", "Proceeds"] as const) {
    if (at[field] === undefined) return refuse("bad-input", `The broker's range has no column ${field}. Add its heading above the ${field === "Sold" ? "days of sale" : "proceeds"}.`);
  }
  if (at.Symbol === undefined && at.Description === undefined && at.CUSIP === undefined) {
    return refuse("bad-input", "The broker's range has no column Symbol and no Description, so nobody can tell what was sold. Add one of them.");
  }
  at.Term ??= typeThatIsTerm(rows, headingRow);
  const unknown = meanings.flatMap((meaning, column) => (meaning === null && ["text", "number"].includes(readCell(headings[column]).kind) ? [column] : []));
  return done({ headingRow, at, unknown });
}

/** Rows looked at to see what an ambiguous column holds. */
const ROWS_SAMPLED = 50;

/** `Type` is the term on some forms, and the kind of security or of trade on others. */
function typeThatIsTerm(rows: Rows, headingRow: number): number | undefined {
  const column = (rows[headingRow] ?? []).findIndex((cell) => typeof cell === "string" && /^\s*type\s*$/i.test(cell));
  const isTerm = (cell: unknown): boolean => ["Short", "Long"].includes(String(termWord(cell)));
  return column >= 0 && rows.slice(headingRow + 1, headingRow + 1 + ROWS_SAMPLED).some((cells) => isTerm(cells[column])) ? column : undefined;
}
