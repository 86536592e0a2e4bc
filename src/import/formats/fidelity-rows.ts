/** One row of Fidelity's history: booked, counted, asked about, or kept until the rows that belong to it are known. */
import { typeByName } from "../../rules/accounts";
import type { ExchangeEvent, ExchangeLeg } from "../exchanges";
import { isCusip } from "../exchanges";
import { Exact, figureOf, readFigure } from "../figures";
import type { Figure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import { isMoneyFund } from "../money-funds";
import type { MovedShares } from "../moved-shares";
import type { OptionEnd, ReadTrade } from "../option-ends";
import { moneyOfTrade } from "../stated-trade";
import { doubtOfCurrency, otherCurrency } from "../other-currency";
import type { TableRow } from "../table-rows";
import { readDate } from "../written-date";
import type { FidelityAction, FidelityMeaning } from "./fidelity-actions";

interface Group {
  readonly event: ExchangeEvent;
  readonly account: string;
  readonly legs: ExchangeLeg[];
}

/** What is told only by several rows together. */
export class FidelityRows {
  readonly trades: ReadTrade[] = [];
  readonly optionEnds: OptionEnd[] = [];
  readonly moves: MovedShares[] = [];
  /** By account, event, day and the reference that its legs share. */
  readonly exchanges = new Map<string, Group>();
  readonly cashInLieu: { readonly line: number; readonly date: string; readonly account: string; readonly symbol: string; readonly amount: Figure }[] = [];
  /** Lines of cash that went to their event. */
  readonly paid = new Set<number>();

  /** Names of accounts that stand on the sheet by their number alone. */
  readonly called = new Map<string, string>();

  constructor(readonly account: string) {}
}

/** @param known null: its words are not known */
export function readFidelityRow(work: FileInProgress, rows: FidelityRows, row: TableRow, action: string, known: FidelityMeaning | null): void {
  // An option's symbol opens with a minus, which is no part of its name.
  const symbol = row.text("symbol").replace(/^-\s*/, "").replace(/\*+$/, "");
  const quantity = row.text("quantity");
  const account = accountOf(rows, row) || rows.account;
  const date = dateOf(row, action);
  const cells: ImportedCells = { Date: date, Symbol: symbol, Account: account };
  const shares = readFigure(quantity);
  const moved = typeof shares === "string" && !new Exact(shares).isZero() && symbol !== "" ? shares : null;
  const draft = { ...cells, Quantity: moved === null ? "" : figureOf(new Exact(moved).abs()) };
  if (known === null) {
    const what = action === "" ? "The row has no action" : `"${action.slice(0, 60)}" begins with no words known of Fidelity`;
    return work.undecide(row.line, `${what}. Complete Action, or leave the row out where it moved no shares.`, draft);
  }
  if (isMoneyFund(symbol, quantity, row.text("price"), row.text("amount"))) return work.count(row.line, `${known.words} of a money fund`);
  const { meaning } = known;
  if (meaning.does === "counts") {
    if (moved === null) return work.count(row.line, known.words);
    const sentence = `"${known.words}" moves no shares, but the row states ${moved} of ${symbol}. Where shares came, complete Action; else leave the row out.`;
    return work.undecide(row.line, sentence, draft);
  }
  if (moved === null && countsWithoutShares(meaning)) return work.count(row.line, known.words);
  // By the cells of the row: in one layout they stand under other headings than their own.
  const currency = otherCurrency(row.text("currency"));
  if (currency !== null) return work.undecide(row.line, doubtOfCurrency(currency).sentence, { ...draft, ...("action" in meaning ? { Action: meaning.action } : {}) });
  if (date === "") return work.undecide(row.line, `"${row.text("run date", "date")}" is no date. Fill in Date.`, draft);
  if (symbol === "") return work.undecide(row.line, "The row has no symbol. Fill in Symbol.", draft);
  if (meaning.does === "trades") return readTrade(work, rows, row, meaning, cells);
  readEvent(work, rows, row, action, meaning, { ...cells, Quantity: draft.Quantity }, moved);
}

/** The number; with the name too where that tells the type of the account (R-WS-9), such as ROTH IRA 234567891. */
function accountOf(rows: FidelityRows, row: TableRow): string {
  const [number, name] = [row.text("account number"), row.text("account", "account name")];
  if (number === "" || name === "" || name === number) return number || name;
  if (typeByName(name) !== null) return `${name} ${number}`;
  rows.called.set(number, name);
  return number;
}

/** `YOU BOUGHT AS OF 01-15-26 …`, `EXPIRED CALL … as of Dec-31-2025 …`, `EXPIRED as of 01/17/2025`. */
const AS_OF = /\bas of (?<date>\d{4}-\d\d-\d\d|[a-z]{3}-\d{1,2}-\d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4})\b/i;

/** The day on which it took effect where the text has one: the run date may lie in the next tax year. */
function dateOf(row: TableRow, action: string): string {
  const asOf = AS_OF.exec(action)?.groups?.["date"] ?? "";
  const effective = readDate(asOf.replace(/^(\d{1,2})-(\d{1,2})-(\d{2,4})$/, "$1/$2/$3"));
  return (effective ?? readDate(row.text("run date", "date")))?.iso ?? "";
}

/** The cash leg of a reinvestment, and transfers and distributions of money. */
function countsWithoutShares(meaning: FidelityAction): boolean {
  return meaning.does === "moves shares" || meaning.does === "distributes" || (meaning.does === "trades" && meaning.action === "Reinvest");
}

function readTrade(work: FileInProgress, rows: FidelityRows, row: TableRow, meaning: FidelityAction & { does: "trades" }, cells: ImportedCells): void {
  const money = moneyOfTrade({
    direction: meaning.direction,
    symbol: cells.Symbol ?? "",
    quantity: row.text("quantity"),
    price: row.text("price"),
    fees: [row.text("commission"), row.text("fees")],
    amount: row.text("amount"),
    accrued: row.text("accrued interest"),
    salesAre: "negative",
    amountIsCash: true,
  });
  const made = { ...cells, Action: meaning.action, ...money.cells };
  if (money.is === "unclear") {
    const hint = isCusip(cells.Symbol ?? "") ? " A bond is priced per 100." : "";
    return work.undecide(row.line, money.sentence + hint, made);
  }
  rows.trades.push({ line: row.line, cells: made, note: money.note, ...(meaning.ofOption ? { ofOption: true } : {}) });
}

/** `TRANSFERRED TO VS X12-345678-1`: the account on the other side. */
const OTHER_SIDE = /^transferred (?:to|from) vs\.?\s+([a-z]?\d[\w-]*)/i;

type Event = Exclude<FidelityAction, { does: "trades" } | { does: "counts" }>;

/** @param shares null: the row moves none */
function readEvent(work: FileInProgress, rows: FidelityRows, row: TableRow, action: string, meaning: Event, cells: ImportedCells, shares: Figure | null): void {
  const { Date: date = "", Symbol: symbol = "", Account: account = "" } = cells;
  const stated = readFigure(row.text("amount"));
  const amount = typeof stated === "string" ? figureOf(new Exact(stated).abs()) : "";
  if (meaning.does === "pays for a fraction" && amount !== "") return void rows.cashInLieu.push({ line: row.line, date, account, symbol, amount });
  if (meaning.does === "returns capital" && amount !== "") {
    return work.trade(row.line, { Date: date, Action: "Return of capital", Symbol: symbol, Account: account, Amount: amount });
  }
  if (meaning.does === "takes back") {
    return work.undecide(row.line, "It takes a trade back. Leave this row out, and the trade that it takes back too.", { ...cells, Amount: amount });
  }
  if (meaning.does === "redeems") {
    const sentence = "The issuer redeemed the security for cash. Where that is all of it, it is a sale with the cash as Amount; interest in the cash is no part of it.";
    return work.undecide(row.line, sentence, { ...cells, Action: "Sell", Amount: amount });
  }
  if (shares === null) return work.undecide(row.line, "The row states no shares and no amount that can be read. Write it by hand.", cells);
  if (meaning.does === "moves shares") return void rows.moves.push({ line: row.line, date, account, symbol, shares, other: OTHER_SIDE.exec(action)?.[1] ?? "" });
  if (meaning.does === "ends option") {
    return void rows.optionEnds.push({ line: row.line, action: meaning.action, cells: { ...cells, Action: meaning.action } });
  }
  if (meaning.does === "exchanges") return addLeg(rows, meaning.event, account, { line: row.line, date, symbol, shares, words: action }, amount);
  if (/^spin-?off/i.test(action.trim())) {
    const sentence = "Shares of a new company came. Write the old stock under Symbol, and Basis share, or Value and New value, from the issuer's Form 8937.";
    return work.undecide(row.line, sentence, { ...cells, Action: "Spin-off", Symbol: "", "New symbol": symbol });
  }
  work.undecide(
    row.line,
    "Shares came without payment: a split or stock dividend where they are of the same stock (Quantity is the shares added), " +
      "else a spin-off, which needs the old stock under Symbol, the new one under New symbol, and Basis share.",
    { ...cells, Action: "Split" },
  );
}

/** `#REOR M0051234560001`: what its last four digits follow is common to all legs of the event. */
function addLeg(rows: FidelityRows, event: ExchangeEvent, account: string, leg: ExchangeLeg, amount: Figure): void {
  const reference = /#REOR\s+(M\d+)\d{4}\b/i.exec(leg.words)?.[1] ?? "";
  const key = [event, account, leg.date, reference].join(" ");
  const group = rows.exchanges.get(key) ?? { event, account, legs: [] };
  group.legs.push(amount === "" || amount === "0" ? leg : { ...leg, cash: amount });
  rows.exchanges.set(key, group);
}
