import { blockAddress } from "../../addresses";
import { HostError, invalidArgument, itemNotFound } from "../host-error";
import { PlainResult, type HostClass, type HostObject } from "../host-class";
import { bodyOf, mayChange, partOf, tableOf, type TableTarget } from "./table";
import { entryFrom, tableFor } from "./values";
import { objectOf } from "./world";

interface RowTarget {
  readonly table: TableTarget;
  readonly index: number;
}

/** Rows are added at the end, into cells that are empty; Excel would push down what stands below. */
export const tableRowsClass: HostClass<TableTarget> = {
  name: "TableRowCollection",
  properties: { count: (target) => bodyOf(tableOf(target)).rows },
  items: (target) =>
    Array.from({ length: bodyOf(tableOf(target)).rows }, (_, index) => objectOf(tableRowClass, { table: target, index })),
  methods: {
    GetCount: (target) => new PlainResult(bodyOf(tableOf(target)).rows),
    GetItemAt: (target, index) => {
      if (Number(index) >= bodyOf(tableOf(target)).rows) throw itemNotFound("TableRowCollection.getItemAt");
      return objectOf(tableRowClass, { table: target, index: Number(index) });
    },
    Add: (target, index, values) => addRows(target, index, values),
  },
};

export const tableRowClass: HostClass<RowTarget> = {
  name: "TableRow",
  properties: { index: ({ index }) => index },
  methods: {
    GetRange: ({ table, index }) => {
      const body = bodyOf(tableOf(table));
      return partOf(table, { ...body, row: body.row + index, rows: 1 });
    },
  },
};

export const tableColumnsClass: HostClass<TableTarget> = {
  name: "TableColumnCollection",
  properties: { count: (target) => tableOf(target).block.columns },
  items: (target) =>
    Array.from({ length: tableOf(target).block.columns }, (_, index) => objectOf(tableColumnClass, { table: target, index })),
  indexer: (target, key) => columnOrThrow(target, key),
  methods: {
    GetCount: (target) => new PlainResult(tableOf(target).block.columns),
    GetItem: (target, key) => columnOrThrow(target, key),
    GetItemAt: (target, index) => columnOrThrow(target, Number(index) + 1),
    GetItemOrNullObject: (target, key) => findColumn(target, key),
  },
};

export const tableColumnClass: HostClass<RowTarget> = {
  name: "TableColumn",
  properties: {
    id: ({ index }) => index + 1,
    index: ({ index }) => index,
    name: ({ table, index }) => headingsOf(table)[index] ?? "",
  },
  identity: ({ index }) => ({ Id: index + 1 }),
  methods: {
    GetRange: ({ table, index }) => partOf(table, inColumn(tableOf(table).block, index)),
    GetHeaderRowRange: ({ table, index }) => partOf(table, inColumn({ ...tableOf(table).block, rows: 1 }, index)),
    GetDataBodyRange: ({ table, index }) => partOf(table, inColumn(bodyOf(tableOf(table)), index)),
  },
};

function addRows(target: TableTarget, index: unknown, values: unknown): HostObject {
  const { world } = target;
  const table = mayChange(target);
  const body = bodyOf(table);
  const added = Array.isArray(values) ? values.length : 1;
  const atEnd = index === null || index === undefined || index === -1 || index === body.rows;
  const place = { ...body, world, sheetId: table.sheetId, row: body.row + body.rows, rows: added };
  const isFree = world.grid.read(place).flat().every((cell) => cell?.value === undefined && cell?.formula === undefined);
  if (!atEnd || !isFree || table.showTotals) {
    throw new HostError("NotImplemented", "The workbench adds rows at the end of a table with empty cells below only.", "TableRowCollection.add");
  }
  if (added === 0) throw invalidArgument("TableRowCollection.add");
  world.grid.changeTable(target.tableId, { range: blockAddress({ ...table.block, rows: table.block.rows + added }) });
  if (Array.isArray(values)) world.grid.write(place, tableFor(place, values, "TableRowCollection.add", entryFrom));
  return objectOf(tableRowClass, { table: target, index: body.rows });
}

function headingsOf(target: TableTarget): readonly string[] {
  const { block, sheetId } = tableOf(target);
  return target.world.grid.readText({ ...block, sheetId, rows: 1 })[0] ?? [];
}

function inColumn<B extends { readonly column: number; readonly columns: number }>(block: B, index: number): B {
  return { ...block, column: block.column + index, columns: 1 };
}

/** By heading, or by id, which counts from 1. */
function findColumn(target: TableTarget, key: unknown): HostObject | null {
  const headings = headingsOf(target);
  const index = typeof key === "number" ? key - 1 : headings.findIndex((heading) => heading.toLowerCase() === String(key).toLowerCase());
  return index >= 0 && index < headings.length ? objectOf(tableColumnClass, { table: target, index }) : null;
}

function columnOrThrow(target: TableTarget, key: unknown): HostObject {
  const column = findColumn(target, key);
  if (!column) throw itemNotFound("TableColumnCollection.getItem");
  return column;
}
