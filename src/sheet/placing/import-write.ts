/** What an import asks to be written, and what a write left behind. Plain data, no Excel. */
import type { AddedTrade, RowOnSheet } from "../../import/combine";
import type { FileRead } from "../../import/import-types";
import type { CellBlock } from "./addresses";

/** The workbook name of the first heading of the Table that an import made: by it the next import finds the Table. */
export const IMPORT_NAME = "TaxlotImport";

/** What earlier imports have left on the sheets. */
export interface ImportedBefore {
  /** The Table that imported rows are appended to; null: none yet, or it is gone. */
  readonly trades: ImportedTable | null;
  /** Sheets with the lines of files, as they stand now. */
  readonly files: readonly { readonly sheetName: string; readonly name: string; readonly digest: string; readonly format: string }[];
}

/** The Table of trades that an import made. */
export interface ImportedTable {
  readonly tableName: string;
  /** With its headings. */
  readonly block: CellBlock;
  /** Every row of it, those that the user wrote or changed included. */
  readonly rows: readonly RowOnSheet[];
}

export interface ImportRequest {
  /** As `findImported` answered: a Table that has grown or gone since is not written to. */
  readonly before: ImportedBefore;
  /** Rows to write, in the order they are to stand: what `combine` says is not there yet. May be empty. */
  readonly added: readonly AddedTrade[];
  /** The files behind them. One whose digest has a sheet already gets no second one. */
  readonly files: readonly FileRead[];
  /** The grey line of the sheets: "Imported by Taxlot on 12/5/2026." */
  readonly madeBy: string;
}

/** Rows that were written into a Table. */
export interface WrittenRows {
  readonly tableName: string;
  /** The rows alone, without headings, as wide as the Table. */
  readonly block: CellBlock;
  /** Cells as they were handed to Excel; null: left empty. */
  readonly cells: readonly (readonly (string | number | null)[])[];
  /** Headings that the Table got on its right for these rows. */
  readonly newHeadings: number;
  /** The sheet and its Table were made for them. */
  readonly newSheet: boolean;
}

export interface WrittenImport {
  /** null: no row was new. */
  readonly rows: WrittenRows | null;
  readonly sources: readonly { readonly sheetName: string; readonly file: FileRead; readonly madeBy: string }[];
  /** What could not be done, in a sentence; null when all was. */
  readonly shortcoming: string | null;
}
