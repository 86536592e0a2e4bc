/** Coinbase, transaction history of its three generations (broker layouts, 7.1). */
import { readFigure } from "../figures";
import type { Figure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import { oneNote } from "../one-note";
import { doubtOfCurrency } from "../other-currency";
import { isFooter } from "../table-rows";
import type { TableRow } from "../table-rows";
import { localDayOf } from "../utc-days";
import { MONEY, readConversion } from "./coinbase-conversions";
import { coinbaseType } from "./coinbase-types";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { rowsBelow } from "./rows-below";
import { tradeOfRow } from "./trade-of-row";

const TOTALS = ["total (inclusive of fees and/or spread)", "total (inclusive of fees)", "usd total (inclusive of fees)"];

export const COINBASE_HISTORY: Format = {
  name: "Coinbase transactions",
  kind: "trades",
  isHeading: headed("quantity transacted", "transaction type", "asset"),
  columns: {
    needed: [["timestamp"], ["subtotal", "usd subtotal"], TOTALS, ["notes"],
      ["price currency", "spot price currency", "usd spot price at transaction"]],
    checked: [["price at transaction", "spot price at transaction", "usd spot price at transaction"], ["fees and/or spread", "usd fees"]],
  },
  amounts: TOTALS,
  read: readCoinbase,
};

function readCoinbase(work: FileInProgress, file: FileLines): void {
  const { account } = file;
  if (account === null) work.lacksAccount();
  work.note("Coinbase writes times in UTC. Each row has the day in Eastern Standard Time, and a note where the day may differ where you live.");
  for (const row of rowsBelow(work, file, COINBASE_HISTORY)) {
    if (row.text("transaction type") === "" && isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else readRow(work, row, account ?? "Coinbase");
  }
}

function readRow(work: FileInProgress, row: TableRow, account: string): void {
  const type = row.text("transaction type");
  const meaning = coinbaseType(type);
  const asset = row.text("asset").toUpperCase();
  const day = localDayOf(row.text("timestamp"));
  const quantity = readFigure(row.text("quantity transacted"));
  const base: ImportedCells = {
    Date: day?.iso ?? "", Time: day?.time ?? "", Symbol: asset, Account: account, Type: "Digital",
    Quantity: typeof quantity === "string" ? quantity.replace(/^-/, "") : "",
  };
  if (meaning?.does === "counts" || (MONEY.has(asset) && meaning?.does !== "converts")) return work.count(row.line, type === "" ? "Cash" : type);
  if (meaning === null) {
    return work.undecide(row.line, `"${type}" is not a transaction known of Coinbase. Where it moved coins, write its action; where it did not, leave the row out.`, base);
  }
  if (meaning.does === "asks") return work.undecide(row.line, meaning.sentence, { ...base, Action: meaning.action, Amount: meaning.action === "Sell" ? (amountOf(row) ?? "") : "" });
  const currency = row.text("price currency", "spot price currency").toUpperCase();
  if (currency !== "" && currency !== "USD") {
    return work.undecide(row.line, doubtOfCurrency(currency).sentence, { ...base, Action: meaning.does === "trades" ? meaning.action : "Sell" });
  }
  if (meaning.does === "converts") return readConversion(work, row, base, { subtotal: row.text("subtotal", "usd subtotal"), total: row.text(...TOTALS) }, day?.note ?? "");
  readTrade(work, row, meaning.action, base, day?.note ?? "", account);
}

function readTrade(work: FileInProgress, row: TableRow, action: string, base: ImportedCells, dayNote: string, account: string): void {
  const price = row.text("price at transaction", "spot price at transaction", "usd spot price at transaction");
  const stated = {
    action, date: base.Date ?? "", symbol: base.Symbol ?? "", quantity: row.text("quantity transacted").replace(/^-/, ""), price,
    fees: [row.text("fees and/or spread", "usd fees")], amount: row.text(...TOTALS), account, salesAre: "positive", amountIsCash: false, more: base,
  } as const;
  const whole = tradeOfRow(stated);
  // The price is that of the market; the spread lies between it and what was paid, so the total counts.
  const reading = whole.is === "undecided" && amountOf(row) !== null ? tradeOfRow({ ...stated, price: "" }) : whole;
  if (reading.is === "undecided") return work.undecide(row.line, reading.sentence, reading.draft);
  const spread = reading === whole ? "" : "The total of the file counts; the price beside it is that of the market, without the spread.";
  work.trade(row.line, reading.cells, oneNote(reading.note, spread, dayNote));
}

function amountOf(row: TableRow): Figure | null {
  const total = readFigure(row.text(...TOTALS));
  return typeof total === "string" && Number(total) !== 0 ? total.replace(/^-/, "") : null;
}
