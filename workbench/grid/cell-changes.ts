/** Every change of cells passes here: who made it is told, and what must not happen to them is kept from happening. */
import {
  CustomCommandExecutionError,
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICellData,
  type IExecutionOptions,
  type Injector,
  type Nullable,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { SetCellEditVisibleOperation, SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/preset-sheets-core";
import { editedBlock } from "./edited-block";
import type { SheetBlock } from "./grid";

type Listener<T> = (about: T) => void;

export class CellChanges {
  private readonly edits: Listener<SheetBlock>[] = [];
  private readonly results: Listener<SheetBlock>[] = [];
  private readonly refusals: Listener<string>[] = [];
  private readonly instances: IUniverInstanceService;

  /** `takesNothing`: by hand this sheet cannot be changed now. */
  constructor(
    injector: Injector,
    private readonly takesNothing: (sheetId: string) => boolean,
  ) {
    this.instances = injector.get(IUniverInstanceService);
    const commands = injector.get(ICommandService);
    commands.beforeCommandExecuted(({ id, params }, options) => {
      if (id === SetCellEditVisibleOperation.id && (params as { readonly visible: boolean }).visible) this.beforeTyping();
      if (id === SetRangeValuesMutation.id) this.before(params as ISetRangeValuesMutationParams, options);
    });
    commands.onCommandExecuted(({ id, params }, options) => {
      if (id !== SetRangeValuesMutation.id) return;
      const block = editedBlock(params as ISetRangeValuesMutationParams);
      const listeners = options?.fromFormula ? this.results : this.edits;
      if (block) for (const listener of listeners) listener(block);
    });
  }

  onEdit(listener: Listener<SheetBlock>): void {
    this.edits.push(listener);
  }

  onResults(listener: Listener<SheetBlock>): void {
    this.results.push(listener);
  }

  onRefused(listener: Listener<string>): void {
    this.refusals.push(listener);
  }

  private beforeTyping(): void {
    const workbook = this.instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    const sheetId = workbook?.getActiveSheet()?.getSheetId();
    if (sheetId !== undefined) this.refuseIfProtected(sheetId);
  }

  private before(params: ISetRangeValuesMutationParams, options: IExecutionOptions | undefined): void {
    if (options?.fromFormula || options?.onlyLocal) return;
    this.refuseIfProtected(params.subUnitId);
    const sheet = this.instances
      .getUnit<Workbook>(params.unitId, UniverInstanceType.UNIVER_SHEET)
      ?.getSheetBySheetId(params.subUnitId);
    if (sheet) keepTypes(sheet, params.cellValue);
  }

  private refuseIfProtected(sheetId: string): void {
    if (!this.takesNothing(sheetId)) return;
    for (const listener of this.refusals) listener(sheetId);
    throw new CustomCommandExecutionError("The sheet is protected.");
  }
}

/** Where a change names no value, Univer reads the one that is there anew, and takes the text "001234" for a number. */
function keepTypes(sheet: Worksheet, cells: ISetRangeValuesMutationParams["cellValue"]): void {
  for (const [row, line] of Object.entries(cells ?? {})) {
    for (const [column, cell] of Object.entries(line ?? {}) as [string, Nullable<ICellData>][]) {
      if (!cell || cell.v !== undefined || cell.t !== undefined) continue;
      const type = sheet.getCellRaw(Number(row), Number(column))?.t;
      if (type !== undefined && type !== null) cell.t = type;
    }
  }
}
