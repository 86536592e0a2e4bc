import { around, fullAddress, MAX_COLUMNS, MAX_ROWS, overlap, type Block } from "../../addresses";
import type { CellContent } from "../../content";
import { HostError, invalidArgument, itemNotFound } from "../host-error";
import type { HostClass, HostObject } from "../host-class";
import { asRange, rangeNamed } from "./range-argument";
import { rangeFormatClass } from "./range-format";
import { checkMayChange, sheetInfo } from "./sheet-info";
import { entryFrom, formulaOf, jsonValueOf, tableFor, valueOf, valueTypeOf, wrongSize } from "./values";
import { worksheetObject } from "./worksheet";
import { objectOf, type RangeTarget } from "./world";

/** More cells than Excel on the web hands over in one answer (5 MB) are refused there too. */
const CELLS_READ_AT_MOST = 500_000;

export function rangeObject(range: RangeTarget, block: Block): HostObject {
  return objectOf(rangeClass, { world: range.world, sheetId: range.sheetId, ...blockOf(block) });
}

export const rangeClass: HostClass<RangeTarget> = {
  name: "Range",
  properties: {
    address: (range) => fullAddress(sheetName(range), range),
    addressLocal: (range) => fullAddress(sheetName(range), range),
    rowIndex: (range) => range.row,
    columnIndex: (range) => range.column,
    rowCount: (range) => range.rows,
    columnCount: (range) => range.columns,
    cellCount: (range) => (range.rows * range.columns > 0x7fffffff ? -1 : range.rows * range.columns),
    isEntireColumn: (range) => range.rows === MAX_ROWS,
    isEntireRow: (range) => range.columns === MAX_COLUMNS,
    hasSpill: (range) => (anySpill(range) ? true : false),
    values: (range) => cells(range, valueOf),
    formulas: (range) => cells(range, formulaOf),
    text: (range) => (readable(range) ? range.world.grid.readText(range) : null),
    numberFormat: (range) => cells(range, (cell) => cell?.numberFormat ?? "General"),
    valuesAsJson: (range) => cells(range, jsonValueOf),
    valueTypes: (range) => cells(range, valueTypeOf),
  },
  setters: {
    values: (range, values) => write(range, values, "Range.values"),
    formulas: (range, formulas) => write(range, formulas, "Range.formulas"),
    numberFormat: (range, formats) => {
      checkMayChange(range, "Range.numberFormat");
      range.world.grid.formatNumbers(range, tableFor(range, formats, "Range.numberFormat", String));
    },
  },
  links: {
    format: (range) => objectOf(rangeFormatClass, range),
    worksheet: (range) => worksheetObject(range.world, range.sheetId),
  },
  methods: {
    Select: (range) => {
      sheetInfo(range, "Range.select");
      range.world.grid.select(range);
    },
    Clear: (range, applyTo) => {
      checkMayChange(range, "Range.clear");
      range.world.grid.clear(range, clearedPart(applyTo));
    },
    GetCell: (range, row, column) =>
      rangeObject(range, movedInside(range, Number(row), Number(column), 1, 1, "Range.getCell")),
    GetRow: (range, row) => rangeObject(range, movedInside(range, Number(row), 0, 1, range.columns, "Range.getRow")),
    GetColumn: (range, column) =>
      rangeObject(range, movedInside(range, 0, Number(column), range.rows, 1, "Range.getColumn")),
    GetLastCell: (range) => rangeObject(range, movedInside(range, range.rows - 1, range.columns - 1, 1, 1, "Range.getLastCell")),
    GetLastRow: (range) => rangeObject(range, movedInside(range, range.rows - 1, 0, 1, range.columns, "Range.getLastRow")),
    GetOffsetRange: (range, rows, columns) =>
      rangeObject(range, movedInside(range, Number(rows), Number(columns), range.rows, range.columns, "Range.getOffsetRange")),
    GetResizedRange: (range, rows, columns) =>
      rangeObject(
        range,
        movedInside(range, 0, 0, range.rows + Number(rows), range.columns + Number(columns), "Range.getResizedRange"),
      ),
    GetAbsoluteResizedRange: (range, rows, columns) =>
      rangeObject(range, movedInside(range, 0, 0, Number(rows), Number(columns), "Range.getAbsoluteResizedRange")),
    GetEntireColumn: (range) => rangeObject(range, { ...range, row: 0, rows: MAX_ROWS }),
    GetEntireRow: (range) => rangeObject(range, { ...range, column: 0, columns: MAX_COLUMNS }),
    GetUsedRange: (range) => usedWithin(range) ?? rangeObject(range, { ...range, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (range) => usedWithin(range),
    GetIntersection: (range, other) => {
      const common = overlap(range, asRange(other, "Range.getIntersection"));
      if (!common) throw itemNotFound("Range.getIntersection");
      return rangeObject(range, common);
    },
    GetIntersectionOrNullObject: (range, other) => {
      const common = overlap(range, asRange(other, "Range.getIntersectionOrNullObject"));
      return common && rangeObject(range, common);
    },
    GetBoundingRect: (range, other) => {
      const another = rangeNamed(range.world, other, range.sheetId, "Range.getBoundingRect");
      if (another.sheetId !== range.sheetId) throw invalidArgument("Range.getBoundingRect");
      return rangeObject(range, around(range, another));
    },
    // office.js asks before it cuts a table of more than 1,500 cells into chunks, each of which would fit its own range.
    _ValidateArraySize: (range, rows, columns) => {
      sheetInfo(range, "Range");
      if (rows !== range.rows || columns !== range.columns) throw wrongSize("Range");
    },
    GetSpillingToRange: (range) => {
      const spill = spillFrom(range);
      if (!spill) throw itemNotFound("Range.getSpillingToRange");
      return rangeObject(range, spill);
    },
    GetSpillingToRangeOrNullObject: (range) => {
      const spill = spillFrom(range);
      return spill && rangeObject(range, spill);
    },
    GetSpillParentOrNullObject: (range) => {
      const parent = anySpill(range);
      return parent && rangeObject(range, { ...parent, rows: 1, columns: 1 });
    },
  },
};

function blockOf({ row, column, rows, columns }: Block): Block {
  return { row, column, rows, columns };
}

function sheetName(range: RangeTarget): string {
  return sheetInfo(range, "Range").name;
}

function readable(range: RangeTarget): boolean {
  return range.rows < MAX_ROWS && range.columns < MAX_COLUMNS;
}

/** Whole columns and rows come back as null, as Excel gives them. */
function cells<T>(range: RangeTarget, one: (cell: CellContent | undefined) => T): T[][] | null {
  sheetInfo(range, "Range");
  if (!readable(range)) return null;
  if (range.rows * range.columns > CELLS_READ_AT_MOST) {
    throw new HostError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.", "Range");
  }
  return range.world.grid.read(range).map((row) => row.map(one));
}

function write(range: RangeTarget, given: unknown, location: string): void {
  checkMayChange(range, location);
  if (!readable(range)) throw invalidArgument(location);
  const entries = tableFor(range, given, location, entryFrom);
  range.world.grid.write(range, entries);
}

function clearedPart(applyTo: unknown): "contents" | "formats" | "all" {
  if (applyTo === "Contents") return "contents";
  if (applyTo === "Formats") return "formats";
  if (applyTo === undefined || applyTo === null || applyTo === "All") return "all";
  throw new HostError("NotImplemented", `The workbench has no Range.clear("${String(applyTo)}").`, "Range.clear");
}

function movedInside(range: RangeTarget, down: number, right: number, rows: number, columns: number, location: string): Block {
  const block = { row: range.row + down, column: range.column + right, rows, columns };
  const inside =
    block.row >= 0 &&
    block.column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    block.row + rows <= MAX_ROWS &&
    block.column + columns <= MAX_COLUMNS;
  if (!inside) throw invalidArgument(location);
  return block;
}

function usedWithin(range: RangeTarget): HostObject | null {
  sheetInfo(range, "Range");
  const used = range.world.grid.used(range.sheetId);
  const common = used && overlap(used, range);
  return common && rangeObject(range, common);
}

/** What the formula in this one cell spills over, itself included. */
function spillFrom(range: RangeTarget): Block | null {
  const spill = range.world.grid.read({ ...range, rows: 1, columns: 1 })[0]?.[0]?.spill;
  return spill ? { row: range.row, column: range.column, ...spill } : null;
}

/** The spill that covers the first cell of the range. */
function anySpill(range: RangeTarget): Block | null {
  const own = spillFrom(range);
  if (own) return own;
  const used = range.world.grid.used(range.sheetId);
  if (!used) return null;
  const above = range.world.grid.read({ ...used, sheetId: range.sheetId });
  for (const [row, line] of above.entries()) {
    for (const [column, cell] of line.entries()) {
      if (!cell?.spill) continue;
      const spill = { row: used.row + row, column: used.column + column, ...cell.spill };
      if (overlap(spill, { ...range, rows: 1, columns: 1 })) return spill;
    }
  }
  return null;
}
