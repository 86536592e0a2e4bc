/** Takes away sheets we wrote, each that is as it was written; each other one stays, with why. */
import { done, refuse, type Outcome } from "../values/outcome";
import { addressForReading, blockFromAddress, cellOf, type CellBlock } from "../sheet/placing/addresses";
import { layOutDraft, type LaidOutSheet } from "../sheet/placing/draft-layout";
import type { WrittenSheet } from "../sheet/placing/sheet-draft";
import { refuseProtectedWorkbook } from "./protection";
import { rangeOf, readCells } from "./read-sheets";
import { excelHas, Refused, sentenceFor, writeInExcel } from "./run-in-excel";
import { contentsOf } from "./sheet-contents";

/** In their order: a sentence where the sheet was gone already, else null. A changed sheet is a refusal: it stays. */
export function removeSheets(all: readonly WrittenSheet[]): Promise<Outcome<readonly Outcome<string | null>[]>> {
  return writeInExcel(async (context) => {
    // All are looked at before the first goes: a formula that looks at a deleted sheet is no longer as it was written.
    const looked: Outcome<string | null>[] = [];
    for (const written of all) looked.push(await lookAt(context, written));
    for (const [at, { sheetName, names }] of all.entries()) {
      const outcome = looked[at];
      if (outcome?.ok !== true || outcome.value !== null) continue;
      await deleteNames(context, sheetName, names);
      context.workbook.worksheets.getItem(sheetName).delete();
    }
    await context.sync();
    return looked;
  });
}

/** null: it is there, and it can go. */
async function lookAt(context: Excel.RequestContext, written: WrittenSheet): Promise<Outcome<string | null>> {
  const { sheetName, draft } = written;
  try {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName).load("name");
    await context.sync();
    if (sheet.isNullObject) return done(`Sheet ‘${sheetName}’ was already gone.`);
    await refuseProtectedWorkbook(context);
    const layout = layOutDraft(draft);
    if (!(await isEmptied(context, sheetName))) {
      await refuseIfChanged(context, written, layout);
      await refuseIfMore(context, sheetName, layout);
    }
    return done(null);
  } catch (error) {
    return refuse("bad-input", sentenceFor(error));
  }
}

/** Undo takes the cells back and can leave the sheet: nobody has anything on it. */
async function isEmptied(context: Excel.RequestContext, sheet: string): Promise<boolean> {
  const page = context.workbook.worksheets.getItem(sheet);
  const used = page.getUsedRangeOrNullObject(true).load("address");
  const charts = page.charts.load("count");
  await context.sync();
  return used.isNullObject && charts.count === 0;
}

/** A name that someone has given to other cells since is theirs. */
async function deleteNames(context: Excel.RequestContext, sheet: string, names: readonly string[]): Promise<void> {
  const items = names.map((name) => context.workbook.names.getItemOrNullObject(name).load("name"));
  await context.sync();
  const there = items.filter((item) => !item.isNullObject);
  const ranges = there.map((item) => item.getRangeOrNullObject().load("address"));
  await context.sync();
  there.forEach((item, index) => {
    const range = ranges[index];
    const block = range === undefined || range.isNullObject ? null : blockFromAddress(range.address);
    if (block?.sheet === sheet) item.delete();
  });
}

/** @throws Refused naming the first cell that no longer holds what was written */
async function refuseIfChanged(context: Excel.RequestContext, written: WrittenSheet, layout: LaidOutSheet): Promise<void> {
  const now = await contentsOf(context, written.sheetName, layout);
  written.contents.forEach((row, r) =>
    row.forEach((content, c) => {
      if (now[r]?.[c] !== content) throw new Refused(stays(written.sheetName, r, c, "has been changed since it was written"));
    }),
  );
}

/** @throws Refused when a cell that we left empty holds something, or there is a chart more */
async function refuseIfMore(context: Excel.RequestContext, sheet: string, layout: LaidOutSheet): Promise<void> {
  const page = context.workbook.worksheets.getItem(sheet);
  const range = page.getUsedRangeOrNullObject(true).load("address");
  const charts = page.charts.load("count");
  await context.sync();
  if (charts.count > layout.charts.length) throw new Refused(`Sheet ‘${sheet}’ has a chart that is not ours, so it stays.`);
  const used = range.isNullObject ? null : blockFromAddress(range.address);
  if (used === null) return;
  const spills = await spillsOf(context, sheet, layout);
  const shown = await readCells(context, used);
  shown.forEach((row, r) =>
    row.forEach((cell, c) => {
      const at = cellOf(used, r, c);
      const ours = (layout.cells[at.row]?.[at.column] ?? null) !== null || spills.some((spill) => holds(spill, at));
      if (cell !== "" && !ours) throw new Refused(stays(sheet, at.row, at.column, "is not ours"));
    }),
  );
}

/** What the formulas fill now; without ExcelApi 1.12 what they were expected to fill. */
async function spillsOf(context: Excel.RequestContext, sheet: string, { spills }: LaidOutSheet): Promise<readonly CellBlock[]> {
  if (!excelHas("1.12")) return spills.map((area) => ({ sheet, ...area }));
  const ranges = spills.map((area) =>
    rangeOf(context, { sheet, ...area, rows: 1, columns: 1 }).getSpillingToRangeOrNullObject().load("address"),
  );
  await context.sync();
  return ranges.flatMap((range) => {
    const block = range.isNullObject ? null : blockFromAddress(range.address);
    return block === null ? [] : [block];
  });
}

function holds(outer: CellBlock, { row, column }: CellBlock): boolean {
  return row >= outer.row && row < outer.row + outer.rows && column >= outer.column && column < outer.column + outer.columns;
}

function stays(sheet: string, row: number, column: number, why: string): string {
  return `${addressForReading({ sheet, row, column, rows: 1, columns: 1 })} ${why}, so sheet ‘${sheet}’ stays.`;
}
