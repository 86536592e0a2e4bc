/** Our sales against the broker's form, difference by difference with its cause, and the form's rows as they were read. */
import type { Difference, ReportedSale } from "../../report/form-8949-types";
import { serialFromDay } from "../../values/plain-date";
import type { DraftBlock, DraftCell, DraftFormula } from "../placing/sheet-draft";
import { columnsFrom, placeSheet, rowFormula, sumOfColumn, type PlacedSheet } from "./placed-sheet";

export const RECONCILIATION = "Reconciliation";

const COLUMNS = columnsFrom({
  Symbol: "text", Account: "text", Sold: "date", Part: "text", Ours: "money", Theirs: "money", Difference: "money", "Check difference": "money",
  Cause: "text", Code: "text", Adjustment: "money", "Sale rows": "text", "Row of the form": "whole", Note: "text",
});
const FORM_COLUMNS = columnsFrom({
  "Form row": "whole", "On form": "text", "Date acquired": "date", "Date sold": "date", Proceeds: "money", Basis: "money", "Wash disallowed": "money",
  Quantity: "quantity", Security: "text", Term: "text", "Basis reported": "text", "Held at": "text", CUSIP: "text",
});

export function reconciliationSheet(differences: readonly Difference[], reported: readonly ReportedSale[], year: number, madeBy: string): PlacedSheet {
  const total = (of: (sale: ReportedSale) => number): number => reported.reduce((sum, sale) => sum + of(sale), 0);
  const proceeds = total(({ proceedsCents }) => proceedsCents);
  return placeSheet({
    draft: {
      sheetName: RECONCILIATION,
      title: `Reconciliation of ${year} with the broker's form`,
      madeBy,
      notes: [
        "Every difference between the trades and the form, proceeds first, then basis, then wash sales, with its cause and the code and adjustment of Form 8949 it leads to.",
        "Check difference re-adds each row: Ours − Theirs − Difference. It must be 0. Where Theirs or Ours is blank, the other side has no such figure.",
      ],
      blocks: [differencesBlock(differences), formBlock(reported)],
      charts: [],
      landscape: true,
    },
    shows: "Ours against the broker's form: each difference, its cause, its code (1099)",
    rows: differences.length,
    differenceColumns: ["Check difference"],
    checks: (placed) => [
      { mark: "CF", says: "differences re-added", unit: "cents", stated: 0, readded: sumOfColumn(placed, "Check difference"), expected: 0 },
      { mark: "1099", says: "proceeds of the form", unit: "cents", stated: proceeds, readded: sumOfColumn(placed, "Proceeds", 1), expected: proceeds },
    ],
  });
}

function differencesBlock(differences: readonly Difference[]): DraftBlock {
  return {
    title: "Differences",
    columns: COLUMNS,
    content: { kind: "rows", rows: differences.map(cellsOfDifference) },
    totals: differences.length === 0 ? [] : ["Check difference"],
    name: "ReconciliationDifferences",
    whenEmpty: "Every sale agrees with the form.",
  };
}

function cellsOfDifference(one: Difference): (DraftCell | DraftFormula)[] {
  const dollars = (cents: number | null): DraftCell => (cents === null ? null : cents / 100);
  const hasBoth = one.oursCents !== null && one.theirsCents !== null && one.differenceCents !== null;
  return [
    one.symbol,
    one.account === "" ? null : one.account,
    serialFromDay(one.sold),
    one.part,
    dollars(one.oursCents),
    dollars(one.theirsCents),
    dollars(one.differenceCents),
    hasBoth ? rowFormula(COLUMNS, "=ROUND(ABS([Ours]-[Theirs]-[Difference]),2)", 0) : null,
    one.cause,
    one.code === "" ? null : one.code,
    one.adjustmentCents === 0 ? null : one.adjustmentCents / 100,
    one.saleRows.join(", "),
    one.brokerRow,
    one.note === "" ? null : one.note,
  ];
}

function formBlock(reported: readonly ReportedSale[]): DraftBlock {
  return {
    title: "The broker's form, as read",
    columns: FORM_COLUMNS,
    content: { kind: "rows", rows: reported.map(cellsOfSale) },
    totals: reported.length === 0 ? [] : ["Proceeds", "Basis", "Wash disallowed"],
    name: "BrokersForm",
    whenEmpty: "The form has no row.",
  };
}

function cellsOfSale(sale: ReportedSale): DraftCell[] {
  return [
    sale.row,
    sale.form,
    sale.acquired === null ? null : serialFromDay(sale.acquired),
    serialFromDay(sale.sold),
    sale.proceedsCents / 100,
    sale.basisCents === null ? null : sale.basisCents / 100,
    sale.washCents / 100,
    sale.quantity,
    [sale.symbol, sale.description].filter((text) => text !== "").join(", ") || null,
    sale.term,
    sale.basisReported === null ? null : sale.basisReported ? "Yes" : "No",
    sale.account === "" ? null : sale.account,
    sale.cusip === "" ? null : sale.cusip,
  ];
}
