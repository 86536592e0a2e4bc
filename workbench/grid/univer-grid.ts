/** The Grid, by Univer. Commands that change cells are issued as mutations: nothing re-reads text as dates. */
import { ICommandService, type ICellData, type Nullable, type Workbook, type Worksheet } from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  IDescriptionService,
  IFunctionService,
  SetRangeValuesMutation,
  SetStyleCommand,
  type ISetRangeValuesMutationParams,
} from "@univerjs/preset-sheets-core";
import type { Block } from "../addresses";
import type { CellContent, NameContent, SheetContent, TableContent, WorkbookContent } from "../content";
import { fittedWidthPx } from "./fit-columns";
import type { CellEntry, Grid, GridFunction, SheetBlock, SheetCell, SheetInfo, StyleChange } from "./grid";
import { editedBlock } from "./edited-block";
import { UniverCalculation } from "./univer-calculation";
import { univerStyle, univerValue } from "./univer-cells";
import { functionInfo, UniverFunction } from "./univer-functions";
import { UniverNames } from "./univer-names";
import { STANDARD_COLUMN_WIDTH_PX, univerFreeze, univerWorkbook } from "./univer-opening";
import { startUniver, type UniverParts } from "./univer-setup";
import { UniverSheetReader } from "./univer-sheet";

type FWorkbook = ReturnType<UniverParts["api"]["createWorkbook"]>;
type FWorksheet = ReturnType<FWorkbook["getActiveSheet"]>;

const EMPTY_CELL: ICellData = { v: null, t: null, f: null, si: null, p: null };

export class UniverGrid implements Grid {
  private readonly parts: UniverParts;
  private readonly commands: ICommandService;
  private readonly calculation: UniverCalculation;
  private readonly formulas: FormulaDataModel;
  private readonly names_: UniverNames;
  private book: FWorkbook | null = null;
  private opened: WorkbookContent | null = null;
  private openCount = 0;
  private undescribed: readonly GridFunction[] = [];

  constructor(container: HTMLElement) {
    this.parts = startUniver(container);
    const injector = this.parts.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.formulas = injector.get(FormulaDataModel);
    this.calculation = new UniverCalculation(this.commands, injector.get(IActiveDirtyManagerService));
    this.names_ = new UniverNames(injector);
  }

  async open(content: WorkbookContent): Promise<void> {
    if (this.book) this.parts.api.disposeUnit(this.book.getId());
    this.opened = content;
    this.book = this.parts.api.createWorkbook(univerWorkbook(content, `workbook-${++this.openCount}`));
    this.describeFunctions();
    this.names_.open(this.book, content, (name) => this.sheetNamed(name).getSheetId());
    const front = content.sheets[content.activeSheet];
    if (front) this.workbook.setActiveSheet(this.sheetNamed(front.name));
    await this.calculated();
  }

  content(): WorkbookContent {
    const sheets = this.workbook.getSheets().map((sheet) => this.sheetContent(sheet));
    return {
      name: this.opened?.name ?? "Workbook.xlsx",
      sheets,
      activeSheet: this.sheets().findIndex((sheet) => sheet.id === this.activeSheetId()),
      names: this.names(),
      ...(this.opened?.date1904 ? { date1904: true } : {}),
    };
  }

  countsFrom1904(): boolean {
    return this.opened?.date1904 === true;
  }

  sheets(): readonly SheetInfo[] {
    return this.workbook.getSheets().map((sheet) => ({
      id: sheet.getSheetId(),
      name: sheet.getSheetName(),
      hidden: sheet.isSheetHidden(),
    }));
  }

  activeSheetId(): string {
    return this.workbook.getActiveSheet().getSheetId();
  }

  activate(sheetId: string): void {
    this.workbook.setActiveSheet(this.sheet(sheetId));
  }

  addSheet(name: string): string {
    const active = this.activeSheetId();
    const added = this.workbook.insertSheet(name).getSheetId();
    this.activate(active);
    return added;
  }

  removeSheet(sheetId: string): void {
    this.workbook.deleteSheet(this.sheet(sheetId));
  }

  renameSheet(sheetId: string, name: string): void {
    this.sheet(sheetId).setName(name);
  }

  read(block: SheetBlock): readonly (readonly (CellContent | undefined)[])[] {
    const reader = this.reader(this.sheet(block.sheetId));
    return lines(block, (row, column) => reader.cell(row, column));
  }

  readText(block: SheetBlock): readonly (readonly string[])[] {
    const reader = this.reader(this.sheet(block.sheetId));
    return lines(block, (row, column) => reader.text(row, column));
  }

  write(block: SheetBlock, entries: readonly (readonly (CellEntry | undefined)[])[]): void {
    this.grow(block);
    this.change(block, (row, column) => {
      const entry = entries[row - block.row]?.[column - block.column];
      if (entry === undefined) return undefined;
      if (entry === null) return EMPTY_CELL;
      return { ...EMPTY_CELL, ...univerValue(entry) };
    });
  }

  clear(block: SheetBlock, what: "contents" | "formats" | "all"): void {
    const cleared: ICellData = {
      ...(what === "formats" ? {} : EMPTY_CELL),
      ...(what === "contents" ? {} : { s: null }),
    };
    if (what === "formats") return this.changeLook(block, () => cleared);
    const inside = this.inSheet(block);
    if (inside) this.change(inside, () => cleared);
  }

  formatNumbers(block: SheetBlock, formats: readonly (readonly string[])[]): void {
    this.changeLook(block, (row, column) => {
      const pattern = formats[row - block.row]?.[column - block.column];
      return pattern === undefined ? undefined : { s: univerStyle(undefined, pattern) };
    });
  }

  restyle(block: SheetBlock, change: StyleChange): void {
    const data = { s: univerStyle(change, undefined) };
    this.changeLook(block, () => data);
  }

  columnWidthPx(sheetId: string, column: number): number {
    return this.sheet(sheetId).getColumnWidth(column);
  }

  setColumnWidthPx(sheetId: string, column: number, columns: number, widthPx: number): void {
    this.grow({ sheetId, row: 0, rows: 1, column, columns });
    this.sheet(sheetId).setColumnWidths(column, columns, Math.round(widthPx));
  }

  fitColumns(sheetId: string, column: number, columns: number): void {
    const used = this.used(sheetId);
    if (!used) return;
    for (let fitted = column; fitted < column + columns; fitted++) {
      const texts = this.readText({ ...used, column: fitted, columns: 1 }).flat();
      if (texts.some((text) => text !== "")) this.setColumnWidthPx(sheetId, fitted, 1, fittedWidthPx(texts));
    }
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.sheet(sheetId).setFreeze(univerFreeze(rows, columns));
  }

  used(sheetId: string): SheetBlock | null {
    const block = this.reader(this.sheet(sheetId)).used();
    return block && { ...block, sheetId };
  }

  selection(): SheetBlock {
    const range = this.workbook.getActiveRange();
    const sheetId = this.activeSheetId();
    if (!range) return { sheetId, row: 0, column: 0, rows: 1, columns: 1 };
    return {
      sheetId,
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getHeight(),
      columns: range.getWidth(),
    };
  }

  select(block: SheetBlock): void {
    this.activate(block.sheetId);
    this.grow(block);
    const sheet = this.sheet(block.sheetId);
    sheet.getRange(block.row, block.column, block.rows, block.columns).activate();
    sheet.scrollToCell(Math.max(0, block.row - 2), Math.max(0, block.column - 1));
  }

  /** Where a cell is on the page, in CSS pixels. It must be in view. */
  cellBox(cell: SheetCell): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const { x, y, width, height } = this.sheet(cell.sheetId).getRange(cell.row, cell.column).getCellRect();
    const canvas = document.querySelector('canvas[id^="univer-sheet-main-canvas"]')?.getBoundingClientRect();
    return { x: x + (canvas?.x ?? 0), y: y + (canvas?.y ?? 0), width, height };
  }

  onSelect(listener: (block: SheetBlock) => void): void {
    const { api } = this.parts;
    api.addEvent(api.Event.SelectionChanged, () => listener(this.selection()));
  }

  onEdit(listener: (block: SheetBlock) => void): void {
    this.commands.onCommandExecuted((command, options) => {
      if (command.id !== SetRangeValuesMutation.id || options?.fromFormula) return;
      const block = editedBlock(command.params as ISetRangeValuesMutationParams);
      if (block) listener(block);
    });
  }

  names(): readonly NameContent[] {
    return this.names_.names();
  }

  setName(name: NameContent): void {
    this.names_.setName(name);
  }

  removeName(name: string): void {
    this.names_.removeName(name);
  }

  tables(sheetId: string): readonly TableContent[] {
    return this.names_.tables(sheetId);
  }

  addTable(sheetId: string, table: TableContent): void {
    this.names_.addTable(sheetId, table, (block) => this.readText({ ...block, sheetId })[0] ?? []);
  }

  registerFunctions(functions: readonly GridFunction[]): void {
    const injector = this.parts.univer.__getInjector();
    injector.get(IFunctionService).registerExecutors(...functions.map((definition) => new UniverFunction(definition)));
    this.undescribed = functions;
  }

  recalculate(cells?: readonly SheetCell[]): void {
    this.calculation.recalculate(this.workbook.getId(), cells);
  }

  calculated(): Promise<void> {
    return this.calculation.calculated();
  }

  isCalculated(): boolean {
    return this.calculation.isCalculated();
  }

  onCalculated(listener: () => void): void {
    this.calculation.onCalculated(listener);
  }

  /** What the list of functions shows while one types. Univer makes that list with the first workbook. */
  private describeFunctions(): void {
    if (this.undescribed.length === 0) return;
    const descriptions = this.parts.univer.__getInjector().get(IDescriptionService);
    descriptions.registerDescriptions(this.undescribed.map(functionInfo));
    this.undescribed = [];
  }

  private get workbook(): FWorkbook {
    if (!this.book) throw new Error("No workbook is open.");
    return this.book;
  }

  private sheet(sheetId: string): FWorksheet {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`No sheet ${sheetId}.`);
    return sheet;
  }

  private sheetNamed(name: string): FWorksheet {
    const sheet = this.workbook.getSheetByName(name);
    if (!sheet) throw new Error(`No sheet ${name}.`);
    return sheet;
  }

  private reader(sheet: FWorksheet): UniverSheetReader {
    const workbook: Workbook = this.workbook.getWorkbook();
    return new UniverSheetReader(sheet.getSheet(), workbook.getStyles(), this.formulas);
  }

  private sheetContent(sheet: FWorksheet): SheetContent {
    const reader = this.reader(sheet);
    const rows: Record<number, Record<number, CellContent>> = {};
    reader.eachCell((row, column) => {
      const cell = reader.cell(row, column);
      if (!cell || Object.keys(cell).length === 0) return;
      (rows[row] ??= {})[column] = cell;
    });
    const worksheet: Worksheet = sheet.getSheet();
    const freeze = sheet.getFreeze();
    const asOpened = this.opened?.sheets.find((opened) => opened.name === sheet.getSheetName());
    return {
      name: sheet.getSheetName(),
      rows,
      columnWidthsPx: ownWidths(worksheet),
      tables: this.names_.tables(sheet.getSheetId()),
      ...(freeze.xSplit > 0 || freeze.ySplit > 0 ? { freeze: { rows: freeze.ySplit, columns: freeze.xSplit } } : {}),
      ...(sheet.isSheetHidden() ? { hidden: true } : {}),
      ...(sheet.hasHiddenGridLines() ? { hideGridlines: true } : {}),
      ...(asOpened?.print ? { print: asOpened.print } : {}),
    };
  }

  private changeLook(block: SheetBlock, cellAt: (row: number, column: number) => ICellData | undefined): void {
    const inside = this.inSheet(block);
    // Without naming a command of style as its origin, Univer takes a change without a formula for its removal.
    if (inside) this.change(inside, cellAt, SetStyleCommand.id);
  }

  private change(
    block: SheetBlock,
    cellAt: (row: number, column: number) => ICellData | undefined,
    trigger?: string,
  ): void {
    const cellValue: Record<number, Record<number, Nullable<ICellData>>> = {};
    for (let row = block.row; row < block.row + block.rows; row++) {
      for (let column = block.column; column < block.column + block.columns; column++) {
        const cell = cellAt(row, column);
        if (cell) (cellValue[row] ??= {})[column] = { ...cell };
      }
    }
    const params: ISetRangeValuesMutationParams = {
      unitId: this.workbook.getId(),
      subUnitId: block.sheetId,
      cellValue,
      ...(trigger === undefined ? {} : { trigger }),
    };
    this.commands.syncExecuteCommand(SetRangeValuesMutation.id, params);
  }

  /** Univer's sheets have an end; Excel's are wider than anyone writes. */
  private grow(block: SheetBlock): void {
    const sheet = this.sheet(block.sheetId);
    const rows = block.row + block.rows;
    const columns = block.column + block.columns;
    if (rows > sheet.getSheet().getRowCount()) sheet.setRowCount(rows + 100);
    if (columns > sheet.getSheet().getColumnCount()) sheet.setColumnCount(columns + 20);
  }

  private inSheet(block: SheetBlock): SheetBlock | null {
    const sheet = this.sheet(block.sheetId).getSheet();
    const rows = Math.min(block.rows, sheet.getRowCount() - block.row);
    const columns = Math.min(block.columns, sheet.getColumnCount() - block.column);
    return rows > 0 && columns > 0 ? { ...block, rows, columns } : null;
  }
}

function lines<T>(block: Block, cellAt: (row: number, column: number) => T): readonly (readonly T[])[] {
  return Array.from({ length: block.rows }, (_, row) =>
    Array.from({ length: block.columns }, (_, column) => cellAt(block.row + row, block.column + column)),
  );
}

function ownWidths(worksheet: Worksheet): Record<number, number> {
  const widths: Record<number, number> = {};
  for (const [column, data] of Object.entries(worksheet.getConfig().columnData)) {
    const width = data?.w;
    if (width !== undefined && width !== STANDARD_COLUMN_WIDTH_PX) widths[Number(column)] = width;
  }
  return widths;
}

