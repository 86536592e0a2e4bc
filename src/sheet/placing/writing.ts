/** What is asked for when tables are written, where they go, and what a write left behind. Plain data, no Excel. */
import type { CellBlock } from "./addresses";
import type { ResultTable } from "./result-tables";
import type { TradesPlace } from "./trades-blocks";

/** `newSheets`: a sheet a table, but what is row by row stays beside its rows. */
export type Placing = "beside" | "newSheets";

export interface TableSought {
  readonly table: ResultTable;
  /** Rows it is expected to fill, heading included. */
  readonly rows: number;
}

/** A place chosen for one table. */
export interface PlannedTable {
  readonly table: ResultTable;
  /** The expected spill; the formula stands in its first row. */
  readonly block: CellBlock;
  /** Row of the table's headings within the block, from 0. */
  readonly headings: number;
  /** The block stands on a sheet that does not exist yet. */
  readonly newSheet: boolean;
}

export interface WriteRequest {
  readonly trades: TradesPlace;
  readonly tables: readonly TableSought[];
  readonly placing: Placing;
  /** `TAXLOT`, as the manifest of this build has it. */
  readonly namespace: string;
  /** Name or address passed as the settings; null leaves them out. */
  readonly settings: string | null;
}

/** What the formulas of a written table refer to. */
export interface FormulaSource {
  /** `TAXLOT`, as the manifest of this build has it. */
  readonly namespace: string;
  /** The trades as written in the formula: `Trades[#All]` or `Sheet1!$A$1:$H$120`. */
  readonly tradesInFormula: string;
  readonly trades: CellBlock;
  /** Name or address passed as the settings; null leaves them out. */
  readonly settings: string | null;
}

export interface WrittenCell {
  readonly cell: CellBlock;
  /** Formula or text, as Excel read it back after writing. */
  readonly content: string;
}

/** How the columns looked before, so that removing the table gives it back. */
export interface ColumnsBefore {
  /** In points, left to right. */
  readonly widths: readonly number[];
  /** Of the first cell under the headings; the place was empty, so it stands for its column. */
  readonly numberFormats: readonly string[];
}

export interface WrittenTable {
  readonly table: ResultTable;
  readonly source: FormulaSource;
  /** The spill, as last seen. */
  readonly block: CellBlock;
  /** Row of the table's headings within the block, from 0. */
  readonly headings: number;
  /** Every cell we wrote; all else in the block is spill. */
  readonly cells: readonly WrittenCell[];
  /** Cells whose formats were set: from the headings to some rows below the block. */
  readonly dressed: CellBlock;
  readonly before: ColumnsBefore;
  /** It stands on a sheet made for it. */
  readonly ownSheet: boolean;
  /** What could not be done, in a sentence; null when all was. */
  readonly shortcoming: string | null;
}
