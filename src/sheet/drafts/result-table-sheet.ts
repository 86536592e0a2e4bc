/** A table of ours on a sheet of its own: one live formula, or the values it gives on the day. */
import type { Cell, Row, Table } from "../tables/cell";
import type { ColumnFormat, ResultColumn } from "../placing/result-tables";
import type { DraftBlock, DraftCell } from "../placing/sheet-draft";
import type { DraftStyle } from "./live-or-values";

const FORMATS: Readonly<Record<string, ColumnFormat>> = {
  Acquired: "date", "Holding from": "date", Sold: "date", "Long-term on": "date", "Replacement date": "date", "Final on": "date",
  "Clean sale date": "date", "Clean rebuy date": "date",
  Quantity: "quantity", Shares: "quantity",
  Price: "perShare", "Basis per share": "perShare",
  Basis: "money", "Wash added": "money", Value: "money", Gain: "money", Loss: "money", Disallowed: "money", "Basis added": "money",
  Permanent: "money", Proceeds: "money", "Tax saved": "money", "Washed now": "money",
  "Permanently lost": "money", "Harvestable loss": "money", "Loss percent": "percent", "Tax now": "money", "Tax long-term": "money", Swing: "money",
  "Comes back": "money", "Kept for good": "money", "Carried over": "money", "Break-even price": "perShare", "Break-even move": "percent",
  Ours: "money", Theirs: "money", Difference: "money", Adjustment: "money",
  "Days to long-term": "whole", "Sale row": "whole", "Replacement row": "whole", Rank: "whole", Row: "whole",
};

export function columnsOf(headings: Row): readonly ResultColumn[] {
  return headings.map((heading) => ({ heading: String(heading), format: FORMATS[String(heading)] ?? "text" }));
}

export interface TableSought {
  readonly title: string;
  readonly style: DraftStyle;
  /** Headings first, as the function spills it. */
  readonly table: Table;
  readonly formula: string | null;
  /** Columns that get a plain SUM where values are written. */
  readonly totals: readonly string[];
  readonly name: string;
  readonly whenEmpty: string;
}

export function tableBlock({ title, table, formula, totals, name, whenEmpty }: TableSought): DraftBlock {
  const [headings = [], ...rows] = table;
  const columns = columnsOf(headings);
  if (formula !== null) return { title, columns, content: { kind: "spill", formula, rows: table.length }, totals: [], name, whenEmpty };
  return { title, columns, content: { kind: "rows", rows: rows.map((row) => row.map(draftCell)) }, totals: rows.length === 0 ? [] : totals, name, whenEmpty };
}

/** An error stays visible as its text: a total that is short must not look whole. */
const ERRORS = { "bad-input": "#VALUE!", "missing-fact": "#N/A", "impossible-number": "#NUM!" } as const;

export function draftCell(cell: Cell): DraftCell {
  if (typeof cell === "object") return ERRORS[cell.kind];
  return cell === "" ? null : cell;
}
