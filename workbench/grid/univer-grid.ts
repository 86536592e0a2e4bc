/** The Grid, by Univer. */
import { ICommandService, LifecycleService, LifecycleStages, RedoCommandId, UndoCommandId, type Injector } from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  IDescriptionService,
  IFunctionService,
} from "@univerjs/preset-sheets-core";
import type { CellContent, NameContent, TableContent, WorkbookContent } from "../content";
import { CellChanges } from "./cell-changes";
import { fillWindow } from "./fill-window";
import type { CellEntry, Grid, GridFunction, SheetBlock, SheetCell, SheetInfo, SheetsChange, StyleChange, TableInfo } from "./grid";
import { Remembered } from "./remembered";
import { EMPTY_RECORD, recordOf, type SheetRecord } from "./sheet-record";
import { UndoSteps, type UndoStep } from "./undo-steps";
import { UniverCalculation } from "./univer-calculation";
import { functionInfo, UniverFunction } from "./univer-functions";
import { UniverNames } from "./univer-names";
import { univerWorkbook } from "./univer-opening";
import { UniverReading } from "./univer-reading";
import { UniverSelection } from "./univer-selection";
import { startUniver, type FWorkbook, type UniverParts } from "./univer-setup";
import { UniverSizes } from "./univer-sizes";
import { UniverTables } from "./univer-tables";
import { UniverTabs } from "./univer-tabs";
import { UniverWriting } from "./univer-writing";

/** A workbook that is open, and what reads and changes it. */
interface Open {
  readonly workbook: FWorkbook;
  readonly content: WorkbookContent;
  readonly reading: UniverReading;
  readonly writing: UniverWriting;
  readonly sizes: UniverSizes;
}

export class UniverGrid implements Grid {
  private readonly parts: UniverParts;
  private readonly commands: ICommandService;
  private readonly calculation: UniverCalculation;
  private readonly formulas: FormulaDataModel;
  private readonly knownNames: UniverNames;
  private readonly knownTables: UniverTables;
  private readonly injector: Injector;
  private readonly steps: UndoSteps;
  private readonly tabs: UniverTabs;
  private readonly selecting: UniverSelection;
  private readonly structure: Remembered<boolean>;
  private readonly records: Remembered<SheetRecord>;
  private readonly changes: CellChanges;
  private readonly recordListeners: ((sheetId: string) => void)[] = [];
  private current: Open | null = null;
  private openCount = 0;
  private undescribed: readonly GridFunction[] = [];

  constructor(container: HTMLElement) {
    this.parts = startUniver(container);
    const injector = this.parts.univer.__getInjector();
    this.injector = injector;
    this.commands = injector.get(ICommandService);
    this.formulas = injector.get(FormulaDataModel);
    this.calculation = new UniverCalculation(this.commands, injector.get(IActiveDirtyManagerService));
    this.knownNames = new UniverNames(injector);
    this.steps = new UndoSteps(injector);
    this.tabs = new UniverTabs(injector, () => this.workbook);
    this.selecting = new UniverSelection(this.parts.api, () => this.workbook, this.tabs);
    this.structure = new Remembered(injector, this.steps, "structure");
    this.records = new Remembered(injector, this.steps, "sheet-record", (sheetId) => this.recordListeners.forEach((listener) => listener(sheetId)));
    this.knownTables = new UniverTables(injector, this.steps);
    fillWindow(container, injector, () => this.current?.workbook.getId());
    this.changes = new CellChanges(injector, (sheetId) => !this.steps.isStepping && this.sheetRecord(sheetId).isProtected);
    this.onEdit((block) => this.tableMayGrow(block));
  }

  async open(content: WorkbookContent): Promise<void> {
    if (this.current) this.parts.api.disposeUnit(this.workbook.getId());
    const workbook = this.parts.api.createWorkbook(univerWorkbook(content, `workbook-${++this.openCount}`));
    const reading = new UniverReading(workbook, this.formulas);
    const writing = new UniverWriting(workbook, this.injector, this.steps);
    this.current = { workbook, content, reading, writing, sizes: new UniverSizes(this.tabs, reading, writing) };
    this.describeFunctions();
    const idOf = (name: string) => this.tabs.named(name).getSheetId();
    this.structure.open(workbook.getId(), [["protected", content.isStructureProtected === true]]);
    this.records.open(workbook.getId(), content.sheets.map((sheet) => [idOf(sheet.name), recordOf(sheet)]));
    this.knownNames.open(workbook, content);
    this.knownTables.open(workbook, content, idOf);
    const front = content.sheets[content.activeSheet];
    if (front) workbook.setActiveSheet(this.tabs.named(front.name));
    await this.drawn();
    // Univer has a calculation of its own due, with nothing in it. Once it is over, the next one is ours.
    this.recalculate([]);
    await this.calculated();
  }

  content(): WorkbookContent {
    const { workbook, content, reading } = this.opened;
    return {
      name: content.name,
      sheets: workbook.getSheets().map((sheet) => {
        const id = sheet.getSheetId();
        return reading.sheetContent(sheet, this.tables(id).map(withoutId), this.sheetRecord(id));
      }),
      activeSheet: this.sheets().findIndex((sheet) => sheet.id === this.activeSheetId()),
      names: this.names(),
      ...(this.isStructureProtected() ? { isStructureProtected: true } : {}),
      ...(content.date1904 ? { date1904: true } : {}),
    };
  }

  countsFrom1904(): boolean {
    return this.opened.content.date1904 === true;
  }

  isStructureProtected(): boolean {
    return this.structure.get("protected") === true;
  }

  protectStructure(on: boolean): void {
    this.structure.set("protected", on);
  }

  sheets(): readonly SheetInfo[] {
    return this.tabs.all();
  }

  activeSheetId(): string {
    return this.tabs.activeId();
  }

  activate(sheetId: string): void {
    this.tabs.activate(sheetId);
  }

  addSheet(name: string): string {
    return this.tabs.add(name);
  }

  removeSheet(sheetId: string): void {
    this.tabs.remove(sheetId);
  }

  renameSheet(sheetId: string, name: string): void {
    this.tabs.rename(sheetId, name);
  }

  moveSheet(sheetId: string, position: number): void {
    this.tabs.move(sheetId, position);
  }

  hideSheet(sheetId: string, hidden: boolean): void {
    this.tabs.hide(sheetId, hidden);
  }

  paintTab(sheetId: string, color: string | null): void {
    this.tabs.paint(sheetId, color);
  }

  showGridlines(sheetId: string, shown: boolean): void {
    this.tabs.showGridlines(sheetId, shown);
  }

  onSheets(listener: (change: SheetsChange) => void): void {
    this.tabs.onChange(listener);
  }

  sheetRecord(sheetId: string): SheetRecord {
    return this.records.get(sheetId) ?? EMPTY_RECORD;
  }

  changeSheetRecord(sheetId: string, change: Partial<SheetRecord>): void {
    this.records.set(sheetId, { ...this.sheetRecord(sheetId), ...change });
  }

  onSheetRecord(listener: (sheetId: string) => void): void {
    this.recordListeners.push(listener);
  }

  insertRows(sheetId: string, row: number, count: number): void {
    this.tabs.sheet(sheetId).insertRows(row, count);
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
    return this.opened.sizes.columnWidthPx(sheetId, column);
  }

  setColumnWidthPx(sheetId: string, column: number, columns: number, widthPx: number): void {
    this.opened.sizes.setColumnWidthPx(sheetId, column, columns, widthPx);
  }

  fitColumns(sheetId: string, column: number, columns: number): void {
    this.opened.sizes.fitColumns(sheetId, column, columns);
  }

  rowHeightPx(sheetId: string, row: number): number {
    return this.opened.sizes.rowHeightPx(sheetId, row);
  }

  setRowHeightPx(sheetId: string, row: number, rows: number, heightPx: number): void {
    this.opened.sizes.setRowHeightPx(sheetId, row, rows, heightPx);
  }

  fitRows(block: SheetBlock): void {
    this.opened.sizes.fitRows(block);
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.tabs.freeze(sheetId, rows, columns);
  }

  selection(): SheetBlock {
    return this.selecting.current();
  }

  select(block: SheetBlock): void {
    this.selecting.select(this.opened.writing.reachable(block));
  }

  cellBox(cell: SheetCell): ReturnType<UniverSelection["box"]> {
    return this.selecting.box(cell);
  }

  onSelect(listener: (block: SheetBlock) => void): void {
    this.selecting.onChange(listener);
  }

  onEdit(listener: (block: SheetBlock) => void): void {
    this.changes.onEdit(listener);
  }

  onResults(listener: (block: SheetBlock) => void): void {
    this.changes.onResults(listener);
  }

  onRefused(listener: (sheetId: string) => void): void {
    this.changes.onRefused(listener);
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

  tables(sheetId: string): readonly TableInfo[] {
    return this.knownTables.on(sheetId);
  }

  addTable(sheetId: string, table: TableContent): string {
    return this.knownTables.add(sheetId, table);
  }

  changeTable(tableId: string, change: Partial<TableContent>): void {
    this.knownTables.change(tableId, change);
  }

  removeTable(tableId: string): void {
    this.knownTables.remove(tableId);
  }

  inStep<T>(step: UndoStep, work: () => T): T {
    return this.steps.collect(step, work);
  }

  closeStep(step: UndoStep): void {
    this.steps.close(step);
  }

  undo(): void {
    this.commands.syncExecuteCommand(UndoCommandId);
  }

  redo(): void {
    this.commands.syncExecuteCommand(RedoCommandId);
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
    if (this.current && !this.steps.isStepping && this.read(edited).flat().some((cell) => cell?.value !== undefined)) this.knownTables.filled(edited);
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
}

function withoutId({ id: _id, ...table }: TableInfo): TableContent {
  return table;
}
