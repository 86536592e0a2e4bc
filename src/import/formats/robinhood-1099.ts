/**
 * Robinhood, consolidated 1099 (broker layouts, 6.2): sections by their first cell, each with headings of its own. The
 * sections 1099-B and 1099-DA are the broker's report of sales.
 */
import type { FileInProgress } from "../file-in-progress";
import { optionOfSymbol } from "../option-symbols";
import { saleOfTexts } from "../stated-sale";
import { TableRow } from "../table-rows";
import type { ColumnsOfFormat, FileLines, Format } from "./format";
import { headingColumns } from "./rows-below";

export const ROBINHOOD_1099: Format = {
  name: "Robinhood 1099",
  kind: "form 1099-B",
  isHeading: ([first = "", second]) => /^1099-[a-z]+$/.test(first) && second === "account number",
  amounts: ["sales price"],
  read: readRobinhood1099,
};

type FormOfSales = "1099-B" | "1099-DA";

/** By the first cell of their lines. */
const SECTIONS_OF_SALES: ReadonlyMap<string, FormOfSales> = new Map([["1099-B", "1099-B"], ["1099-DA", "1099-DA"]]);

/** Of a section of sales. A blank day of purchase means several. */
const COLUMNS: ColumnsOfFormat = {
  needed: [["date acquired"], ["sale date"], ["description"], ["shares"], ["cost basis"], ["sales price"], ["term"], ["wash amt disallowed"], ["form8949code"]],
};

function readRobinhood1099(work: FileInProgress, { lines, headingAt, account }: FileLines): void {
  const columns = new Map<string, ReadonlyMap<string, number>>();
  for (const source of lines.slice(headingAt)) {
    const section = (source.cells[0] ?? "").trim().toUpperCase();
    if (/^account number$/i.test((source.cells[1] ?? "").trim())) {
      columns.set(section, headingColumns(work, source.cells, SECTIONS_OF_SALES.has(section) ? COLUMNS : undefined));
      work.pass(source.line);
      continue;
    }
    const ofSection = columns.get(section);
    const form = SECTIONS_OF_SALES.get(section);
    if (ofSection === undefined) work.undecide(source.line, "This line stands under no headings of its section. Look at it in the file.");
    else if (form !== undefined) addSale(work, new TableRow(source, ofSection), account, form);
    else work.count(source.line, section);
  }
}

/** Boxes of Form 8949 by the code of the file (R-8949-1): A, D, G and J have their basis reported. */
const BASIS_REPORTED: Readonly<Record<string, boolean>> = { A: true, B: false, D: true, E: false, G: true, H: false, J: true, K: false };

function addSale(work: FileInProgress, row: TableRow, account: string | null, form: FormOfSales): void {
  if (row.misfit !== null) return work.undecide(row.line, `The line ${row.misfit}. Read the sale from the PDF of the form.`);
  const description = row.text("description").replace(/\s+/g, " ");
  const sale = saleOfTexts(row.line, {
    // The user's word goes before the number, which no other file of the broker has.
    account: account ?? (row.text("account number") || "Robinhood"),
    // The form names options by their contract, and stock in words that only the account's activity explains (settle-sales.ts).
    symbol: optionOfSymbol(description) === null ? "" : description,
    description,
    acquired: row.text("date acquired") || "VARIOUS",
    sold: row.text("sale date"),
    quantity: row.text("shares"),
    proceeds: row.text("sales price"),
    basis: row.text("cost basis"),
    wash: row.text("wash amt disallowed"),
    term: row.text("term"),
  });
  if ("sentence" in sale) return work.undecide(row.line, sale.sentence);
  work.sale({ ...sale, basisReported: BASIS_REPORTED[row.text("form8949code").toUpperCase()] ?? null, form });
}
