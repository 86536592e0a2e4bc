/** Every piece of a lot sold in the year, as REALIZED lists it: what Form 8949 is made from. */
import { PIECE_RETIREMENT, type Book } from "../../lots/book-types";
import { taxYearOf } from "../../report/tax-year";
import type { DraftCell, DraftFormula } from "../placing/sheet-draft";
import type { Cell } from "../tables/cell";
import { inOrderOfSale } from "../tables/order-of-sale";
import { REALIZED_HEADINGS, realizedTable } from "../tables/realized";
import { completeRows, notCompleteNotes } from "./left-out";
import { columnsFrom, placeSheet, rowFormula, sumOfColumn, type PlacedSheet } from "./placed-sheet";

export const SALES = "Sales lot by lot";

const COLUMNS = columnsFrom({
  "Sale row": "whole", Symbol: "text", Account: "text", Lot: "text", Quantity: "quantity", Acquired: "date", "Holding from": "date", Sold: "date",
  Proceeds: "money", Basis: "money", Gain: "money", Term: "text", Disallowed: "money", "By wash sale": "money", "Allowed gain": "money", Check: "money",
  Code: "text", Note: "text",
});

export function salesSheet(book: Book, year: number, madeBy: string): PlacedSheet {
  const notes = notCompleteNotes(book);
  const rows = rowsOfSales(book, year);
  const cents = (heading: string): number => rows.reduce((sum, row) => sum + Math.round(Number(row.get(heading)) * 100), 0);
  return placeSheet({
    draft: {
      sheetName: SALES,
      title: `Sales of ${year}, lot by lot`,
      madeBy,
      notes: [
        ...notes,
        "One row for each piece of a lot sold in a taxable account. Basis holds earlier wash adjustments. Sale row is the row on the sheet of the trades.",
        "Check re-adds the row: proceeds − basis − gain, and gain + disallowed − allowed gain, without signs. It must be 0.",
      ],
      blocks: [
        {
          title: null,
          columns: COLUMNS,
          content: { kind: "rows", rows: rows.map(cellsOfSale) },
          totals: rows.length === 0 ? [] : ["Proceeds", "Basis", "Gain", "Disallowed", "By wash sale", "Allowed gain", "Check"],
          name: "SalesLotByLot",
          whenEmpty: `Nothing was sold in ${year}.`,
        },
      ],
      charts: [],
      landscape: true,
    },
    shows: "Every piece of a lot sold, with basis, term and what is disallowed (CF, Rx)",
    rows: rows.length,
    differenceColumns: ["Check"],
    alarmingNotes: notes.length,
    checks: (placed) => [
      ...["Proceeds", "Basis", "Gain", "Disallowed", "Allowed gain"].map((heading) => {
        const sum = cents(heading);
        return { mark: "F", says: heading.toLowerCase(), unit: "cents" as const, stated: sum, readded: sumOfColumn(placed, heading), expected: sum };
      }),
      { mark: "CF", says: "differences within the rows, added up", unit: "cents" as const, stated: 0, readded: sumOfColumn(placed, "Check"), expected: 0 },
    ],
  });
}

type Sale = ReadonlyMap<string, Cell>;

/** The rows of REALIZED, each with the part of its loss that the wash-sale rule disallows. */
function rowsOfSales(book: Book, year: number): readonly Sale[] {
  const pieces = [...inOrderOfSale(book)].filter((piece) => (book.realized.flags[piece]! & PIECE_RETIREMENT) === 0 && taxYearOf(book, piece) === year);
  const rows = completeRows(realizedTable(book, year));
  if (rows.length !== pieces.length) throw new Error("Each row of REALIZED is one piece sold.");
  return rows.map((row, at) => {
    const byWash = (book.realized.disallowedCents[pieces[at]!]! - (book.fundDisallowedCents.get(pieces[at]!) ?? 0)) / 100;
    return new Map<string, Cell>([...REALIZED_HEADINGS.map((heading, column) => [heading, row[column]!] as const), ["By wash sale", byWash]]);
  });
}

const CHECK = "=ROUND(ABS([Proceeds]-[Basis]-[Gain])+ABS([Gain]+[Disallowed]-[Allowed gain]),2)";

function cellsOfSale(sale: Sale): (DraftCell | DraftFormula)[] {
  return COLUMNS.map(({ heading }) => {
    if (heading === "Check") return rowFormula(COLUMNS, CHECK, 0);
    const cell = sale.get(heading)!;
    return cell === "" ? null : (cell as DraftCell);
  });
}
