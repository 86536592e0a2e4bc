/** Appends identifications to the visible sheet `Taxlot SpecID` (R-ID-2). What stands there is never changed. */
import type { Outcome } from "../values/outcome";
import { addressForReading, type CellBlock } from "../sheet/placing/addresses";
import type { DayCount } from "../sheet/placing/draft-layout";
import { IDENTIFICATION_SHEET, type IdentificationRow } from "../sheet/placing/identification-log";
import { cellsOfRow, columnsOfLog, IDENTIFICATION_COLUMNS, IDENTIFICATION_WIDTHS } from "../sheet/placing/identification-rows";
import { GENERAL, NUMBER_FORMATS } from "../sheet/placing/result-tables";
import { countsDaysFrom1904 } from "./date-system";
import { HEADING_FILL, setNumberFormat } from "./looks";
import { refuseProtectedSheet, refuseProtectedWorkbook } from "./protection";
import { columnsWithContent, rangeOf, readCells } from "./read-sheets";
import { excelHas, Refused, writeInExcel } from "./run-in-excel";

export async function logIdentification(rows: readonly IdentificationRow[]): Promise<Outcome<CellBlock>> {
  const from1904 = await countsDaysFrom1904();
  return writeInExcel(async (context) => {
    if (rows.length === 0) throw new Refused("There is no lot to log.");
    const log = await openLog(context);
    const columns = columnsOfLog(log.headings);
    if (!columns.ok) throw new Refused(columns.problem.sentence);
    const width = Math.max(...columns.value) + 1;
    const block = { sheet: IDENTIFICATION_SHEET, row: log.filledRows, column: 0, rows: rows.length, columns: width };
    // Another pane or coauthor may have logged a moment ago.
    if ((await columnsWithContent(context, block)).size > 0) {
      throw new Refused(`${addressForReading(block)} is not empty, so nothing was logged. Try again.`);
    }
    writeRows(context, block, rows, columns.value, { from1904 });
    await context.sync();
    return block;
  });
}

interface Log {
  readonly headings: readonly unknown[];
  /** Rows from the top that hold anything. */
  readonly filledRows: number;
}

async function openLog(context: Excel.RequestContext): Promise<Log> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(IDENTIFICATION_SHEET).load("name");
  await context.sync();
  if (sheet.isNullObject) {
    await refuseProtectedWorkbook(context);
    addLog(context);
    return { headings: IDENTIFICATION_COLUMNS.map(({ heading }) => heading), filledRows: 1 };
  }
  await refuseProtectedSheet(context, IDENTIFICATION_SHEET);
  const used = context.workbook.worksheets.getItem(IDENTIFICATION_SHEET).getUsedRangeOrNullObject(true);
  used.load("rowIndex,rowCount,columnIndex,columnCount");
  await context.sync();
  if (used.isNullObject) throw new Refused(`Sheet ‘${IDENTIFICATION_SHEET}’ is empty. Delete it, then try again.`);
  const columns = used.columnIndex + used.columnCount;
  const [headings = []] = await readCells(context, { sheet: IDENTIFICATION_SHEET, row: 0, column: 0, rows: 1, columns });
  return { headings, filledRows: used.rowIndex + used.rowCount };
}

function addLog(context: Excel.RequestContext): void {
  const sheet = context.workbook.worksheets.add(IDENTIFICATION_SHEET);
  const headings = sheet.getRangeByIndexes(0, 0, 1, IDENTIFICATION_COLUMNS.length);
  headings.values = [IDENTIFICATION_COLUMNS.map(({ heading }) => heading)];
  headings.format.font.bold = true;
  headings.format.fill.color = HEADING_FILL;
  IDENTIFICATION_COLUMNS.forEach(({ format }, column) => {
    const cell = sheet.getRangeByIndexes(0, column, 1, 1);
    if (format !== "text") cell.format.horizontalAlignment = "Right";
    else if (besideFigures(column)) cell.format.indentLevel = 1;
    cell.format.columnWidth = IDENTIFICATION_WIDTHS[column] ?? 80;
  });
  sheet.freezePanes.freezeRows(1);
}

/** Column by column, so that columns of the user's between ours stay untouched. */
function writeRows(
  context: Excel.RequestContext,
  block: CellBlock,
  rows: readonly IdentificationRow[],
  columns: readonly number[],
  count: DayCount,
): void {
  const cells = rows.map((row) => cellsOfRow(row, count));
  IDENTIFICATION_COLUMNS.forEach(({ format }, index) => {
    const written = cells.map((row) => [row[index] ?? null]);
    if (written.every(([cell]) => cell === null)) return;
    const range = rangeOf(context, { ...block, column: columns[index] ?? index, columns: 1 });
    range.values = written;
    const numberFormat = NUMBER_FORMATS[format];
    if (numberFormat !== GENERAL) setNumberFormat(range, numberFormat);
    if (besideFigures(index)) range.format.indentLevel = 1;
  });
}

/** Text right of figures would touch them (indents are ExcelApi 1.9). */
function besideFigures(column: number): boolean {
  const [left, own] = [IDENTIFICATION_COLUMNS[column - 1], IDENTIFICATION_COLUMNS[column]];
  return excelHas("1.9") && own?.format === "text" && left !== undefined && left.format !== "text";
}
