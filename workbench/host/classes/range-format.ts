import type { CellContent, CellStyle } from "../../content";
import { HostError, invalidArgument } from "../host-error";
import type { HostClass } from "../host-class";
import type { StyleChange } from "../../grid/grid";
import { MAX_COLUMNS, MAX_ROWS } from "../../addresses";
import { checkMayChange } from "./sheet-info";
import { hexColor } from "./values";
import { objectOf, type RangeTarget } from "./world";

const PX_PER_POINT = 4 / 3;
const VERTICAL = { Top: "top", Center: "middle", Bottom: null } as const;
const INDENT_AT_MOST = 250;
const ALIGNMENTS = { General: null, Left: "left", Center: "center", Right: "right" } as const;

export const rangeFormatClass: HostClass<RangeTarget> = {
  name: "RangeFormat",
  properties: {
    columnWidth: (range) => widthPoints(range),
    rowHeight: (range) => heightPoints(range),
    verticalAlignment: (range) => {
      const place = shared(range, (style) => style?.vertical ?? null);
      return Object.entries(VERTICAL).find(([, value]) => value === place)?.[0] ?? "Bottom";
    },
    indentLevel: (range) => shared(range, (style) => style?.indent ?? 0),
    horizontalAlignment: (range) => {
      const side = shared(range, (style) => style?.horizontal ?? null);
      return Object.entries(ALIGNMENTS).find(([, value]) => value === side)?.[0] ?? "General";
    },
    wrapText: (range) => shared(range, (style) => style?.wrap === true),
  },
  setters: {
    rowHeight: (range, points) => {
      checkMayChange(range, "RangeFormat.rowHeight");
      range.world.grid.setRowHeightPx(range.sheetId, range.row, range.rows, Number(points) * PX_PER_POINT);
    },
    verticalAlignment: (range, value) => {
      const name = String(value);
      if (!(name in VERTICAL)) {
        throw new HostError("NotImplemented", `The workbench has no alignment "${name}".`, "RangeFormat.verticalAlignment");
      }
      restyle(range, { vertical: VERTICAL[name as keyof typeof VERTICAL] });
    },
    indentLevel: (range, level) => {
      const steps = Number(level);
      if (!Number.isInteger(steps) || steps < 0 || steps > INDENT_AT_MOST) throw invalidArgument("RangeFormat.indentLevel");
      restyle(range, { indent: steps === 0 ? null : steps });
    },
    columnWidth: (range, points) => {
      checkMayChange(range, "RangeFormat.columnWidth");
      range.world.grid.setColumnWidthPx(range.sheetId, range.column, range.columns, Number(points) * PX_PER_POINT);
    },
    horizontalAlignment: (range, value) => {
      const name = String(value);
      if (!(name in ALIGNMENTS)) {
        throw new HostError("NotImplemented", `The workbench has no alignment "${name}".`, "RangeFormat.horizontalAlignment");
      }
      restyle(range, { horizontal: ALIGNMENTS[name as keyof typeof ALIGNMENTS] });
    },
    wrapText: (range, value) => restyle(range, { wrap: value === true }),
  },
  links: {
    fill: (range) => objectOf(rangeFillClass, range),
    font: (range) => objectOf(rangeFontClass, range),
    borders: (range) => objectOf(bordersClass, range),
  },
  methods: {
    AutofitRows: (range) => range.world.grid.fitRows(range),
    AutofitColumns: (range) => range.world.grid.fitColumns(range.sheetId, range.column, range.columns),
  },
};

export const rangeFillClass: HostClass<RangeTarget> = {
  name: "RangeFill",
  properties: { color: (range) => shared(range, (style) => style?.fill ?? "#FFFFFF") },
  setters: { color: (range, color) => restyle(range, { fill: hexColor(color) }) },
  methods: { Clear: (range) => restyle(range, { fill: null }) },
};

export const rangeFontClass: HostClass<RangeTarget> = {
  name: "RangeFont",
  properties: {
    bold: (range) => shared(range, (style) => style?.bold === true),
    italic: (range) => shared(range, (style) => style?.italic === true),
    color: (range) => shared(range, (style) => style?.fontColor ?? "#000000"),
    size: (range) => shared(range, (style) => style?.fontSizePt ?? 11),
  },
  setters: {
    bold: (range, bold) => restyle(range, { bold: bold === true }),
    italic: (range, italic) => restyle(range, { italic: italic === true }),
    underline: (range, kind) => restyle(range, { underline: kind !== "None" }),
    color: (range, color) => restyle(range, { fontColor: hexColor(color) }),
    size: (range, points) => restyle(range, { fontSizePt: Number(points) }),
  },
};

type BorderPart = "topBorder" | "bottomBorder" | "leftBorder" | "rightBorder";

/** A line is drawn on one side of some of the cells. */
interface BorderTarget {
  readonly range: RangeTarget;
  readonly name: BorderName;
}

const BORDERS = {
  EdgeTop: (range) => [{ ...range, rows: 1 }, "topBorder"],
  EdgeBottom: (range) => [{ ...range, row: range.row + range.rows - 1, rows: 1 }, "bottomBorder"],
  EdgeLeft: (range) => [{ ...range, columns: 1 }, "leftBorder"],
  EdgeRight: (range) => [{ ...range, column: range.column + range.columns - 1, columns: 1 }, "rightBorder"],
  InsideHorizontal: (range) => [range.rows > 1 ? { ...range, row: range.row + 1, rows: range.rows - 1 } : null, "topBorder"],
  InsideVertical: (range) => [range.columns > 1 ? { ...range, column: range.column + 1, columns: range.columns - 1 } : null, "leftBorder"],
} satisfies Readonly<Record<string, (range: RangeTarget) => readonly [RangeTarget | null, BorderPart]>>;

type BorderName = keyof typeof BORDERS;

export const bordersClass: HostClass<RangeTarget> = {
  name: "RangeBorderCollection",
  indexer: (range, side) => objectOf(borderClass, { range, name: borderName(side) }),
  methods: { GetItem: (range, side) => objectOf(borderClass, { range, name: borderName(side) }) },
};

export const borderClass: HostClass<BorderTarget> = {
  name: "RangeBorder",
  identity: ({ name }) => ({ Id: name }),
  properties: {
    sideIndex: ({ name }) => name,
    style: ({ range, name }) => {
      const [cells, part] = BORDERS[name](range);
      return cells && shared(cells, (style) => style?.[part] === true) ? "Continuous" : "None";
    },
  },
  setters: {
    style: ({ range, name }, style) => {
      const [cells, part] = BORDERS[name](range);
      if (cells) restyle(cells, { [part]: style !== "None" });
    },
    // One grey hairline is all this grid draws.
    color: () => undefined,
    weight: () => undefined,
  },
};

function borderName(side: unknown): BorderName {
  const name = String(side);
  if (name in BORDERS) return name as BorderName;
  throw new HostError("NotImplemented", `The workbench has no border "${name}".`, "RangeBorderCollection.getItem");
}

function restyle(range: RangeTarget, change: StyleChange): void {
  checkMayChange(range, "RangeFormat");
  range.world.grid.restyle(range, change);
}

/** What all cells agree on, or null when they differ. */
function shared<T>(range: RangeTarget, read: (style: CellStyle | undefined) => T): T | null {
  const cells: (CellContent | undefined)[] = range.world.grid.read(cut(range)).flat();
  const first = read(cells[0]?.style);
  return cells.every((cell) => read(cell?.style) === first) ? first : null;
}

/** Whole columns and rows are judged by what is in use. */
function cut(range: RangeTarget): RangeTarget {
  if (range.rows < MAX_ROWS && range.columns < MAX_COLUMNS) return range;
  const used = range.world.grid.used(range.sheetId);
  const rows = Math.min(range.rows, (used?.row ?? 0) + (used?.rows ?? 1));
  const columns = Math.min(range.columns, (used?.column ?? 0) + (used?.columns ?? 1));
  return { ...range, rows, columns };
}

function widthPoints(range: RangeTarget): number | null {
  const widths = new Set<number>();
  for (let column = range.column; column < range.column + Math.min(range.columns, 1000); column++) {
    widths.add(range.world.grid.columnWidthPx(range.sheetId, column));
  }
  const [only] = widths;
  return widths.size === 1 && only !== undefined ? only / PX_PER_POINT : null;
}

function heightPoints(range: RangeTarget): number | null {
  const heights = new Set<number>();
  for (let row = range.row; row < range.row + Math.min(range.rows, 1000); row++) {
    heights.add(range.world.grid.rowHeightPx(range.sheetId, row));
  }
  const [only] = heights;
  return heights.size === 1 && only !== undefined ? only / PX_PER_POINT : null;
}
