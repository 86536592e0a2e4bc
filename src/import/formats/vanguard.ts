/**
 * Vanguard, ofxdownload.csv and the older layout of mutual funds (broker layouts, section 3.1): holdings first, then
 * transactions, each table under headings of its own.
 */
import { bookExchange, heldBefore } from "../exchanges";
import type { ExchangeEvent, ExchangeLeg } from "../exchanges";
import { Exact, figureOf, readFigure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import { isMoneyFund } from "../money-funds";
import { bookMovedShares } from "../moved-shares";
import type { MovedShares } from "../moved-shares";
import type { ReadTrade } from "../option-ends";
import { bareHeading } from "../plain-heading";
import { moneyOfTrade } from "../stated-trade";
import { isFooter, TableRow } from "../table-rows";
import { readDate } from "../written-date";
import type { ColumnsOfFormat, FileLines, Format } from "./format";
import { headed } from "./format";
import { headingColumns } from "./rows-below";
import { vanguardType } from "./vanguard-types";
import type { VanguardType } from "./vanguard-types";

const isTransactions = headed("trade date", "transaction type", "investment name", "share price");
const isHoldings = (headings: readonly string[]) =>
  headed("investment name", "share price", "total value")(headings) || headed("fund name", "shares", "total value")(headings);

export const VANGUARD: Format = {
  name: "Vanguard transactions",
  kind: "trades",
  isHeading: (headings) => isTransactions(headings) || isHoldings(headings),
  amounts: ["net amount"],
  read: readVanguard,
};

/** Of transactions. The older layout of mutual funds has no symbols and no fees, and alone a gross amount. */
const COLUMNS: ColumnsOfFormat = {
  needed: [["account number"], ["symbol", "gross amount"], ["shares"], ["net amount"]],
  checked: [["commissions and fees", "commission fees", "gross amount"]],
};

interface Gathered {
  readonly trades: ReadTrade[];
  readonly moves: MovedShares[];
  /** By event, account and day. */
  readonly exchanges: Map<string, { readonly event: ExchangeEvent; readonly account: string; readonly legs: ExchangeLeg[] }>;
}

function readVanguard(work: FileInProgress, { lines, headingAt }: FileLines): void {
  const gathered: Gathered = { trades: [], moves: [], exchanges: new Map() };
  let columns = new Map<string, number>();
  let hasTransactions = false;
  let inTransactions = false;
  for (const source of lines.slice(headingAt)) {
    const headings = source.cells.map(bareHeading);
    if (VANGUARD.isHeading(headings)) {
      inTransactions = isTransactions(headings);
      columns = headingColumns(work, source.cells, inTransactions ? COLUMNS : undefined);
      hasTransactions ||= inTransactions;
      work.pass(source.line);
      continue;
    }
    const row = new TableRow(source, columns);
    if (isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else if (!inTransactions) work.count(row.line, "Holding");
    else readRow(work, gathered, row);
  }
  for (const { line, cells, note } of gathered.trades) work.trade(line, cells, note);
  bookMovedShares(work, gathered.moves);
  for (const { event, account, legs } of gathered.exchanges.values()) {
    const held = heldBefore(gathered.trades, account, legs[0]?.date ?? "");
    bookExchange(work, { event, account, legs, cashInLieu: null, heldBefore: held });
  }
  work.note(
    hasTransactions
      ? "Vanguard's file reaches back about 18 months: lots bought before it are missing."
      : "The file lists holdings alone, which state no lots. Download the transactions.",
  );
}

function readRow(work: FileInProgress, gathered: Gathered, row: TableRow): void {
  const type = row.text("transaction type");
  const meaning = vanguardType(type);
  const quantity = row.text("shares");
  const date = readDate(row.text("trade date"));
  // The older layout of mutual funds has no symbols.
  const symbol = row.text("symbol") || (row.has("symbol") ? "" : row.text("investment name"));
  const cells: ImportedCells = { Date: date?.iso ?? "", Symbol: symbol, Account: row.text("account number") };
  const shares = readFigure(quantity);
  const moved = typeof shares === "string" && !new Exact(shares).isZero() && symbol !== "" ? shares : null;
  const draft = { ...cells, Quantity: moved === null ? "" : figureOf(new Exact(moved).abs()) };
  if (meaning === null) {
    const what = type === "" ? "The row has no transaction type" : `"${type}" is not a type known of Vanguard`;
    return work.undecide(row.line, `${what}. Complete Action, or leave the row out where it moved no shares.`, draft);
  }
  if (meaning.does === "sweeps" || (moved === null && meaning.does !== "trades")) return work.count(row.line, type);
  if (isMoneyFund(symbol, quantity, row.text("share price"), row.text("net amount"))) return work.count(row.line, `${type} of a money fund`);
  // A reinvestment stands twice: the dividend with 0 shares, and the shares.
  if (moved === null && meaning.does === "trades" && meaning.action === "Reinvest" && shares !== null) return work.count(row.line, type);
  if (date === null) return work.undecide(row.line, `"${row.text("trade date")}" is no date. Fill in Date.`, draft);
  if (symbol === "") return work.undecide(row.line, "The row has no symbol. Fill in Symbol.", draft);
  if (meaning.does === "trades") return readTrade(work, gathered, row, meaning, cells);
  if (moved !== null) readEvent(work, gathered, row, meaning, draft, moved);
}

function readTrade(work: FileInProgress, gathered: Gathered, row: TableRow, meaning: VanguardType & { does: "trades" }, cells: ImportedCells): void {
  const money = moneyOfTrade({
    direction: meaning.direction,
    symbol: cells.Symbol ?? "",
    quantity: row.text("shares"),
    price: row.text("share price"),
    fees: row.has("commissions and fees", "commission fees") ? [row.text("commissions and fees", "commission fees")] : null,
    amount: row.text("net amount"),
    accrued: row.text("accrued interest"),
    salesAre: "negative",
    // In the older layout the sign follows the shares, not the money.
    amountIsCash: !row.has("gross amount"),
  });
  const made = { ...cells, Action: meaning.action, ...money.cells };
  if (money.is === "clear") gathered.trades.push({ line: row.line, cells: made, note: money.note });
  else work.undecide(row.line, money.sentence, made);
}

function readEvent(work: FileInProgress, gathered: Gathered, row: TableRow, meaning: VanguardType, draft: ImportedCells, shares: string): void {
  const { Date: date = "", Symbol: symbol = "", Account: account = "" } = draft;
  if (meaning.does === "moves shares") return void gathered.moves.push({ line: row.line, date, account, symbol, shares });
  if (meaning.does === "splits") return work.trade(row.line, { ...draft, Quantity: shares, Action: "Split" });
  if (meaning.does === "takes back") {
    return work.undecide(row.line, "It takes a trade back. Leave this row out, and the trade that it takes back too.", draft);
  }
  if (meaning.does === "spins off") {
    const sentence = "Shares of a new company came. Write the old stock under Symbol, and Basis share, or Value and New value, from the issuer's Form 8937.";
    return work.undecide(row.line, sentence, { ...draft, Action: "Spin-off", Symbol: "", "New symbol": symbol });
  }
  if (meaning.does === "exchanges") {
    const key = `${meaning.event} ${account} ${date}`;
    const group = gathered.exchanges.get(key) ?? { event: meaning.event, account, legs: [] };
    group.legs.push({ line: row.line, date, symbol, shares, words: row.text("transaction description") });
    gathered.exchanges.set(key, group);
    return;
  }
  const type = row.text("transaction type");
  if (meaning.does === "redeems") {
    const amount = readFigure(row.text("net amount"));
    const sentence = "The issuer redeemed the shares for cash. Where that is all of it, write Sell with the cash as Amount; for other shares write Merger.";
    return work.undecide(row.line, sentence, { ...draft, Action: "Sell", Amount: typeof amount === "string" ? figureOf(new Exact(amount).abs()) : "" });
  }
  work.undecide(row.line, `"${type}" moves no shares, but the row states ${shares} of ${symbol}. Where shares came, complete Action; else leave the row out.`, draft);
}
