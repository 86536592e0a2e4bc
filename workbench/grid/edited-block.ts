/** The block of cells whose content a mutation of Univer's changed; changes of format alone have none. */
import type { ICellData, Nullable } from "@univerjs/core";
import type { ISetRangeValuesMutationParams } from "@univerjs/preset-sheets-core";
import type { SheetBlock } from "./grid";

export function editedBlock(params: ISetRangeValuesMutationParams): SheetBlock | null {
  let firstRow = Infinity;
  let firstColumn = Infinity;
  let lastRow = -1;
  let lastColumn = -1;
  for (const [row, cells] of Object.entries(params.cellValue ?? {})) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      if (!changesContent(cell as Nullable<ICellData>)) continue;
      firstRow = Math.min(firstRow, Number(row));
      lastRow = Math.max(lastRow, Number(row));
      firstColumn = Math.min(firstColumn, Number(column));
      lastColumn = Math.max(lastColumn, Number(column));
    }
  }
  if (lastRow < 0) return null;
  return {
    sheetId: params.subUnitId,
    row: firstRow,
    column: firstColumn,
    rows: lastRow - firstRow + 1,
    columns: lastColumn - firstColumn + 1,
  };
}

function changesContent(cell: Nullable<ICellData>): boolean {
  return cell === null || cell === undefined || "v" in cell || "f" in cell || "si" in cell || "p" in cell;
}
