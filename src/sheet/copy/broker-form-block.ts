/** The rows of the brokers' forms as they were read, one or several forms together. */
import type { ReportedSale } from "../../report/form-8949-types";
import { serialFromDay } from "../../values/plain-date";
import { dollarsOrNull, type DraftBlock, type DraftCell } from "../placing/sheet-draft";
import type { ReconciliationFacts } from "./copy-types";
import { columnsFrom } from "./placed-sheet";

/** Heading: whether a row is of the year. */
export const COUNTED = "Counted";

const COLUMNS = columnsFrom({
  "Which form": "text", "Form row": "text", "Date sold": "date", [COUNTED]: "text", Proceeds: "money", Basis: "money", "Wash disallowed": "money",
  Quantity: "quantity", Security: "text", Term: "text", "Date acquired": "date", "Basis reported": "text", "Held at": "text", "On form": "text", CUSIP: "text",
});

export function formAsReadBlock({ reported, otherYears }: Pick<ReconciliationFacts, "reported" | "otherYears">, year: number): DraftBlock {
  const notCounted = new Set(otherYears.map(({ row }) => row));
  return {
    title: "The forms, as read",
    columns: COLUMNS,
    content: { kind: "rows", rows: reported.map((sale) => cellsOfSale(sale, notCounted.has(sale.row) ? `Not of ${year}` : "Yes")) },
    totals: reported.length === 0 ? [] : ["Proceeds", "Basis", "Wash disallowed"],
    name: "BrokersForm",
    whenEmpty: "The form has no row.",
  };
}

function cellsOfSale(sale: ReportedSale, counted: string): DraftCell[] {
  return [
    sale.printed?.form ?? "The broker's form",
    String(sale.printed?.row ?? sale.row),
    serialFromDay(sale.sold),
    counted,
    sale.proceedsCents / 100,
    dollarsOrNull(sale.basisCents),
    sale.washCents / 100,
    sale.quantity,
    [sale.symbol, sale.description].filter((text) => text !== "").join(", ") || null,
    sale.term,
    sale.acquired === null ? null : serialFromDay(sale.acquired),
    sale.basisReported === null ? null : sale.basisReported ? "Yes" : "No",
    sale.account === "" ? null : sale.account,
    sale.form,
    sale.cusip === "" ? null : sale.cusip,
  ];
}

/** "7", or of several forms "‘Broker 1099 Schwab’ row 7". */
export function rowPrinted(reported: readonly ReportedSale[]): (row: number) => string {
  const printed = new Map(reported.flatMap(({ row, printed: on }) => (on === undefined ? [] : [[row, `${on.form} row ${on.row}`] as const])));
  return (row) => printed.get(row) ?? String(row);
}
