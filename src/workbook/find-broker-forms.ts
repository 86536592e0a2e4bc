/** Which blocks of the workbook hold a broker's Form 1099-B or 1099-DA, and what stands in them. */
import { addressForReading } from "../sheet/placing/addresses";
import { blocksOfBrokerForms, isBrokerForm, ROWS_TO_HEADINGS, type BrokerCells, type BrokerPlace } from "../sheet/placing/broker-place";
import { trimmed } from "../sheet/placing/trades-blocks";
import type { Outcome } from "../values/outcome";
import { overlap, selectedBlock } from "./find-trades";
import { readCells, visibleSheets } from "./read-sheets";
import { allTables } from "./read-tables";
import { Refused, runInExcel } from "./run-in-excel";

/** Tables first, then plain ranges in tab order; hidden sheets are left alone. */
export function findBrokerForms(): Promise<Outcome<readonly BrokerPlace[]>> {
  return runInExcel(async (context) => {
    const sheets = await visibleSheets(context);
    const visible = new Set(sheets.map(({ name }) => name));
    const tables = (await allTables(context)).filter(({ block }) => visible.has(block.sheet));
    const places: BrokerPlace[] = [];
    for (const table of tables) {
      const top = await readCells(context, { ...table.block, rows: 1 });
      if (isBrokerForm(top)) places.push({ ...table, selected: false });
    }
    for (const { used } of sheets) {
      if (used === null) continue;
      const top = { ...used, rows: Math.min(used.rows, ROWS_TO_HEADINGS) };
      for (const block of blocksOfBrokerForms(used, await readCells(context, top))) {
        if (!tables.some((table) => overlap(table.block, block))) places.push({ block, tableName: null, selected: false });
      }
    }
    return places;
  });
}

/** The block the user has selected. @throws Refused where it has not the headings of a form */
export function selectedBrokerForm(): Promise<Outcome<BrokerPlace>> {
  return runInExcel(async (context) => {
    const nothing = "The selection is empty. Select the rows of the broker's form with their headings.";
    const block = await selectedBlock(context, nothing);
    const top = await readCells(context, { ...block, rows: Math.min(block.rows, ROWS_TO_HEADINGS) });
    if (!isBrokerForm(top)) {
      throw new Refused(`${addressForReading(block)} has no headings of a broker's form. Select its rows with a row of headings above them: Symbol, Sold, Proceeds, Basis.`);
    }
    const table = (await allTables(context)).find((one) => overlap(one.block, block));
    return { ...(table ?? { block, tableName: null }), selected: true };
  });
}

/** A plain range ends at its last row with content; a Table is looked up by its name, for it grows and moves with edits. */
export function readBrokerForms(places: readonly BrokerPlace[]): Promise<Outcome<readonly BrokerCells[]>> {
  return runInExcel(async (context) => {
    const tables = places.some(({ tableName }) => tableName !== null) ? await allTables(context) : [];
    const forms: BrokerCells[] = [];
    for (const place of places) {
      const table = place.tableName === null ? null : tables.find(({ tableName }) => tableName === place.tableName);
      if (table === undefined) throw new Refused(`Table ${place.tableName} is no longer there. Press “Read again”.`);
      const block = table?.block ?? place.block;
      const cells = await readCells(context, block);
      const rows = place.tableName === null ? trimmed(cells) : cells.length;
      if (rows === 0) throw new Refused(`${addressForReading(block)} is empty.`);
      forms.push({ place: { ...place, block: { ...block, rows } }, cells: cells.slice(0, rows) });
    }
    return forms;
  });
}
