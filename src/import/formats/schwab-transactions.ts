/** Charles Schwab, transactions of a brokerage account (broker layouts, section 1.1). */
import { bookExchange } from "../exchanges";
import type { FileInProgress } from "../file-in-progress";
import { isFooter } from "../table-rows";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { bookMovedShares } from "../moved-shares";
import { bookWithOptionEnds } from "../option-ends";
import { rowsBelow } from "./rows-below";
import { schwabAction } from "./schwab-actions";
import { withoutDoubtfulCovers } from "./schwab-covers";
import { exchangesOf } from "./schwab-exchanges";
import { askAboutPayouts } from "./schwab-payouts";
import { readSchwabRow, SchwabRows } from "./schwab-rows";

export const SCHWAB_TRANSACTIONS: Format = {
  name: "Schwab transactions",
  kind: "trades",
  isHeading: headed("date", "action", "fees & comm"),
  columns: { needed: [["symbol"], ["quantity"], ["price"], ["amount"]] },
  amounts: ["amount"],
  read: readSchwabTransactions,
};

/** Files of several accounts, put under each other, have a title and headings each. */
function readSchwabTransactions(work: FileInProgress, file: FileLines): void {
  const { name, lines, headingAt, account } = file;
  const named = lines.slice(0, headingAt).reduce<string | null>((found, { text }) => accountOfTitle(text) ?? found, null) ?? accountOfName(name) ?? account;
  if (named === null) work.lacksAccount();
  let rows = new SchwabRows(named ?? "Schwab");
  const accounts = [rows];
  for (const row of rowsBelow(work, file, SCHWAB_TRANSACTIONS)) {
    const next = row.filled.length === 1 ? accountOfTitle(row.source.text) : null;
    const meaning = schwabAction(row.text("action"));
    if (next !== null) accounts.push((rows = new SchwabRows(next)));
    if (next !== null || (meaning === null && isFooter(row))) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write it by hand.`);
    else readSchwabRow(work, rows, row, meaning);
  }
  for (const each of accounts) bookGroups(work, each);
  bookMovedShares(work, accounts.flatMap(({ moves }) => moves));
}

/** What several rows of an account tell together. */
function bookGroups(work: FileInProgress, rows: SchwabRows): void {
  for (const exchange of exchangesOf(work, rows)) bookExchange(work, exchange);
  askAboutPayouts(work, rows);
  bookWithOptionEnds(work, withoutDoubtfulCovers(work, rows), rows.optionEnds);
}

/** `"Transactions  for account ...000 as of 09/27/2022"` */
function accountOfTitle(title: string): string | null {
  return /transactions\s+for account\s+(.*?\S)\s+as of/i.exec(title)?.[1] ?? null;
}

/** Newer files name the account nowhere but in their own name: `Individual_XXX342_Transactions_20260131-120000.csv`. */
function accountOfName(name: string): string | null {
  const found = /^(.+?)_Transactions_\d/i.exec(name);
  return found?.[1] ? found[1].replace(/_/g, " ") : null;
}
