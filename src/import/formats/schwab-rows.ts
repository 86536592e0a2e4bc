/** One row of Schwab's transactions: booked, counted, asked about, or kept until the rows that belong to it are known. */
import { Exact, figureOf, readFigure } from "../figures";
import type { Figure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ExchangeEvent, ExchangeLeg } from "../exchanges";
import type { ImportedCells } from "../import-types";
import { isMoneyFund } from "../money-funds";
import type { MovedShares } from "../moved-shares";
import type { OptionEnd, ReadTrade } from "../option-ends";
import { optionOfSymbol } from "../option-symbols";
import { moneyOfTrade } from "../stated-trade";
import type { TableRow } from "../table-rows";
import { readDate } from "../written-date";
import type { SchwabAction } from "./schwab-actions";

type Asked = (SchwabAction & { does: "asks" })["ask"];

/** Shares that went for cash, or the cash itself: Schwab may write them in two rows. */
export interface Payout {
  readonly line: number;
  readonly action: string;
  readonly date: string;
  readonly symbol: string;
  /** Below 0: they go. "": the row states none. */
  readonly shares: Figure | "";
  readonly cash: Figure | "";
}

/** What is told only by several rows together. */
export class SchwabRows {
  readonly trades: ReadTrade[] = [];
  readonly optionEnds: OptionEnd[] = [];
  readonly legs: (ExchangeLeg & { readonly event: ExchangeEvent })[] = [];
  readonly moves: MovedShares[] = [];
  readonly cashInLieu: { readonly line: number; readonly date: string; readonly symbol: string; readonly amount: Figure }[] = [];

  readonly payouts: Payout[] = [];

  constructor(readonly account: string) {}
}

export function readSchwabRow(work: FileInProgress, rows: SchwabRows, row: TableRow, meaning: SchwabAction | null): void {
  const action = row.text("action");
  const [symbol, quantity, amount] = [row.text("symbol"), row.text("quantity"), row.text("amount")];
  const date = readDate(row.text("date"));
  const cells: ImportedCells = { Date: date?.iso ?? "", Symbol: symbol, Account: rows.account };
  const shares = readFigure(quantity);
  const movesShares = typeof shares === "string" && !new Exact(shares).isZero() && symbol !== "";
  const drafted = { ...cells, Quantity: typeof shares === "string" ? figureOf(new Exact(shares).abs()) : "" };
  if (meaning !== null && isMoneyFund(symbol, quantity, row.text("price"), amount)) return work.count(row.line, `${action} of a money fund`);
  if (meaning === null) {
    const what = action === "" ? "The row has no action" : `"${action}" is not an action known of Schwab`;
    return work.undecide(row.line, `${what}. Complete Action, or leave the row out where it moved no shares.`, drafted);
  }
  if (meaning.does === "counts") {
    if (!movesShares) return work.count(row.line, action);
    const sentence = `"${action}" moves no shares, but the row states ${shares} of ${symbol}. Where shares came, complete Action; else leave the row out.`;
    return work.undecide(row.line, sentence, drafted);
  }
  if (date === null) return work.undecide(row.line, `"${row.text("date")}" is no date. Fill in Date.`, drafted);
  if (symbol === "" && meaning.does !== "asks") return work.undecide(row.line, "The row has no symbol. Fill in Symbol.", drafted);
  if (meaning.does === "trades") return readTrade(work, rows, row, meaning, cells);
  if (meaning.does === "asks") return ask(work, rows, row, meaning.ask, cells, movesShares ? shares : null);
  if (!movesShares) return work.undecide(row.line, "The row states no quantity. Fill in Quantity.", { ...drafted, Action: actionOf(meaning) });
  if (meaning.does === "ends option") {
    rows.optionEnds.push({ line: row.line, action: meaning.action, cells: { ...drafted, Action: meaning.action } });
  } else if (meaning.does === "adds shares") {
    // Schwab states the shares added, which is what Quantity of a split means.
    work.trade(row.line, { ...drafted, Quantity: shares, Action: meaning.action });
  } else {
    const words = `${action} ${row.text("description")}`;
    rows.legs.push({ event: meaning.event, line: row.line, date: date.iso, symbol, shares, words });
  }
}

function actionOf(meaning: SchwabAction): string {
  return "action" in meaning ? meaning.action : "";
}

function readTrade(work: FileInProgress, rows: SchwabRows, row: TableRow, meaning: SchwabAction & { does: "trades" }, cells: ImportedCells): void {
  const money = moneyOfTrade({
    direction: meaning.direction,
    symbol: row.text("symbol"),
    quantity: row.text("quantity"),
    price: row.text("price"),
    fees: [row.text("fees & comm")],
    amount: row.text("amount"),
    salesAre: "positive",
    amountIsCash: true,
  });
  const made = { ...cells, Action: meaning.action, ...money.cells };
  if (money.is === "clear") rows.trades.push({ line: row.line, cells: made, note: money.note });
  else work.undecide(row.line, money.sentence, made);
}

/** Rows that the file alone does not tell. @param shares null: it moves none */
function ask(work: FileInProgress, rows: SchwabRows, row: TableRow, what: Asked, cells: ImportedCells, shares: Figure | null): void {
  if (what === "cash in lieu") {
    const amount = readFigure(row.text("amount"));
    rows.cashInLieu.push({ line: row.line, date: cells.Date ?? "", symbol: cells.Symbol ?? "", amount: typeof amount === "string" ? amount : "" });
    return;
  }
  if (what === "paid out") {
    const cash = readFigure(row.text("amount"));
    rows.payouts.push({
      line: row.line, action: row.text("action"), date: cells.Date ?? "", symbol: cells.Symbol ?? "", shares: shares ?? "", cash: typeof cash === "string" && Number(cash) !== 0 ? cash : "",
    });
    return;
  }
  if (what === "taken back") {
    const draft = { ...cells, Quantity: shares === null ? "" : figureOf(new Exact(shares).abs()) };
    return work.undecide(row.line, "It takes a trade back. Leave this row out, and the trade that it takes back too.", draft);
  }
  if (what === "exercise" && shares !== null && optionOfSymbol(cells.Symbol ?? "") !== null) {
    const Quantity = figureOf(new Exact(shares).abs());
    rows.optionEnds.push({ line: row.line, action: "Exercise", cells: { ...cells, Action: "Exercise", Quantity } });
    return;
  }
  if (shares === null) {
    return what === "moved"
      ? work.count(row.line, row.text("action"))
      : work.undecide(row.line, `${ASKED[what]} The row states no quantity.`, cells);
  }
  if (what === "moved") {
    rows.moves.push({ line: row.line, date: cells.Date ?? "", account: rows.account, symbol: cells.Symbol ?? "", shares });
    return;
  }
  const quantity = figureOf(new Exact(shares).abs());
  work.undecide(row.line, ASKED[what], { ...cells, ...DRAFTS[what](cells.Symbol ?? ""), Quantity: quantity });
}

/** Rows that no other row completes. */
type AskedAlone = Exclude<Asked, "moved" | "cash in lieu" | "paid out" | "taken back">;

const ASKED: Readonly<Record<AskedAlone, string>> = {
  "spin-off":
    "Shares of a new company came without payment. Write the old stock under Symbol, and Basis share, or Value and New value, from the issuer's Form 8937.",
  vest: "Shares vested, and the file states no price. Fill in Price with the value of a share on the day, as the equity award export has it.",
  exercise: "It exercises an option or exchanges a security, which the row does not tell. Write Exercise for an option and leave out the row of its shares.",
  contract: "An option was changed by a split. Write Symbol change from the old contract to the new one, and correct its number of contracts.",
};

const DRAFTS: Readonly<Record<AskedAlone, (symbol: string) => ImportedCells>> = {
  "spin-off": (symbol) => ({ Action: "Spin-off", Symbol: "", "New symbol": symbol }),
  vest: () => ({ Action: "Vest" }),
  exercise: () => ({ Action: "Exercise" }),
  contract: () => ({}),
};
