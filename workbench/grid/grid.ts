/**
 * What the host needs of a spreadsheet: cells, formulas that calculate, sheets, names, tables.
 * One adapter exists (univer-grid.ts); everything else in the workbench speaks only this.
 */
import type { Block } from "../addresses";
import type {
  CardContent,
  CellContent,
  CellError,
  CellStyle,
  NameContent,
  TableContent,
  WorkbookContent,
} from "../content";
import type { SheetRecord } from "./sheet-record";
import type { UndoStep } from "./undo-steps";

export interface SheetBlock extends Block {
  readonly sheetId: string;
}

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly hasGridlines: boolean;
  readonly tabColor?: string;
}

export type SheetsChange =
  | { readonly kind: "added" | "deleted"; readonly sheetId: string }
  | { readonly kind: "renamed"; readonly sheetId: string; readonly name: string };

/** A table by what it keeps when it is renamed, moved or made larger. */
export interface TableInfo extends TableContent {
  readonly id: string;
}

/** What to change of a cell's look; null takes that part away. */
export type StyleChange = { readonly [Part in keyof CellStyle]?: CellStyle[Part] | null };

/** What a cell is to become. `formula` wins over `value`; null empties the cell and keeps its format. */
export type CellEntry = { readonly formula: string } | { readonly value: string | number | boolean } | null;

/** A value as a formula engine hands it to a function: null is a blank cell or an argument left out. */
export type ArgumentValue = null | number | string | boolean | CellError | CardContent;
export type ArgumentMatrix = readonly (readonly ArgumentValue[])[];

/** An argument as written: a range or array, a single value, or nothing. */
export type FunctionArgument = ArgumentMatrix | ArgumentValue | undefined;

/** What a function answers now; PENDING when the answer will come with a later calculation. */
export const PENDING = Symbol("pending");
export type FunctionAnswer = ArgumentMatrix | ArgumentValue | typeof PENDING;

export interface GridFunction {
  /** As typed: "TAXLOT.OPENLOTS". */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional: boolean;
    readonly matrix: boolean;
  }[];
  /** Must not throw. `cell` is where the formula stands. */
  call(args: readonly FunctionArgument[], cell: SheetCell): FunctionAnswer;
}

export interface SheetCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  /** Replaces what is open. */
  open(content: WorkbookContent): Promise<void>;
  /** Everything, with calculated values. */
  content(): WorkbookContent;

  /** The workbook's dates count from 1904. */
  countsFrom1904(): boolean;

  isStructureProtected(): boolean;
  protectStructure(on: boolean): void;

  sheets(): readonly SheetInfo[];
  activeSheetId(): string;
  activate(sheetId: string): void;
  addSheet(name: string): string;
  removeSheet(sheetId: string): void;
  renameSheet(sheetId: string, name: string): void;
  moveSheet(sheetId: string, position: number): void;
  hideSheet(sheetId: string, hidden: boolean): void;
  paintTab(sheetId: string, color: string | null): void;
  showGridlines(sheetId: string, shown: boolean): void;
  onSheets(listener: (change: SheetsChange) => void): void;
  insertRows(sheetId: string, row: number, count: number): void;
  /** Protection, print settings and charts of a sheet. */
  sheetRecord(sheetId: string): SheetRecord;
  changeSheetRecord(sheetId: string, change: Partial<SheetRecord>): void;
  onSheetRecord(listener: (sheetId: string) => void): void;

  /** Cells of a block, row by row; undefined for a blank cell without format. */
  read(block: SheetBlock): readonly (readonly (CellContent | undefined)[])[];
  /** What the cells show, formatted. */
  readText(block: SheetBlock): readonly (readonly string[])[];
  write(block: SheetBlock, entries: readonly (readonly (CellEntry | undefined)[])[]): void;
  clear(block: SheetBlock, what: "contents" | "formats" | "all"): void;
  formatNumbers(block: SheetBlock, formats: readonly (readonly string[])[]): void;
  restyle(block: SheetBlock, change: StyleChange): void;
  columnWidthPx(sheetId: string, column: number): number;
  setColumnWidthPx(sheetId: string, column: number, columns: number, widthPx: number): void;
  fitColumns(sheetId: string, column: number, columns: number): void;
  rowHeightPx(sheetId: string, row: number): number;
  setRowHeightPx(sheetId: string, row: number, rows: number, heightPx: number): void;
  fitRows(block: SheetBlock): void;
  freeze(sheetId: string, rows: number, columns: number): void;
  /** Smallest block that holds every cell with a value or formula; null on an empty sheet. */
  used(sheetId: string): SheetBlock | null;

  selection(): SheetBlock;
  select(block: SheetBlock): void;
  onSelect(listener: (block: SheetBlock) => void): void;
  /** After every change of values or formulas that was not a calculation. */
  onEdit(listener: (block: SheetBlock) => void): void;
  /** After a calculation has put its results into a sheet; the block holds all of them. */
  onResults(listener: (block: SheetBlock) => void): void;
  /** A person wanted to change a protected sheet; nothing has changed. */
  onRefused(listener: (sheetId: string) => void): void;

  names(): readonly NameContent[];
  setName(name: NameContent): void;
  removeName(name: string): void;
  tables(sheetId: string): readonly TableInfo[];
  addTable(sheetId: string, table: TableContent): string;
  changeTable(tableId: string, change: Partial<TableContent>): void;
  removeTable(tableId: string): void;

  /** What `work` changes belongs to `step`; it must not wait for anything. */
  inStep<T>(step: UndoStep, work: () => T): T;
  /** From now on `step` can be undone as one. */
  closeStep(step: UndoStep): void;
  undo(): void;
  redo(): void;

  /** Before the first workbook is opened: formulas read earlier would be remembered as #NAME?. */
  registerFunctions(functions: readonly GridFunction[]): void;
  /** Calculates the formulas of these cells again, and what depends on them; without cells, everything. */
  recalculate(cells?: readonly SheetCell[]): void;
  /** Resolves when no calculation is running or due. */
  calculated(): Promise<void>;
  isCalculated(): boolean;
  onCalculated(listener: () => void): void;
}
