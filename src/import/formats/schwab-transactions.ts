/** Charles Schwab, transactions of a brokerage account (broker layouts, section 1.1). */
import { bookExchange } from "../exchanges";
import type { FileInProgress } from "../file-in-progress";
import { columnsOf, isFooter, TableRow } from "../table-rows";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { bookMovedShares } from "../moved-shares";
import { bookWithOptionEnds } from "../option-ends";
import { schwabAction } from "./schwab-actions";
import { exchangesOf } from "./schwab-exchanges";
import { readSchwabRow, SchwabRows } from "./schwab-rows";

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
  const rows = new SchwabRows(named ?? "Schwab");
  for (const source of lines.slice(headingAt + 1)) {
    const row = new TableRow(source, columns);
    const meaning = schwabAction(row.text("action"));
    if (meaning === null && isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else readSchwabRow(work, rows, row, meaning);
  }
  for (const exchange of exchangesOf(work, rows)) bookExchange(work, exchange);
  bookMovedShares(work, rows.moves);
  bookWithOptionEnds(work, rows.trades, rows.optionEnds);
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
