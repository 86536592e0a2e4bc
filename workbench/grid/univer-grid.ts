/** The Grid, by Univer. */
import { ICommandService, LifecycleService, LifecycleStages } from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  IDescriptionService,
  IFunctionService,
  SetRangeValuesMutation,
  type ISetRangeValuesMutationParams,
} from "@univerjs/preset-sheets-core";
import type { CellContent, NameContent, TableContent, WorkbookContent } from "../content";
import { editedBlock } from "./edited-block";
import { fittedWidthPx } from "./fit-columns";
import type { CellEntry, Grid, GridFunction, SheetBlock, SheetCell, SheetInfo, StyleChange } from "./grid";
import { UniverCalculation } from "./univer-calculation";
import { functionInfo, UniverFunction } from "./univer-functions";
import { UniverNames } from "./univer-names";
import { SPARE_COLUMNS, univerFreeze, univerWorkbook } from "./univer-opening";
import { UniverReading } from "./univer-reading";
import { UniverTables } from "./univer-tables";
import { startUniver, type FWorkbook, type FWorksheet, type UniverParts } from "./univer-setup";
import { UniverWriting } from "./univer-writing";

/** A workbook that is open, and what reads and changes it. */
interface Open {
  readonly workbook: FWorkbook;
  readonly content: WorkbookContent;
  readonly reading: UniverReading;
  readonly writing: UniverWriting;
}

export class UniverGrid implements Grid {
  private readonly parts: UniverParts;
  private readonly commands: ICommandService;
  private readonly calculation: UniverCalculation;
  private readonly formulas: FormulaDataModel;
  private readonly knownNames: UniverNames;
  private readonly knownTables: UniverTables;
  private current: Open | null = null;
  private openCount = 0;
  private undescribed: readonly GridFunction[] = [];

  constructor(container: HTMLElement) {
    this.parts = startUniver(container);
    const injector = this.parts.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.formulas = injector.get(FormulaDataModel);
    this.calculation = new UniverCalculation(this.commands, injector.get(IActiveDirtyManagerService));
    this.knownNames = new UniverNames(injector);
    this.knownTables = new UniverTables(injector);
    this.onEdit((block) => this.tableMayGrow(block));
  }

  async open(content: WorkbookContent): Promise<void> {
    if (this.current) this.parts.api.disposeUnit(this.workbook.getId());
    const workbook = this.parts.api.createWorkbook(univerWorkbook(content, `workbook-${++this.openCount}`));
    this.current = {
      workbook,
      content,
      reading: new UniverReading(workbook, this.formulas, content),
      writing: new UniverWriting(workbook, this.commands),
    };
    this.describeFunctions();
    this.knownNames.open(workbook, content);
    this.knownTables.open(workbook, content, (name) => this.sheetNamed(name).getSheetId());
    const front = content.sheets[content.activeSheet];
    if (front) workbook.setActiveSheet(this.sheetNamed(front.name));
    await this.drawn();
    // Univer has a calculation of its own due, with nothing in it. Once it is over, the next one is ours.
    this.recalculate([]);
    await this.calculated();
  }

  content(): WorkbookContent {
    const { workbook, content, reading } = this.opened;
    return {
      name: content.name,
      sheets: workbook.getSheets().map((sheet) => reading.sheetContent(sheet, this.tables(sheet.getSheetId()))),
      activeSheet: this.sheets().findIndex((sheet) => sheet.id === this.activeSheetId()),
      names: this.names(),
      ...(content.date1904 ? { date1904: true } : {}),
    };
  }

  countsFrom1904(): boolean {
    return this.opened.content.date1904 === true;
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
    const rowCount = Math.max(...this.workbook.getSheets().map((sheet) => sheet.getMaxRows()));
    const added = this.workbook.insertSheet(name, { index: this.sheets().length, sheet: { rowCount, columnCount: SPARE_COLUMNS } });
    this.activate(active);
    return added.getSheetId();
  }

  removeSheet(sheetId: string): void {
    this.workbook.deleteSheet(this.sheet(sheetId));
  }

  renameSheet(sheetId: string, name: string): void {
    this.sheet(sheetId).setName(name);
  }

  insertRows(sheetId: string, row: number, count: number): void {
    this.sheet(sheetId).insertRows(row, count);
  }

  read(block: SheetBlock): readonly (readonly (CellContent | undefined)[])[] {
    return this.opened.reading.cells(block);
  }

  readText(block: SheetBlock): readonly (readonly string[])[] {
    return this.opened.reading.texts(block);
  }

  used(sheetId: string): SheetBlock | null {
    return this.opened.reading.used(sheetId);
  }

  write(block: SheetBlock, entries: readonly (readonly (CellEntry | undefined)[])[]): void {
    this.opened.writing.write(block, entries);
  }

  clear(block: SheetBlock, what: "contents" | "formats" | "all"): void {
    this.opened.writing.clear(block, what);
  }

  formatNumbers(block: SheetBlock, formats: readonly (readonly string[])[]): void {
    this.opened.writing.formatNumbers(block, formats);
  }

  restyle(block: SheetBlock, change: StyleChange): void {
    this.opened.writing.restyle(block, change);
  }

  columnWidthPx(sheetId: string, column: number): number {
    return this.sheet(sheetId).getColumnWidth(column);
  }

  setColumnWidthPx(sheetId: string, column: number, columns: number, widthPx: number): void {
    this.opened.writing.grow({ sheetId, row: 0, rows: 1, column, columns });
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
    const sheet = this.sheet(block.sheetId);
    const { row, column, rows, columns } = this.opened.writing.reachable(block);
    sheet.getRange(row, column, rows, columns).activate();
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
    return this.knownNames.all();
  }

  setName(name: NameContent): void {
    this.knownNames.set(name);
  }

  removeName(name: string): void {
    this.knownNames.remove(name);
  }

  tables(sheetId: string): readonly TableContent[] {
    return this.knownTables.on(sheetId);
  }

  registerFunctions(functions: readonly GridFunction[]): void {
    const service = this.parts.univer.__getInjector().get(IFunctionService);
    service.registerExecutors(...functions.map((definition) => new UniverFunction(definition)));
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

  private tableMayGrow(edited: SheetBlock): void {
    if (this.current && this.read(edited).flat().some((cell) => cell?.value !== undefined)) this.knownTables.filled(edited);
  }

  /** Univer listens for what is to be calculated only from its first drawing on, some 300 ms after the first workbook. */
  private drawn(): Promise<void> {
    return this.parts.univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
  }

  /** What the list of functions shows while one types. Univer makes that list with the first workbook. */
  private describeFunctions(): void {
    if (this.undescribed.length === 0) return;
    const descriptions = this.parts.univer.__getInjector().get(IDescriptionService);
    descriptions.registerDescriptions(this.undescribed.map(functionInfo));
    this.undescribed = [];
  }

  private get opened(): Open {
    if (!this.current) throw new Error("No workbook is open.");
    return this.current;
  }

  private get workbook(): FWorkbook {
    return this.opened.workbook;
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
}
