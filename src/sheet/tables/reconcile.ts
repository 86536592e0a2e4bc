/** RECONCILE (R-8949-3): what differs between our sales and the broker's form, and last what ties, in dollars. */
import type { Book } from "../../lots/book-types";
import { dollarsFromCents } from "../../report/figures";
import type { Difference, ReportedSale } from "../../report/form-8949-types";
import { rowOnForm } from "../../report/forms-together";
import { reconcile } from "../../report/reconcile";
import type { AccountElsewhere, Reconciliation, TiedTotal } from "../../report/reconcile-types";
import { refusedPools } from "../../report/refused-pools";
import { serialFromDay, yearOf } from "../../values/plain-date";
import { done, refuse, type Outcome } from "../../values/outcome";
import type { Broker1099 } from "../read-broker-1099";
import { dollarsOr, valueError, type Cell, type Row, type Table } from "./cell";
import { refusedRows } from "./refused-rows";

export const RECONCILE_HEADINGS = [
  "Symbol", "Sold", "Ours", "Theirs", "Difference", "Cause", "Code", "Adjustment", "Note", "Part", "Account", "Sale row", "Form row",
] as const;
type Heading = (typeof RECONCILE_HEADINGS)[number];

const TEXTS: ReadonlySet<string> = new Set(["Symbol", "Sold", "Cause", "Code", "Note", "Part", "Account", "Sale row", "Form row"]);

/** bad-input: no form is given, or nothing stands on it. */
export function neededForm(broker: Broker1099 | null): Outcome<Broker1099> {
  if (broker === null) return refuse("bad-input", "broker1099 is missing; give your broker's form with its headings, such as Broker1099[#All].");
  if (broker.sales.length + broker.faults.length > 0) return done(broker);
  return refuse("bad-input", "The broker's form has no sales below its headings. Give the range with its rows.");
}

/** @param brokersBook the same trades in the broker's view */
export function reconcileTable(book: Book, brokersBook: Book, year: number, broker: Broker1099): Table {
  return reconciliationTable(book, reconcile(book, brokersBook, year, broker.sales), year, broker.faults);
}

/** @param formRow what the column Form row shows of a row: of several forms together, which one it is of too */
export function reconciliationTable(
  book: Book, { differences, ties, accountsElsewhere, otherYears }: Reconciliation, year: number, faults: Broker1099["faults"], formRow: (row: number) => Cell = (row) => row,
): Table {
  return [
    [...RECONCILE_HEADINGS],
    ...refusedRows(book, refusedPools(book), RECONCILE_HEADINGS, TEXTS, "Note"),
    ...faults.map(({ row, sentence, isNote }) => {
      if (isNote) return rowOf({ Note: sentence, "Form row": formRow(row) });
      const error = valueError(sentence);
      return rowOf({ Ours: error, Theirs: error, Difference: error, Adjustment: error, Note: sentence, "Form row": formRow(row) });
    }),
    ...differences.map((one) => differenceRow(one, formRow)),
    ...accountsElsewhere.map(accountRow),
    ...(otherYears.length === 0 ? [] : [otherYearsRow(otherYears, year, formRow)]),
    ...ties.map(tiedRow),
  ];
}

function differenceRow(one: Difference, formRow: (row: number) => Cell): Row {
  return rowOf({
    Symbol: one.symbol,
    Sold: serialFromDay(one.sold),
    Ours: dollarsOr(one.oursCents),
    Theirs: dollarsOr(one.theirsCents),
    Difference: dollarsOr(one.differenceCents),
    Cause: one.cause,
    Code: one.code,
    Adjustment: dollarsFromCents(one.adjustmentCents),
    Note: one.note,
    Part: one.part,
    Account: one.account,
    "Sale row": one.saleRows.length === 1 ? one.saleRows[0]! : one.saleRows.join(", "),
    "Form row": one.brokerRow === null ? "" : formRow(one.brokerRow),
  });
}

/** One row for the account: none of its sales can be on this form. */
function accountRow({ account, sales, proceedsCents, code, adjustmentCents }: AccountElsewhere): Row {
  const name = account === "" ? "the account without a name" : account;
  return rowOf({
    Ours: dollarsFromCents(proceedsCents),
    Difference: dollarsFromCents(proceedsCents),
    Cause: "Account not on the form",
    Code: code,
    Adjustment: dollarsFromCents(adjustmentCents),
    Note: `No row of the broker's form is of ${name}, so its ${sales === 1 ? "sale is" : `${sales} sales are`} not compared. Add its form below this one.`,
    Part: "Row",
    Account: account,
  });
}

function otherYearsRow(rows: readonly ReportedSale[], year: number, formRow: (row: number) => Cell): Row {
  const [first] = rows;
  if (rows.every(({ sold }) => yearOf(sold) === year)) return leftOut(rows, formRow, shortsSentence(rows, year));
  const said = rows.length === 1
    ? `R${rowOnForm(first!).slice(1)} was sold in ${yearOf(first!.sold)}, not in ${year}, and is left out.`
    : `${rows.length} rows of the broker's form are of other years than ${year}, such as ${first!.printed === undefined ? `row ${first!.row}` : rowOnForm(first!)}, and are left out.`;
  return leftOut(rows, formRow, `${said} Give the year of the form.`);
}

/** R-SS-4: the broker has them in the year of the covering trade. */
function shortsSentence(rows: readonly ReportedSale[], year: number): string {
  const [first] = rows;
  const what = rows.length === 1 ? `R${rowOnForm(first!).slice(1)} closes a short at a loss` : `${rows.length} rows of the broker's form close shorts at a loss, such as ${rowOnForm(first!)}`;
  return `${what} in the last days of ${year}: it counts when the shares are delivered, in ${year + 1}, and is left out. Keep the row for that year's form.`;
}

function leftOut(rows: readonly ReportedSale[], formRow: (row: number) => Cell, note: string): Row {
  const cents = rows.reduce((sum, { proceedsCents }) => sum + proceedsCents, 0);
  return rowOf({
    Symbol: inCommon(rows, ({ symbol, description, cusip }) => symbol || description || cusip),
    Sold: inCommon(rows, ({ sold }) => serialFromDay(sold)),
    Theirs: dollarsFromCents(cents),
    Difference: dollarsFromCents(-cents),
    Cause: "Another year",
    Adjustment: 0,
    Note: note,
    Part: "Row",
    Account: inCommon(rows, ({ account }) => account),
    "Form row": formRow(rows[0]!.row),
  });
}

/** Blank where the rows have several. */
function inCommon(rows: readonly ReportedSale[], of: (row: ReportedSale) => Cell): Cell {
  const [first, ...others] = rows.map(of);
  return others.every((other) => other === first) ? first! : "";
}

function tiedRow({ part, sales, compared, cents, code, adjustmentCents }: TiedTotal): Row {
  return rowOf({
    Ours: dollarsFromCents(cents),
    Theirs: dollarsFromCents(cents),
    Difference: 0,
    Cause: "Ties",
    Code: code,
    Adjustment: dollarsFromCents(adjustmentCents),
    Note: `${sales} of ${compared} ${compared === 1 ? "sale" : "sales"} ${sales === 1 ? "agrees" : "agree"} to the cent.`,
    Part: part,
  });
}

/** Cells not given are blank. */
function rowOf(cells: Partial<Record<Heading, Cell>>): Row {
  return RECONCILE_HEADINGS.map((heading) => cells[heading] ?? "");
}
