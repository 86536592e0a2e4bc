/**
 * Charles Schwab, equity awards (broker layouts, section 1.6): a row for each event, then rows of its details, whose first
 * cells are blank. Deposits have what the brokerage export lacks: the day and value of a vest, the price of a purchase.
 */
import { Exact, figureOf, readFigure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import { columnsOf, isFooter, TableRow } from "../table-rows";
import { readDate } from "../written-date";
import { headed } from "./format";
import type { FileLines, Format } from "./format";

export const SCHWAB_EQUITY_AWARDS: Format = {
  name: "Schwab equity awards",
  kind: "trades",
  isHeading: headed("date", "action", "feesandcommissions", "vestdate", "vestfairmarketvalue"),
  amounts: ["amount"],
  read: readEquityAwards,
};

interface Event {
  readonly row: TableRow;
  readonly details: TableRow[];
}

const COUNTED = /^(lapse|dividend|tax withholding|tax reversal|journal|wire transfer|cash disbursement)$/i;
const SOLD = /^(sale|forced quick sell|quick sale)$/i;

function readEquityAwards(work: FileInProgress, { lines, headingAt, account }: FileLines): void {
  if (account === null) work.lacksAccount();
  work.note(
    "Shares deposited here come to the brokerage account as Stock Plan Activity: enter each vest once. " +
      "After a split Schwab restates deposits but not sales: compare the quantities.",
  );
  const columns = columnsOf(lines[headingAt]?.cells ?? []);
  const events: Event[] = [];
  for (const source of lines.slice(headingAt + 1)) {
    const row = new TableRow(source, columns);
    const last = events[events.length - 1];
    if (isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else if (row.text("date") === "" && row.text("action") === "" && last !== undefined) last.details.push(row);
    else events.push({ row, details: [] });
  }
  for (const event of events) readEvent(work, event, account ?? "Schwab equity awards");
}

function readEvent(work: FileInProgress, { row, details }: Event, account: string): void {
  const action = row.text("action");
  const others = details.map(({ line }) => line);
  if (COUNTED.test(action)) {
    for (const line of [row.line, ...others]) work.count(line, action);
    return;
  }
  const quantity = readFigure(row.text("quantity"));
  const amount = readFigure(row.text("amount"));
  const cells: ImportedCells = {
    Date: readDate(row.text("date"))?.iso ?? "",
    Symbol: row.text("symbol"),
    Account: account,
    Quantity: typeof quantity === "string" ? figureOf(new Exact(quantity).abs()) : "",
  };
  const made = /^deposit$/i.test(action)
    ? depositOf(details, cells)
    : SOLD.test(action)
      ? { ...cells, Action: "Sell", Amount: typeof amount === "string" ? figureOf(new Exact(amount).abs()) : "" }
      : null;
  if (made?.Date && made.Symbol && made.Quantity && made.Quantity !== "0" && (made.Price || made.Amount)) return work.trade(row.line, made, "", others);
  const says = made === null ? `"${action}" is not an action known of equity awards` : "Its date, quantity or value cannot be read";
  work.undecide(row.line, `${says}. Complete the row, or leave it out where it moved no shares.`, made ?? cells);
  for (const line of others) work.undecide(line, `This line belongs to line ${row.line}.`);
}

/** A vest at its value on the day, which is its basis; shares of a purchase plan at the price paid. */
function depositOf(details: readonly TableRow[], cells: ImportedCells): ImportedCells {
  const [detail, another] = details;
  // Details of several grants state no shares of their own.
  if (detail === undefined || another !== undefined) return { ...cells, Action: "Vest", Date: "" };
  const vested = readDate(detail.text("vestdate"));
  const [date, action, price] = vested
    ? [vested, "Vest", readFigure(detail.text("vestfairmarketvalue"))]
    : [readDate(detail.text("purchasedate")), "Buy", readFigure(detail.text("purchaseprice"))];
  return { ...cells, Action: action, Date: date?.iso ?? "", Price: typeof price === "string" ? price : "" };
}
