/** Reads a file whose columns the user named: any table of trades, in the words that the sheet knows too. */
import { TradeKind } from "../lots/trades";
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import { readAction } from "./actions";
import type { ActionMeaning, BookedKind } from "./actions";
import { Exact, readFigure, sumOf } from "./figures";
import { FileInProgress } from "./file-in-progress";
import type { Format } from "./formats/format";
import type { ColumnMapping, FileRead, ImportedCells, ImportedHeading, SourceFile } from "./import-types";
import { tablesOfFile } from "./lines-of-file";
import { isMoneyFund } from "./money-funds";
import { oneNote } from "./one-note";
import { bareHeading } from "./plain-heading";
import { sha256 } from "./sha-256";
import { moneyOfTrade } from "./stated-trade";
import { columnsOf, isFooter, statedIn, TableRow } from "./table-rows";
import { fingerprintOf, headingsAt } from "./unknown-layout";
import { localDayOf } from "./utc-days";
import { readDate } from "./written-date";
import type { WrittenDate } from "./written-date";

const MAPPED_FORMAT = "columns you named";
const NEEDED: readonly ImportedHeading[] = ["Date", "Action", "Symbol", "Quantity"];

/** Refused (bad-input) where the file has other headings than the mapping, or a needed column has no name. */
export function readMappedFile(file: SourceFile, mapping: ColumnMapping): Outcome<FileRead> {
  const tables = tablesOfFile(file);
  if (!tables.ok) return tables;
  const found = tables.value.map((table) => ({ ...table, at: headingsAt(table.lines) })).find(({ lines, at }) => {
    const cells = lines[at]?.cells;
    return cells !== undefined && fingerprintOf(cells) === mapping.fingerprint && mapping.columns.length === cells.length;
  });
  const heading = found?.lines[found.at];
  if (found === undefined || heading === undefined) {
    return refuse("bad-input", `${file.name} has other headings than the columns you named. Name its columns.`);
  }
  const missing = NEEDED.filter((needed) => !mapping.columns.includes(needed));
  if (missing.length > 0) return refuse("bad-input", `Name the column of ${file.name} that is ${missing.join(", and the one that is ")}.`);
  const work = new FileInProgress(formatOf(heading.cells, mapping), file.name, found.lines, found.at);
  const columns = columnsOf(heading.cells);
  if (mapping.account === null && !mapping.columns.includes("Account")) work.lacksAccount();
  for (const source of found.lines.slice(found.at + 1)) readLine(work, new TableRow(source, columns), mapping);
  if (found.note !== "") work.note(found.note);
  return done(work.finish(sha256(file.bytes)));
}

function formatOf(headings: readonly string[], { columns }: ColumnMapping): Format {
  const amount = headings[columns.indexOf("Amount")];
  return { name: MAPPED_FORMAT, kind: "trades", isHeading: () => false, amounts: amount === undefined ? [] : [bareHeading(amount)], read: () => undefined };
}

function readLine(work: FileInProgress, row: TableRow, mapping: ColumnMapping): void {
  const texts = textsOf(row, mapping);
  const meaning = readAction(actionOf(row, texts, mapping));
  // A row with a day and an action of its own is no total, whatever its first cell begins with.
  if (meaning === null && isFooter(row) && !(/\d/.test(texts.Date ?? "") && texts.Action)) return work.pass(row.line);
  if (row.misfit !== null) return work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
  const draft = draftOf(texts, mapping.account);
  const [symbol, quantity, price, amount] = [texts.Symbol ?? "", texts.Quantity ?? "", texts.Price ?? "", texts.Amount ?? ""];
  if (meaning !== null && isMoneyFund(symbol, quantity, price, amount)) return work.count(row.line, `${texts.Action ?? ""} of a money fund`);
  if (meaning === null) {
    const what = texts.Action ? `"${texts.Action}" is not a known action` : "The row has no action";
    return work.undecide(row.line, `${what}. Complete Action, or leave the row out where it moved no shares.`, { ...draft, Action: "" });
  }
  const shares = readFigure(quantity);
  const movesShares = typeof shares === "string" && !new Exact(shares).isZero();
  if (meaning.does === "nothing") return readRowWithoutEffect(work, row, meaning, draft, movesShares && symbol !== "");
  if (meaning.does === "unbooked") {
    return work.undecide(row.line, `"${texts.Action ?? ""}" cannot be booked from its row alone. Write what it did as one row, and leave this one out.`, draft);
  }
  if (meaning.zeroSharesIsCash && !movesShares) return work.count(row.line, texts.Action ?? "");
  if (!draft.Date) return work.undecide(row.line, `"${texts.Date ?? ""}" is no date. Fill in Date.`, draft);
  if (symbol === "") return work.undecide(row.line, "The row has no symbol. Fill in Symbol.", draft);
  if (!draft.Account && mapping.columns.includes("Account")) return work.undecide(row.line, "The row names no account, as others of this file do. Fill in Account.", draft);
  bookRow(work, row, texts, meaning, draft, mapping);
}

/** Under a heading of sides B and S are said of nothing else. */
function actionOf(row: TableRow, { Action: word = "" }: ImportedCells, { columns }: ColumnMapping): string {
  const side = ["side", "buy/sell", "b/s"].some((heading) => row.columnOf(heading) === columns.indexOf("Action"));
  return side && /^[bs]$/i.test(word) ? (word.toUpperCase() === "B" ? "Buy" : "Sell") : word;
}

function readRowWithoutEffect(work: FileInProgress, row: TableRow, meaning: ActionMeaning & { does: "nothing" }, draft: ImportedCells, movesShares: boolean): void {
  if (!movesShares || meaning.movesFundShares) return work.count(row.line, meaning.label);
  const sentence = `"${meaning.label}" moves no shares, but the row states a quantity. Where shares came, complete Action; else leave the row out.`;
  work.undecide(row.line, sentence, { ...draft, Action: "" });
}

/** What is bought and sold has its money checked; other actions go to the sheet as they stand, whose reader checks them. */
const BOUGHT_OR_SOLD: ReadonlyMap<BookedKind, { readonly direction: "in" | "out"; readonly action: string }> = new Map<BookedKind, { direction: "in" | "out"; action: string }>([
  [TradeKind.Buy, { direction: "in", action: "Buy" }],
  [TradeKind.Reinvest, { direction: "in", action: "Reinvest" }],
  [TradeKind.BuyToCover, { direction: "in", action: "Buy to cover" }],
  [TradeKind.Sell, { direction: "out", action: "Sell" }],
  [TradeKind.SellShort, { direction: "out", action: "Sell short" }],
]);

function bookRow(
  work: FileInProgress,
  row: TableRow,
  texts: ImportedCells,
  meaning: ActionMeaning & { does: "books" },
  draft: ImportedCells,
  mapping: ColumnMapping,
): void {
  const traded = BOUGHT_OR_SOLD.get(meaning.kind);
  if (traded === undefined) {
    const fees = feesOf(row, mapping).map(readFigure).filter((figure) => typeof figure === "string");
    return work.trade(row.line, { ...draft, Fees: fees.length === 0 ? "" : sumOf(fees) }, noteOfDay(texts));
  }
  const money = moneyOfTrade({
    direction: traded.direction,
    symbol: draft.Symbol ?? "",
    quantity: texts.Quantity ?? "",
    price: texts.Price ?? "",
    fees: mapping.columns.includes("Fees") ? feesOf(row, mapping) : null,
    amount: texts.Amount ?? "",
    salesAre: "either",
    amountIsCash: false,
  });
  const { Quantity: _quantity, Price: _price, Fees: _fees, Amount: _amount, ...named } = draft;
  const made = { ...named, Action: traded.action, ...money.cells };
  if (money.is === "clear") work.trade(row.line, made, oneNote(money.note, noteOfDay(texts)));
  else work.undecide(row.line, money.sentence, made);
}

/** A time in UTC is told as such at its end; the taxpayer's day is another one for some hours. */
const IN_UTC = /\d\s*(z|utc|gmt|[+-]00:?00)$/i;

function dayOf({ Date: written = "" }: ImportedCells): WrittenDate | null {
  return IN_UTC.test(written) ? localDayOf(written) : readDate(written);
}

function noteOfDay({ Date: written = "" }: ImportedCells): string {
  const day = IN_UTC.test(written) ? localDayOf(written) : null;
  if (day === null || day.note !== "" || day.iso === readDate(written)?.iso) return day?.note ?? "";
  return `The file says ${written}, which is ${day.iso} in Eastern Standard Time.`;
}

function textsOf(row: TableRow, { columns }: ColumnMapping): ImportedCells {
  const texts: Partial<Record<ImportedHeading, string>> = {};
  columns.forEach((heading, column) => {
    if (heading !== null && heading !== "Fees") texts[heading] ??= statedIn(row.source.cells[column]);
  });
  return texts;
}

function feesOf(row: TableRow, { columns }: ColumnMapping): string[] {
  return columns.flatMap((heading, column) => (heading === "Fees" ? [statedIn(row.source.cells[column])] : []));
}

const FIGURES: ReadonlySet<ImportedHeading> = new Set(["Quantity", "Price", "Amount", "Cash in lieu", "Cash per share", "Value", "New value", "Multiplier"]);

/** The row with dates and figures as the sheet has them; what cannot be read is left as it stands for the user to see. */
function draftOf(texts: ImportedCells, account: string | null): ImportedCells {
  const draft: Partial<Record<ImportedHeading, string>> = {};
  for (const [heading, text] of Object.entries(texts) as [ImportedHeading, string][]) {
    const figure = FIGURES.has(heading) ? readFigure(text) : null;
    draft[heading] = typeof figure === "string" ? figure : FIGURES.has(heading) && figure === null ? "" : text;
  }
  const date = dayOf(texts);
  draft.Date = date?.iso ?? "";
  if (texts.Acquired) draft.Acquired = readDate(texts.Acquired)?.iso ?? texts.Acquired;
  if (!texts.Time && date !== null && date.time !== "00:00:00") draft.Time = date.time;
  if (!texts.Account && account !== null) draft.Account = account;
  return draft;
}
