/**
 * E*TRADE, transactions of its three generations (broker layouts, section 5): the columns differ, the words hardly. Options
 * are bought and sold under the words of stock; the contract stands in the symbol or, later, in the description alone.
 */
import { bookExchange, heldBefore } from "../exchanges";
import type { ExchangeLeg } from "../exchanges";
import { readFigure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import { oneNote } from "../one-note";
import { bookWithOptionEnds } from "../option-ends";
import type { OptionEnd, ReadTrade } from "../option-ends";
import { optionOfSymbol } from "../option-symbols";
import type { SourceLine } from "../source-lines";
import { isFooter } from "../table-rows";
import type { TableRow } from "../table-rows";
import { readDate } from "../written-date";
import { etradeAction } from "./etrade-actions";
import type { EtradeAction } from "./etrade-actions";
import { tickersOf } from "./etrade-tickers";
import { headed } from "./format";
import type { ColumnsOfFormat, FileLines, Format } from "./format";
import { rowsBelow } from "./rows-below";
import { tradeOfRow } from "./trade-of-row";

const format = (name: string, ...needed: readonly string[]): Format =>
  ({ name, kind: "trades", isHeading: headed(...needed), amounts: ["amount"], read: readEtrade });

export const ETRADE_1 = format("E*TRADE transactions (oldest)", "date", "transaction type", "description", "commission", "fees", "amount");
export const ETRADE_2 = format("E*TRADE transactions (until 2025)", "transactiondate", "securitytype");
export const ETRADE_3 = format("E*TRADE transactions", "activity/trade date", "activity type", "quantity");

const isAnyHeading: Format["isHeading"] = (headings) => [ETRADE_1, ETRADE_2, ETRADE_3].some(({ isHeading }) => isHeading(headings));

/** The oldest layout has no symbols, and alone writes its heading of types in two words. */
const COLUMNS: ColumnsOfFormat = {
  needed: [["activity type", "transactiontype", "transaction type"], ["symbol", "transaction type"], ["description"], ["quantity"], ["price"], ["amount"]],
  checked: [["commission"]],
};

interface Gathered {
  readonly trades: ReadTrade[];
  readonly ends: OptionEnd[];
  /** By description, where the file has no column of symbols. */
  readonly tickers: ReadonlyMap<string, string>;
  /** Shares delivered and received in an exchange, by account and day. */
  readonly legs: Map<string, { readonly account: string; readonly legs: ExchangeLeg[] }>;
}

function readEtrade(work: FileInProgress, file: FileLines): void {
  const titles = file.lines.slice(0, file.headingAt).map(titleOf);
  let known = titles.reduce<string | null>((found, title) => found ?? accountOfTitle(title), null) ?? file.account;
  if (known === null) work.lacksAccount();
  const rows = rowsBelow(work, file, { isHeading: isAnyHeading, columns: COLUMNS });
  const gathered: Gathered = { trades: [], ends: [], legs: new Map(), tickers: tickersOf(rows.map((row) => row.text("description"))) };
  for (const row of rows) {
    // Files put under each other: the next account.
    const next = accountOfTitle(titleOf(row.source));
    known = next ?? known;
    if (next !== null || (typeOf(row) === "" && (isFooter(row) || TITLE.test(titleOf(row.source))))) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else readRow(work, gathered, row, known ?? "E*TRADE");
  }
  bookWithOptionEnds(work, gathered.trades, gathered.ends);
  for (const { account, legs } of gathered.legs.values()) {
    bookExchange(work, { event: "Merger", account, legs, cashInLieu: null, heldBefore: heldBefore(gathered.trades, account, legs[0]?.date ?? "") });
  }
}

/** Lines above the headings that say nothing of an account. */
const TITLE = /^(all transactions activity types$|total:)/i;

function titleOf({ cells }: SourceLine): string {
  return cells.join(" ").trim();
}

/** `For Account:,####2641`, or `Account Activity for Joint -1847 from Current Year`. */
function accountOfTitle(title: string): string | null {
  const found = /^"?For Account:"?\s*"?(.*?\S)"?$/i.exec(title)?.[1] ?? /^Account Activity for\s+(.*?\S)\s+from\b/i.exec(title)?.[1];
  return found?.replace(/^#+/, "").trim() || null;
}

function typeOf(row: TableRow): string {
  return row.text("activity type", "transactiontype", "transaction type");
}

/** Two dashes stand for an empty cell. */
function textOf(row: TableRow, ...headings: readonly string[]): string {
  return row.text(...headings).replace(/^--+$/, "");
}

function readRow(work: FileInProgress, gathered: Gathered, row: TableRow, account: string): void {
  const type = typeOf(row);
  const meaning = etradeAction(type);
  const figure = readFigure(row.text("quantity"));
  const signed = typeof figure === "string" && Number(figure) !== 0 ? figure : "";
  const symbol = symbolOf(row, gathered.tickers);
  const cells: ImportedCells = { Date: dateOf(row), Symbol: symbol, Quantity: signed.replace(/^-/, ""), Account: account };
  // Of dollars a row has no symbol; where the file has no column of symbols, that tells nothing.
  const movesShares = signed !== "" && (symbol !== "" || !row.has("symbol"));
  if (meaning === null) {
    return work.undecide(row.line, `"${type}" is not a transaction known of E*TRADE. Where it moved shares, write its action; where it did not, leave the row out.`, cells);
  }
  switch (meaning.does) {
    case "counts":
      return movesShares ? work.undecide(row.line, `"${type}" moves no shares, but the row states ${signed} of ${symbol || "a security"}. Where shares came, write the action; else leave the row out.`, cells) : work.count(row.line, type);
    case "moves":
      if (!movesShares) return work.count(row.line, type);
      return work.undecide(row.line, signed.startsWith("-") ? LEFT : CAME_IN, { ...cells, Action: signed.startsWith("-") ? "Transfer" : "Buy" });
    case "asks":
      return movesShares || Number(figure) !== 0 ? work.undecide(row.line, meaning.sentence, { ...cells, Action: meaning.action }) : work.undecide(row.line, meaning.sentence, cells);
    case "exchanges":
      return gatherLeg(work, gathered, row, cells, signed);
    case "adds shares": {
      const split = { ...cells, Action: meaning.action };
      if (movesShares && symbol !== "" && !signed.startsWith("-") && cells.Date !== "") return work.trade(row.line, split);
      return work.undecide(row.line, "The split does not say how many shares it adds. Fill in Ratio, such as 2:1.", { ...split, Quantity: "" });
    }
    case "income":
      // A dividend with shares is the purchase that it paid for.
      return movesShares ? readTrade(work, gathered, row, { does: "trades", action: "Reinvest" }, account, symbol) : work.count(row.line, type);
    case "trades":
    case "ends option":
      return readTrade(work, gathered, row, meaning, account, symbol);
  }
}

const CAME_IN = "Shares came in without their basis. Write each lot with the day and the cost of its purchase, or Unknown under Amount; from an account of yours write Transfer there.";
const LEFT = "Shares left without a sale. Fill in To account where they went to an account of yours; where you gave them away write Gift given.";

function dateOf(row: TableRow): string {
  return readDate(row.text("activity/trade date", "transactiondate", "date"))?.iso ?? "";
}

function gatherLeg(work: FileInProgress, { legs }: Gathered, row: TableRow, { Date: date = "", Symbol: symbol = "", Account: account = "" }: ImportedCells, shares: string): void {
  if (date === "" || shares === "") return work.undecide(row.line, "The exchange has no date or no quantity that can be read. Write it as Merger or Symbol change.", { Date: date, Symbol: symbol });
  const key = `${account} ${date}`;
  const group = legs.get(key) ?? { account, legs: [] };
  group.legs.push({ line: row.line, date, symbol, shares, words: row.text("description") });
  legs.set(key, group);
}

function readTrade(
  work: FileInProgress, gathered: Gathered, row: TableRow, meaning: EtradeAction & { does: "trades" | "ends option" }, account: string, symbol: string,
): void {
  const isFund = /^mf$/i.test(row.text("securitytype"));
  const isReinvestment = meaning.action === "Reinvest";
  const reading = tradeOfRow({
    action: meaning.action, date: row.text("activity/trade date", "transactiondate", "date"), symbol, quantity: textOf(row, "quantity"),
    // Reinvestments write 0 for a price that stands in the description.
    price: isReinvestment && Number(readFigure(row.text("price"))) === 0 ? "" : textOf(row, "price"),
    fees: [textOf(row, "commission"), textOf(row, "fees")], amount: textOf(row, "amount"),
    account, salesAre: "negative", amountIsCash: true, ...(isFund ? { more: { Type: "Fund" } } : {}),
  });
  const { line } = row;
  if (reading.is === "undecided") {
    const what = symbol === "" ? "The row names no symbol: find it in the description, and fill it in." : reading.sentence;
    return work.undecide(line, what, reading.draft);
  }
  const isTold = !row.has("symbol") && gathered.tickers.get(row.text("description")) === symbol;
  const note = isTold ? oneNote(reading.note, `The symbol ${symbol} is the last word of the description.`) : reading.note;
  if (meaning.does === "ends option") gathered.ends.push({ line, action: meaning.action, cells: reading.cells });
  else gathered.trades.push({ line, cells: reading.cells, note, ...(OF_OPTION.test(row.text("description")) ? { ofOption: true } : {}) });
}

/** `TESLA INC ASSIGNED PUTS`: shares that an option bought or sold. */
const OF_OPTION = /\b(assigned|exercised?) (puts?|calls?)\b/i;

/** `PUT  TSLA   03/20/26   370.000` */
const CONTRACT = /\b(?<side>CALL|PUT)\s+(?<root>[A-Z][A-Z0-9.]*)\s+(?<month>\d\d)\/(?<day>\d\d)\/(?<year>\d\d)\s+(?<strike>\d+(?:\.\d+)?)/i;

/** A contract as the symbol where the row is of an option; the oldest files may write the ticker last in the description. */
function symbolOf(row: TableRow, tickers: ReadonlyMap<string, string>): string {
  const symbol = textOf(row, "symbol");
  if (optionOfSymbol(symbol) !== null) return symbol.replace(/\s+/g, " ");
  const description = row.text("description");
  const said = CONTRACT.exec(description)?.groups;
  const isOption = /^opt/i.test(row.text("securitytype")) || (said !== undefined && (symbol === "" || symbol.toUpperCase() === said["root"]?.toUpperCase()));
  if (said !== undefined && isOption) {
    const { side = "", root = "", year = "", month = "", day = "", strike = "" } = said;
    return `${root.toUpperCase()} ${year}${month}${day}${side.charAt(0).toUpperCase()}${Number(strike)}`;
  }
  return row.has("symbol") ? symbol : (tickers.get(description) ?? "");
}
