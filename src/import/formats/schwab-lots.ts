/**
 * Charles Schwab, realized gains lot by lot and in summary, and open lots of a symbol (broker layouts, sections 1.2 to 1.4).
 * A file may hold several accounts, each under a title and headings of its own.
 */
import { figureOf, Exact, readFigure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import { saleOfTexts } from "../stated-sale";
import { isFooter } from "../table-rows";
import type { TableRow } from "../table-rows";
import { readDate } from "../written-date";
import { headed } from "./format";
import type { ColumnsOfFormat, FileLines, Format } from "./format";
import { rowsBelow } from "./rows-below";

/** Of both files of sales: the term stands in a column of its own, or by the column in which the gain stands. */
const SOLD: ColumnsOfFormat = {
  needed: [["symbol"], ["quantity"], ["proceeds", "total proceeds"], ["cost basis (cb)", "cost basis"],
    ["term", "long term gain/loss", "long term (lt) gain/loss", "lt gain/loss"]],
};

export const SCHWAB_LOT_DETAILS: Format = {
  name: "Schwab realized gains, lot details",
  kind: "closed lots",
  isHeading: (headings) =>
    headed("opened date", "closed date", "disallowed loss")(headings) && headings.some((heading) => heading.startsWith("unadjusted cost")),
  columns: SOLD,
  amounts: ["proceeds", "total proceeds"],
  read: (work, file) => readTitled(work, file, SCHWAB_LOT_DETAILS, readSale),
};

export const SCHWAB_REALIZED_SUMMARY: Format = {
  name: "Schwab realized gains, summary",
  kind: "closed lots",
  isHeading: headed("closed date", "closing price", "disallowed loss"),
  columns: SOLD,
  amounts: ["proceeds"],
  read: (work, file) => {
    work.note("The summary states no dates of purchase: it reconciles totals, lot details reconcile each lot.");
    readTitled(work, file, SCHWAB_REALIZED_SUMMARY, readSale);
  },
};

export const SCHWAB_OPEN_LOTS: Format = {
  name: "Schwab open lots",
  kind: "open lots",
  isHeading: headed("open date", "cost/share", "holding period"),
  columns: { needed: [["quantity"], ["cost basis"]] },
  amounts: ["cost basis"],
  read: (work, file) => {
    work.note("These lots open the book: import with them only trades after the day of the file.");
    readTitled(work, file, SCHWAB_OPEN_LOTS, readOpenLot);
  },
};

interface Title {
  /** Of an open-lots file; else "". */
  readonly symbol: string;
  readonly account: string;
}

type RowReader = (work: FileInProgress, row: TableRow, title: Title) => void;

function readTitled(work: FileInProgress, file: FileLines, format: Format, readRow: RowReader): void {
  const { lines, headingAt, account } = file;
  const fallback = { symbol: "", account: account ?? "Schwab" };
  let title = lines.slice(0, headingAt).reduce<Title | null>((found, { cells }) => titleIn(cells) ?? found, null);
  if (title === null && account === null) work.lacksAccount();
  for (const row of rowsBelow(work, file, format)) {
    const next = titleIn(row.source.cells);
    if (next !== null) title = next;
    if (next !== null || isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else readRow(work, row, title ?? fallback);
  }
}

function titleIn(cells: readonly string[]): Title | null {
  return titleOf(cells) ?? accountLineOf(cells);
}

/** `Realized Gain/Loss - Lot Details for ...615 as of …`, `SHOP Lot Details for XXXX-5792 as of …` */
function titleOf(cells: readonly string[]): Title | null {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const found = /^(.*?)\b(?:lot details|realized gain\/loss.*?)\s+for\s+(.*?\S)\s+as of\b/i.exec(cells[0] ?? "");
  if (!found?.[2] || filled.length > 2) return null;
  const before = found[1]?.trim() ?? "";
  return { symbol: /^[^\s-]+$/.test(before) ? before : "", account: found[2].replace(/^account\s+/i, "") };
}

/** `Roth IRA ...9876` alone in its line: all accounts in one file, each under its name. */
function accountLineOf(cells: readonly string[]): Title | null {
  const [only, another] = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return only !== undefined && another === undefined && /\S\s+(\.{2,}|X{2,}-?)\d+$/i.test(only) ? { symbol: "", account: only } : null;
}

function readSale(work: FileInProgress, row: TableRow, { account }: Title): void {
  const sale = saleOfTexts(row.line, {
    account,
    symbol: row.text("symbol"),
    description: row.text("name", "description"),
    acquired: row.text("opened date"),
    sold: row.text("closed date"),
    quantity: row.text("quantity"),
    proceeds: row.text("proceeds", "total proceeds"),
    basis: row.text("cost basis (cb)", "cost basis"),
    wash: row.text("disallowed loss"),
    term: row.text("term") || termOfGains(row),
  });
  if ("sentence" in sale) work.undecide(row.line, sale.sentence);
  else work.sale(sale);
}

/** The summary says the term only by the column in which the gain stands. */
function termOfGains(row: TableRow): string {
  const [long, short] = [row.text("long term (lt) gain/loss", "long term gain/loss", "lt gain/loss"), row.text("short term (st) gain/loss", "short term gain/loss", "st gain/loss")].map(readFigure);
  if (typeof long === "string" && typeof short !== "string") return "Long";
  return typeof short === "string" && typeof long !== "string" ? "Short" : "";
}

function readOpenLot(work: FileInProgress, row: TableRow, { symbol, account }: Title): void {
  const opened = readDate(row.text("open date"));
  const [quantity, basis] = [row.text("quantity"), row.text("cost basis")].map(readFigure);
  const cells = {
    Date: opened?.iso ?? "",
    Action: "Open lot",
    Symbol: symbol,
    Account: account,
    Quantity: typeof quantity === "string" ? quantity : "",
    Amount: typeof basis === "string" ? basis : "",
  };
  if (cells.Symbol === "") return work.undecide(row.line, "The file's title does not say the symbol. Fill in Symbol.", cells);
  if (cells.Date === "" || cells.Quantity === "") return work.undecide(row.line, "The lot has no date or no quantity that can be read. Fill them in.", cells);
  if (new Exact(cells.Quantity).isNegative()) {
    const draft = { ...cells, Action: "Sell short", Quantity: figureOf(new Exact(cells.Quantity).abs()) };
    return work.undecide(row.line, "It is a short position. Write Sell short with the proceeds as Amount.", draft);
  }
  if (cells.Amount === "") return work.undecide(row.line, "The lot has no basis in the file. Fill in Amount.", cells);
  work.trade(row.line, cells);
}
