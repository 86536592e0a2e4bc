/** What is selected on the open workbook, and where cells are on the page. */
import type { FUniver } from "@univerjs/core/facade";
import type { SheetBlock, SheetCell } from "./grid";
import type { FWorkbook } from "./univer-setup";
import type { UniverTabs } from "./univer-tabs";

export class UniverSelection {
  constructor(
    private readonly api: FUniver,
    private readonly workbook: () => FWorkbook,
    private readonly tabs: UniverTabs,
  ) {}

  current(): SheetBlock {
    const range = this.workbook().getActiveRange();
    const sheetId = this.tabs.activeId();
    if (!range) return { sheetId, row: 0, column: 0, rows: 1, columns: 1 };
    return {
      sheetId,
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getHeight(),
      columns: range.getWidth(),
    };
  }

  select({ sheetId, row, column, rows, columns }: SheetBlock): void {
    this.tabs.activate(sheetId);
    const sheet = this.tabs.sheet(sheetId);
    sheet.getRange(row, column, rows, columns).activate();
    sheet.scrollToCell(Math.max(0, row - 2), Math.max(0, column - 1));
  }

  /** After every change of what is selected, another sheet coming to the front included; once a change. */
  onChange(listener: (block: SheetBlock) => void): void {
    const { api } = this;
    let last = "";
    const look = () => {
      const block = this.current();
      const now = [this.workbook().getId(), block.sheetId, block.row, block.column, block.rows, block.columns].join();
      if (now === last) return;
      last = now;
      listener(block);
    };
    // Univer shows a new sheet for a moment although it is not to be in front: only what remains counts.
    const lookWhenDone = () => queueMicrotask(look);
    api.addEvent(api.Event.SelectionChanged, lookWhenDone);
    api.addEvent(api.Event.ActiveSheetChanged, lookWhenDone);
  }

  /** Where a cell is on the page, in CSS pixels. It must be in view. */
  box(cell: SheetCell): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const { x, y, width, height } = this.tabs.sheet(cell.sheetId).getRange(cell.row, cell.column).getCellRect();
    const canvas = document.querySelector('canvas[id^="univer-sheet-main-canvas"]')?.getBoundingClientRect();
    return { x: x + (canvas?.x ?? 0), y: y + (canvas?.y ?? 0), width, height };
  }
}
