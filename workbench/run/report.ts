/** cells.json: every cell of every sheet with its value and formula, and what the pane shows. */
import { blockAddress, cellAddress, parseAddress } from "../addresses";
import { isCellError, type CellContent, type ChartContent, type CellValue, type SheetContent, type WorkbookContent } from "../content";
import type { WorkbenchState } from "../page/settled";
import type { ScreenReports } from "./harvest-job";
import type { PackageReport } from "./package-job";
import type { PaneReport } from "./pane-job";

export interface CellReport {
  readonly address: string;
  /** Dates are serials; an error is its text, and `type` tells it from a text that reads the same. Absent: blank. */
  readonly value?: string | number | boolean;
  readonly type?: "error";
  /** Why it is an error, where the function of the cell said so. */
  readonly message?: string;
  readonly formula?: string;
  /** The block the formula fills, when more than its own cell. */
  readonly spillsOver?: string;
  readonly numberFormat?: string;
}

export interface SheetReport {
  readonly name: string;
  readonly cells: readonly CellReport[];
  /** Absent: the sheet has none. */
  readonly charts?: readonly ChartContent[];
}

export interface RunReport {
  readonly workbook: string;
  readonly sheets: readonly SheetReport[];
  /** As the pane stood at the end, and each of its screens when it was shown; of an import (else null) also Import with the files chosen, and Package when all was made. */
  readonly pane: PaneReport & { readonly screens: ScreenReports; readonly importing: PaneReport | null; readonly packaged: PackageReport | null };
  readonly workbench: Pick<WorkbenchState, "calls" | "waves" | "usedMembers" | "missingMembers"> & {
    readonly secondsToSettle: number;
  };
}

/** What the function in a cell said about its error; null where it said nothing. */
export type MessageAt = (row: number, column: number) => string | null;

export function sheetReport(
  sheet: SheetContent,
  messageAt: MessageAt = () => null,
): SheetReport {
  const cells: CellReport[] = [];
  for (const [row, line] of byNumber(sheet.rows)) {
    for (const [column, cell] of byNumber(line)) {
      if (cell.value === undefined && cell.formula === undefined) continue;
      const spill = cell.spill && blockAddress({ row, column, ...cell.spill });
      cells.push({
        address: cellAddress(row, column),
        ...(cell.value === undefined ? {} : { value: plain(cell.value) }),
        ...errorParts(cell, messageAt(row, column)),
        ...(cell.formula === undefined ? {} : { formula: cell.formula }),
        ...(spill === undefined ? {} : { spillsOver: spill }),
        ...(cell.numberFormat === undefined ? {} : { numberFormat: cell.numberFormat }),
      });
    }
  }
  return { name: sheet.name, cells, ...(sheet.charts?.length ? { charts: sheet.charts } : {}) };
}

/** Formulas of ours that show no answer: the function is not known, or never came back. */
export function withoutAnswer(content: WorkbookContent): readonly string[] {
  return content.sheets.flatMap((sheet) =>
    sheetReport(sheet)
      .cells.filter((cell) => /\bTAXLOT(DEV)?\./i.test(cell.formula ?? ""))
      // A spill may begin with a blank cell: beside the title lines of an export there is nothing to say.
      .filter((cell) => (cell.value === undefined && cell.spillsOver === undefined) || ["#NAME?", "#BUSY!", "#SPILL!", "#REF!"].includes(String(cell.value)))
      .map((cell) => `${sheet.name}!${cell.address} shows ${String(cell.value ?? "nothing")}${cell.value === "#SPILL!" ? blockedBy(sheet, cell.address) : ""}`),
  );
}

function errorParts(cell: CellContent, message: string | null): Pick<CellReport, "type" | "message"> {
  if (!isCellError(cell.value)) return {};
  return { type: "error", ...(message === null ? {} : { message }) };
}

/** The cell below or right of a formula that is the likeliest to stand in the way: the nearest that is filled. */
function blockedBy(sheet: SheetContent, address: string): string {
  const from = parseAddress(address)?.block;
  if (!from) return "";
  let nearest: { readonly address: string; readonly distance: number } | null = null;
  for (const [row, line] of byNumber(sheet.rows)) {
    for (const [column, cell] of byNumber(line)) {
      const down = row - from.row;
      const right = column - from.column;
      const isFilled = cell.value !== undefined || cell.formula !== undefined;
      if (!isFilled || down < 0 || right < 0 || down + right === 0) continue;
      if (nearest === null || down + right < nearest.distance) nearest = { address: cellAddress(row, column), distance: down + right };
    }
  }
  return nearest === null ? "" : `: its table needs empty cells, and the nearest filled one is ${nearest.address}`;
}

function plain(value: CellValue): string | number | boolean {
  return isCellError(value) ? value.error : value;
}

function byNumber<T>(record: Readonly<Record<number, T>>): readonly (readonly [number, T])[] {
  return Object.entries(record)
    .map(([key, value]) => [Number(key), value] as const)
    .sort(([a], [b]) => a - b);
}
