/** A WorkbookContent as Univer's own workbook data, so that opening is one step and nothing is re-interpreted. */
import { BooleanNumber, LocaleType, type ICellData, type IWorkbookData, type IWorksheetData } from "@univerjs/core";
import type { CellContent, SheetContent, WorkbookContent } from "../content";
import { MAX_COLUMNS, MAX_ROWS } from "../addresses";
import { univerStyle, univerValue } from "./univer-cells";

export const STANDARD_COLUMN_WIDTH_PX = 73;
export const ROW_HEIGHT_PX = 20;
const HEIGHT_PX_PER_POINT = 1.82;
/** Univer refuses a spill over the end of its sheet, and Excel's sheet has no end in practice. */
export const SPARE_ROWS = 2000;
export const SPARE_COLUMNS = 160;
/** A table of lots may fill a sheet of its own, with two rows for a row of trades. */
const ROWS_PER_ROW_OF_TRADES = 2;

export function univerWorkbook(content: WorkbookContent, id: string): IWorkbookData {
  const styles: Record<string, ReturnType<typeof univerStyle>> = {};
  const styleId = styleRegister(styles);
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const longest = Math.max(0, ...content.sheets.map(({ rows }) => numbered(rows).reduce((last, [row]) => Math.max(last, row), 0)));
  const rowCount = Math.min(MAX_ROWS, longest * ROWS_PER_ROW_OF_TRADES + SPARE_ROWS);
  const sheetOrder = content.sheets.map((sheet, index) => {
    const sheetId = `sheet-${index + 1}`;
    sheets[sheetId] = univerSheet(sheet, sheetId, rowCount, styleId);
    return sheetId;
  });
  return {
    id,
    name: content.name,
    appVersion: "0.25.1",
    locale: LocaleType.EN_US,
    styles,
    sheetOrder,
    sheets,
  };
}

type StyleId = (cell: CellContent) => string | undefined;

/** Equal styles share one id: a sheet of ten thousand dates has one date style. */
function styleRegister(styles: Record<string, ReturnType<typeof univerStyle>>): StyleId {
  const ids = new Map<string, string>();
  return (cell) => {
    if (cell.style === undefined && cell.numberFormat === undefined) return undefined;
    const style = univerStyle(cell.style, cell.numberFormat);
    const key = JSON.stringify(style);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `style-${ids.size + 1}`;
    ids.set(key, id);
    styles[id] = style;
    return id;
  };
}

function univerSheet(sheet: SheetContent, id: string, rowCount: number, styleId: StyleId): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const spilled = spilledCells(sheet);
  const rowData: Record<number, { h: number }> = Object.fromEntries(numbered(sheet.rowHeightsPx ?? {}).map(([row, h]) => [row, { h }]));
  let lastColumn = 0;
  for (const [row, cells] of numbered(sheet.rows)) {
    const line: Record<number, ICellData> = {};
    for (const [column, cell] of numbered(cells)) {
      const data = spilled(row, column) ? {} : univerValue(cell);
      const style = styleId(cell);
      line[column] = style === undefined ? data : { ...data, s: style };
      lastColumn = Math.max(lastColumn, column);
    }
    cellData[row] = line;
    const height = rowHeightPx(Object.values(cells));
    if (height > ROW_HEIGHT_PX) rowData[row] ??= { h: height };
  }
  return {
    id,
    name: sheet.name,
    cellData,
    rowCount,
    columnCount: Math.min(MAX_COLUMNS, lastColumn + SPARE_COLUMNS),
    defaultColumnWidth: STANDARD_COLUMN_WIDTH_PX,
    defaultRowHeight: ROW_HEIGHT_PX,
    rowData,
    columnData: Object.fromEntries(numbered(sheet.columnWidthsPx).map(([column, w]) => [column, { w }])),
    ...(sheet.tabColor === undefined ? {} : { tabColor: sheet.tabColor }),
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    showGridlines: sheet.hideGridlines ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    ...(sheet.freeze ? { freeze: univerFreeze(sheet.freeze.rows, sheet.freeze.columns) } : {}),
  };
}

/** Room for the largest letters of the row. */
function rowHeightPx(cells: readonly CellContent[]): number {
  const largestPt = cells.reduce((size, cell) => Math.max(size, cell.style?.fontSizePt ?? 0), 0);
  return Math.round(largestPt * HEIGHT_PX_PER_POINT);
}

export function univerFreeze(rows: number, columns: number): IWorksheetData["freeze"] {
  return {
    xSplit: columns,
    ySplit: rows,
    startRow: rows > 0 ? rows : -1,
    startColumn: columns > 0 ? columns : -1,
  };
}

/** Cells filled by a formula that stands elsewhere: left blank, or they would block the spill. */
function spilledCells(sheet: SheetContent): (row: number, column: number) => boolean {
  const spills: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const [row, cells] of numbered(sheet.rows)) {
    for (const [column, cell] of numbered(cells)) {
      if (cell.formula !== undefined && cell.spill) spills.push({ row, column, ...cell.spill });
    }
  }
  return (row, column) =>
    spills.some(
      (spill) =>
        row >= spill.row &&
        row < spill.row + spill.rows &&
        column >= spill.column &&
        column < spill.column + spill.columns &&
        !(row === spill.row && column === spill.column),
    );
}

export function numbered<T>(record: Readonly<Record<number, T>>): readonly (readonly [number, T])[] {
  return Object.entries(record).map(([key, value]) => [Number(key), value] as const);
}
