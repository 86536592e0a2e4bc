/** The headings of the broker's Form 1099-B or 1099-DA range (design section 6), their synonyms, and where they stand. */
import { done, refuse, type Outcome } from "../values/outcome";
import { readCell } from "./cells";

type Rows = readonly (readonly unknown[])[];

export const BROKER_1099_FIELDS = [
  "Symbol", "Description", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form", "Account",
  "CUSIP", "Box", "Ordinary",
] as const;
export type Broker1099Field = (typeof BROKER_1099_FIELDS)[number];

export interface Broker1099Columns {
  /** 0-based row of the headings. */
  readonly headingRow: number;
  readonly at: Readonly<Partial<Record<Broker1099Field, number>>>;
}

/** Titles, names and addresses that may stand above the headings. */
export const ROWS_TO_HEADINGS = 25;

/** Best first; of two headings for one field the better one is read. */
const WORDS: Readonly<Record<Broker1099Field, readonly string[]>> = {
  Symbol: ["symbol", "ticker", "ticker symbol", "security symbol", "asset", "asset name", "security", "digital asset", "digital asset code", "code for digital asset"],
  Description: ["description", "description of property", "property description", "security description", "security name", "name"],
  Acquired: ["acquired", "date acquired", "acquired date", "acquisition date", "open date", "opened date", "purchase date"],
  Sold: ["sold", "date sold", "sold date", "sale date", "date sold or disposed", "date sold or disposed of", "date of sale", "disposed", "date disposed", "closed date", "close date", "disposal date"],
  Quantity: ["quantity", "qty", "quantity sold", "shares", "shares sold", "number of shares", "units", "number of units"],
  Proceeds: ["proceeds", "gross proceeds", "net proceeds", "sales proceeds", "sale proceeds", "total proceeds", "sales price", "amount"],
  Basis: ["basis", "cost basis", "cost or other basis", "cost", "adjusted cost basis", "adjusted basis", "total cost", "cost basis (cb)"],
  "Wash disallowed": ["wash disallowed", "wash sale loss disallowed", "wash sale disallowed", "wash sales loss disallowed", "wash sale loss",
    "wash sale adjustment", "wash sale", "wash", "disallowed loss", "loss disallowed", "disallowed", "adjustments", "wash sale disallowed loss"],
  Term: ["term", "holding period", "gain type", "type of gain", "type of gain or loss", "gain or loss type", "short/long", "short-term or long-term", "long or short"],
  "Basis reported": ["basis reported", "basis reported to irs", "reported to irs", "cost basis reported", "cost basis reported to irs", "covered", "covered status", "covered/noncovered", "covered or noncovered"],
  Form: ["form", "form type", "tax form", "information return"],
  Account: ["account", "account name", "account number", "acct", "account no.", "account no", "account #"],
  CUSIP: ["cusip", "cusip number", "cusip no.", "cusip #"],
  Box: ["box", "form 8949 box", "8949 box", "form 8949 code", "8949 code", "form 8949 checkbox", "form 8949 check box", "reporting category", "form 8949 type"],
  Ordinary: ["ordinary", "ordinary income", "ordinary gain", "ordinary gain or loss"],
};

const MEANINGS: ReadonlyMap<string, { readonly field: Broker1099Field; readonly rank: number }> = new Map(
  BROKER_1099_FIELDS.flatMap((field) => WORDS[field].map((word, rank) => [word, { field, rank }] as const)),
);

/** As the boxes of the form are numbered: `1d - Proceeds`, `Box 1e: Cost or other basis`, `1f Proceeds`. */
const BOX_NUMBER = /^((box )?1?[a-i0-9]\s?[a-i]?\s*[.:)–—-]\s*|(box )?1[a-i]\s+)/;

/** bad-input: no headings, a heading that must be there is not, or two columns of one heading. */
export function findBroker1099Columns(rows: Rows): Outcome<Broker1099Columns> {
  let best: { readonly row: number; readonly fields: number } | null = null;
  for (let row = 0; row < Math.min(rows.length, ROWS_TO_HEADINGS); row++) {
    const fields = new Set((rows[row] ?? []).flatMap((cell) => meaningOf(cell)?.field ?? [])).size;
    if (fields >= 2 && fields > (best?.fields ?? 0)) best = { row, fields };
  }
  if (best === null) {
    return refuse("bad-input", "The broker's range has no headings. Give it a row with Symbol, Sold, Proceeds and Basis above the sales.");
  }
  return columnsOf(rows[best.row]!, best.row);
}

/** Whether a row repeats the headings, as files of several pages do: what it says stands in the columns that are read already. */
export function repeatsHeadings(cells: readonly unknown[], { at }: Broker1099Columns): boolean {
  const says = (field: Broker1099Field): boolean => meaningOf(cells[at[field] ?? -1])?.field === field;
  const isBlank = (field: Broker1099Field): boolean => at[field] === undefined || readCell(cells[at[field]]).kind === "blank";
  if (!says("Sold") || !says("Proceeds")) return false;
  return BROKER_1099_FIELDS.every((field) => says(field) || isBlank(field)) && cells.every((cell) => says(meaningOf(cell)?.field ?? "Sold"));
}

/** Where a row is the headings of another form below the first, with columns of its own; null: it is no headings. */
export function headingsBelow(cells: readonly unknown[], row: number): Outcome<Broker1099Columns> | null {
  const fields = new Set(cells.flatMap((cell) => meaningOf(cell)?.field ?? []));
  return fields.has("Sold") && fields.has("Proceeds") ? columnsOf(cells, row) : null;
}

function columnsOf(headings: readonly unknown[], headingRow: number): Outcome<Broker1099Columns> {
  const at: Partial<Record<Broker1099Field, number>> = {};
  for (const field of BROKER_1099_FIELDS) {
    const claims = headings.flatMap((cell, column) => {
      const meaning = meaningOf(cell);
      return meaning?.field === field ? [{ column, rank: meaning.rank }] : [];
    });
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
  return done({ headingRow, at });
}

function meaningOf(cell: unknown): { readonly field: Broker1099Field; readonly rank: number } | null {
  const read = typeof cell === "string" ? readCell(cell) : null;
  if (read?.kind !== "text") return null;
  const plain = read.value.replace(/[\s_\u00a0\ufeff]+/g, " ").trim().toLowerCase();
  const bare = plain.replace(BOX_NUMBER, "").replace(/\s*(\(\$\)|\(usd\)|[$*:])+$/, "").trim();
  return MEANINGS.get(plain) ?? MEANINGS.get(bare) ?? null;
}
