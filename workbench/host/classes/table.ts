import { blockAddress, overlap, parseAddress, type Block } from "../../addresses";
import type { TableInfo } from "../../grid/grid";
import { HostError, invalidArgument, itemNotFound } from "../host-error";
import { PlainResult, type HostClass, type HostObject } from "../host-class";
import { rangeObject } from "./range";
import { rangeNamed } from "./range-argument";
import { checkMayChange } from "./sheet-info";
import { headingEntries, showTotals } from "./table-headings";
import { tableColumnsClass, tableRowsClass } from "./table-parts";
import { worksheetObject } from "./worksheet";
import { objectOf, type ExcelWorld } from "./world";

/** A table that may have been renamed, moved or deleted since. */
export interface TableTarget {
  readonly world: ExcelWorld;
  readonly tableId: string;
}

/** Tables of one sheet, or of the whole workbook when there is no sheet. */
interface TablesTarget {
  readonly world: ExcelWorld;
  readonly sheetId: string | null;
}

export interface PlacedTable extends TableInfo {
  readonly sheetId: string;
  readonly block: Block;
}

const LEGAL_NAME = /^[A-Za-z_\\\u0080-\uffff][A-Za-z0-9_.\\\u0080-\uffff]{0,254}$/;

export function sheetTablesObject(world: ExcelWorld, sheetId: string): HostObject {
  return objectOf(tablesClass, { world, sheetId });
}

export function allTablesObject(world: ExcelWorld): HostObject {
  return objectOf(tablesClass, { world, sheetId: null });
}

export const tableClass: HostClass<TableTarget> = {
  name: "Table",
  identity: ({ tableId }) => ({ Id: tableId }),
  properties: {
    id: ({ tableId }) => tableId,
    name: (target) => tableOf(target).name,
    showHeaders: (target) => tableOf(target) && true,
    showTotals: (target) => tableOf(target).showTotals === true,
    showBandedRows: (target) => tableOf(target).showBandedRows !== false,
    showFilterButton: (target) => tableOf(target).showFilterButton !== false,
    style: (target) => tableOf(target).styleName ?? "TableStyleMedium2",
  },
  setters: {
    name: (target, name) => change(target, { name: newName(target.world, String(name), target.tableId) }),
    style: (target, style) => change(target, { styleName: String(style) }),
    showTotals: (target, on) => showTotals(mayChange(target), target.world, on === true),
    showBandedRows: (target, on) => change(target, { showBandedRows: on === true }),
    showFilterButton: (target, on) => change(target, { showFilterButton: on === true }),
  },
  links: {
    worksheet: (target) => worksheetObject(target.world, tableOf(target).sheetId),
    rows: (target) => objectOf(tableRowsClass, target),
    columns: (target) => objectOf(tableColumnsClass, target),
  },
  methods: {
    GetRange: (target) => {
      const table = tableOf(target);
      return partOf(target, { ...table.block, rows: table.block.rows + (table.showTotals ? 1 : 0) });
    },
    GetHeaderRowRange: (target) => partOf(target, { ...tableOf(target).block, rows: 1 }),
    GetDataBodyRange: (target) => partOf(target, bodyOf(tableOf(target))),
    GetTotalRowRange: (target) => {
      const { block, showTotals: hasTotals } = tableOf(target);
      if (!hasTotals) throw itemNotFound("Table.getTotalRowRange");
      return partOf(target, { ...block, row: block.row + block.rows, rows: 1 });
    },
    Resize: (target, newRange) => {
      const table = mayChange(target);
      const range = rangeNamed(target.world, newRange, table.sheetId, "Table.resize");
      const keepsHeadings = range.sheetId === table.sheetId && range.row === table.block.row && overlap(range, table.block) !== null;
      if (!keepsHeadings || range.rows < 2) throw invalidArgument("Table.resize");
      target.world.grid.changeTable(target.tableId, { range: blockAddress(range) });
    },
    /** Its cells go with it. */
    Delete: (target) => {
      const table = mayChange(target);
      const rows = table.block.rows + (table.showTotals ? 1 : 0);
      target.world.grid.removeTable(target.tableId);
      target.world.grid.clear({ ...table.block, rows, sheetId: table.sheetId }, "all");
    },
    ConvertToRange: (target) => {
      const table = mayChange(target);
      const range = partOf(target, table.block);
      target.world.grid.removeTable(target.tableId);
      return range;
    },
    /** Nothing is ever filtered here. */
    ClearFilters: (target) => void tableOf(target),
  },
};

export const tablesClass: HostClass<TablesTarget> = {
  name: "TableCollection",
  properties: { count: (target) => tablesOf(target).length },
  items: (target) => tablesOf(target).map(({ id }) => objectOf(tableClass, { world: target.world, tableId: id })),
  indexer: (target, key) => tableOrThrow(target, key),
  methods: {
    GetItem: (target, key) => tableOrThrow(target, key),
    GetItemOrNullObject: (target, key) => findTable(target, key),
    GetCount: (target) => new PlainResult(tablesOf(target).length),
    Add: (target, address, hasHeaders) => addTable(target, address, hasHeaders),
  },
};

/** ItemNotFound for a table that is gone. */
export function tableOf({ world, tableId }: TableTarget): PlacedTable {
  const table = tablesOf({ world, sheetId: null }).find(({ id }) => id === tableId);
  if (!table) throw itemNotFound("Table");
  return table;
}

export function mayChange(target: TableTarget): PlacedTable {
  const table = tableOf(target);
  checkMayChange({ world: target.world, sheetId: table.sheetId }, "Table");
  return table;
}

export function bodyOf({ block }: PlacedTable): Block {
  return { ...block, row: block.row + 1, rows: Math.max(1, block.rows - 1) };
}

export function partOf(target: TableTarget, block: Block): HostObject {
  return rangeObject({ world: target.world, sheetId: tableOf(target).sheetId, ...block }, block);
}

function change(target: TableTarget, changed: Partial<TableInfo>): void {
  mayChange(target);
  target.world.grid.changeTable(target.tableId, changed);
}

function tablesOf({ world, sheetId }: TablesTarget): readonly PlacedTable[] {
  return world.grid
    .sheets()
    .filter((sheet) => sheetId === null || sheet.id === sheetId)
    .flatMap((sheet) =>
      world.grid.tables(sheet.id).flatMap((table) => {
        const block = parseAddress(table.range)?.block;
        return block ? [{ ...table, sheetId: sheet.id, block }] : [];
      }),
    );
}

function addTable(target: TablesTarget, address: unknown, hasHeaders: unknown): HostObject {
  const { world } = target;
  const range = rangeNamed(world, address, target.sheetId ?? world.grid.activeSheetId(), "TableCollection.add");
  checkMayChange(range, "TableCollection.add");
  if (hasHeaders !== true) {
    throw new HostError("NotImplemented", "The workbench makes tables of ranges with headings only.", "TableCollection.add");
  }
  const onSheet = tablesOf({ world, sheetId: range.sheetId });
  if (onSheet.some(({ block }) => overlap(block, range))) throw invalidArgument("TableCollection.add");
  world.grid.write({ ...range, rows: 1 }, [headingEntries(world.grid.read({ ...range, rows: 1 })[0] ?? [])]);
  const block = { ...range, rows: Math.max(2, range.rows) };
  const tableId = world.grid.addTable(range.sheetId, { name: freeName(world), range: blockAddress(block) });
  return objectOf(tableClass, { world, tableId });
}

/** By name or by id. */
function findTable(target: TablesTarget, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const found = tablesOf(target).find(({ id, name }) => id === key || name.toLowerCase() === wanted);
  return found ? objectOf(tableClass, { world: target.world, tableId: found.id }) : null;
}

function tableOrThrow(target: TablesTarget, key: unknown): HostObject {
  const table = findTable(target, key);
  if (!table) throw itemNotFound("TableCollection.getItem");
  return table;
}

function newName(world: ExcelWorld, name: string, ownId: string): string {
  if (!LEGAL_NAME.test(name) || parseAddress(name)) throw invalidArgument("Table.name");
  const wanted = name.toLowerCase();
  const taken =
    tablesOf({ world, sheetId: null }).some((table) => table.id !== ownId && table.name.toLowerCase() === wanted) ||
    world.grid.names().some((item) => item.name.toLowerCase() === wanted);
  if (taken) throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", "Table.name");
  return name;
}

function freeName(world: ExcelWorld): string {
  const taken = new Set([...tablesOf({ world, sheetId: null }), ...world.grid.names()].map(({ name }) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`table${number}`)) number++;
  return `Table${number}`;
}
