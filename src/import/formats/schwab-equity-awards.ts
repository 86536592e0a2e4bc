/**
 * Charles Schwab, equity awards (broker layouts, section 1.6): a row for each event, then rows of its details, whose first
 * cells are blank. Deposits have what the brokerage export lacks: the day and value of a vest, the price of a purchase; sales
 * name the shares sold by their vest or purchase.
 */
import { Exact, figureOf, readFigure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import { isFooter } from "../table-rows";
import type { TableRow } from "../table-rows";
import { readDate } from "../written-date";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { rowsBelow } from "./rows-below";

export const SCHWAB_EQUITY_AWARDS: Format = {
  name: "Schwab equity awards",
  kind: "trades",
  isHeading: headed("date", "action", "feesandcommissions", "vestdate", "vestfairmarketvalue"),
  columns: { needed: [["symbol"], ["quantity"], ["amount"], ["shares"], ["purchasedate"], ["purchaseprice"]] },
  amounts: ["amount"],
  read: readEquityAwards,
};

interface Event {
  readonly row: TableRow;
  readonly details: TableRow[];
}

const COUNTED = /^(lapse|dividend|tax withholding|tax reversal|journal|wire transfer|cash disbursement)$/i;
const DEPOSITED = /^deposit$/i;
const SOLD = /^(sale|forced quick sell|quick sale)$/i;

function readEquityAwards(work: FileInProgress, file: FileLines): void {
  const { account } = file;
  if (account === null) work.lacksAccount();
  work.note(
    "Shares deposited here come to the brokerage account as Stock Plan Activity: enter each vest once. " +
      "After a split Schwab restates deposits but not sales: compare the quantities.",
  );
  const events: Event[] = [];
  for (const row of rowsBelow(work, file, SCHWAB_EQUITY_AWARDS)) {
    const last = events[events.length - 1];
    if (isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else if (row.text("date") === "" && row.text("action") === "" && last !== undefined) last.details.push(row);
    else events.push({ row, details: [] });
  }
  const named = namesOfDeposits(events);
  for (const event of events) readEvent(work, event, named, account ?? "Schwab equity awards");
}

/** Deposits by the name of their lot: the day of the vest or purchase, and the award. */
type LotNames = ReadonlyMap<string, number>;

function namesOfDeposits(events: readonly Event[]): LotNames {
  const names = new Map<string, number>();
  for (const { row, details } of events) {
    const name = DEPOSITED.test(row.text("action")) && details.length === 1 ? nameOfLot(row.text("symbol"), details[0]) : null;
    if (name !== null) names.set(name, (names.get(name) ?? 0) + 1);
  }
  return names;
}

/** Without what parts a lot from its shares, or from another lot. */
function nameOfLot(symbol: string, detail: TableRow | undefined): string | null {
  const day = readDate(detail?.text("vestdate") ?? "") ?? readDate(detail?.text("purchasedate") ?? "");
  if (detail === undefined || day === null || symbol === "") return null;
  return `${symbol} ${day.iso} ${detail.text("awardid") || detail.text("grantid")}`.replace(/[:;,]/g, "-").trim();
}

function readEvent(work: FileInProgress, { row, details }: Event, named: LotNames, account: string): void {
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
  const lots = SOLD.test(action) ? lotsSold(details, cells, named) : { lots: "", note: "" };
  const made = DEPOSITED.test(action)
    ? depositOf(details, cells, named)
    : SOLD.test(action)
      ? { ...cells, Action: "Sell", Amount: typeof amount === "string" ? figureOf(new Exact(amount).abs()) : "", Lots: lots.lots }
      : null;
  if (made?.Date && made.Symbol && made.Quantity && made.Quantity !== "0" && (made.Price || made.Amount)) return work.trade(row.line, made, lots.note, others);
  const says = made === null ? `"${action}" is not an action known of equity awards` : "Its date, quantity or value cannot be read";
  work.undecide(row.line, `${says}. Complete the row, or leave it out where it moved no shares.`, made ?? cells);
  for (const line of others) work.undecide(line, `This line belongs to line ${row.line}.`);
}

/** The details of a sale name the shares sold by their vest or purchase, lot by lot. */
function lotsSold(details: readonly TableRow[], { Symbol: symbol = "", Quantity: quantity = "" }: ImportedCells, named: LotNames): { readonly lots: string; readonly note: string } {
  const shares = new Map<string, Exact>();
  let sum = new Exact(0);
  for (const detail of details) {
    const name = lotNamed(nameOfLot(symbol, detail), named);
    const sold = readFigure(detail.text("shares"));
    if (name === null || typeof sold !== "string") return { lots: "", note: details.length === 0 ? "" : UNNAMED };
    shares.set(name, (shares.get(name) ?? new Exact(0)).plus(new Exact(sold).abs()));
    sum = sum.plus(new Exact(sold).abs());
  }
  if (shares.size === 0) return { lots: "", note: "" };
  if (quantity === "" || !sum.equals(quantity) || [...shares.keys()].some((name) => (named.get(name) ?? 0) > 1)) return { lots: "", note: UNNAMED };
  const outside = [...shares.keys()].filter((name) => !named.has(name));
  const lots = [...shares].map(([name, sold]) => `${name}:${figureOf(sold)}`).join("; ");
  const note = outside.length === 0 ? "" : `Lots names ${outside.join(", ")}, which this file does not deposit: import the file with that deposit too, or clear Lots.`;
  return { lots, note };
}

/** A sale may leave out the award: of the one deposit of the day it is the lot. */
function lotNamed(name: string | null, named: LotNames): string | null {
  if (name === null || named.has(name)) return name;
  const [only, another] = [...named.keys()].filter((each) => each.startsWith(`${name} `));
  return only !== undefined && another === undefined ? only : name;
}

const UNNAMED = "The lines below the sale do not tell for certain which lots were sold, so Lots is left blank: fill it in, or the method decides.";

/** A vest at its value on the day, which is its basis; shares of a purchase plan at the price paid. */
function depositOf(details: readonly TableRow[], cells: ImportedCells, named: LotNames): ImportedCells {
  const [detail, another] = details;
  // Details of several grants state no shares of their own.
  if (detail === undefined || another !== undefined) return { ...cells, Action: "Vest", Date: "" };
  const vested = readDate(detail.text("vestdate"));
  const [date, action, price] = vested
    ? [vested, "Vest", readFigure(detail.text("vestfairmarketvalue"))]
    : [readDate(detail.text("purchasedate")), "Buy", readFigure(detail.text("purchaseprice"))];
  const name = nameOfLot(cells.Symbol ?? "", detail) ?? "";
  return { ...cells, Action: action, Date: date?.iso ?? "", Price: typeof price === "string" ? price : "", Lot: named.get(name) === 1 ? name : "" };
}
