/** Robinhood, account activity (broker layouts, 6.1). */
import type { FileInProgress } from "../file-in-progress";
import { bookExchange, heldBefore } from "../exchanges";
import type { ExchangeLeg } from "../exchanges";
import { readFigure } from "../figures";
import type { ImportedCells } from "../import-types";
import { bookWithOptionEnds } from "../option-ends";
import type { OptionEnd, ReadTrade } from "../option-ends";
import { optionOfSymbol } from "../option-symbols";
import { isFooter } from "../table-rows";
import type { TableRow } from "../table-rows";
import { readDate } from "../written-date";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { rowsBelow } from "./rows-below";
import { robinhoodCode } from "./robinhood-codes";
import type { RobinhoodCode } from "./robinhood-codes";
import { tradeOfRow } from "./trade-of-row";

export const ROBINHOOD_ACTIVITY: Format = {
  name: "Robinhood activity",
  kind: "trades",
  isHeading: headed("activity date", "trans code"),
  columns: { needed: [["instrument"], ["description"], ["quantity"], ["price"], ["amount"]] },
  amounts: ["amount"],
  read: readRobinhoodActivity,
};

/** What is told only by several rows together. */
interface Gathered {
  readonly trades: ReadTrade[];
  readonly ends: OptionEnd[];
  /** Rows of reverse splits, by day and security. */
  readonly splits: Map<string, ExchangeLeg[]>;
}

function readRobinhoodActivity(work: FileInProgress, file: FileLines): void {
  const { account } = file;
  if (account === null) work.lacksAccount();
  const named = account ?? "Robinhood";
  const gathered: Gathered = { trades: [], ends: [], splits: new Map() };
  for (const row of rowsBelow(work, file, ROBINHOOD_ACTIVITY)) {
    const code = robinhoodCode(row.text("trans code"));
    // The broker's Form 1099-B has these words alone, without the symbol.
    if (code?.does === "trades" && !code.ofOption) work.describe(row.text("instrument"), (row.text("description").split("\n")[0] ?? "").trim());
    if (row.text("trans code") === "" && isNoRow(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else readRow(work, gathered, row, code, named);
  }
  bookWithOptionEnds(work, gathered.trades, gathered.ends);
  for (const legs of gathered.splits.values()) {
    bookExchange(work, { event: "Reverse split", account: named, legs, cashInLieu: null, heldBefore: heldBefore(gathered.trades, named, legs[0]?.date ?? "") });
  }
}

/** The disclaimer stands alone in a column beyond the last. */
function isNoRow(row: TableRow): boolean {
  return isFooter(row) || !row.source.isDamaged && row.text("activity date") === "" && row.filled.length === 1 && (row.filled[0] ?? "").length > 40;
}

/** Shares of a reverse split or of an option that ran out may carry a letter: `1S`, shares that go. */
const LETTER = /(?<=\d)\s*[A-Z]$/i;

function readRow(work: FileInProgress, gathered: Gathered, row: TableRow, code: RobinhoodCode | null, account: string): void {
  const quantity = row.text("quantity").replace(LETTER, "");
  const figure = readFigure(quantity);
  const shares = typeof figure === "string" && Number(figure) !== 0 ? figure.replace(/^-/, "") : "";
  const cells: ImportedCells = { Date: readDate(row.text("activity date"))?.iso ?? "", Symbol: row.text("instrument"), Quantity: shares, Account: account };
  if (code === null) {
    return work.undecide(row.line, `The code "${row.text("trans code")}" is not known. Where it moved shares, write its action; where it did not, leave the row out.`, cells);
  }
  switch (code.does) {
    case "counts": {
      if (shares === "" || row.text("instrument") === "") return work.count(row.line, code.label);
      if (code.mayMoveShares) return work.undecide(row.line, MOVED, { ...cells, Action: "Transfer" });
      return work.undecide(row.line, `${code.label} moves no shares, but the row states ${shares} of ${row.text("instrument")}. Where shares came, write the action; else leave the row out.`, cells);
    }
    case "asks":
      if (code.action === "Split" && shares !== "" && cells.Date !== "") return gatherSplit(gathered, row, cells, LETTER.test(row.text("quantity")));
      return work.undecide(row.line, code.sentence, { ...cells, Action: code.action });
    case "adds shares": {
      const split: ImportedCells = { ...cells, Action: "Split" };
      if (cells.Date !== "" && cells.Symbol !== "" && shares !== "") return work.trade(row.line, split);
      return work.undecide(row.line, "The split has no date, symbol or number of shares that can be read. Fill in Ratio, such as 2:1, or the shares added under Quantity.", split);
    }
    case "trades":
    case "ends option":
      return readTrade(work, gathered, row, code, quantity, account);
  }
}

const MOVED = "Shares moved between accounts without their basis. For shares that left write Transfer with To account; for shares that came leave the row out, and import the other account's file.";

/** @param goes the shares of this row are those that go */
function gatherSplit({ splits }: Gathered, row: TableRow, { Date: date = "", Symbol: symbol = "", Quantity: quantity = "" }: ImportedCells, goes: boolean): void {
  const key = `${date} ${symbol}`;
  const leg = { line: row.line, date, symbol, shares: goes ? `-${quantity}` : quantity, words: row.text("description") };
  splits.set(key, [...(splits.get(key) ?? []), leg]);
}

function readTrade(
  work: FileInProgress, gathered: Gathered, row: TableRow, code: RobinhoodCode & { does: "trades" | "ends option" }, quantity: string, account: string,
): void {
  const description = row.text("description");
  const ofOption = code.does === "ends option" || code.ofOption;
  const contract = contractOf(description);
  const isReinvestment = code.action === "Buy" && /dividend reinvestment/i.test(description);
  const reading = tradeOfRow({
    action: isReinvestment ? "Reinvest" : code.action, date: row.text("activity date"), symbol: ofOption ? (contract ?? "") : row.text("instrument"),
    quantity, price: row.text("price"), fees: null, amount: row.text("amount"), account, salesAre: "positive", amountIsCash: true,
  });
  const { line } = row;
  if (reading.is === "undecided") {
    const sentence = ofOption && contract === null ? "The contract of the option cannot be told from the description. Write it under Symbol as XYZ 250117C45." : reading.sentence;
    return work.undecide(line, sentence, reading.draft);
  }
  if (code.does === "ends option") gathered.ends.push({ line, action: code.action, cells: reading.cells });
  else gathered.trades.push({ line, cells: reading.cells, note: reading.note });
}

const CONTRACT = /\S+\s+\d{1,2}\/\d{1,2}\/\d{2,4}\s+(?:Call|Put)\s+\$?[\d.,]*\d/i;

/** `Option Expiration for NKTR 12/19/2025 Call $40.00` */
function contractOf(description: string): string | null {
  const contract = CONTRACT.exec(description)?.[0].replace(/\s+/g, " ") ?? null;
  return contract !== null && optionOfSymbol(contract) !== null ? contract : null;
}
