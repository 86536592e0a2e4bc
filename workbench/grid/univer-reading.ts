/** The open Univer workbook as content again: cells with calculated values, spills, widths, freezes. */
import type { Worksheet } from "@univerjs/core";
import type { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { Block } from "../addresses";
import type { CellContent, SheetContent, TableContent } from "../content";
import type { SheetBlock } from "./grid";
import { recordContent, type SheetRecord } from "./sheet-record";
import { ROW_HEIGHT_PX, STANDARD_COLUMN_WIDTH_PX } from "./univer-opening";
import type { FWorkbook, FWorksheet } from "./univer-setup";
import { UniverSheetReader } from "./univer-sheet";

export class UniverReading {
  constructor(
    private readonly workbook: FWorkbook,
    private readonly formulas: FormulaDataModel,
  ) {}

  cells(block: SheetBlock): readonly (readonly (CellContent | undefined)[])[] {
    const reader = this.readerOf(block.sheetId);
    return lines(block, (row, column) => reader.cell(row, column));
  }

  texts(block: SheetBlock): readonly (readonly string[])[] {
    const reader = this.readerOf(block.sheetId);
    return lines(block, (row, column) => reader.text(row, column));
  }

  used(sheetId: string): SheetBlock | null {
    const block = this.readerOf(sheetId).used();
    return block && { ...block, sheetId };
  }

  sheetContent(sheet: FWorksheet, tables: readonly TableContent[], record: SheetRecord): SheetContent {
    const reader = this.readerOf(sheet.getSheetId());
    const rows: Record<number, Record<number, CellContent>> = {};
    reader.eachCell((row, column) => {
      const cell = reader.cell(row, column);
      if (!cell || Object.keys(cell).length === 0) return;
      (rows[row] ??= {})[column] = cell;
    });
    const freeze = sheet.getFreeze();
    const isFrozen = freeze.xSplit > 0 || freeze.ySplit > 0;
    const heights = ownHeights(sheet.getSheet());
    const tabColor = sheet.getTabColor();
    return {
      name: sheet.getSheetName(),
      rows,
      columnWidthsPx: ownWidths(sheet.getSheet()),
      tables,
      ...(isFrozen ? { freeze: { rows: freeze.ySplit, columns: freeze.xSplit } } : {}),
      ...(sheet.isSheetHidden() ? { hidden: true } : {}),
      ...(sheet.hasHiddenGridLines() ? { hideGridlines: true } : {}),
      ...(Object.keys(heights).length > 0 ? { rowHeightsPx: heights } : {}),
      ...(tabColor?.startsWith("#") ? { tabColor: tabColor.toUpperCase() } : {}),
      ...recordContent(record),
    };
  }

  private readerOf(sheetId: string): UniverSheetReader {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`No sheet ${sheetId}.`);
    return new UniverSheetReader(sheet.getSheet(), this.workbook.getWorkbook().getStyles(), this.formulas);
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

/** Heights that rows have been given; those that follow from large letters are found again on opening. */
function ownHeights(worksheet: Worksheet): Record<number, number> {
  const heights: Record<number, number> = {};
  for (const [row, data] of Object.entries(worksheet.getConfig().rowData)) {
    const height = data?.h;
    if (height !== undefined && height !== ROW_HEIGHT_PX) heights[Number(row)] = height;
  }
  return heights;
}
