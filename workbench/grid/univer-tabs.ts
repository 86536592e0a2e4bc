/** The sheets of the open workbook as their tabs show them: order, names, colours, which is in front. */
import { ICommandService, type Injector } from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetTabColorCommand,
  SetWorksheetHideCommand,
  SetWorksheetNameMutation,
} from "@univerjs/preset-sheets-core";
import type { SheetInfo, SheetsChange } from "./grid";
import { SPARE_COLUMNS, univerFreeze } from "./univer-opening";
import type { FWorkbook, FWorksheet } from "./univer-setup";

export class UniverTabs {
  private readonly commands: ICommandService;

  constructor(
    injector: Injector,
    private readonly workbook: () => FWorkbook,
  ) {
    this.commands = injector.get(ICommandService);
  }

  all(): readonly SheetInfo[] {
    return this.workbook().getSheets().map((sheet) => {
      const tabColor = sheet.getTabColor();
      return {
        id: sheet.getSheetId(),
        name: sheet.getSheetName(),
        hidden: sheet.isSheetHidden(),
        hasGridlines: !sheet.hasHiddenGridLines(),
        ...(tabColor?.startsWith("#") ? { tabColor: tabColor.toUpperCase() } : {}),
      };
    });
  }

  sheet(sheetId: string): FWorksheet {
    const sheet = this.workbook().getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`No sheet ${sheetId}.`);
    return sheet;
  }

  named(name: string): FWorksheet {
    const sheet = this.workbook().getSheetByName(name);
    if (!sheet) throw new Error(`No sheet ${name}.`);
    return sheet;
  }

  activeId(): string {
    return this.workbook().getActiveSheet().getSheetId();
  }

  activate(sheetId: string): void {
    this.workbook().setActiveSheet(this.sheet(sheetId));
  }

  add(name: string): string {
    const active = this.activeId();
    const rowCount = Math.max(...this.workbook().getSheets().map((sheet) => sheet.getMaxRows()));
    const added = this.workbook().insertSheet(name, {
      index: this.workbook().getSheets().length,
      sheet: { rowCount, columnCount: SPARE_COLUMNS },
    });
    this.activate(active);
    return added.getSheetId();
  }

  remove(sheetId: string): void {
    this.workbook().deleteSheet(this.sheet(sheetId));
  }

  rename(sheetId: string, name: string): void {
    this.sheet(sheetId).setName(name);
  }

  /** To this place among all sheets, from 0. */
  move(sheetId: string, position: number): void {
    const active = this.activeId();
    this.workbook().moveSheet(this.sheet(sheetId), position);
    this.activate(active);
  }

  /** Somebody must have made sure that another sheet stays visible. */
  hide(sheetId: string, hidden: boolean): void {
    const sheet = this.sheet(sheetId);
    if (sheet.isSheetHidden() === hidden) return;
    if (!hidden) sheet.showSheet();
    else this.commands.syncExecuteCommand(SetWorksheetHideCommand.id, { unitId: this.workbook().getId(), subUnitId: sheetId });
  }

  /** Null takes the colour away. */
  paint(sheetId: string, color: string | null): void {
    this.commands.syncExecuteCommand(SetTabColorCommand.id, { unitId: this.workbook().getId(), subUnitId: sheetId, value: color ?? "" });
  }

  showGridlines(sheetId: string, shown: boolean): void {
    this.sheet(sheetId).setHiddenGridlines(!shown);
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.sheet(sheetId).setFreeze(univerFreeze(rows, columns));
  }

  onChange(listener: (change: SheetsChange) => void): void {
    this.commands.onCommandExecuted(({ id, params }) => {
      const change = CHANGES[id]?.(params as Readonly<Record<string, unknown>>);
      if (change) listener(change);
    });
  }
}

const CHANGES: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => SheetsChange>> = {
  [InsertSheetMutation.id]: ({ sheet }) => ({ kind: "added", sheetId: (sheet as { readonly id: string }).id }),
  [RemoveSheetMutation.id]: ({ subUnitId }) => ({ kind: "deleted", sheetId: String(subUnitId) }),
  [SetWorksheetNameMutation.id]: ({ subUnitId, name }) => ({ kind: "renamed", sheetId: String(subUnitId), name: String(name) }),
};

