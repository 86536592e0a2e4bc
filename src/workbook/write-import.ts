/** Writes what an import read: rows of trades, and a sheet a file with its lines. All of it in one step for Undo, or none. */
import type { FileRead } from "../import/import-types";
import type { Outcome } from "../values/outcome";
import { SHEET_COLUMNS, SHEET_ROWS } from "../sheet/placing/addresses";
import { IMPORT_NAME, type ImportedTable, type ImportRequest, type WrittenImport, type WrittenRows } from "../sheet/placing/import-write";
import { headingsFor } from "../sheet/placing/import-rows";
import { sheetNameFor } from "../sheet/placing/placement";
import { layOutSource, rowsOfSource, sourceSheetName } from "../sheet/placing/source-sheet";
import type { Watch } from "../sheet/placing/watch";
import { countsDaysFrom1904 } from "./date-system";
import { dressSheet } from "./dress-sheet";
import { enterCells } from "./enter-cells";
import { importedTable } from "./find-imported";
import { refuseProtectedWorkbook } from "./protection";
import { rangeOf } from "./read-sheets";
import { codeOf, Refused, sentenceFor, writeInExcel } from "./run-in-excel";
import { append, dressRows, fitTable, makeTable, planAppend, type Appending, type RowsToWrite } from "./table-rows";

const TRADES_SHEET = "Trades";

export async function writeImport(request: ImportRequest, watch: Watch = {}): Promise<Outcome<WrittenImport>> {
  const from1904 = await countsDaysFrom1904();
  return writeInExcel(async (context) => {
    const files = filesToWrite(request);
    if (request.added.length === 0 && files.length === 0) throw new Refused("There is nothing new to write.");
    files.forEach(refuseTooLarge);
    const progress = progressOver(watch, request.added.length + files.reduce((sum, file) => sum + rowsOfSource(file), 0));
    const made: Made = { sheets: [], appending: null, named: false };
    try {
      const shortcomings: string[] = [];
      const rows = request.added.length === 0 ? null : await writeRows(context, request, { added: request.added, count: { from1904 }, watch: progress.next() }, made, shortcomings);
      const sources: WrittenImport["sources"][number][] = [];
      for (const file of files) {
        const sheetName = await addSheet(context, sourceSheetName(file.name), made);
        const layout = layOutSource(file, request.madeBy);
        await enterCells(context, { sheet: sheetName, row: 0, column: 0 }, layout.cells, progress.next());
        const undressed = await dressSheet(context, sheetName, layout, true);
        if (undressed !== null) shortcomings.push(undressed);
        sources.push({ sheetName, file, madeBy: request.madeBy });
      }
      return { rows, sources, shortcoming: shortcomings[0] ?? null };
    } catch (error) {
      await takeBack(context, made, error);
      throw error;
    }
  });
}

/** A file chosen twice is one file. */
function filesToWrite({ before, files }: ImportRequest): readonly FileRead[] {
  const known = new Set(before.files.map(({ digest }) => digest));
  return files.filter(({ control: { digest } }) => !known.has(digest) && known.add(digest) !== null);
}

function refuseTooLarge(file: FileRead): void {
  const widest = file.source.reduce((most, { length }) => Math.max(most, length), 0);
  if (rowsOfSource(file) <= SHEET_ROWS && widest + 3 <= SHEET_COLUMNS) return;
  throw new Refused(`${file.name} has more lines or columns than a sheet. Nothing was written.`);
}

/** One count of rows over all the sheets. */
function progressOver(watch: Watch, rowsInAll: number): { next(): Watch } {
  let before = 0;
  let current = 0;
  return {
    next: () => {
      before += current;
      current = 0;
      return {
        ...(watch.signal === undefined ? {} : { signal: watch.signal }),
        onProgress: (rows) => {
          current = rows;
          watch.onProgress?.(before + rows, rowsInAll);
        },
      };
    },
  };
}

/** What a failed write has to take away again. */
interface Made {
  readonly sheets: string[];
  appending: Appending | null;
  /** The name of the Table may have been given; one given before led nowhere. */
  named: boolean;
}

async function writeRows(context: Excel.RequestContext, request: ImportRequest, rows: RowsToWrite, made: Made, shortcomings: string[]): Promise<WrittenRows> {
  const table = await importedTable(context);
  refuseIfOther(request.before.trades, table);
  let written: WrittenRows;
  let meanings: Parameters<typeof dressRows>[2];
  if (table === null) {
    made.named = true;
    written = await makeTable(context, await addSheet(context, TRADES_SHEET, made), rows);
    meanings = headingsFor(rows.added);
  } else {
    const plan = await planAppend(context, table, rows.added);
    made.appending = plan;
    written = await append(context, plan, rows);
    meanings = plan.meanings;
  }
  try {
    await dressRows(context, written, meanings);
  } catch {
    shortcomings.push("The numbers are there, but Excel refused their formats.");
  }
  return written;
}

/** A coauthor may have imported a moment ago: rows compared with an older Table might then stand twice. */
function refuseIfOther(before: ImportedTable | null, now: Pick<ImportedTable, "tableName" | "block"> | null): void {
  const same = before === null || now === null
    ? before === now
    : before.block.sheet === now.block.sheet && before.block.rows === now.block.rows && before.block.columns === now.block.columns;
  if (!same) throw new Refused("The table of imported trades has changed since the files were read. Press “Read again”. Nothing was written.");
}

async function addSheet(context: Excel.RequestContext, wanted: string, made: Made): Promise<string> {
  if (made.sheets.length === 0) await refuseProtectedWorkbook(context);
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const name = sheetNameFor(wanted, sheets.items.map((sheet) => sheet.name));
  context.workbook.worksheets.add(name);
  try {
    await context.sync();
  } catch (error) {
    // Another's sheet of that name is not ours to take away.
    if (codeOf(error) !== "ItemAlreadyExists") made.sheets.push(name);
    throw error;
  }
  made.sheets.push(name);
  return name;
}

/** @throws Refused naming what could not be taken away again */
async function takeBack(context: Excel.RequestContext, { sheets, appending, named }: Made, error: unknown): Promise<void> {
  try {
    if (appending !== null) {
      for (const block of appending.blocks) rangeOf(context, block).clear("Contents");
      await context.sync();
      await fitTable(context, appending.table.tableName, appending.table.block);
    }
    if (named) context.workbook.names.getItemOrNullObject(IMPORT_NAME).delete();
    for (const name of sheets) context.workbook.worksheets.getItemOrNullObject(name).delete();
    await context.sync();
  } catch {
    const left = [...sheets.map((name) => `sheet ‘${name}’`), ...(appending === null ? [] : [`rows below table ‘${appending.table.tableName}’`])];
    throw new Refused(`${sentenceFor(error)} What was written so far stays, unfinished: ${left.join(", ")}. Delete it by hand.`);
  }
}
