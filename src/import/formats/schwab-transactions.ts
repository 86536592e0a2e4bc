/** Charles Schwab, transactions of a brokerage account (broker layouts, section 1.1). */
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import { moneyOfTrade } from "../stated-trade";
import { columnsOf, isFooter, TableRow } from "../table-rows";
import { readDate } from "../written-date";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { schwabAction } from "./schwab-actions";
import type { SchwabAction } from "./schwab-actions";

export const SCHWAB_TRANSACTIONS: Format = {
  name: "Schwab transactions",
  kind: "trades",
  isHeading: headed("date", "action", "fees & comm"),
  amounts: ["amount"],
  read: readSchwabTransactions,
};

function readSchwabTransactions(work: FileInProgress, { name, lines, headingAt, account }: FileLines): void {
  const named = accountOfTitle(lines.slice(0, headingAt).map(({ text }) => text)) ?? accountOfName(name) ?? account;
  if (named === null) work.lacksAccount();
  const columns = columnsOf(lines[headingAt]?.cells ?? []);
  for (const source of lines.slice(headingAt + 1)) {
    const row = new TableRow(source, columns);
    const meaning = schwabAction(row.text("action"));
    if (meaning === null && isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else readRow(work, row, meaning, named ?? "Schwab");
  }
}

/** `"Transactions  for account ...000 as of 09/27/2022"` */
function accountOfTitle(titles: readonly string[]): string | null {
  for (const title of titles) {
    const found = /for account\s+(.*?\S)\s+as of/i.exec(title);
    if (found?.[1]) return found[1];
  }
  return null;
}

/** Newer files name the account nowhere but in their own name: `Individual_XXX342_Transactions_20260131-120000.csv`. */
function accountOfName(name: string): string | null {
  const found = /^(.+?)_Transactions_\d/i.exec(name);
  return found?.[1] ? found[1].replace(/_/g, " ") : null;
}

function readRow(work: FileInProgress, row: TableRow, meaning: SchwabAction | null, account: string): void {
  const action = row.text("action");
  const cells: ImportedCells = {
    Date: readDate(row.text("date"))?.iso ?? "",
    Symbol: row.text("symbol"),
    Account: account,
  };
  if (meaning?.does === "counts") return work.count(row.line, action);
  if (meaning?.does === "trades" && cells.Date !== "") {
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
    if (money.is === "clear") return work.trade(row.line, made, money.note);
    return work.undecide(row.line, money.sentence, made);
  }
  work.undecide(row.line, `"${action}" is not understood. Write what it did as a row by hand.`, cells);
}
