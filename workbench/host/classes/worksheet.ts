import { MAX_COLUMNS, MAX_ROWS, parseAddress, type Block } from "../../addresses";
import { HostError, invalidArgument, itemNotFound } from "../host-error";
import { PlainResult, type HostClass, type HostObject } from "../host-class";
import type { SheetInfo } from "../../grid/grid";
import { chartsClass } from "./chart";
import { collectionEventMethods, sheetEventMethods } from "./events";
import { pageLayoutClass } from "./page-layout";
import { rangeObject } from "./range";
import { checkMayChangeStructure, sheetInfo } from "./sheet-info";
import { sheetTablesObject } from "./table";
import { hexColor } from "./values";
import { protectionClass } from "./protection";
import { objectOf, type ExcelWorld, type RangeTarget, type SheetTarget, type WorldTarget } from "./world";

const FORBIDDEN_IN_NAMES = /[\\/?*[\]:]/;
const NAME_LENGTH_AT_MOST = 31;

export function worksheetObject(world: ExcelWorld, sheetId: string): HostObject {
  return objectOf(worksheetClass, { world, sheetId });
}

export const worksheetClass: HostClass<SheetTarget> = {
  name: "Worksheet",
  identity: (sheet) => ({ Id: sheet.sheetId }),
  properties: {
    id: (sheet) => sheet.sheetId,
    name: (sheet) => infoOf(sheet).name,
    position: (sheet) => sheet.world.grid.sheets().findIndex((info) => info.id === sheet.sheetId),
    visibility: (sheet) => (infoOf(sheet).hidden ? "Hidden" : "Visible"),
    showGridlines: (sheet) => infoOf(sheet).hasGridlines,
    tabColor: (sheet) => infoOf(sheet).tabColor ?? "",
  },
  setters: {
    name: (sheet, name) => {
      checkMayChangeStructure(sheet.world, "Worksheet.name");
      sheet.world.grid.renameSheet(infoOf(sheet).id, newName(sheet.world, String(name), sheet.sheetId));
    },
    position: (sheet, position) => {
      checkMayChangeStructure(sheet.world, "Worksheet.position");
      const last = sheet.world.grid.sheets().length - 1;
      if (!Number.isInteger(position) || Number(position) < 0 || Number(position) > last) throw invalidArgument("Worksheet.position");
      sheet.world.grid.moveSheet(infoOf(sheet).id, Number(position));
    },
    visibility: (sheet, visibility) => {
      checkMayChangeStructure(sheet.world, "Worksheet.visibility");
      const hide = visibility === "Hidden" || visibility === "VeryHidden";
      if (!hide && visibility !== "Visible") throw invalidArgument("Worksheet.visibility");
      if (hide) checkAnotherIsVisible(sheet, "Worksheet.visibility");
      sheet.world.grid.hideSheet(infoOf(sheet).id, hide);
    },
    // office.js reads showGridlines under that name, and sets it under this.
    gridlines: (sheet, shown) => sheet.world.grid.showGridlines(infoOf(sheet).id, shown === true),
    tabColor: (sheet, color) => sheet.world.grid.paintTab(infoOf(sheet).id, color === "" ? null : hexColor(color)),
  },
  links: {
    tables: (sheet) => sheetTablesObject(sheet.world, sheet.sheetId),
    protection: (sheet) => objectOf(protectionClass, sheet),
    freezePanes: (sheet) => objectOf(freezePanesClass, sheet),
    pageLayout: (sheet) => objectOf(pageLayoutClass, sheet),
    charts: (sheet) => objectOf(chartsClass, sheet),
  },
  methods: {
    Activate: (sheet) => sheet.world.grid.activate(infoOf(sheet).id),
    Delete: (sheet) => {
      checkMayChangeStructure(sheet.world, "Worksheet.delete");
      checkAnotherIsVisible(sheet, "Worksheet.delete");
      sheet.world.grid.removeSheet(sheet.sheetId);
    },
    GetRange: (sheet, address) => rangeOn(sheet, wholeSheetOr(address)),
    GetRangeByIndexes: (sheet, row, column, rows, columns) => {
      const block = { row: Number(row), column: Number(column), rows: Number(rows), columns: Number(columns) };
      if (!isOnSheet(block)) throw invalidArgument("Worksheet.getRangeByIndexes");
      return rangeOn(sheet, block);
    },
    GetCell: (sheet, row, column) => {
      const block = { row: Number(row), column: Number(column), rows: 1, columns: 1 };
      if (!isOnSheet(block)) throw invalidArgument("Worksheet.getCell");
      return rangeOn(sheet, block);
    },
    GetUsedRange: (sheet) => usedRange(sheet) ?? rangeOn(sheet, { row: 0, column: 0, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (sheet) => usedRange(sheet),
    ...sheetEventMethods<SheetTarget>((sheet, kind, on) => sheet.world.watch(kind, infoOf(sheet).id, on)),
  },
};

export const worksheetsClass: HostClass<WorldTarget> = {
  name: "WorksheetCollection",
  items: ({ world }) => world.grid.sheets().map((info) => worksheetObject(world, info.id)),
  indexer: ({ world }, key) => sheetOrThrow(world, key),
  methods: {
    GetItem: ({ world }, key) => sheetOrThrow(world, key),
    GetItemOrNullObject: ({ world }, key) => findSheet(world, key),
    GetActiveWorksheet: ({ world }) => worksheetObject(world, world.grid.activeSheetId()),
    GetCount: ({ world }) => new PlainResult(world.grid.sheets().length),
    GetFirst: ({ world }) => worksheetObject(world, world.grid.sheets()[0]?.id ?? ""),
    Add: ({ world }, name) => {
      checkMayChangeStructure(world, "WorksheetCollection.add");
      const wanted = name === undefined || name === null || name === "" ? freeName(world) : String(name);
      return worksheetObject(world, world.grid.addSheet(newName(world, wanted, null)));
    },
    ...collectionEventMethods<WorldTarget>(({ world }, kind, on) => world.watch(kind, null, on)),
  },
};

export const freezePanesClass: HostClass<SheetTarget> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (sheet, rows) => sheet.world.grid.freeze(infoOf(sheet).id, Number(rows ?? 1), 0),
    FreezeColumns: (sheet, columns) => sheet.world.grid.freeze(infoOf(sheet).id, 0, Number(columns ?? 1)),
    Unfreeze: (sheet) => sheet.world.grid.freeze(infoOf(sheet).id, 0, 0),
  },
};

function infoOf(sheet: SheetTarget): SheetInfo {
  return sheetInfo(sheet, "Worksheet");
}

function checkAnotherIsVisible(sheet: SheetTarget, location: string): void {
  const { id } = infoOf(sheet);
  if (sheet.world.grid.sheets().some((info) => info.id !== id && !info.hidden)) return;
  throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.", location);
}

function rangeOn(sheet: SheetTarget, block: Block): HostObject {
  infoOf(sheet);
  const target: RangeTarget = { world: sheet.world, sheetId: sheet.sheetId, ...block };
  return rangeObject(target, block);
}

function wholeSheetOr(address: unknown): Block {
  if (address === undefined || address === null || address === "") {
    return { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
  }
  const parsed = parseAddress(String(address));
  if (!parsed) throw invalidArgument("Worksheet.getRange");
  return parsed.block;
}

function isOnSheet(block: Block): boolean {
  const whole = [block.row, block.column, block.rows, block.columns].every(Number.isInteger);
  return (
    whole &&
    block.row >= 0 &&
    block.column >= 0 &&
    block.rows > 0 &&
    block.columns > 0 &&
    block.row + block.rows <= MAX_ROWS &&
    block.column + block.columns <= MAX_COLUMNS
  );
}

function usedRange(sheet: SheetTarget): HostObject | null {
  infoOf(sheet);
  const used = sheet.world.grid.used(sheet.sheetId);
  return used && rangeOn(sheet, used);
}

function findSheet(world: ExcelWorld, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const info = world.grid.sheets().find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id === key);
  return info ? worksheetObject(world, info.id) : null;
}

function sheetOrThrow(world: ExcelWorld, key: unknown): HostObject {
  const sheet = findSheet(world, key);
  if (!sheet) throw itemNotFound("WorksheetCollection.getItem");
  return sheet;
}

function newName(world: ExcelWorld, name: string, ownId: string | null): string {
  const taken = world.grid.sheets().some((sheet) => sheet.id !== ownId && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) {
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", "Worksheet.name");
  }
  if (name === "" || name.length > NAME_LENGTH_AT_MOST || FORBIDDEN_IN_NAMES.test(name)) {
    throw invalidArgument("Worksheet.name");
  }
  return name;
}

function freeName(world: ExcelWorld): string {
  const names = new Set(world.grid.sheets().map((sheet) => sheet.name.toLowerCase()));
  let number = 1;
  while (names.has(`sheet${number}`)) number++;
  return `Sheet${number}`;
}
