/**
 * An OPENLOTS table pasted back in as the opening of a new year: alone, or on top of the new year's trades. Its
 * rows are lots and no trades, so that they are found before the headings of the trades are looked for.
 */
import { nameIn } from "./cell-names";
import { readCell } from "./cells";
import { headingMeaning, plainHeading } from "../import/column-words";
import { readMarks, type SecurityMark } from "./lot-marks";
import type { RecognizedColumn } from "./reading-types";
import type { StatedSecurities, StatedSecurity } from "./stated-securities";

type Rows = readonly (readonly unknown[])[];

/** 0-based columns of a table of lots; only some of them are needed. */
export interface LotColumns {
  readonly lot?: number;
  readonly symbol: number;
  readonly account?: number;
  readonly acquired: number;
  readonly holdingFrom?: number;
  readonly quantity: number;
  readonly basis: number;
  readonly washAdded?: number;
  readonly note?: number;
}

/** Rows `first` to `end` - 1 hold lots, 0-based. */
export interface LotRows {
  readonly columns: LotColumns;
  readonly first: number;
  readonly end: number;
}

export interface OpenLotsBlock {
  /** Row of its headings, the first row of the range being 1. */
  readonly headingRow: number;
  /** The headings of the first table, for those who show what was recognized. */
  readonly columns: readonly RecognizedColumn[];
  /** One table after another, where several are stacked. */
  readonly tables: readonly LotRows[];
  /** 0-based row of the headings of the trades below, or null where lots are all there is. */
  readonly tradesFrom: number | null;
}

/** Titles that may stand above the table. */
const ROWS_SEARCHED = 25;
/** A table with one of these lists what was sold. */
const NAMES_OF_SALES: ReadonlySet<string> = new Set(["sold", "date sold", "proceeds", "sale row"]);

/** The table at the top of a range, or null where the range begins with trades. */
export function findOpenLotsBlock(rows: Rows): OpenLotsBlock | null {
  const top = Math.min(rows.length, ROWS_SEARCHED);
  for (let index = 0; index < top; index++) {
    const cells = rows[index] ?? [];
    if (isTradesHeading(cells)) return null;
    if (lotColumns(cells) !== null) return blockFrom(rows, index);
  }
  return null;
}

/** The range without the rows of the block, every other row in its place. */
export function withoutBlock(rows: Rows, block: OpenLotsBlock): Rows {
  const from = block.tradesFrom ?? rows.length;
  return rows.map((cells, index) => (index < from ? [] : cells));
}

function blockFrom(rows: Rows, heading: number): OpenLotsBlock {
  const tables: LotRows[] = [];
  let columns = lotColumns(rows[heading]!)!;
  let first = heading + 1;
  let index = first;
  for (; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    if (isTradesHeading(cells)) break;
    const others = lotColumns(cells);
    if (others === null) continue;
    tables.push({ columns, first, end: index });
    columns = others;
    first = index + 1;
  }
  tables.push({ columns, first, end: index });
  return {
    headingRow: heading + 1,
    columns: recognized(rows[heading]!),
    tables,
    tradesFrom: index < rows.length ? index : null,
  };
}

/** Nearly every row below opens with a lot's name and a symbol, so few are looked at closely. */
function isTradesHeading(cells: readonly unknown[]): boolean {
  const named = new Set<string>();
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    const field = headingMeaning(cell)?.field;
    if (field !== undefined) named.add(field);
  }
  return named.has("Date") && named.has("Action") && named.has("Symbol");
}

/** Where the row is the headings of OPENLOTS: Symbol, Acquired, Quantity and Basis, and no Action. */
function lotColumns(cells: readonly unknown[]): LotColumns | null {
  const at = new Map<string, number>();
  cells.forEach((cell, column) => {
    const read = typeof cell === "number" ? null : readCell(cell);
    if (read?.kind !== "text") return;
    const heading = plainHeading(read.value);
    if (!at.has(heading)) at.set(heading, column);
  });
  const [symbol, acquired, quantity, basis] = ["symbol", "acquired", "quantity", "basis"].map((name) => at.get(name));
  if (symbol === undefined || acquired === undefined || quantity === undefined || basis === undefined) return null;
  for (const heading of at.keys()) {
    if (NAMES_OF_SALES.has(heading) || headingMeaning(heading)?.field === "Action") return null;
  }
  const others = { lot: at.get("lot"), account: at.get("account"), holdingFrom: at.get("holding from"), washAdded: at.get("wash added"), note: at.get("note") };
  return { symbol, acquired, quantity, basis, ...others };
}

const READ_HEADINGS: ReadonlySet<string> = new Set(["Lot", "Symbol", "Account", "Acquired", "Holding from", "Quantity", "Basis", "Wash added", "Note"]);

function recognized(cells: readonly unknown[]): RecognizedColumn[] {
  return cells.map((cell, column) => {
    const heading = nameIn(cell) ?? "";
    const field = [...READ_HEADINGS].find((name) => name.toLowerCase() === plainHeading(heading));
    return { column, heading, field: field ?? null };
  });
}

/** What the notes of the lots say of their securities, beside what the trades below say. */
export function withSecuritiesOfLots(stated: StatedSecurities, rows: Rows, block: OpenLotsBlock): StatedSecurities {
  const both = new Map(stated);
  for (const { columns, first, end } of block.tables) {
    if (columns.note === undefined) continue;
    for (let index = first; index < end; index++) {
      const cells = rows[index] ?? [];
      const note = nameIn(cells[columns.note]);
      const symbol = nameIn(cells[columns.symbol])?.toUpperCase();
      if (note === null || symbol === undefined) continue;
      const marks = readMarks(note);
      if ("says" in marks || marks.security === null) continue;
      both.set(symbol, statedByMark(marks.security, index + 1, both.get(symbol) ?? {}));
    }
  }
  return both;
}

const WORDS: Readonly<Record<SecurityMark["is"], string>> = {
  digital: "Digital asset",
  fund: "Mutual fund",
  collectible: "Collectible",
  call: "Call",
  put: "Put",
};

/** The lots stand above the trades, so that what they say was said first. */
function statedByMark(mark: SecurityMark, row: number, said: StatedSecurity): StatedSecurity {
  const type = { row, value: mark.is, word: WORDS[mark.is] };
  if (mark.is === "call" || mark.is === "put") {
    return {
      ...said,
      type,
      side: { row, value: mark.is, word: WORDS[mark.is] },
      underlying: { row, value: mark.underlying },
      multiplier: { row, value: mark.multiplier },
    };
  }
  return {
    ...said,
    type,
    ...(mark.is === "fund" ? { isFund: true as const } : {}),
    ...(mark.is === "collectible" ? { isCollectible: true as const } : {}),
  };
}
