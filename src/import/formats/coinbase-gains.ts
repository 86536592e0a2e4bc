/** Coinbase, gain/loss report (broker layouts, 7.2): sales with the lots relieved. Its days are the report's own. */
import type { FileInProgress } from "../file-in-progress";
import { saleOfTexts } from "../stated-sale";
import { isFooter } from "../table-rows";
import type { TableRow } from "../table-rows";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { rowsBelow } from "./rows-below";

export const COINBASE_GAINS: Format = {
  name: "Coinbase gain/loss report",
  kind: "closed lots",
  isHeading: headed("tax lot id", "date of disposition"),
  columns: { needed: [["asset name"], ["amount"], ["date acquired"], ["cost basis"], ["proceeds"]] },
  amounts: ["proceeds"],
  read: readCoinbaseGains,
};

function readCoinbaseGains(work: FileInProgress, file: FileLines): void {
  const { account } = file;
  if (account === null) work.lacksAccount();
  for (const row of rowsBelow(work, file, COINBASE_GAINS)) {
    if (row.text("asset name") === "" && isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Add the sale to your range of the broker's sales by hand.`);
    else addSale(work, row, account ?? "Coinbase");
  }
}

function addSale(work: FileInProgress, row: TableRow, account: string): void {
  const coin = row.text("asset name");
  if (coin === "") return work.undecide(row.line, "The sale names no coin. Add it to your range of the broker's sales by hand.");
  const customer = /customer/i.test(row.text("data source")) ? ", basis as you gave it" : "";
  const sale = saleOfTexts(row.line, {
    account,
    symbol: coin.toUpperCase(),
    description: `${row.text("transaction type")} ${coin}, lot ${row.text("tax lot id")}${customer}`,
    acquired: row.text("date acquired"),
    sold: row.text("date of disposition"),
    quantity: row.text("amount"),
    proceeds: row.text("proceeds"),
    basis: row.text("cost basis"),
    wash: "",
    term: "",
  });
  if ("sentence" in sale) work.undecide(row.line, sale.sentence);
  else work.sale(sale);
}
