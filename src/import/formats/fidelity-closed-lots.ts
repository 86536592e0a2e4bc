/** Fidelity, closed lots (broker layouts, section 2.2). The file has no wash column: a loss disallowed shows only in the basis. */
import type { FileInProgress } from "../file-in-progress";
import { saleOfTexts } from "../stated-sale";
import { isFooter } from "../table-rows";
import type { TableRow } from "../table-rows";
import { headed } from "./format";
import type { FileLines, Format } from "./format";
import { rowsBelow } from "./rows-below";

export const FIDELITY_CLOSED_LOTS: Format = {
  name: "Fidelity closed lots",
  kind: "closed lots",
  isHeading: headed("symbol(cusip)", "date acquired", "date sold"),
  columns: { needed: [["quantity"], ["proceeds"], ["cost basis"], ["short term gain/loss"], ["long term gain/loss"]] },
  amounts: ["proceeds"],
  read: readClosedLots,
};

function readClosedLots(work: FileInProgress, file: FileLines): void {
  const { account } = file;
  work.note("The file states no wash sales: a loss that Fidelity disallowed shows only as a basis that does not tie.");
  if (account === null) work.lacksAccount();
  for (const row of rowsBelow(work, file, FIDELITY_CLOSED_LOTS)) {
    if (isFooter(row)) work.pass(row.line);
    else if (row.misfit !== null) work.undecide(row.line, `The line ${row.misfit}. Write the sale by hand.`);
    else readRow(work, row, account ?? "Fidelity");
  }
}

function readRow(work: FileInProgress, row: TableRow, account: string): void {
  const sale = saleOfTexts(row.line, {
    account,
    // An option's symbol opens with a minus, as in the history.
    symbol: row.text("symbol(cusip)").replace(/\s*\([^)]*\)$/, "").replace(/^-\s*/, ""),
    description: row.text("security description"),
    acquired: row.text("date acquired"),
    sold: row.text("date sold"),
    quantity: row.text("quantity"),
    proceeds: row.text("proceeds"),
    basis: row.text("cost basis"),
    wash: "",
    term: termOf(row),
  });
  if ("sentence" in sale) work.undecide(row.line, sale.sentence);
  else work.sale(sale);
}

/** The unused column of the two has a dash. */
function termOf(row: TableRow): string {
  const states = (heading: string) => /\d/.test(row.text(heading));
  const [short, long] = [states("short term gain/loss"), states("long term gain/loss")];
  return short === long ? "" : short ? "Short" : "Long";
}
