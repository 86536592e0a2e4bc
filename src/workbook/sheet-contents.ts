/** What stands in the cells of a sheet we wrote, to tell later whether someone has touched it. */
import type { LaidOutSheet } from "../sheet/placing/draft-layout";
import { chunksOf } from "../sheet/placing/write-chunks";
import { rangeOf } from "./read-sheets";

/** Formulas and values of the written cells as Excel reads them back; null where nothing was written. */
export async function contentsOf(
  context: Excel.RequestContext,
  sheet: string,
  { cells, columns }: LaidOutSheet,
): Promise<readonly (readonly unknown[])[]> {
  const contents: unknown[][] = [];
  for (const { first, rows } of chunksOf(cells.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? null)))) {
    const range = rangeOf(context, { sheet, row: first, column: 0, rows: rows.length, columns }).load("formulas");
    await context.sync();
    (range.formulas as unknown[][]).forEach((read, index) => {
      contents.push(read.map((content, column) => (rows[index]?.[column] === null ? null : content)));
    });
  }
  return contents;
}
