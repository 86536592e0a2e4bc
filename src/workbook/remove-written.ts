/** Takes away exactly the written cells of a table, and none of them when someone has changed one since. */
import type { Outcome } from "../values/outcome";
import { addressForReading, blockFromAddress, type CellBlock } from "../sheet/placing/addresses";
import { tableToWrite } from "../sheet/placing/result-tables";
import type { WrittenTable } from "../sheet/placing/writing";
import { undress } from "./dress-table";
import { contentOf } from "./enter-formulas";
import { rangeOf } from "./read-sheets";
import { Refused, writeInExcel } from "./run-in-excel";

/** Answers with a sentence when something had to stay, else null. */
export function removeWritten(written: WrittenTable): Promise<Outcome<string | null>> {
  return writeInExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(written.block.sheet).load("name");
    await context.sync();
    if (sheet.isNullObject) return `Sheet ‘${written.block.sheet}’ was already gone.`;
    await refuseIfChanged(context, written);
    const ownSheetCanGo = written.ownSheet && (await holdsNothingElse(context, written));
    takeBack(context, written, ownSheetCanGo);
    await context.sync();
    return written.ownSheet && !ownSheetCanGo
      ? `Sheet ‘${written.block.sheet}’ also holds cells that are not ours, so the sheet stays. The table is gone.`
      : null;
  });
}

/** @throws Refused when a cell no longer holds what was written there */
export async function refuseIfChanged(context: Excel.RequestContext, written: WrittenTable): Promise<void> {
  const cells = written.cells.map(({ cell }) => rangeOf(context, cell).load("formulas"));
  await context.sync();
  written.cells.forEach(({ cell, content }, index) => {
    const range = cells[index];
    if (range === undefined || contentOf(range) !== content) {
      throw new Refused(`${addressForReading(cell)} has been changed since it was written.`);
    }
  });
}

/** All content of the sheet lies in the table and the lines above it. */
async function holdsNothingElse(context: Excel.RequestContext, written: WrittenTable): Promise<boolean> {
  const used = context.workbook.worksheets.getItem(written.block.sheet).getUsedRangeOrNullObject(true).load("address");
  await context.sync();
  const block = used.isNullObject ? null : blockFromAddress(used.address);
  return block === null || within(block, withLinesAbove(written));
}

function withLinesAbove({ block, cells }: WrittenTable): CellBlock {
  const row = Math.min(block.row, ...cells.map(({ cell }) => cell.row));
  return { ...block, row, rows: block.rows + block.row - row };
}

function within(inner: CellBlock, outer: CellBlock): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Queues the removal; clearing the formula cells takes their spill with them. */
export function takeBack(context: Excel.RequestContext, written: WrittenTable, withSheet: boolean): void {
  if (withSheet) {
    context.workbook.worksheets.getItem(written.block.sheet).delete();
    return;
  }
  for (const { cell } of written.cells) rangeOf(context, cell).clear("Contents");
  undress(context, written.dressed, tableToWrite(written.table).columns, written.before);
}
