/** Fidelity, history of one account or of all (broker layouts, section 2.1), in each of its orders of columns. */
import { bookExchange, heldBefore, mayPayFor } from "../exchanges";
import type { FileInProgress } from "../file-in-progress";
import { bookMovedShares } from "../moved-shares";
import { bookWithOptionEnds } from "../option-ends";
import { bareHeading } from "../plain-heading";
import type { SourceLine } from "../source-lines";
import { isFooter, TableRow } from "../table-rows";
import { fidelityAction } from "./fidelity-actions";
import { FidelityRows, readFidelityRow } from "./fidelity-rows";
import type { ColumnsOfFormat, FileLines, Format } from "./format";
import { headed } from "./format";
import { headingColumns } from "./rows-below";

const isHeading: Format["isHeading"] = (headings) =>
  headed("run date", "action")(headings) || headed("date", "security description", "description", "commission", "amount", "account")(headings);

const COLUMNS: ColumnsOfFormat = { needed: [["symbol"], ["quantity"], ["price"], ["amount"]], checked: [["commission"], ["fees"]] };

export const FIDELITY_HISTORY: Format = {
  name: "Fidelity history",
  kind: "trades",
  isHeading,
  amounts: ["amount"],
  read: readFidelityHistory,
};

function readFidelityHistory(work: FileInProgress, { name, lines, headingAt, account }: FileLines): void {
  let columns = headingColumns(work, lines[headingAt]?.cells ?? [], COLUMNS);
  const named = /History_for_Account_([A-Z]?\d+)/i.exec(name)?.[1] ?? account;
  if (named === null && !columns.has("account") && !columns.has("account number")) work.lacksAccount();
  const rows = new FidelityRows(named ?? "Fidelity");
  for (const source of lines.slice(headingAt + 1)) {
    if (isHeading(source.cells.map(bareHeading))) {
      columns = headingColumns(work, source.cells, COLUMNS);
      work.pass(source.line);
      continue;
    }
    const row = inItsColumns(source, columns);
    // The desktop program keeps the action under Description.
    const action = row.has("action") ? row.text("action") : row.text("description");
    const meaning = fidelityAction(action);
    if (meaning === null && isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else readFidelityRow(work, rows, row, action, meaning);
  }
  bookGroups(work, rows);
  if (rows.called.size > 0) work.note(`The file calls its accounts by name too: ${[...rows.called].map(([number, called]) => `${number} is ${called}`).join(", ")}.`);
}

/**
 * One layout has its headings in the order Quantity, Currency, Price and its rows in the order currency, price, quantity: a
 * currency under Quantity tells it.
 */
function inItsColumns(source: SourceLine, columns: ReadonlyMap<string, number>): TableRow {
  const row = new TableRow(source, columns);
  const [quantity, currency, price] = ["quantity", "currency", "price"].map((heading) => columns.get(heading));
  if (quantity === undefined || currency !== quantity + 1 || price !== quantity + 2 || !/^[A-Z]{3}$/.test(row.text("quantity"))) return row;
  return new TableRow(source, new Map(columns).set("currency", quantity).set("price", currency).set("quantity", price));
}

function bookGroups(work: FileInProgress, rows: FidelityRows): void {
  for (const { event, account, legs } of rows.exchanges.values()) {
    const date = legs[0]?.date ?? "";
    const cash = rows.cashInLieu.find((paid) =>
      !rows.paid.has(paid.line) && paid.account === account && legs.some(({ symbol }) => symbol === paid.symbol) && mayPayFor(date, paid.date));
    if (cash) rows.paid.add(cash.line);
    bookExchange(work, { event, account, legs, cashInLieu: cash ?? null, heldBefore: heldBefore(rows.trades, account, date) });
  }
  for (const { line } of rows.cashInLieu) {
    if (rows.paid.has(line)) continue;
    work.undecide(line, "Cash was paid for a fraction of a share. Write it under Cash in lieu on the row of the split, spin-off or merger it came with.");
  }
  bookMovedShares(work, rows.moves);
  bookWithOptionEnds(work, rows.trades, rows.optionEnds);
}
