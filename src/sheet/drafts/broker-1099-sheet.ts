/** Sales as a broker reports them, as the range that RECONCILE reads (design section 6). */
import { Exact } from "../../import/figures";
import type { BrokerSale, FileRead } from "../../import/import-types";
import { dateFromText } from "../../values/date-text";
import { serialFromDay } from "../../values/plain-date";
import type { ColumnFormat } from "../placing/result-tables";
import { dollarsOrNull, type DraftCell, type SheetDraft } from "../placing/sheet-draft";

type Heading =
  | "Symbol" | "Description" | "Acquired" | "Sold" | "Quantity" | "Proceeds" | "Basis" | "Wash disallowed" | "Term" | "Basis reported" | "Form" | "Account" | "Source";

const COLUMNS: readonly (readonly [Heading, ColumnFormat, (sale: BrokerSale, file: string) => DraftCell])[] = [
  ["Symbol", "text", ({ symbol }) => symbol],
  ["Description", "text", ({ description }) => description],
  ["Acquired", "date", ({ acquired }) => dateCell(acquired)],
  ["Sold", "date", ({ sold }) => dateCell(sold)],
  ["Quantity", "quantity", ({ quantity }) => (quantity === null ? null : new Exact(quantity).toNumber())],
  ["Proceeds", "money", ({ proceedsCents }) => dollarsOrNull(proceedsCents)],
  ["Basis", "money", ({ basisCents }) => dollarsOrNull(basisCents)],
  ["Wash disallowed", "money", ({ washCents }) => dollarsOrNull(washCents)],
  ["Term", "text", ({ term }) => term],
  ["Basis reported", "text", ({ basisReported }) => (basisReported === null ? null : basisReported ? "Yes" : "No")],
  ["Form", "text", ({ form }) => form],
  ["Account", "text", ({ account }) => account],
  ["Source", "text", ({ line }, file) => `${file}:${line}`],
];

/** @param madeBy the grey line under the title */
export function broker1099Draft(file: Pick<FileRead, "name" | "format" | "sales">, madeBy: string): SheetDraft {
  return {
    sheetName: `Broker 1099 ${file.name.replace(/\.[^.]*$/, "")}`,
    title: `${file.format}: sales of ${file.name}`,
    madeBy,
    notes: [],
    blocks: [
      {
        title: null,
        columns: COLUMNS.map(([heading, format]) => ({ heading, format })),
        content: { kind: "rows", rows: file.sales.map((sale) => COLUMNS.map(([, , cell]) => blankAsNull(cell(sale, file.name)))) },
        totals: ["Proceeds", "Basis", "Wash disallowed"],
        name: "Broker1099",
        whenEmpty: "The file reports no sale.",
      },
    ],
    charts: [],
    landscape: true,
  };
}

/** A day as a serial; `VARIOUS` as it is. */
function dateCell(text: string | null): DraftCell {
  const day = text === null ? undefined : dateFromText(text)?.day;
  return day === undefined ? text : serialFromDay(day);
}

function blankAsNull(cell: DraftCell): DraftCell {
  return cell === "" ? null : cell;
}
