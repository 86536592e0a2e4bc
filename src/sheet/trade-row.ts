/** Reads one row: a trade into the columns, a known row without effect into the count, a wrong row into the faults. */
import { TradeKind } from "../lots/trades";
import { readAction } from "../import/actions";
import type { ActionMeaning } from "../import/actions";
import { quoteCell, readCell } from "./cells";
import { readDateCell } from "./date-cells";
import type { DateReading } from "../values/date-text";
import { describedContract } from "./described-contract";
import { headingsOf, nonTradeRow } from "./footer-rows";
import { readNumberCell } from "./number-cells";
import { cellProblem, isRowProblem, rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";
import { nameIn } from "./cell-names";
import { accountIn, symbolIn } from "./trade-names";
import { readPlainRow } from "./plain-trade-row";
import { readTrade } from "./trade-rows/read-trade";
import type { TradesInProgress } from "./trades-in-progress";
import { unbookedProblem } from "./unbooked-actions";
import { cellAt } from "./trades-layout";

type Cells = readonly unknown[];

/** @param row row in the range, the first row being 1 */
export function readRow(work: TradesInProgress, cells: Cells, row: number): void {
  const meaning = meaningOf(work, cellAt(cells, work.layout.at.Action));
  if (meaning === null) return readUnknownRow(work, cells, row);
  if (work.plainColumns !== null && readPlainRow(work, work.plainColumns, cells, row, meaning)) return;
  const date = dateIn(work, cells);
  if (date !== null && "day" in date) work.noteListed(date.listedDay);
  if (meaning.does === "nothing") {
    const dividend = dividendOfFund(work, cells, meaning);
    return dividend === null
      ? readRowWithoutEffect(work, cells, row, meaning)
      : readRowOfSecurity(work, cells, row, dividend, date);
  }
  if (isCashRow(work, cells, meaning)) return work.countSkipped(labelOf(work, cells));
  readRowOfSecurity(work, cells, row, meaning, date);
}

function readRowOfSecurity(
  work: TradesInProgress,
  cells: Cells,
  row: number,
  meaning: Exclude<ActionMeaning, { does: "nothing" }>,
  date: DateReading | RowProblem | null,
): void {
  const symbol = describedContract(work, cells, meaning) ?? symbolIn(work, cells);
  const account = accountIn(work, cells, meaning.does === "books" ? meaning.kind : null);
  const problem =
    typeof symbol === "object"
      ? symbol
      : typeof account === "object"
        ? account
        : readRowOfPool(work, cells, row, meaning, date, symbol, account);
  if (problem === null) return;
  // Shares that a transfer moves are missing in an account that only a readable row could tell.
  const isTransfer = meaning.does === "books" && meaning.kind === TradeKind.Transfer;
  addFault(work, row, isTransfer ? { ...problem, everyAccount: true } : problem, symbol, account);
  if (meaning.does === "books" && LEADS_TO_NEW_SYMBOL.has(meaning.kind)) withholdNewSymbol(work, cells, row, symbol, account);
}

const LEADS_TO_NEW_SYMBOL: ReadonlySet<TradeKind> = new Set([TradeKind.SymbolChange, TradeKind.OtherClass, TradeKind.SpinOff,
  TradeKind.Rights, TradeKind.ExerciseRights, TradeKind.RightsLapse, TradeKind.Merger]);

/** Shares of the new security that a wrong row would have made are missing there too. */
function withholdNewSymbol(
  work: TradesInProgress,
  cells: Cells,
  row: number,
  symbol: number | RowProblem,
  account: number | RowProblem,
): void {
  const name = nameIn(cellAt(cells, work.layout.at["New symbol"]));
  const newSymbol = name === null ? null : work.symbolIndex(name);
  if (newSymbol === null || newSymbol === symbol) return;
  const says = `cannot be read, so its New symbol ${name} is withheld too`;
  addFault(work, row, rowProblem("New symbol", says, "Correct the row."), newSymbol, account);
}

/** A dividend that the six-month rule needs, on a symbol that some row calls a fund (R-HP-8); else null. */
function dividendOfFund(
  work: TradesInProgress,
  cells: Cells,
  meaning: ActionMeaning & { does: "nothing" },
): (ActionMeaning & { does: "books" }) | null {
  if (meaning.ofFund === undefined || work.stated.size === 0) return null;
  const symbol = nameIn(cellAt(cells, work.layout.at.Symbol))?.toUpperCase();
  const stated = symbol === undefined ? undefined : work.stated.get(symbol);
  const isFund = stated?.isFund || (stated?.isReit && meaning.ofFund === "capital gain");
  if (!isFund || !isBlankOrZero(cellAt(cells, work.layout.at.Quantity))) return null;
  return { does: "books", kind: TradeKind.FundDividend, marks: { dividend: meaning.ofFund } };
}

function readRowOfPool(
  work: TradesInProgress,
  cells: Cells,
  row: number,
  meaning: Exclude<ActionMeaning, { does: "nothing" }>,
  date: DateReading | RowProblem | null,
  symbol: number,
  account: number,
): RowProblem | null {
  if (meaning.does === "unbooked") {
    return unbookedProblem(meaning.family, labelOf(work, cells), work.symbols.names[symbol] ?? "");
  }
  if (date === null) return rowProblem("Date", "has no date", "Fill in the trade date.");
  return isRowProblem(date) ? date : readTrade(work, cells, row, meaning, date, symbol, account);
}

function addFault(
  work: TradesInProgress,
  row: number,
  problem: RowProblem,
  symbol: number | RowProblem,
  account: number | RowProblem,
): void {
  const known = (index: number | RowProblem) => (typeof index === "number" && index >= 0 ? index : null);
  work.addFault(row, problem, known(symbol), problem.everyAccount ? null : known(account));
}

function meaningOf(work: TradesInProgress, cell: unknown): ActionMeaning | null {
  const seen = work.actions.get(cell);
  if (seen !== undefined) return seen;
  const read = readCell(cell);
  const meaning = read.kind === "text" ? readAction(read.value) : null;
  work.actions.set(cell, meaning);
  return meaning;
}

function labelOf({ layout }: TradesInProgress, cells: Cells): string {
  return nameIn(cellAt(cells, layout.at.Action)) ?? "";
}

/** The date of the row, null when blank, or what is wrong with it. Texts are read once each. */
function dateIn(work: TradesInProgress, cells: Cells): DateReading | RowProblem | null {
  const cell = cellAt(cells, work.layout.at.Date);
  let reading;
  if (typeof cell === "string") {
    const seen = work.dates.get(cell);
    reading = seen !== undefined ? seen : readDateCell(cell);
    if (seen === undefined) work.dates.set(cell, reading);
  } else {
    reading = readDateCell(cell);
  }
  return reading !== null && "says" in reading ? cellProblem("Date", reading) : reading;
}

function notesOtherHeadings(work: TradesInProgress, cells: Cells, row: number): boolean {
  if (headingsOf(cells, work.layout) !== "other") return false;
  work.otherHeadingsRow ??= row;
  return true;
}

/** Blank rows and the totals, footnotes and repeated headings of an export are no trades; anything else is a fault. */
function readUnknownRow(work: TradesInProgress, cells: Cells, row: number): void {
  const { used, at } = work.layout;
  if (used.every((column) => isBlank(cells[column]))) return;
  if (notesOtherHeadings(work, cells, row)) return;
  const label = nonTradeRow(cells, work.layout);
  if (label !== null) return work.countSkipped(label);
  const date = dateIn(work, cells);
  if (date !== null && "day" in date) work.noteListed(date.listedDay);
  const actionCell = cellAt(cells, at.Action);
  const action = readCell(actionCell);
  const known = "Write an action such as Buy, Sell, Reinvest, Transfer, Split, Stock dividend, Spin-off, Merger, Rights, Return of capital, " +
    "Worthless, Gift received, Inherit, Sell short, Buy to cover, Expire, Exercise, Assigned or Open lot.";
  const problem =
    action.kind === "error"
      ? cellProblem("Action", { says: `holds the error ${action.code}` })
      : isBlank(actionCell)
        ? rowProblem("Action", "has no action", `${known} To leave the row out, clear it.`)
        : rowProblem("Action", `${quoteCell(actionCell)} is not a known action`, known);
  addFault(work, row, problem, symbolIn(work, cells), accountIn(work, cells, null));
}

/** Old builds of Excel send 0 for an empty cell; a row of zeros says nothing. */
function isBlank(cell: unknown): boolean {
  const read = readCell(cell);
  return read.kind === "blank" || (read.kind === "number" && read.value === 0);
}

/** A transfer of money, or the cash leg of a reinvestment: known by the shares that it does not move. */
function isCashRow(work: TradesInProgress, cells: Cells, meaning: ActionMeaning): boolean {
  const { at } = work.layout;
  if (meaning.does === "books" && meaning.zeroSharesIsCash) {
    return readNumberCell(cellAt(cells, at.Quantity)) === 0;
  }
  const movesShares =
    meaning.does === "books"
      ? meaning.kind === TradeKind.Transfer
      : meaning.does === "unbooked" && meaning.family === "sharesMoved";
  return movesShares && isBlank(cellAt(cells, at.Symbol)) && isBlankOrZero(cellAt(cells, at.Quantity));
}

function isBlankOrZero(cell: unknown): boolean {
  const shares = readNumberCell(cell);
  return shares === null || shares === 0;
}

/** Symbols under which some exports list plain money. */
const MONEY_SYMBOLS = new Set(["USD", "CASH", "US DOLLAR"]);

/** A dividend in cash changes no lot. With a share count it may be shares bought, and that is asked, not guessed. */
function readRowWithoutEffect(
  work: TradesInProgress,
  cells: Cells,
  row: number,
  meaning: ActionMeaning & { does: "nothing" },
): void {
  // "Fees" is an action too.
  if (notesOtherHeadings(work, cells, row)) return;
  const { at } = work.layout;
  const symbol = nameIn(cellAt(cells, at.Symbol));
  const shares = readNumberCell(cellAt(cells, at.Quantity));
  const countsShares = typeof shares === "number" && shares !== 0;
  const movesShares = countsShares && symbol !== null && !MONEY_SYMBOLS.has(symbol.toUpperCase());
  if (!movesShares || meaning.movesFundShares) return work.countSkipped(meaning.label);
  const problem = rowProblem(
    "Quantity",
    `"${meaning.label}" moves no shares, but Quantity is ${shares} ${symbol}`,
    "If shares were bought with it write Reinvest; if they came without payment write Stock dividend, Split or Spin-off; " +
      "if none moved, clear the quantity.",
  );
  addFault(work, row, problem, symbolIn(work, cells), accountIn(work, cells, null));
}

