/**
 * Interactive Brokers, Flex query as CSV (broker layouts, 4.2). Its user chooses the columns. Version 1 repeats headings at
 * each section; version 2 frames sections with control rows; either may put HEADER and DATA with the section's code in front.
 */
import type { FileInProgress } from "../file-in-progress";
import { readFigure } from "../figures";
import type { SourceLine } from "../source-lines";
import { columnsOf, TableRow } from "../table-rows";
import { readDate } from "../written-date";
import type { ColumnsOfFormat, FileLines, Format } from "./format";
import { addCorporateActions, readCorporateRow } from "./ibkr-corporate-actions";
import type { CorporateRow } from "./ibkr-corporate-actions";
import { ibkrTrade, sumProceeds } from "./ibkr-trade";
import { headingColumns } from "./rows-below";
import { TradesOfStatement } from "./ibkr-trades-of-statement";
import { readTransfer } from "./ibkr-transfers";

const CONTROL = /^(BOF|BOA|BOS|EOS|EOA|EOF|MSG)$/;

export const IBKR_FLEX: Format = {
  name: "Interactive Brokers Flex query",
  kind: "trades",
  isHeading: (headings) => headings[0] === "bof" || headings.includes("clientaccountid"),
  // Every section has columns of its own: the proceeds of the trades in dollars are summed.
  amounts: [],
  read: readIbkrFlex,
};

/** Its user chooses the columns: without these a trade would be another one, or in another currency. */
const TRADES: ColumnsOfFormat = {
  needed: [["currencyprimary", "currency"], ["assetclass", "assetcategory"], ["symbol"], ["tradedate", "datetime", "date/time"], ["quantity"], ["proceeds"],
    ["ibcommission", "commission"]],
  checked: [["tradeprice", "price"], ["tradedate"], ["open/closeindicator"], ["notes/codes", "code"]],
};

/** Only rows of closed lots say when they were opened; without their level of detail they would read as trades. */
const TRADES_AND_LOTS: ColumnsOfFormat = { ...TRADES, needed: [...TRADES.needed, ["levelofdetail"]] };

const CORPORATE_ACTIONS: ColumnsOfFormat = {
  needed: [["actiondescription", "description"], ["quantity"], ["proceeds"]],
  checked: [["date/time", "datetime"], ["currencyprimary", "currency"]],
};

interface FlexRow {
  readonly row: TableRow;
  /** As the control row names it, or what its columns say. */
  readonly section: "trades" | "corporate actions" | "transfers" | "cash" | "other";
  readonly label: string;
}

function readIbkrFlex(work: FileInProgress, { lines, headingAt, account }: FileLines): void {
  const rows = flexRows(work, lines.slice(headingAt));
  const named = account ?? "Interactive Brokers";
  if (account === null && rows.length > 0 && !rows.some(({ row }) => row.text("clientaccountid") !== "")) work.lacksAccount();
  const trades = new TradesOfStatement();
  const actions: CorporateRow[] = [];
  const levels = new Set(rows.map(({ row }) => row.text("levelofdetail").toUpperCase()));
  const level = levels.has("EXECUTION") ? "EXECUTION" : levels.has("ORDER") ? "ORDER" : "";
  for (const { row, section, label } of rows) {
    const owner = row.text("clientaccountid") || named;
    if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write the row by hand.`);
    else if (section === "trades") readTradeRow(work, trades, row, owner, level);
    else if (section === "corporate actions") readCorporateRow(work, actions, row, owner);
    else if (section === "transfers") readTransfer(work, row, owner);
    else if (section === "cash") work.count(row.line, row.text("type") || label);
    else work.count(row.line, label);
  }
  trades.addTo(work);
  addCorporateActions(work, actions);
}

function flexRows(work: FileInProgress, lines: readonly SourceLine[]): FlexRow[] {
  let columns: ReadonlyMap<string, number> | null = null;
  let label = "";
  const rows: FlexRow[] = [];
  for (const source of lines) {
    const [first = "", , third = ""] = source.cells.map((cell) => cell.trim());
    const isFramed = first === "HEADER" || first === "DATA";
    if (CONTROL.test(first)) {
      if (first === "BOS") [label, columns] = [third.split(";")[0]?.trim() ?? "", null];
      work.pass(source.line);
    } else if (first === "HEADER" || (columnsOf(source.cells).has("clientaccountid") && first !== "DATA") || (columns === null && label !== "" && !isFramed && areHeadings(source))) {
      columns = headingColumns(work, source.cells, readOf(label, columnsOf(source.cells)));
      work.pass(source.line);
    } else if (columns === null) {
      work.undecide(source.line, "This line stands under no headings. Look at it in the file.");
    } else {
      rows.push({ row: new TableRow(source, columns), section: sectionOf(label, columns), label: label || "Rows that move no shares" });
    }
  }
  return rows;
}

function readOf(label: string, columns: ReadonlyMap<string, number>): ColumnsOfFormat | undefined {
  const section = sectionOf(label, columns);
  if (section === "corporate actions") return CORPORATE_ACTIONS;
  if (section !== "trades") return undefined;
  return columns.has("opendatetime") ? TRADES_AND_LOTS : TRADES;
}

/** Sections of version 2 may leave out the account. */
function areHeadings({ cells }: SourceLine): boolean {
  const columns = columnsOf(cells);
  const isNamed = ["symbol", "currencyprimary", "quantity", "description", "amount"].some((heading) => columns.has(heading));
  return isNamed && cells.every((cell) => typeof readFigure(cell) !== "string");
}

/** Where no control row names the section: this many of these, of which one may be damaged. */
const OF_TRADES = ["quantity", "tradeprice", "proceeds", "ibcommission", "netcash", "buy/sell", "open/closeindicator", "tradedate"];
const TELLING = 3;

function sectionOf(label: string, columns: ReadonlyMap<string, number>): FlexRow["section"] {
  if (/^trades/i.test(label) || (label === "" && OF_TRADES.filter((heading) => columns.has(heading)).length >= TELLING)) return "trades";
  if (/^corporate actions/i.test(label) || columns.has("actiondescription")) return "corporate actions";
  if (/^transfers/i.test(label) || (columns.has("direction") && columns.has("quantity"))) return "transfers";
  return /^cash transactions/i.test(label) ? "cash" : "other";
}

function readTradeRow(work: FileInProgress, trades: TradesOfStatement, row: TableRow, account: string, level: string): void {
  const detail = row.text("levelofdetail").toUpperCase();
  if (detail === "CLOSED_LOT") {
    const quantity = readFigure(row.text("quantity"));
    const basis = readFigure(row.text("costbasis", "fifocostbasis"));
    return trades.closedLot(row.line, readDate(row.text("opendatetime")), typeof quantity === "string" ? Number(quantity) : null, typeof basis === "string" ? Math.abs(Number(basis)) : null);
  }
  if (detail !== "" && detail !== level) return work.count(row.line, `Trades, level of detail ${detail}`);
  sumProceeds(work, row, row.text("assetclass", "assetcategory"), row.text("currencyprimary", "currency"));
  trades.add(row.line, ibkrTrade({
    category: row.text("assetclass", "assetcategory"),
    currency: row.text("currencyprimary", "currency"),
    account,
    symbol: row.text("symbol"),
    when: dayAndTime(row),
    quantity: signedQuantity(row),
    price: row.text("tradeprice", "price"),
    proceeds: row.text("proceeds"),
    charges: [row.text("ibcommission", "commission"), row.text("taxes")],
    chargedIn: row.text("ibcommissioncurrency", "commissioncurrency"),
    codes: row.text("notes/codes", "code"),
    opensOrCloses: row.text("open/closeindicator"),
    multiplier: row.text("multiplier"),
    order: row.text("iborderid", "orderid"),
  }));
}

/** The trade date counts; the time beside it is of that day, for what is booked later carries another day. */
function dayAndTime(row: TableRow): string {
  const [moment, day] = [row.text("datetime", "date/time"), row.text("tradedate")];
  if (day === "") return moment;
  return readDate(moment)?.iso === readDate(day)?.iso ? moment : day;
}

/** The side counts where the quantity has no sign. */
function signedQuantity(row: TableRow): string {
  const quantity = row.text("quantity");
  return /^sell/i.test(row.text("buy/sell")) && /^\d/.test(quantity) ? `-${quantity}` : quantity;
}
