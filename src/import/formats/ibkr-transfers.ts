/** Shares that move into or out of an Interactive Brokers account: they bring no basis with them (broker layouts, 0.9 and 4.1). */
import type { FileInProgress } from "../file-in-progress";
import { readFigure } from "../figures";
import type { ImportedCells } from "../import-types";
import type { TableRow } from "../table-rows";
import { readDate } from "../written-date";
import { ibkrSymbol } from "./ibkr-trade";

export function readTransfer(work: FileInProgress, row: TableRow, named: string): void {
  const account = row.text("account") || named;
  const symbol = ibkrSymbol(row.text("symbol"));
  const quantity = readFigure(row.text("qty", "quantity"));
  const shares = typeof quantity === "string" ? quantity : "";
  if (/^cash/i.test(row.text("asset category")) || (symbol === "" && (shares === "" || Number(shares) === 0))) return work.count(row.line, "Transfers of cash");
  const other = row.text("xfer account").replace(/^-+$/, "");
  const isOut = /^out$/i.test(row.text("direction")) || shares.startsWith("-");
  const cells: ImportedCells = { Date: readDate(row.text("date"))?.iso ?? "", Symbol: symbol, Quantity: shares.replace(/^-/, ""), Account: account };
  const isOwn = /^internal/i.test(row.text("type")) && other !== "";
  const isWhole = cells.Date !== "" && symbol !== "" && Number(shares) !== 0;
  if (isOut && isOwn && isWhole) return work.trade(row.line, { ...cells, Action: "Transfer", "To account": other });
  if (isOut) {
    return work.undecide(row.line, "Shares left this account. Fill in To account; where they were given away write Gift given.", { ...cells, Action: "Transfer", "To account": isOwn ? other : "" });
  }
  if (isOwn) {
    return work.undecide(row.line, `Shares came from your account ${other}. Its own statement has this transfer: import it, and leave this row out; without it, complete the row.`,
      { ...cells, Action: "Transfer", Account: other, "To account": account });
  }
  work.undecide(row.line, "Shares came in without their basis. Write each lot with the day and the cost of its purchase, or Unknown under Amount.", { ...cells, Action: "Buy" });
}
