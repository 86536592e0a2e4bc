import type { CellContent, CellStyle } from "../../content";
import { HostError } from "../host-error";
import type { HostClass } from "../host-class";
import { MAX_COLUMNS, MAX_ROWS } from "../../addresses";
import { objectOf, type RangeTarget } from "./world";

const PX_PER_POINT = 4 / 3;
const ALIGNMENTS = { General: null, Left: "left", Center: "center", Right: "right" } as const;

export const rangeFormatClass: HostClass<RangeTarget> = {
  name: "RangeFormat",
  properties: {
    columnWidth: (range) => widthPoints(range),
    horizontalAlignment: (range) => {
      const side = shared(range, (style) => style?.horizontal ?? null);
      return Object.entries(ALIGNMENTS).find(([, value]) => value === side)?.[0] ?? "General";
    },
    wrapText: (range) => shared(range, (style) => style?.wrap === true),
  },
  setters: {
    columnWidth: (range, points) => {
      range.world.grid.setColumnWidthPx(range.sheetId, range.column, range.columns, Number(points) * PX_PER_POINT);
    },
    horizontalAlignment: (range, value) => {
      const name = String(value);
      if (!(name in ALIGNMENTS)) {
        throw new HostError("NotImplemented", `The workbench has no alignment "${name}".`, "RangeFormat.horizontalAlignment");
      }
      range.world.grid.restyle(range, { horizontal: ALIGNMENTS[name as keyof typeof ALIGNMENTS] });
    },
    wrapText: (range, value) => range.world.grid.restyle(range, { wrap: value === true }),
  },
  links: {
    fill: (range) => objectOf(rangeFillClass, range),
    font: (range) => objectOf(rangeFontClass, range),
    borders: (range) => objectOf(bordersClass, range),
  },
  methods: {
    AutofitColumns: (range) => range.world.grid.fitColumns(range.sheetId, range.column, range.columns),
  },
};

export const rangeFillClass: HostClass<RangeTarget> = {
  name: "RangeFill",
  properties: { color: (range) => shared(range, (style) => style?.fill ?? "#FFFFFF") },
  setters: { color: (range, color) => range.world.grid.restyle(range, { fill: hex(color) }) },
  methods: { Clear: (range) => range.world.grid.restyle(range, { fill: null }) },
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
    bold: (range, bold) => range.world.grid.restyle(range, { bold: bold === true }),
    italic: (range, italic) => range.world.grid.restyle(range, { italic: italic === true }),
    underline: (range, kind) => range.world.grid.restyle(range, { underline: kind !== "None" }),
    color: (range, color) => range.world.grid.restyle(range, { fontColor: hex(color) }),
    size: (range, points) => range.world.grid.restyle(range, { fontSizePt: Number(points) }),
  },
};

interface BorderTarget {
  readonly range: RangeTarget;
  readonly side: "topBorder" | "bottomBorder";
}

export const bordersClass: HostClass<RangeTarget> = {
  name: "RangeBorderCollection",
  indexer: (range, side) => objectOf(borderClass, { range, side: borderSide(side) }),
  methods: { GetItem: (range, side) => objectOf(borderClass, { range, side: borderSide(side) }) },
};

export const borderClass: HostClass<BorderTarget> = {
  name: "RangeBorder",
  properties: {
    style: ({ range, side }) => (shared(range, (style) => style?.[side] === true) ? "Continuous" : "None"),
  },
  setters: {
    style: ({ range, side }, style) => {
      const edge = side === "topBorder" ? { ...range, rows: 1 } : { ...range, row: range.row + range.rows - 1, rows: 1 };
      range.world.grid.restyle(edge, { [side]: style !== "None" });
    },
    // One grey hairline is all this grid draws.
    color: () => undefined,
    weight: () => undefined,
  },
};

function borderSide(side: unknown): BorderTarget["side"] {
  if (side === "EdgeTop") return "topBorder";
  if (side === "EdgeBottom") return "bottomBorder";
  throw new HostError("NotImplemented", `The workbench has no border "${String(side)}".`, "RangeBorderCollection.getItem");
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

function hex(color: unknown): string {
  const text = String(color);
  if (!/^#[0-9a-f]{6}$/i.test(text)) {
    throw new HostError("NotImplemented", `The workbench knows colours as "#RRGGBB", not "${text}".`, "RangeFormat");
  }
  return text.toUpperCase();
}
