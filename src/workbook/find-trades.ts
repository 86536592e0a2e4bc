/** Which blocks of the workbook hold trades: Excel Tables first, then blocks under recognized headings. */
import type { Outcome } from "../values/outcome";
import { blockFromAddress, addressForReading, type CellBlock } from "../sheet/placing/addresses";
import { findTradesHeading } from "../sheet/headings";
import { blocksOfTrades, trimmed, type TradesBlock, type TradesCells, type TradesPlace } from "../sheet/placing/trades-blocks";
import type { Watch } from "../sheet/placing/watch";
import { readCells, visibleSheets, type SheetExtent } from "./read-sheets";
import { allTables } from "./read-tables";
import { Refused, runInExcel } from "./run-in-excel";

/** Enough rows to pass the title lines that brokers put above their headings. */
const ROWS_LOOKED_AT = 40;

/** Every place that looks like trades, tables before plain ranges, in tab order. */
export function findTrades(): Promise<Outcome<readonly TradesPlace[]>> {
  return runInExcel(async (context) => {
    const sheets = await visibleSheets(context);
    const tables = await tablesWithTrades(context);
    const ranges: TradesPlace[] = [];
    for (const sheet of sheets) {
      for (const block of await rangesWithTrades(context, sheet)) {
        if (!tables.some((table) => overlap(table.block, block.block))) ranges.push({ ...block, tableName: null, selected: false });
      }
    }
    const places = [...tables, ...ranges];
    const whole = places.filter((place) => place.missing.length === 0);
    // Results of ours share some headings with trades; a place that lacks one is named only when there is no other.
    return whole.length > 0 ? whole : places.filter((place) => place.missing.length === 1);
  });
}

async function rangesWithTrades(
  context: Excel.RequestContext,
  sheet: SheetExtent,
): Promise<readonly TradesBlock[]> {
  if (sheet.used === null) return [];
  const top = { ...sheet.used, rows: Math.min(sheet.used.rows, ROWS_LOOKED_AT) };
  return blocksOfTrades(sheet.used, await readCells(context, top));
}

async function tablesWithTrades(context: Excel.RequestContext): Promise<readonly TradesPlace[]> {
  const places: TradesPlace[] = [];
  for (const { tableName, block } of await allTables(context)) {
    const heading = findTradesHeading(await readCells(context, { ...block, rows: Math.min(block.rows, 5) }));
    if (heading?.headingRow === 1) places.push({ block, headings: 0, tableName, selected: false, missing: heading.missing });
  }
  return places;
}

export function overlap(a: CellBlock, b: CellBlock): boolean {
  return (
    a.sheet === b.sheet &&
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** Reads the trades of a place. A plain range ends at its last row with content. */
export function readTradesCells(place: TradesPlace, watch: Watch = {}): Promise<Outcome<TradesCells>> {
  return runInExcel(async (context) => {
    const cells = await readCells(context, place.block, watch);
    if (place.tableName !== null) return { place, cells };
    const rows = trimmed(cells);
    if (rows === 0) throw new Refused(`${addressForReading(place.block)} is empty.`);
    return { place: { ...place, block: { ...place.block, rows } }, cells: cells.slice(0, rows) };
  });
}

/** The block the user has selected, cut to the cells in use so that whole columns may be selected. */
export function selectedPlace(): Promise<Outcome<TradesPlace>> {
  return runInExcel(async (context) => {
    const nothing = "The selection holds no rows of trades. Select the headings and the rows below them.";
    const block = await selectedBlock(context, nothing);
    if (block.rows < 2) throw new Refused(nothing);
    const top = await readCells(context, { ...block, rows: Math.min(block.rows, ROWS_LOOKED_AT) });
    const headingRow = findTradesHeading(top)?.headingRow ?? 1;
    return { block, headings: headingRow - 1, tableName: null, selected: true, missing: [] };
  });
}

/** What is selected, cut to the cells in use. @throws Refused with `nothing` when none of them is in use */
export async function selectedBlock(context: Excel.RequestContext, nothing: string): Promise<CellBlock> {
  const range = context.workbook.getSelectedRange().load("address");
  await context.sync();
  const selected = blockFromAddress(range.address) ?? wholeLines(range.address);
  if (selected === null) throw new Refused("Select one block of cells with its headings, then press the button again.");
  const used = (await visibleSheets(context)).find((sheet) => sheet.name === selected.sheet)?.used ?? null;
  const block = used === null ? null : common(selected, used);
  if (block === null) throw new Refused(nothing);
  return block;
}

/** `Sheet1!A:H` as a block of every row. */
function wholeLines(address: string): CellBlock | null {
  const columns = /^(.*!)\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(address);
  return columns ? blockFromAddress(`${columns[1]}${columns[2]}1:${columns[3]}1048576`) : null;
}

function common(a: CellBlock, b: CellBlock): CellBlock | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { sheet: a.sheet, row, column, rows, columns } : null;
}
