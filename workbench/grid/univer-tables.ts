/**
 * Tables of the open workbook. Univer's formula engine knows tables only by where they stand, so this
 * keeps them as Excel does: they move with inserted and removed rows and columns, and what is entered
 * right below a table becomes part of it.
 */
import { ICommandService, type Injector, type IRange } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  ISuperTableService,
  RemoveColMutation,
  RemoveRowMutation,
} from "@univerjs/preset-sheets-core";
import { blockAddress, parseAddress, type Block } from "../addresses";
import type { TableContent, WorkbookContent } from "../content";
import type { SheetBlock, TableInfo } from "./grid";
import { withInserted, withRemoved } from "./moved-blocks";
import { Remembered } from "./remembered";
import { rereadFormulas } from "./reread-formulas";
import type { UndoSteps } from "./undo-steps";
import type { FWorkbook } from "./univer-setup";

interface SheetTable {
  readonly id: string;
  readonly sheetId: string;
  readonly content: TableContent;
  readonly block: Block;
}

interface RowsOrColumns {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range: IRange;
}

const ALL = "all";

export class UniverTables {
  private workbook: FWorkbook | null = null;
  private count = 0;
  private readonly remembered: Remembered<readonly SheetTable[]>;
  /** Names the formula engine has been told. */
  private readonly known = new Set<string>();

  constructor(
    private readonly injector: Injector,
    steps: UndoSteps,
  ) {
    this.remembered = new Remembered(injector, steps, "tables", () => this.makeAllKnown());
    injector.get(ICommandService).onCommandExecuted((command) => this.moved(command.id, command.params as RowsOrColumns));
  }

  open(workbook: FWorkbook, content: WorkbookContent, sheetIdOf: (name: string) => string): void {
    this.workbook = workbook;
    this.known.clear();
    const tables = content.sheets.flatMap((sheet) =>
      sheet.tables.flatMap((table) => {
        const block = parseAddress(table.range)?.block;
        return block ? [{ id: this.newId(), sheetId: sheetIdOf(sheet.name), content: table, block }] : [];
      }),
    );
    this.remembered.open(workbook.getId(), [[ALL, tables]]);
    for (const table of tables) this.makeKnown(table);
  }

  on(sheetId: string): readonly TableInfo[] {
    return this.tables
      .filter((table) => table.sheetId === sheetId)
      .map((table) => ({ ...table.content, id: table.id, range: blockAddress(table.block) }));
  }

  add(sheetId: string, content: TableContent): string {
    const block = parseAddress(content.range)?.block;
    if (!block) throw new Error(`${content.range} is no range for a table.`);
    const id = this.newId();
    this.remembered.set(ALL, [...this.tables, { id, sheetId, content, block }]);
    return id;
  }

  change(tableId: string, change: Partial<TableContent>): void {
    const changed = this.tables.map((table) => {
      if (table.id !== tableId) return table;
      const content = { ...table.content, ...change };
      return { ...table, content, block: parseAddress(change.range ?? "")?.block ?? table.block };
    });
    this.remembered.set(ALL, changed);
  }

  remove(tableId: string): void {
    this.remembered.set(ALL, this.tables.filter((table) => table.id !== tableId));
  }

  /** Cells have been filled in. Those right below a table belong to it from now on. */
  filled(edited: SheetBlock): void {
    const grown = this.reshaped((table) => {
      const isBelow =
        table.sheetId === edited.sheetId &&
        table.content.showTotals !== true &&
        edited.row === table.block.row + table.block.rows &&
        edited.column < table.block.column + table.block.columns &&
        edited.column + edited.columns > table.block.column;
      return isBelow ? { ...table.block, rows: table.block.rows + edited.rows } : table.block;
    });
    if (grown) this.remembered.set(ALL, grown);
  }

  private get tables(): readonly SheetTable[] {
    return this.remembered.get(ALL) ?? [];
  }

  private newId(): string {
    return `table-${++this.count}`;
  }

  /** Undoing the move of rows moves the tables back, so the move itself is no step of theirs. */
  private moved(commandId: string, params: RowsOrColumns): void {
    const move = MOVES[commandId];
    if (!move || params.unitId !== this.workbook?.getId()) return;
    const after = this.reshaped((table) => (table.sheetId === params.subUnitId ? move(table.block, params.range) : table.block));
    if (!after) return;
    this.remembered.follow(ALL, after);
    this.makeAllKnown();
  }

  /** The tables with other blocks; null when none changes. */
  private reshaped(blockOf: (table: SheetTable) => Block | null): readonly SheetTable[] | null {
    const after = this.tables.map((table) => ({ ...table, block: blockOf(table) }));
    if (after.every(({ block }, index) => block === this.tables[index]?.block)) return null;
    return after.filter((table): table is SheetTable => table.block !== null);
  }

  private makeAllKnown(): void {
    if (!this.workbook) return;
    const names = new Set(this.tables.map((table) => table.content.name));
    const gone = [...this.known].filter((name) => !names.has(name));
    for (const name of gone) this.injector.get(ISuperTableService).remove(this.workbook.getId(), name);
    this.known.clear();
    for (const table of this.tables) this.makeKnown(table);
    rereadFormulas(this.injector, this.workbook, [...names, ...gone]);
  }

  private makeKnown({ sheetId, content, block }: SheetTable): void {
    const sheet = this.workbook?.getSheetBySheetId(sheetId)?.getSheet();
    if (!this.workbook || !sheet) return;
    const titleMap = new Map<string, number>();
    for (let index = 0; index < block.columns; index++) {
      titleMap.set(String(sheet.getCellRaw(block.row, block.column + index)?.v ?? ""), index);
    }
    this.known.add(content.name);
    this.injector.get(ISuperTableService).registerTable(this.workbook.getId(), content.name, {
      sheetId,
      titleMap,
      range: {
        startRow: block.row,
        endRow: block.row + block.rows - 1,
        startColumn: block.column,
        endColumn: block.column + block.columns - 1,
      },
    });
  }
}

const MOVES: Readonly<Record<string, (block: Block, range: IRange) => Block | null>> = {
  [InsertRowMutation.id]: (block, { startRow, endRow }) => withInserted(block, "rows", startRow, endRow - startRow + 1),
  [RemoveRowMutation.id]: (block, { startRow, endRow }) => withRemoved(block, "rows", startRow, endRow - startRow + 1),
  [InsertColMutation.id]: (block, { startColumn, endColumn }) =>
    withInserted(block, "columns", startColumn, endColumn - startColumn + 1),
  [RemoveColMutation.id]: (block, { startColumn, endColumn }) =>
    withRemoved(block, "columns", startColumn, endColumn - startColumn + 1),
};
