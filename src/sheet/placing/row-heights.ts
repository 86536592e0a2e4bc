/** Heights that are told, not left to Excel: it makes room for what is typed, not for what a formula fills later. */
import { charactersInWidth, linesOfHeading } from "./column-widths";
import type { Area, LaidOutSheet } from "./draft-layout";
import type { DraftBlock } from "./sheet-draft";

/** A row of one line, in the normal font. */
export const ROW_POINTS = 15;
/** Further rows widen no column, and those of a spill keep the height they have. */
export const ROWS_MEASURED = 500;

type Measured = Pick<LaidOutSheet, "tables" | "widths">;

/** @param runsOn whether the last text of a block runs on over the cells to its right */
export function rowHeights(sheet: Measured, blocks: readonly DraftBlock[], runsOn: (block: DraftBlock) => boolean): LaidOutSheet["heights"] {
  return sheet.tables.flatMap((table, at) => {
    const block = blocks[at];
    return table === null || block === undefined ? [] : [...ofHeadings(sheet, block, table, runsOn(block)), ...ofSpill(sheet, block, table)];
  });
}

function ofHeadings(sheet: Measured, { columns }: DraftBlock, table: Area, lastRunsOn: boolean): LaidOutSheet["heights"] {
  const wrapped = lastRunsOn ? columns.slice(0, -1) : columns;
  return tallRow(table.row, wrapped.map(({ heading }, column) => linesIn(sheet, heading, column)));
}

function ofSpill(sheet: Measured, { columns, content }: DraftBlock, table: Area): LaidOutSheet["heights"] {
  if (content.kind !== "spill") return [];
  const texts = columns.flatMap(({ format }, column) => (format === "text" ? [column] : []));
  return (content.like ?? []).slice(0, ROWS_MEASURED).flatMap((row, below) =>
    tallRow(table.row + 1 + below, texts.map((column) => linesIn(sheet, String(row[column] ?? ""), column))),
  );
}

function linesIn({ widths }: Measured, text: string, column: number): number {
  return linesOfHeading(text, charactersInWidth(widths[column] ?? 0));
}

function tallRow(row: number, lines: readonly number[]): LaidOutSheet["heights"] {
  const most = Math.max(1, ...lines);
  return most > 1 ? [{ row, points: most * ROW_POINTS }] : [];
}
