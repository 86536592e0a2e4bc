/** Changes cells of the open Univer workbook, as mutations: nothing typed by a program is re-read as a date. */
import { ICommandService, type ICellData, type Injector, type Nullable } from "@univerjs/core";
import {
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
  type ISetRangeValuesMutationParams,
} from "@univerjs/preset-sheets-core";
import { MAX_COLUMNS, MAX_ROWS } from "../addresses";
import type { CellEntry, SheetBlock, StyleChange } from "./grid";
import { univerStyle, univerValue } from "./univer-cells";
import { SPARE_COLUMNS, SPARE_ROWS } from "./univer-opening";
import type { UndoSteps } from "./undo-steps";
import type { FWorkbook } from "./univer-setup";

type CellAt = (row: number, column: number) => ICellData | undefined;

const EMPTY_CELL: ICellData = { v: null, t: null, f: null, si: null, p: null, custom: null };

export class UniverWriting {
  private readonly commands: ICommandService;

  constructor(
    private readonly workbook: FWorkbook,
    private readonly injector: Injector,
    private readonly steps: UndoSteps,
  ) {
    this.commands = injector.get(ICommandService);
  }

  write(block: SheetBlock, entries: readonly (readonly (CellEntry | undefined)[])[]): void {
    this.grow(block);
    this.change(block, (row, column) => {
      const entry = entries[row - block.row]?.[column - block.column];
      if (entry === undefined) return undefined;
      return entry === null ? EMPTY_CELL : { ...EMPTY_CELL, ...univerValue(entry) };
    });
  }

  clear(block: SheetBlock, what: "contents" | "formats" | "all"): void {
    if (what !== "contents") this.changeLook(block, () => ({ s: null }));
    const inside = this.inSheet(block);
    if (inside && what !== "formats") this.change(inside, () => EMPTY_CELL);
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

  /** Univer's sheets have an end; Excel's are wider than anyone writes. */
  grow(block: SheetBlock): void {
    const sheet = this.workbook.getSheetBySheetId(block.sheetId);
    if (!sheet) return;
    const rows = block.row + block.rows;
    const columns = block.column + block.columns;
    if (rows > sheet.getSheet().getRowCount()) sheet.setRowCount(Math.min(MAX_ROWS, rows + SPARE_ROWS));
    if (columns > sheet.getSheet().getColumnCount()) sheet.setColumnCount(Math.min(MAX_COLUMNS, columns + SPARE_COLUMNS));
  }

  /** The block as Univer's sheet can have it: grown to, or where it stands for whole rows or columns cut to the sheet. */
  reachable(block: SheetBlock): SheetBlock {
    const endless = block.rows === MAX_ROWS || block.columns === MAX_COLUMNS;
    if (!endless) this.grow(block);
    return this.inSheet(block) ?? block;
  }

  private changeLook(block: SheetBlock, cellAt: CellAt): void {
    const inside = this.inSheet(block);
    // Without naming a command of style as its origin, Univer takes a change without a formula for its removal.
    if (inside) this.change(inside, cellAt, SetStyleCommand.id);
  }

  private change(block: SheetBlock, cellAt: CellAt, trigger?: string): void {
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
    const before = SetRangeValuesUndoMutationFactory(this.injector, params);
    this.commands.syncExecuteCommand(SetRangeValuesMutation.id, params);
    this.steps.changed(
      params.unitId,
      [{ id: SetRangeValuesMutation.id, params: before }],
      [{ id: SetRangeValuesMutation.id, params: { ...params, cellValue: onTopOf(before.cellValue, cellValue) } }],
    );
  }

  /** The part of a block that Univer's sheet has. */
  private inSheet(block: SheetBlock): SheetBlock | null {
    const sheet = this.workbook.getSheetBySheetId(block.sheetId)?.getSheet();
    if (!sheet) return null;
    const rows = Math.min(block.rows, sheet.getRowCount() - block.row);
    const columns = Math.min(block.columns, sheet.getColumnCount() - block.column);
    return rows > 0 && columns > 0 ? { ...block, rows, columns } : null;
  }
}

type Cells = ISetRangeValuesMutationParams["cellValue"];

/** Done again by a command, a change of look alone would take the formula away: it carries the whole cell. */
function onTopOf(before: Cells, change: Cells): Cells {
  const whole: Record<number, Record<number, Nullable<ICellData>>> = {};
  for (const [row, cells] of Object.entries(change ?? {})) {
    for (const [column, cell] of Object.entries(cells ?? {}) as [string, Nullable<ICellData>][]) {
      const old: Nullable<ICellData> = before?.[Number(row)]?.[Number(column)];
      (whole[Number(row)] ??= {})[Number(column)] = { ...withoutStyle(old), ...(cell ?? {}) };
    }
  }
  return whole;
}

/** A style that is named and undefined would be taken for one to be removed. */
function withoutStyle(cell: Nullable<ICellData>): ICellData {
  const { s: _style, ...rest } = cell ?? {};
  return rest;
}
