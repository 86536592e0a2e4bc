/**
 * Robinhood, consolidated 1099 (broker layouts, 6.2): sections by their first cell, each with headings of its own. The
 * section 1099-B is the broker's report of sales.
 */
import type { FileInProgress } from "../file-in-progress";
import { centsOfFigure, readFigure } from "../figures";
import type { BrokerSale } from "../import-types";
import { optionOfSymbol } from "../option-symbols";
import { columnsOf, TableRow } from "../table-rows";
import { readDate } from "../written-date";
import type { FileLines, Format } from "./format";

export const ROBINHOOD_1099: Format = {
  name: "Robinhood 1099",
  kind: "form 1099-B",
  isHeading: ([first = "", second]) => /^1099-[a-z]+$/.test(first) && second === "account number",
  amounts: ["sales price"],
  read: readRobinhood1099,
};

function readRobinhood1099(work: FileInProgress, { lines, headingAt, account }: FileLines): void {
  const columns = new Map<string, ReadonlyMap<string, number>>();
  for (const source of lines.slice(headingAt)) {
    const section = (source.cells[0] ?? "").trim().toUpperCase();
    if (/^account number$/i.test((source.cells[1] ?? "").trim())) {
      columns.set(section, columnsOf(source.cells));
      work.pass(source.line);
      continue;
    }
    const ofSection = columns.get(section);
    if (ofSection === undefined) work.undecide(source.line, "This line stands under no headings of its section. Look at it in the file.");
    else if (section === "1099-B") addSale(work, new TableRow(source, ofSection), account);
    else work.count(source.line, section);
  }
}

/** Boxes of Form 8949 by the code of the file: A and D have their basis reported. */
const BASIS_REPORTED: Readonly<Record<string, boolean>> = { A: true, B: false, D: true, E: false };

function addSale(work: FileInProgress, row: TableRow, account: string | null): void {
  if (row.source.isDamaged) return work.undecide(row.line, `The line ${row.misfit ?? "is damaged"}. Read the sale from the PDF of the form.`);
  const sold = readDate(row.text("sale date"));
  const proceeds = readFigure(row.text("sales price"));
  const [basis, wash, quantity] = [row.text("cost basis"), row.text("wash amt disallowed"), row.text("shares")].map(readFigure);
  const acquired = row.text("date acquired");
  if (sold === null || typeof proceeds !== "string" || isFault(basis) || isFault(wash) || isFault(quantity) || (acquired !== "" && !/various/i.test(acquired) && readDate(acquired) === null)) {
    return work.undecide(row.line, "A date or an amount of this sale cannot be read. Read it from the PDF of the form, and add the sale to your 1099-B range.");
  }
  const term = row.text("term").toUpperCase();
  const description = row.text("description");
  const sale: BrokerSale = {
    line: row.line,
    account: row.text("account number") || account || "Robinhood",
    symbol: optionOfSymbol(description.replace(/\s+/g, " ")) === null ? "" : description.replace(/\s+/g, " "),
    description,
    acquired: readDate(acquired)?.iso ?? "VARIOUS",
    sold: sold.iso,
    quantity: quantity ?? null,
    proceedsCents: centsOfFigure(proceeds),
    basisCents: typeof basis === "string" ? centsOfFigure(basis) : null,
    washCents: typeof wash === "string" ? centsOfFigure(wash) : null,
    term: term.startsWith("SHORT") ? "Short" : term.startsWith("LONG") ? "Long" : null,
    basisReported: BASIS_REPORTED[row.text("form8949code").toUpperCase()] ?? null,
    form: "1099-B",
  };
  work.sale(sale);
}

function isFault(figure: ReturnType<typeof readFigure> | undefined): figure is Exclude<ReturnType<typeof readFigure>, string | null> {
  return figure !== null && typeof figure === "object";
}
