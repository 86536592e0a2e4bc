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
import { rereadFormulas } from "./reread-formulas";
import { withInserted, withRemoved } from "./moved-blocks";
import type { SheetBlock } from "./grid";
import type { FWorkbook } from "./univer-setup";

interface SheetTable {
  readonly sheetId: string;
  readonly content: TableContent;
  readonly block: Block;
}

interface RowsOrColumns {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range: IRange;
}

export class UniverTables {
  private workbook: FWorkbook | null = null;
  private tables: readonly SheetTable[] = [];

  constructor(private readonly injector: Injector) {
    injector.get(ICommandService).onCommandExecuted((command) => this.moved(command.id, command.params as RowsOrColumns));
  }

  open(workbook: FWorkbook, content: WorkbookContent, sheetIdOf: (name: string) => string): void {
    this.workbook = workbook;
    this.tables = content.sheets.flatMap((sheet) =>
      sheet.tables.flatMap((table) => {
        const block = parseAddress(table.range)?.block;
        return block ? [{ sheetId: sheetIdOf(sheet.name), content: table, block }] : [];
      }),
    );
    for (const table of this.tables) this.makeKnown(table);
  }

  on(sheetId: string): readonly TableContent[] {
    return this.tables
      .filter((table) => table.sheetId === sheetId)
      .map((table) => ({ ...table.content, range: blockAddress(table.block) }));
  }

  /** Cells have been filled in. Those right below a table belong to it from now on. */
  filled(edited: SheetBlock): void {
    this.change((table) => {
      const isBelow =
        table.sheetId === edited.sheetId &&
        edited.row === table.block.row + table.block.rows &&
        edited.column < table.block.column + table.block.columns &&
        edited.column + edited.columns > table.block.column;
      return isBelow ? { ...table.block, rows: table.block.rows + edited.rows } : table.block;
    });
  }

  private moved(commandId: string, params: RowsOrColumns): void {
    const move = MOVES[commandId];
    if (!move || params.unitId !== this.workbook?.getId()) return;
    this.change((table) => (table.sheetId === params.subUnitId ? move(table.block, params.range) : table.block));
  }

  private change(blockOf: (table: SheetTable) => Block | null): void {
    const after = this.tables.map((table) => ({ ...table, block: blockOf(table) }));
    const changed = after.filter(({ block }, index) => block !== this.tables[index]?.block);
    if (changed.length === 0) return;
    this.tables = after.filter((table): table is SheetTable => table.block !== null);
    for (const table of this.tables) this.makeKnown(table);
    if (this.workbook) rereadFormulas(this.injector, this.workbook, changed.map((table) => table.content.name));
  }

  private makeKnown({ sheetId, content, block }: SheetTable): void {
    const sheet = this.workbook?.getSheetBySheetId(sheetId)?.getSheet();
    if (!this.workbook || !sheet) return;
    const titleMap = new Map<string, number>();
    for (let index = 0; index < block.columns; index++) {
      titleMap.set(String(sheet.getCellRaw(block.row, block.column + index)?.v ?? ""), index);
    }
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
