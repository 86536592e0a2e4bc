/** Chooses where the asked-for tables may stand. Looks, writes nothing. */
import type { Outcome } from "../values/outcome";
import { addressForReading, type CellBlock } from "../sheet/placing/addresses";
import { freeSheetName, occupy, placeBeside } from "../sheet/placing/placement";
import { tableToWrite, type ResultTable } from "../sheet/placing/result-tables";
import type { TradesPlace } from "../sheet/placing/trades-blocks";
import type { PlannedTable, Placing, TableSought } from "../sheet/placing/writing";
import { columnsWithContent, visibleSheets } from "./read-sheets";
import { Refused, runInExcel } from "./run-in-excel";

/** Title, origin and an empty line above the heading row of a sheet of our own. */
export const LINES_ABOVE_TABLE = 3;

/** The places as a write would choose them now. */
export function choosePlacesNow(
  trades: TradesPlace,
  tables: readonly TableSought[],
  placing: Placing,
): Promise<Outcome<readonly PlannedTable[]>> {
  return runInExcel((context) => choosePlaces(context, trades, tables, placing));
}

export async function choosePlaces(
  context: Excel.RequestContext,
  trades: TradesPlace,
  tables: readonly TableSought[],
  placing: Placing,
): Promise<readonly PlannedTable[]> {
  const besides = tables.filter((sought) => placing === "beside" || tableToWrite(sought.table).rowByRow);
  const beside = await placesBeside(context, trades, besides);
  const sheets = await newSheetNames(context, tables.filter((sought) => !besides.includes(sought)));
  return tables.map((sought) => {
    const place = beside.get(sought.table);
    if (place !== undefined) return { ...place, newSheet: false };
    const block: CellBlock = {
      sheet: sheets.get(sought.table) ?? "",
      row: LINES_ABOVE_TABLE,
      column: 0,
      rows: sought.rows,
      columns: tableToWrite(sought.table).columns.length,
    };
    return { table: sought.table, block, headings: 0, newSheet: true };
  });
}

async function placesBeside(
  context: Excel.RequestContext,
  { block, headings }: TradesPlace,
  tables: readonly TableSought[],
): Promise<ReadonlyMap<ResultTable, Omit<PlannedTable, "newSheet">>> {
  const places = new Map<ResultTable, Omit<PlannedTable, "newSheet">>();
  if (tables.length === 0) return places;
  await refuseProtected(context, block.sheet);
  const used = (await visibleSheets(context)).find((sheet) => sheet.name === block.sheet)?.used ?? null;
  const right = used === null ? null : rightOf(used, block);
  let occupied: ReadonlySet<number> = right === null ? new Set() : await columnsWithContent(context, right);
  for (const { table, rows } of tables) {
    const { columns, rowByRow } = tableToWrite(table);
    // Headings stand level with headings: a row-by-row result brings the title rows along, others start below them.
    const beside = rowByRow ? block : { ...block, row: block.row + headings };
    const place = placeBeside(beside, occupied, { rows, columns: columns.length });
    if (!place.ok) throw new Refused(place.problem.sentence);
    occupied = occupy(occupied, place.value);
    places.set(table, { table, block: place.value, headings: rowByRow ? headings : 0 });
  }
  return places;
}

async function refuseProtected(context: Excel.RequestContext, sheet: string): Promise<void> {
  const protection = context.workbook.worksheets.getItem(sheet).protection.load("protected");
  await context.sync();
  if (protection.protected) throw new Refused(`Sheet ‘${sheet}’ is protected. Unprotect it, or write to new sheets.`);
}

/** The part of the used block to the right of the trades; null when there is none. */
function rightOf(used: CellBlock, trades: CellBlock): CellBlock | null {
  const column = trades.column + trades.columns;
  const columns = used.column + used.columns - column;
  return columns > 0 ? { ...used, column, columns } : null;
}

async function newSheetNames(
  context: Excel.RequestContext,
  tables: readonly TableSought[],
): Promise<ReadonlyMap<ResultTable, string>> {
  const names = new Map<ResultTable, string>();
  if (tables.length === 0) return names;
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const taken = sheets.items.map((sheet) => sheet.name);
  for (const { table } of tables) {
    const name = freeSheetName(tableToWrite(table).sheetName, taken);
    taken.push(name);
    names.set(table, name);
  }
  return names;
}

/** The last look before writing: every cell of every block on a sheet of the user's holds nothing. */
export async function refuseUnlessEmpty(
  context: Excel.RequestContext,
  plan: readonly PlannedTable[],
): Promise<void> {
  for (const { block, newSheet } of plan) {
    if (newSheet) continue;
    const content = await columnsWithContent(context, block);
    if (content.size > 0) {
      throw new Refused(`${addressForReading(block)} is not empty, so nothing was written. Press “Read again”.`);
    }
  }
}

