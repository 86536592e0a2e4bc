import { parseAddress, type Block } from "../../addresses";
import type { TableContent } from "../../content";
import { HostError, itemNotFound } from "../host-error";
import { PlainResult, type HostClass, type HostObject } from "../host-class";
import { rangeObject } from "./range";
import { worksheetObject } from "./worksheet";
import { objectOf, type ExcelWorld } from "./world";

interface TableTarget {
  readonly world: ExcelWorld;
  readonly sheetId: string;
  readonly table: TableContent;
}

/** Tables of one sheet, or of the whole workbook when there is no sheet. */
interface TablesTarget {
  readonly world: ExcelWorld;
  readonly sheetId: string | null;
}

export function sheetTablesObject(world: ExcelWorld, sheetId: string): HostObject {
  return objectOf(tablesClass, { world, sheetId });
}

export function allTablesObject(world: ExcelWorld): HostObject {
  return objectOf(tablesClass, { world, sheetId: null });
}

export const tableClass: HostClass<TableTarget> = {
  name: "Table",
  identity: ({ table }) => ({ Id: table.name }),
  properties: {
    id: ({ table }) => table.name,
    name: ({ table }) => table.name,
    showHeaders: () => true,
    showTotals: () => false,
    style: ({ table }) => table.styleName ?? "TableStyleMedium2",
  },
  links: { worksheet: ({ world, sheetId }) => worksheetObject(world, sheetId) },
  methods: {
    GetRange: (target) => rangeOf(target, (block) => block),
    GetHeaderRowRange: (target) => rangeOf(target, (block) => ({ ...block, rows: 1 })),
    GetDataBodyRange: (target) =>
      rangeOf(target, (block) => ({ ...block, row: block.row + 1, rows: Math.max(1, block.rows - 1) })),
  },
};

export const tablesClass: HostClass<TablesTarget> = {
  name: "TableCollection",
  properties: { count: (target) => tablesOf(target).length },
  items: (target) => tablesOf(target).map((entry) => objectOf(tableClass, entry)),
  indexer: (target, key) => tableOrThrow(target, key),
  methods: {
    GetItem: (target, key) => tableOrThrow(target, key),
    GetItemOrNullObject: (target, key) => findTable(target, key),
    GetCount: (target) => new PlainResult(tablesOf(target).length),
  },
};

function tablesOf({ world, sheetId }: TablesTarget): readonly TableTarget[] {
  return world.grid
    .sheets()
    .filter((sheet) => sheetId === null || sheet.id === sheetId)
    .flatMap((sheet) => world.grid.tables(sheet.id).map((table) => ({ world, sheetId: sheet.id, table })));
}

function findTable(target: TablesTarget, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const entry = tablesOf(target).find(({ table }) => table.name.toLowerCase() === wanted);
  return entry ? objectOf(tableClass, entry) : null;
}

function tableOrThrow(target: TablesTarget, key: unknown): HostObject {
  const table = findTable(target, key);
  if (!table) throw itemNotFound("TableCollection.getItem");
  return table;
}

function rangeOf({ world, sheetId, table }: TableTarget, part: (block: Block) => Block): HostObject {
  const block = parseAddress(table.range)?.block;
  if (!block) throw new HostError("GeneralException", `Table ${table.name} has no range.`, "Table.getRange");
  return rangeObject({ world, sheetId, ...block }, part(block));
}
