/**
 * Reads what the accountant's copy tells of beside the trades: the sheets of imported files, the log of identifications, formulas
 * that are frozen. Hidden sheets are not read, but for those of files and the log, which are ours.
 */
import type { Outcome } from "../values/outcome";
import { blockFromAddress, type CellBlock } from "../sheet/placing/addresses";
import { CORNER, leavesLines, linesLeft, sourceOnSheet, type ForCopy, type SourceOnSheet } from "../sheet/placing/copy-sources";
import { FROZEN_SHEET } from "../sheet/placing/frozen-rows";
import { IDENTIFICATION_SHEET } from "../sheet/placing/identification-log";
import { sourceSheetName } from "../sheet/placing/source-sheet";
import type { Watch } from "../sheet/placing/watch";
import { formulasWaiting } from "./frozen-sheet";
import { rangeOf, readCells } from "./read-sheets";
import { runInExcel } from "./run-in-excel";

export function readForCopy(watch: Watch = {}): Promise<Outcome<ForCopy>> {
  return runInExcel(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name,items/visibility");
    await context.sync();
    const isHidden = new Map(sheets.items.map(({ name, visibility }) => [name, visibility !== "Visible"]));
    const looked = [...isHidden].filter(([name, hidden]) => !hidden || name.startsWith(sourceSheetName(""))).map(([name]) => name);
    const corners = looked.map((sheet) => rangeOf(context, { sheet, row: 0, column: 0, ...CORNER }).load("values"));
    const used = looked.map((sheet) => context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load("address"));
    await context.sync();
    const sources: SourceOnSheet[] = [];
    for (const [at, sheet] of looked.entries()) {
      const corner = (corners[at]?.values ?? []) as unknown[][];
      const range = used[at];
      const source = sourceOnSheet(sheet, isHidden.get(sheet) === true, corner, range === undefined || range.isNullObject ? null : blockFromAddress(range.address));
      if (source !== null) sources.push(leavesLines(corner) ? { ...source, undecided: await undecidedOf(context, source.block, watch) } : source);
    }
    return {
      sources,
      identifications: isHidden.has(IDENTIFICATION_SHEET) ? await wholeSheet(context, IDENTIFICATION_SHEET, watch) : null,
      frozenFormulas: isHidden.has(FROZEN_SHEET) ? await formulasWaiting(context) : 0,
    };
  });
}

/** The lines of each file, as they stand on its sheet. */
export function readSourceLines(sources: readonly SourceOnSheet[], watch: Watch = {}): Promise<Outcome<readonly (readonly (readonly unknown[])[])[]>> {
  return runInExcel(async (context) => {
    const all = sources.reduce((sum, { block }) => sum + (block?.rows ?? 0), 0);
    const read: unknown[][][] = [];
    let before = 0;
    for (const { block } of sources) {
      const { signal, onProgress } = watch;
      read.push(block === null ? [] : await readCells(context, block, { ...(signal === undefined ? {} : { signal }), onProgress: (rows) => onProgress?.(before + rows, all) }));
      before += block?.rows ?? 0;
    }
    return read;
  });
}

async function undecidedOf(context: Excel.RequestContext, block: CellBlock | null, watch: Watch): Promise<readonly number[]> {
  return block === null ? [] : linesLeft(await readCells(context, { ...block, column: 0, columns: 2 }, watch));
}

async function wholeSheet(context: Excel.RequestContext, sheet: string, watch: Watch): Promise<unknown[][]> {
  const used = context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load("address");
  await context.sync();
  const block = used.isNullObject ? null : blockFromAddress(used.address);
  return block === null ? [] : readCells(context, { sheet, row: 0, column: 0, rows: block.row + block.rows, columns: block.column + block.columns }, watch);
}
