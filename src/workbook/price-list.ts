/** The visible sheet `Taxlot Prices`: the symbols held, a Price column to fill in, the last trade beside it. */
import type { Outcome } from "../values/outcome";
import type { CellBlock } from "../sheet/placing/addresses";
import { listEdits, LIST_COLUMNS, LIST_ROOM, LIST_WIDTHS } from "../sheet/placing/price-list";
import { PRICES_NAME, PRICES_SHEET, type PriceListRow } from "../sheet/placing/prices-place";
import { GENERAL, NUMBER_FORMATS } from "../sheet/placing/result-tables";
import { countsDaysFrom1904 } from "./date-system";
import { HEADING_FILL, INPUT_FILL, ORIGIN_GREY, setNumberFormat } from "./looks";
import { rangeOf, readCells } from "./read-sheets";
import { refuseProtectedSheet, refuseProtectedWorkbook } from "./protection";
import { Refused, writeInExcel } from "./run-in-excel";

/** Makes the list or adds to it what it lacks: rows of new symbols below, prices where the Price cell is blank. */
export async function createPriceList(rows: readonly PriceListRow[]): Promise<Outcome<CellBlock>> {
  const from1904 = await countsDaysFrom1904();
  return writeInExcel(async (context) => {
    const existing = context.workbook.worksheets.getItemOrNullObject(PRICES_SHEET).load("name");
    await context.sync();
    const made = existing.isNullObject;
    if (made) await addSheet(context);
    else await refuseProtectedSheet(context, PRICES_SHEET);
    const cells = made ? [] : await cellsOfList(context);
    const edits = listEdits(cells, rows, { from1904 });
    if (!edits.ok) throw new Refused(edits.problem.sentence);
    for (const { row, column, value } of edits.value.cells) {
      rangeOf(context, at(row, column, 1, 1)).values = [[value]];
    }
    const filled = at(0, 0, edits.value.rows, 2);
    if (made) dressList(context);
    await nameList(context, edits.value.rows);
    await context.sync();
    return filled;
  });
}

function at(row: number, column: number, rows: number, columns: number): CellBlock {
  return { sheet: PRICES_SHEET, row, column, rows, columns };
}

async function addSheet(context: Excel.RequestContext): Promise<void> {
  await refuseProtectedWorkbook(context);
  context.workbook.worksheets.add(PRICES_SHEET);
}

async function cellsOfList(context: Excel.RequestContext): Promise<unknown[][]> {
  const used = context.workbook.worksheets.getItem(PRICES_SHEET).getUsedRangeOrNullObject(true);
  used.load("rowIndex,rowCount");
  await context.sync();
  return used.isNullObject ? [] : readCells(context, at(0, 0, used.rowIndex + used.rowCount, LIST_COLUMNS.length));
}

function dressList(context: Excel.RequestContext): void {
  const headings = rangeOf(context, at(0, 0, 1, LIST_COLUMNS.length));
  headings.format.font.bold = true;
  headings.format.fill.color = HEADING_FILL;
  rangeOf(context, at(0, 1, 1, 3)).format.horizontalAlignment = "Right";
  rangeOf(context, at(1, 1, LIST_ROOM, 1)).format.fill.color = INPUT_FILL;
  rangeOf(context, at(1, 2, LIST_ROOM, 2)).format.font.color = ORIGIN_GREY;
  LIST_COLUMNS.forEach(({ format }, column) => {
    const numberFormat = NUMBER_FORMATS[format];
    if (numberFormat !== GENERAL) setNumberFormat(rangeOf(context, at(1, column, LIST_ROOM, 1)), numberFormat);
  });
  LIST_WIDTHS.forEach((width, column) => {
    rangeOf(context, at(0, column, 1, 1)).format.columnWidth = width;
  });
  context.workbook.worksheets.getItem(PRICES_SHEET).freezePanes.freezeRows(1);
}

/** The name is given once; where it is the user's own it stays his. */
async function nameList(context: Excel.RequestContext, rows: number): Promise<void> {
  const item = context.workbook.names.getItemOrNullObject(PRICES_NAME).load("name");
  await context.sync();
  if (item.isNullObject) {
    context.workbook.names.add(PRICES_NAME, rangeOf(context, at(0, 0, Math.max(LIST_ROOM, rows + 1), 2)));
  }
}

