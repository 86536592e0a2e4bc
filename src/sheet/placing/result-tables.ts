/** The tables the pane can write, as formulas with the formats of their columns. */
import { OPENLOTS_HEADINGS } from "../tables/open-lots";
import { REALIZED_HEADINGS } from "../tables/realized";

export type ResultTable = "OPENLOTS" | "REALIZED" | "WASHSALE";

export type ColumnFormat = "text" | "date" | "money" | "quantity" | "perShare" | "whole" | "percent" | "dollars" | "price";

export interface ResultColumn {
  readonly heading: string;
  readonly format: ColumnFormat;
}

export interface TableToWrite {
  readonly table: ResultTable;
  /** As the pane calls it: "open lots". */
  readonly title: string;
  /** Of a sheet made for it. */
  readonly sheetName: string;
  /** What it answers, in one sentence. */
  readonly answers: string;
  readonly columns: readonly ResultColumn[];
  /** One formula a part, left to right; each spills over `columns` of its own. */
  readonly parts: readonly FormulaPart[];
  /** Its rows stand level with the rows of the trades, so it makes sense only beside them. */
  readonly rowByRow: boolean;
}

export interface FormulaPart {
  readonly columns: number;
  /** Arguments after the trades, as written in the formula; "" leaves one out. The settings come after them. */
  readonly arguments: readonly string[];
}

const FORMATS: Readonly<Record<string, ColumnFormat>> = {
  Acquired: "date",
  "Holding from": "date",
  Sold: "date",
  "Long-term on": "date",
  Quantity: "quantity",
  Basis: "money",
  "Wash added": "money",
  Price: "perShare",
  "Basis per share": "perShare",
  Value: "money",
  Gain: "money",
  Proceeds: "money",
  Disallowed: "money",
  "Allowed gain": "money",
  "Days to long-term": "whole",
  "Sale row": "whole",
};

function columnsFor(headings: readonly string[]): readonly ResultColumn[] {
  return headings.map((heading) => ({ heading, format: FORMATS[heading] ?? "text" }));
}

export const TABLES_TO_WRITE: readonly TableToWrite[] = [
  {
    table: "OPENLOTS",
    title: "open lots",
    sheetName: "Open lots",
    answers: "Every lot you still hold, with its basis and the day it turns long-term.",
    columns: columnsFor(OPENLOTS_HEADINGS),
    parts: [{ columns: OPENLOTS_HEADINGS.length, arguments: ["", ""] }],
    rowByRow: false,
  },
  {
    table: "REALIZED",
    title: "realized sales",
    sheetName: "Realized sales",
    answers: "Every piece of a lot you sold, with proceeds, basis, gain and term.",
    columns: columnsFor(REALIZED_HEADINGS),
    parts: [{ columns: REALIZED_HEADINGS.length, arguments: [""] }],
    rowByRow: false,
  },
  {
    table: "WASHSALE",
    title: "wash sales",
    sheetName: "Wash sales",
    answers: "Beside each trade, the loss that the wash-sale rule disallows, and why.",
    columns: columnsFor(["Disallowed", "Status", "Note"]),
    parts: [
      { columns: 1, arguments: [""] },
      { columns: 1, arguments: ['"Status"'] },
      { columns: 1, arguments: ['"Note"'] },
    ],
    rowByRow: true,
  },
];

export function tableToWrite(table: ResultTable): TableToWrite {
  const found = TABLES_TO_WRITE.find((candidate) => candidate.table === table);
  if (!found) throw new Error(`No table ${table}`);
  return found;
}

/**
 * The formulas of a table, left to right: `=TAXLOT.OPENLOTS(Trades[#All],,,TaxlotSettings)`.
 * @param trades the range or structured reference, as written in a formula
 * @param settings a name or address, or null: left out
 */
export function formulasOf(
  table: TableToWrite,
  namespace: string,
  trades: string,
  settings: string | null,
): readonly string[] {
  return table.parts.map((part) => {
    const given = [trades, ...part.arguments, ...(settings === null ? [] : [settings])];
    while (given.at(-1) === "") given.pop();
    return `=${namespace}.${table.table}(${given.join(",")})`;
  });
}

export const GENERAL = "General";

/** Excel number formats. `m/d/yyyy` follows the reader's own short date. */
export const NUMBER_FORMATS: Readonly<Record<ColumnFormat, string>> = {
  text: GENERAL,
  date: "m/d/yyyy",
  money: "#,##0.00;-#,##0.00",
  perShare: "#,##0.0000;-#,##0.0000",
  // Excel has no number format that drops trailing zeros and the point with them; General does.
  quantity: GENERAL,
  whole: "0",
  percent: "0.0%;-0.0%",
  dollars: "#,##0;-#,##0",
  // Cents always, more only where a quote has more.
  price: "#,##0.00##;-#,##0.00##",
};
