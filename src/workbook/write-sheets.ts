/** Writes new sheets from drafts: all of them in one step for Undo, or none. Never touches a sheet that was there. */
import type { Outcome } from "../values/outcome";
import type { CellBlock } from "../sheet/placing/addresses";
import { layOutDraft, type Area, type LaidOutSheet } from "../sheet/placing/draft-layout";
import { sheetNameFor } from "../sheet/placing/placement";
import type { SheetDraft, WrittenSheet } from "../sheet/placing/sheet-draft";
import { countsDaysFrom1904 } from "./date-system";
import { dressSheet } from "./dress-sheet";
import { enterCells } from "./enter-cells";
import { refuseProtectedWorkbook } from "./protection";
import { rangeOf } from "./read-sheets";
import { refuseErrors } from "./refuse-errors";
import { Refused, runInExcel, sentenceFor, writeInExcel } from "./run-in-excel";
import { contentsOf } from "./sheet-contents";

/** The names as a write would choose them now. */
export function planSheets(drafts: readonly SheetDraft[]): Promise<Outcome<readonly string[]>> {
  return runInExcel((context) => namesFor(context, drafts));
}

async function namesFor(context: Excel.RequestContext, drafts: readonly SheetDraft[]): Promise<readonly string[]> {
  const sheets = context.workbook.worksheets;
  // Hidden sheets take their names too.
  sheets.load("items/name");
  await context.sync();
  const taken = sheets.items.map((sheet) => sheet.name);
  return drafts.map(({ sheetName }) => {
    const name = sheetNameFor(sheetName, taken);
    taken.push(name);
    return name;
  });
}

export async function writeSheets(drafts: readonly SheetDraft[]): Promise<Outcome<readonly WrittenSheet[]>> {
  const from1904 = await countsDaysFrom1904();
  return writeInExcel(async (context) => {
    await refuseProtectedWorkbook(context);
    const names = await namesFor(context, drafts);
    const made: Made = { sheets: [], names: [] };
    try {
      // All of them first: a formula may look at a sheet further right.
      await addSheets(context, names, made);
      const written: WrittenSheet[] = [];
      for (const [index, draft] of drafts.entries()) {
        const layout = layOutDraft(draft, { from1904 });
        written.push(await writeSheet(context, { draft, layout, sheetName: names[index] ?? draft.sheetName }, made));
      }
      return written;
    } catch (error) {
      await takeBack(context, made, error);
      throw error;
    }
  });
}

/** What a failed write has to take away again. */
interface Made {
  readonly sheets: string[];
  readonly names: string[];
}

interface SheetToWrite {
  readonly draft: SheetDraft;
  readonly layout: LaidOutSheet;
  readonly sheetName: string;
}

async function addSheets(context: Excel.RequestContext, names: readonly string[], made: Made): Promise<void> {
  for (const name of names) {
    context.workbook.worksheets.add(name);
    await context.sync();
    made.sheets.push(name);
  }
}

async function writeSheet(context: Excel.RequestContext, sheet: SheetToWrite, made: Made): Promise<WrittenSheet> {
  const { draft, layout, sheetName } = sheet;
  await enterCells(context, { sheet: sheetName, row: 0, column: 0 }, layout.cells);
  const calculating = await refuseErrors(context, sheetName, layout);
  const names = await giveNames(context, sheet, made);
  const undressed = await dressSheet(context, sheetName, layout, draft.landscape);
  const contents = await contentsOf(context, sheetName, layout);
  const shortcoming = calculating ? "Excel is still calculating it." : undressed;
  return { sheetName, draft, names, contents, shortcoming };
}

/** A name that is taken is someone's: it is left where it points. */
async function giveNames(context: Excel.RequestContext, { layout, sheetName }: SheetToWrite, made: Made): Promise<readonly string[]> {
  const items = layout.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name).load("name"));
  await context.sync();
  const given: string[] = [];
  for (const [index, { name, area }] of layout.names.entries()) {
    if (items[index]?.isNullObject !== true || made.names.includes(name)) continue;
    context.workbook.names.add(name, rangeOf(context, on(sheetName, area)));
    made.names.push(name);
    given.push(name);
  }
  await context.sync();
  return given;
}

export function on(sheet: string, area: Area): CellBlock {
  return { sheet, ...area };
}

/** @throws Refused naming what could not be taken away again */
async function takeBack(context: Excel.RequestContext, made: Made, error: unknown): Promise<void> {
  if (made.sheets.length === 0) return;
  try {
    for (const name of made.names) context.workbook.names.getItemOrNullObject(name).delete();
    for (const name of made.sheets) context.workbook.worksheets.getItemOrNullObject(name).delete();
    await context.sync();
  } catch {
    const sheets = made.sheets.map((name) => `‘${name}’`).join(", ");
    throw new Refused(`${sentenceFor(error)} What was written so far stays, unfinished: ${sheets}. Delete it by hand.`);
  }
}

