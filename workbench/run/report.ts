/** cells.json: every cell of every sheet with its value and formula, and what the pane shows. */
import { blockAddress, cellAddress } from "../addresses";
import { isCellError, type CellValue, type SheetContent, type WorkbookContent } from "../content";
import type { WorkbenchState } from "../page/settled";
import type { PaneReport } from "./pane-job";

export interface CellReport {
  readonly address: string;
  /** Dates are serials; an error is its text. Absent: blank. */
  readonly value?: string | number | boolean;
  readonly formula?: string;
  /** The block the formula fills, when more than its own cell. */
  readonly spillsOver?: string;
  readonly numberFormat?: string;
}

export interface RunReport {
  readonly workbook: string;
  readonly sheets: readonly { readonly name: string; readonly cells: readonly CellReport[] }[];
  readonly pane: PaneReport;
  readonly workbench: Pick<WorkbenchState, "calls" | "waves" | "usedMembers" | "missingMembers"> & {
    readonly secondsToSettle: number;
  };
}

export function sheetReport(sheet: SheetContent): { readonly name: string; readonly cells: readonly CellReport[] } {
  const cells: CellReport[] = [];
  for (const [row, line] of byNumber(sheet.rows)) {
    for (const [column, cell] of byNumber(line)) {
      if (cell.value === undefined && cell.formula === undefined) continue;
      const spill = cell.spill && blockAddress({ row, column, ...cell.spill });
      cells.push({
        address: cellAddress(row, column),
        ...(cell.value === undefined ? {} : { value: plain(cell.value) }),
        ...(cell.formula === undefined ? {} : { formula: cell.formula }),
        ...(spill === undefined ? {} : { spillsOver: spill }),
        ...(cell.numberFormat === undefined ? {} : { numberFormat: cell.numberFormat }),
      });
    }
  }
  return { name: sheet.name, cells };
}

/** Formulas of ours that show no answer: the function is not known, or never came back. */
export function withoutAnswer(content: WorkbookContent): readonly string[] {
  return content.sheets.flatMap((sheet) =>
    sheetReport(sheet)
      .cells.filter((cell) => /\bTAXLOT(DEV)?\./i.test(cell.formula ?? ""))
      // A spill may begin with a blank cell: beside the title lines of an export there is nothing to say.
      .filter((cell) => (cell.value === undefined && cell.spillsOver === undefined) || ["#NAME?", "#BUSY!", "#SPILL!", "#REF!"].includes(String(cell.value)))
      .map((cell) => `${sheet.name}!${cell.address} shows ${String(cell.value ?? "nothing")}`),
  );
}

function plain(value: CellValue): string | number | boolean {
  return isCellError(value) ? value.error : value;
}

function byNumber<T>(record: Readonly<Record<number, T>>): readonly (readonly [number, T])[] {
  return Object.entries(record)
    .map(([key, value]) => [Number(key), value] as const)
    .sort(([a], [b]) => a - b);
}
