/**
 * E*TRADE stock plan, gains and losses (`G&L_Expanded`, broker layouts, section 5.4). Adjusted Cost Basis includes the wages
 * of the vesting or exercise, which the broker leaves out of the basis on its Form 1099-B.
 */
import type { FileInProgress } from "../file-in-progress";
import { saleOfTexts } from "../stated-sale";
import { isFooter } from "../table-rows";
import type { TableRow } from "../table-rows";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { rowsBelow } from "./rows-below";

export const ETRADE_GAINS: Format = {
  name: "E*TRADE stock plan gains and losses",
  kind: "closed lots",
  isHeading: headed("record type", "adjusted cost basis", "date sold", "total proceeds"),
  columns: { needed: [["symbol"], ["qty.", "quantity"], ["date acquired"], ["term"]], together: ["deferred loss", "wash sale adjusted cost basis"] },
  amounts: ["total proceeds"],
  read: readEtradeGains,
};

function readEtradeGains(work: FileInProgress, file: FileLines): void {
  const { account } = file;
  if (account === null) work.lacksAccount();
  work.note("Basis is the adjusted cost basis, with the wages of vesting in it. The Form 1099-B may report less: where it does, Form 8949 takes code B.");
  for (const row of rowsBelow(work, file, ETRADE_GAINS)) {
    const type = row.text("record type");
    if (/^summary$/i.test(type)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write the sale by hand.`);
    else if (/^sell$/i.test(type)) addSale(work, row, account ?? "E*TRADE stock plan");
    else if (isFooter(row)) work.pass(row.line);
    else work.undecide(row.line, `The record type "${type}" is not known. Where it is a sale, write it by hand.`);
  }
}

function addSale(work: FileInProgress, row: TableRow, account: string): void {
  const washed = row.text("wash sale adjusted cost basis").replace(/^--+$/, "");
  const sale = saleOfTexts(row.line, {
    account,
    symbol: row.text("symbol"),
    description: [row.text("plan type"), row.text("order type"), row.text("grant number")].filter((text) => text !== "").join(", "),
    acquired: row.text("date acquired (wash sale toggle = on)") || row.text("date acquired"),
    sold: row.text("date sold"),
    quantity: row.text("qty.", "quantity"),
    proceeds: row.text("total proceeds"),
    basis: washed === "" ? row.text("adjusted cost basis") : washed,
    wash: row.text("deferred loss"),
    term: row.text("term"),
  });
  if ("sentence" in sale) work.undecide(row.line, sale.sentence);
  else work.sale({ ...sale, basisReported: coveredOf(row.text("covered status")) });
}

function coveredOf(status: string): boolean | null {
  if (/^non-?\s*covered/i.test(status)) return false;
  return /^covered/i.test(status) ? true : null;
}
