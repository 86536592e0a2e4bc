/** Reads one Univer worksheet: raw cells, and the values that formulas spilled over blank ones. */
import type { ICellData, IStyleData, Nullable, Styles, Worksheet } from "@univerjs/core";
import type { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { Block } from "../addresses";
import type { CellContent } from "../content";
import { cardIn, contentNumberFormat, contentStyle, contentValue } from "./univer-cells";

export class UniverSheetReader {
  constructor(
    private readonly worksheet: Worksheet,
    private readonly styles: Styles,
    private readonly formulas: FormulaDataModel,
  ) {}

  cell(row: number, column: number): CellContent | undefined {
    const raw = this.worksheet.getCellRaw(row, column);
    const spilled = this.spilledCell(row, column);
    if (!raw && !spilled) return undefined;
    return this.content(row, column, raw, spilled);
  }

  /** Rows and columns up to the last cell with a value or formula; null when there is none. */
  used(): Block | null {
    let firstRow = Infinity;
    let firstColumn = Infinity;
    let lastRow = -1;
    let lastColumn = -1;
    this.eachCell((row, column) => {
      const cell = this.cell(row, column);
      if (cell?.value === undefined && cell?.formula === undefined) return;
      firstRow = Math.min(firstRow, row);
      firstColumn = Math.min(firstColumn, column);
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
    });
    if (lastRow < 0) return null;
    return {
      row: firstRow,
      column: firstColumn,
      rows: lastRow - firstRow + 1,
      columns: lastColumn - firstColumn + 1,
    };
  }

  /** Every cell that has anything, formats included; spilled cells too. */
  eachCell(visit: (row: number, column: number) => void): void {
    const matrix = this.worksheet.getCellMatrix();
    matrix.forValue((row, column) => visit(row, column));
    for (const [row, cells] of Object.entries(this.spilledRows() ?? {})) {
      for (const column of Object.keys(cells ?? {})) {
        if (!matrix.getValue(Number(row), Number(column))) visit(Number(row), Number(column));
      }
    }
  }

  /** What the cell shows, formatted. */
  text(row: number, column: number): string {
    const shown = this.worksheet.getCell(row, column)?.v;
    return shown === null || shown === undefined ? "" : String(shown);
  }

  private content(
    row: number,
    column: number,
    raw: Nullable<ICellData>,
    spilled: Nullable<ICellData>,
  ): CellContent {
    const value = contentValue(spilled && !raw?.f ? spilled : (raw ?? {}));
    const style: IStyleData = (raw && this.styles.getStyleByCell(raw)) ?? {};
    const shared = raw?.si && !raw.f ? this.sharedFormula(row, column) : undefined;
    const formula = raw?.f ?? shared;
    const spill = formula ? this.spillSize(row, column) : undefined;
    const numberFormat = contentNumberFormat(style);
    const cellStyle = contentStyle(style);
    const card = cardIn(raw);
    return {
      ...(value === undefined ? {} : { value }),
      ...(formula ? { formula } : {}),
      ...(spill ? { spill } : {}),
      ...(numberFormat === undefined ? {} : { numberFormat }),
      ...(cellStyle === undefined ? {} : { style: cellStyle }),
      ...(card === undefined ? {} : { card }),
    };
  }

  /** A formula filled down is stored once; the other cells carry only its id and their distance from it. */
  private sharedFormula(row: number, column: number): string | undefined {
    return this.formulas.getFormulaStringByCell(row, column, this.worksheet.getSheetId(), this.worksheet.unitId) ?? undefined;
  }

  private spillSize(row: number, column: number): { rows: number; columns: number } | undefined {
    const ranges = this.formulas.getArrayFormulaRange()?.[this.worksheet.unitId]?.[this.worksheet.getSheetId()];
    const range = ranges?.[row]?.[column];
    if (!range) return undefined;
    const rows = range.endRow - range.startRow + 1;
    const columns = range.endColumn - range.startColumn + 1;
    return rows * columns > 1 ? { rows, columns } : undefined;
  }

  private spilledRows(): Record<number, Record<number, Nullable<ICellData>>> | undefined {
    const all = this.formulas.getArrayFormulaCellData()?.[this.worksheet.unitId]?.[this.worksheet.getSheetId()];
    return all as Record<number, Record<number, Nullable<ICellData>>> | undefined;
  }

  private spilledCell(row: number, column: number): Nullable<ICellData> {
    return this.spilledRows()?.[row]?.[column];
  }
}
