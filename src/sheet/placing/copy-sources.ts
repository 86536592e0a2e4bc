/** What the workbook holds beside the trades that the accountant's copy tells of: the files imported, the log of identifications. Pure. */
import type { CellBlock } from "./addresses";
import { CONTROL_ROW, fileOfSheet, HEAD_ROWS, OWN_COLUMNS, UNDECIDED } from "./source-sheet";

/** A sheet with the lines of a file, as an import wrote it. */
export interface SourceOnSheet {
  readonly sheetName: string;
  readonly fileName: string;
  readonly digest: string;
  readonly isHidden: boolean;
  /** What the import counted: lines with content, and the sum of their amounts; null: the file has no amounts. */
  readonly lines: number;
  readonly amountCents: number | null;
  /** Lines of the file that were left to the user. */
  readonly undecided: readonly number[];
  /** Control totals that the sheet no longer gives, by their labels. */
  readonly untied: readonly string[];
  /** The cells of the file alone; null: it has none. */
  readonly block: CellBlock | null;
}

export interface ForCopy {
  readonly sources: readonly SourceOnSheet[];
  /** The sheet `Taxlot SpecID`, headings first; null: no such sheet. */
  readonly identifications: readonly (readonly unknown[])[] | null;
  /** Formulas of ours that stand as values, waiting on `Taxlot Frozen`. */
  readonly frozenFormulas: number;
}

/** Enough of a sheet's top left corner to tell whether it is of a file, and its control total. */
export const CORNER = { rows: HEAD_ROWS, columns: 4 } as const;

/** @param used the block that holds every cell with content */
export function sourceOnSheet(sheetName: string, isHidden: boolean, corner: readonly (readonly unknown[])[], used: CellBlock | null): SourceOnSheet | null {
  const file = fileOfSheet(corner);
  if (file === null) return null;
  const totals = corner.slice(CONTROL_ROW + 1, CONTROL_ROW + 4);
  const stated = (label: string): number | null => {
    const cell = totals.find(([name]) => name === label)?.[1];
    return typeof cell === "number" ? cell : null;
  };
  const amount = stated("Amount");
  const width = used === null ? 0 : used.column + used.columns - OWN_COLUMNS.length;
  const rows = used === null ? 0 : used.row + used.rows - HEAD_ROWS;
  return {
    sheetName,
    fileName: file.name,
    digest: file.digest,
    isHidden,
    lines: stated("Lines") ?? 0,
    amountCents: amount === null ? null : Math.round(amount * 100),
    undecided: [],
    untied: totals.filter(([, counted, , difference]) => typeof counted === "number" && difference !== 0).map(([label]) => String(label)),
    block: width < 1 || rows < 1 ? null : { sheet: sheetName, row: HEAD_ROWS, column: OWN_COLUMNS.length, rows, columns: width },
  };
}

/** Whether lines were left to the user when the file was read. */
export function leavesLines(corner: readonly (readonly unknown[])[]): boolean {
  const cell = corner[CONTROL_ROW + 2]?.[1];
  return typeof cell === "number" && cell > 0;
}

/** @param own the columns Line and Became of a sheet of a file, below their headings */
export function linesLeft(own: readonly (readonly unknown[])[]): readonly number[] {
  return own.flatMap(([line, became]) => (typeof line === "number" && String(became).startsWith(UNDECIDED) ? [line] : []));
}
