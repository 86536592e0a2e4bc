/** Widths of columns and heights of rows on the open workbook's sheets, in pixels at 100 %. */
import { fittedWidthPx, textWidthPx } from "./fit-columns";
import type { SheetBlock } from "./grid";
import { ROW_HEIGHT_PX } from "./univer-opening";
import type { UniverReading } from "./univer-reading";
import type { UniverTabs } from "./univer-tabs";
import type { UniverWriting } from "./univer-writing";

export class UniverSizes {
  constructor(
    private readonly tabs: UniverTabs,
    private readonly reading: UniverReading,
    private readonly writing: UniverWriting,
  ) {}

  columnWidthPx(sheetId: string, column: number): number {
    return this.tabs.sheet(sheetId).getColumnWidth(column);
  }

  setColumnWidthPx(sheetId: string, column: number, columns: number, widthPx: number): void {
    this.writing.grow({ sheetId, row: 0, rows: 1, column, columns });
    this.tabs.sheet(sheetId).setColumnWidths(column, columns, Math.round(widthPx));
  }

  fitColumns(sheetId: string, column: number, columns: number): void {
    const used = this.reading.used(sheetId);
    if (!used) return;
    for (let fitted = column; fitted < Math.min(column + columns, used.column + used.columns); fitted++) {
      const texts = this.reading.texts({ ...used, column: fitted, columns: 1 }).flat();
      if (texts.some((text) => text !== "")) this.setColumnWidthPx(sheetId, fitted, 1, fittedWidthPx(texts));
    }
  }

  rowHeightPx(sheetId: string, row: number): number {
    return this.tabs.sheet(sheetId).getRowHeight(row);
  }

  setRowHeightPx(sheetId: string, row: number, rows: number, heightPx: number): void {
    this.writing.grow({ sheetId, row, rows, column: 0, columns: 1 });
    this.tabs.sheet(sheetId).setRowHeightsForced(row, rows, Math.round(heightPx));
  }

  /** As high as the lines of text in a row, in the widths their columns have. */
  fitRows({ sheetId, row, rows }: SheetBlock): void {
    const used = this.reading.used(sheetId);
    if (!used) return;
    for (let fitted = row; fitted < Math.min(row + rows, used.row + used.rows); fitted++) {
      this.setRowHeightPx(sheetId, fitted, 1, ROW_HEIGHT_PX * this.linesIn(sheetId, fitted, used));
    }
  }

  private linesIn(sheetId: string, row: number, used: SheetBlock): number {
    const line: SheetBlock = { ...used, row, rows: 1 };
    const cells = this.reading.cells(line)[0] ?? [];
    const texts = this.reading.texts(line)[0] ?? [];
    return texts.reduce((most, text, index) => {
      if (cells[index]?.style?.wrap !== true || text === "") return most;
      const widthPx = this.columnWidthPx(sheetId, used.column + index);
      const lines = text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(textWidthPx(part) / widthPx)), 0);
      return Math.max(most, lines);
    }, 1);
  }
}
