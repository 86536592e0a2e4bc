/**
 * Reads the broker's Form 1099-B or 1099-DA as a range (design section 6): a row of headings and a row for each sale reported.
 * Headings may stand in any order and under the words brokers use; Sold, Proceeds and one of Symbol, Description and CUSIP
 * must be there. Other headings further down, as of another broker's form, count from there on. A row that cannot be read is a fault that names it, and takes no other row with it.
 * A column whose heading is not known is one too.
 */
import type { ReportedSale } from "../report/form-8949-types";
import { done, type Outcome } from "../values/outcome";
import { findBroker1099Columns, headingsBelow, repeatsHeadings, type Broker1099Columns } from "./broker-1099-columns";
import type { Broker1099Field } from "./broker-1099-headings";
import { uncountedIn } from "./broker-1099-uncounted";
import { boxWord, formWord, noncoveredWord, reportedWord, saysOrdinary, saysTermUnknown, termWord, type ReportedBox } from "./broker-1099-words";
import { nameIn } from "./cell-names";
import { errorIn, quoteCell, readCell } from "./cells";
import { readDateCell } from "./date-cells";
import { readNumberCell, type CellFault } from "./number-cells";
import { centsOf, LARGEST_CENTS } from "./trade-amount";
import { cellAt } from "./trades-layout";
import type { Day } from "../values/plain-date";

export interface Broker1099 {
  /** In the order of the range. */
  readonly sales: readonly ReportedSale[];
  readonly faults: readonly Broker1099Fault[];
}

export interface Broker1099Fault {
  /** Row of the range, its first row being 1. */
  readonly row: number;
  /** "Row 5 of the broker's form: Proceeds is "x", which is not a number. Correct it, or clear the row." */
  readonly sentence: string;
  /** No figure waits for it: something of the form is only not counted. */
  readonly isNote?: true;
}

type Cells = readonly unknown[];

/** bad-input where the range as a whole cannot be read; a wrong row is one of `faults`. */
export function readBroker1099(rows: readonly Cells[]): Outcome<Broker1099> {
  const found = findBroker1099Columns(rows);
  if (!found.ok) return found;
  const sales: ReportedSale[] = [];
  const faults: Broker1099Fault[] = [];
  let [sinceTotal, all] = [0, 0];
  let columns = found.value;
  let below: { row: number; cells: Cells }[] = [];
  const uncounted = (): Broker1099Fault[] => uncountedIn({ columns, headings: rows[columns.headingRow] ?? [], sales: below });
  for (let index = columns.headingRow + 1; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    if (repeatsHeadings(cells, columns)) continue;
    const others = headingsBelow(rows, index);
    if (others !== null) {
      if (!others.ok) {
        faults.push({ row: index + 1, sentence: `Row ${index + 1} of the broker's form: it looks like the headings of another form. ${others.problem.sentence}` });
        continue;
      }
      // A form of another broker has its own columns.
      faults.push(...uncounted());
      [columns, below] = [others.value, []];
      continue;
    }
    if (isNoSale(cells, columns)) continue;
    if (isNamelessTotal(cells, columns, [sinceTotal, all])) {
      sinceTotal = 0;
      continue;
    }
    below.push({ row: index + 1, cells });
    const sale = readSale(cells, columns, index + 1);
    if ("says" in sale) {
      faults.push({ row: index + 1, sentence: `Row ${index + 1} of the broker's form: ${sale.says}. Correct it, or clear the row.` });
      continue;
    }
    sales.push(sale);
    sinceTotal += sale.proceedsCents;
    all += sale.proceedsCents;
  }
  faults.push(...uncounted());
  return done({ sales, faults: faults.sort((a, b) => a.row - b.row) });
}

const TOTAL = /^(grand |sub-?|report |form )?totals?\b|\btotals?\s*:?$|^net gain/i;

/** Blank rows, totals, and a lone text such as a footnote or a section's title. */
function isNoSale(cells: Cells, columns: Broker1099Columns): boolean {
  const filled = cells.map(readCell).filter(({ kind }) => kind !== "blank");
  if (filled.length === 0) return true;
  const sold = readCell(cellAt(cells, columns.at.Sold));
  if (sold.kind !== "blank") return sold.kind === "text" && TOTAL.test(sold.value);
  return filled.some((cell) => cell.kind === "text" && TOTAL.test(cell.value)) || (filled.length === 1 && filled[0]!.kind === "text");
}

/** A row of amounts alone, without a name or a day, whose proceeds add up rows above it. */
function isNamelessTotal(cells: Cells, { at }: Broker1099Columns, sumsCents: readonly number[]): boolean {
  const isBlank = (field: Broker1099Field): boolean => readCell(cellAt(cells, at[field])).kind === "blank";
  if (!(["Symbol", "Description", "CUSIP", "Acquired", "Sold"] as const).every(isBlank)) return false;
  const proceeds = figure((field) => cellAt(cells, at[field]), "Proceeds");
  return typeof proceeds === "number" && sumsCents.includes(centsOf(proceeds));
}

/** Reads one row; the first thing wrong with it ends the reading. */
function readSale(cells: Cells, { at }: Broker1099Columns, row: number): ReportedSale | CellFault {
  const cell = (field: Broker1099Field): unknown => cellAt(cells, at[field]);
  for (const field of ["Symbol", "Description", "CUSIP", "Account"] as const) {
    const error = errorIn(cell(field));
    if (error !== null) return { says: `${field} holds the error ${error}` };
  }
  const names = { symbol: nameIn(cell("Symbol")) ?? "", description: nameIn(cell("Description")) ?? "", cusip: nameIn(cell("CUSIP")) ?? "" };
  if (names.symbol === "" && names.description === "" && names.cusip === "") return { says: "it names no security" };
  const sold = readDateCell(cell("Sold"));
  if (sold === null) return { says: "it has no Sold" };
  if ("says" in sold) return { says: `Sold ${sold.says}` };
  const acquired = acquiredDay(cell("Acquired"));
  if (isFault(acquired)) return acquired;
  const money = readMoney(cell);
  if ("says" in money) return money;
  const box = readBox(cell);
  if ("says" in box) return box;
  return { row, ...names, account: nameIn(cell("Account")) ?? "", acquired, sold: sold.day, ...money, ...box };
}

type Money = Pick<ReportedSale, "quantity" | "proceedsCents" | "basisCents" | "washCents">;

/** What brokers write where they have no basis, or no wash sale. */
const NO_FIGURE = /^(n\/?a|not (provided|available|reported|applicable)|missing|unknown|noncovered|none|no|pending|-+|\.{2,}|…)\.?$/i;

/** In words on paper: the proceeds of an option held, the cost of one written, the proceeds of what became worthless. */
const NOTHING = /^(expired?|worthless|worthlss)$/i;

function isInWords(cell: unknown, words: RegExp): boolean {
  const read = readCell(cell);
  return read.kind === "text" && words.test(read.value);
}

/** `300.00 W`: brokers print the code of column (f) behind the amount. */
function withoutCode(cell: unknown): unknown {
  const read = readCell(cell);
  return read.kind === "text" ? read.value.replace(/(\d\)?)\s*W$/i, "$1") : cell;
}

function readMoney(cell: (field: Broker1099Field) => unknown): Money | CellFault {
  const quantity = figure(cell, "Quantity");
  if (isFault(quantity)) return quantity;
  const proceeds = isInWords(cell("Proceeds"), NOTHING) ? 0 : figure(cell, "Proceeds");
  if (isFault(proceeds)) return proceeds;
  if (proceeds === null) return { says: "it has no Proceeds (write 0 where the sale brought nothing)" };
  const basis = isInWords(cell("Basis"), NO_FIGURE) ? null : isInWords(cell("Basis"), NOTHING) ? 0 : figure(cell, "Basis");
  if (isFault(basis)) return basis;
  if (basis !== null && basis < 0) return { says: `Basis is ${quoteCell(cell("Basis"))}, below zero` };
  const wash = isInWords(cell("Wash disallowed"), NO_FIGURE) ? null : figure((field) => withoutCode(cell(field)), "Wash disallowed");
  if (isFault(wash)) return wash;
  return {
    // Shares sold, and washes, are written below zero by some.
    quantity: quantity === null || quantity === 0 ? null : Math.abs(quantity),
    proceedsCents: centsOf(proceeds),
    basisCents: basis === null ? null : centsOf(basis),
    washCents: Math.abs(centsOf(wash ?? 0)),
  };
}

function figure(cell: (field: Broker1099Field) => unknown, field: Broker1099Field): number | null | CellFault {
  const read = readNumberCell(cell(field));
  if (isFault(read)) return { says: `${field} ${read.says}` };
  if (read !== null && Math.abs(read) * 100 > LARGEST_CENTS) return { says: `${field} is ${quoteCell(cell(field))}, too large to be exact` };
  return read;
}

/** What the row says of its box: its own columns first, a letter of Form 8949 where they say nothing. */
function readBox(cell: (field: Broker1099Field) => unknown): ReportedBox | CellFault {
  const term = termWord(cell("Term"));
  if (isFault(term)) return { says: `Term ${term.says}` };
  const reported = reportedWord(cell("Basis reported"));
  if (isFault(reported)) return { says: `Basis reported ${reported.says}` };
  const noncovered = noncoveredWord(cell("Noncovered"));
  if (isFault(noncovered)) return { says: `Noncovered ${noncovered.says}` };
  const form = formWord(cell("Form"));
  if (isFault(form)) return { says: `Form ${form.says}` };
  const box = boxWord(cell("Box"));
  if (isFault(box)) return { says: `Box ${box.says}` };
  const ordinary = reportedWord(cell("Ordinary"));
  if (isFault(ordinary)) return { says: `Ordinary ${ordinary.says}` };
  const ofForm = { form: form ?? box?.form ?? null, ...(saysOrdinary(cell("Term")) || ordinary === true ? { isOrdinary: true as const } : {}) };
  if (saysTermUnknown(cell("Term"))) return { term: null, basisReported: false, ...ofForm };
  return { term: term ?? box?.term ?? null, basisReported: reported ?? noncovered ?? box?.basisReported ?? null, ...ofForm };
}

const NO_DAY = /^(various|var|multiple|inherited|inherit|unknown|n\/?a|-+)\.?$/i;

function acquiredDay(cell: unknown): Day | null | CellFault {
  const read = readCell(cell);
  if (read.kind === "text" && NO_DAY.test(read.value)) return null;
  const date = readDateCell(cell);
  if (date === null) return null;
  return "says" in date ? { says: `Acquired ${date.says}` } : date.day;
}

function isFault(read: unknown): read is CellFault {
  return typeof read === "object" && read !== null && "says" in read;
}
