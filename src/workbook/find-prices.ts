/** Which blocks of the workbook hold prices, and what stands in them: plain numbers or Stocks cells. */
import type { Outcome } from "../values/outcome";
import { addressForReading, blockFromAddress, type CellBlock } from "../sheet/placing/addresses";
import { blocksOfPrices, isPricesHeading } from "../sheet/placing/prices-blocks";
import { PRICES_NAME, PRICES_SHEET, type PricesCells, type PricesPlace } from "../sheet/placing/prices-place";
import { trimmed } from "../sheet/placing/trades-blocks";
import { overlap, selectedBlock } from "./find-trades";
import { readCellsWithCards } from "./read-cards";
import { readCells, visibleSheets } from "./read-sheets";
import { allTables } from "./read-tables";
import { Refused, runInExcel } from "./run-in-excel";

/** Enough rows to pass the title lines above the headings of an export. */
const ROWS_LOOKED_AT = 40;

/** The price list of the pane first, then tables, then plain ranges in tab order. */
export function findPrices(): Promise<Outcome<readonly PricesPlace[]>> {
  return runInExcel(async (context) => {
    const places = [...(await namedPrices(context)), ...(await tablesWithPrices(context))];
    for (const sheet of await visibleSheets(context)) {
      if (sheet.used === null) continue;
      const top = { ...sheet.used, rows: Math.min(sheet.used.rows, ROWS_LOOKED_AT) };
      for (const block of blocksOfPrices(sheet.used, await readCells(context, top))) {
        if (!places.some((place) => overlap(place.block, block))) places.push({ block, tableName: null, selected: false });
      }
    }
    return [...places].sort((a, b) => Number(isOurs(b)) - Number(isOurs(a)));
  });
}

function isOurs({ block }: PricesPlace): boolean {
  return block.sheet === PRICES_SHEET;
}

/** The range called TaxlotPrices, wherever the user has put it. */
async function namedPrices(context: Excel.RequestContext): Promise<readonly PricesPlace[]> {
  const item = context.workbook.names.getItemOrNullObject(PRICES_NAME).load("name");
  await context.sync();
  if (item.isNullObject) return [];
  const range = item.getRangeOrNullObject().load("address");
  await context.sync();
  const block = range.isNullObject ? null : blockFromAddress(range.address);
  return block === null ? [] : [{ block, tableName: null, selected: false }];
}

async function tablesWithPrices(context: Excel.RequestContext): Promise<readonly PricesPlace[]> {
  const places: PricesPlace[] = [];
  for (const { tableName, block } of await allTables(context)) {
    const [headings = []] = await readCells(context, { ...block, rows: 1 });
    if (isPricesHeading(headings)) places.push({ block, tableName, selected: false });
  }
  return places;
}

/** The block the user has selected: headings Symbol and Price, or two columns with the symbols left, or Stocks cells alone. */
export function selectedPrices(): Promise<Outcome<PricesPlace>> {
  return runInExcel(async (context) => {
    const block = await selectedBlock(context, "The selection is empty. Select the symbols and the prices beside them.");
    const cells = await readCellsWithCards(context, block);
    const rows = trimmed(cells);
    const bringsPrices = block.columns > 1 || cells.some(([cell]) => typeof cell === "object");
    if (!bringsPrices || rows === 0) {
      throw new Refused("The selection has no two columns. Select the symbols and the prices beside them.");
    }
    return { block: { ...block, rows }, tableName: null, selected: true };
  });
}

/** Reads the prices of a place. A plain range ends at its last row with content; one with a name keeps its room. */
export function readPrices(place: PricesPlace): Promise<Outcome<PricesCells>> {
  return runInExcel(async (context) => {
    const now = await placeNow(context, place);
    const cells = await readCellsWithCards(context, now.block);
    const rows = trimmed(cells);
    if (rows === 0) throw new Refused(`${addressForReading(now.block)} is empty.`);
    if (now.tableName !== null) return { place: now, cells };
    return { place: { ...now, block: { ...now.block, rows } }, cells: cells.slice(0, rows) };
  });
}

/** Tables grow and move with the user's edits. */
async function placeNow(context: Excel.RequestContext, place: PricesPlace): Promise<PricesPlace> {
  if (place.tableName === null) return place;
  const tables = context.workbook.tables;
  tables.load("items/name");
  await context.sync();
  const table = tables.items.find(({ name }) => name === place.tableName);
  if (table === undefined) throw new Refused(`Table ${place.tableName} is no longer there. Press “Read again”.`);
  const range = table.getRange().load("address");
  await context.sync();
  const block: CellBlock | null = blockFromAddress(range.address);
  return block === null ? place : { ...place, block };
}
