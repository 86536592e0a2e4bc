import { blockAddress } from "../../addresses";
import type { PageEdgeContent, PrintContent, PrintZoom } from "../../content";
import { invalidArgument } from "../host-error";
import type { HostClass } from "../host-class";
import { asRangeOr } from "./range-argument";
import { sheetInfo } from "./sheet-info";
import { objectOf, type SheetTarget } from "./world";

/** How a sheet prints: kept with the workbook and written into its file; nothing is printed here. */
export const pageLayoutClass: HostClass<SheetTarget> = {
  name: "PageLayout",
  properties: {
    orientation: (sheet) => (printOf(sheet).landscape ? "Landscape" : "Portrait"),
    centerHorizontally: (sheet) => printOf(sheet).centerHorizontally === true,
    centerVertically: (sheet) => printOf(sheet).centerVertically === true,
    zoom: (sheet) => zoomOf(printOf(sheet)),
  },
  setters: {
    orientation: (sheet, value) => {
      if (value !== "Landscape" && value !== "Portrait") throw invalidArgument("PageLayout.orientation");
      change(sheet, { landscape: value === "Landscape" });
    },
    centerHorizontally: (sheet, value) => change(sheet, { centerHorizontally: value === true }),
    centerVertically: (sheet, value) => change(sheet, { centerVertically: value === true }),
    zoom: (sheet, value) => change(sheet, { zoom: zoomFrom(value) }),
  },
  links: { headersFooters: (sheet) => objectOf(headersFootersClass, sheet) },
  methods: {
    SetPrintArea: (sheet, area) => {
      const block = asRangeOr(area, "PageLayout.setPrintArea");
      change(sheet, { area: blockAddress(block) });
    },
    SetPrintTitleRows: (sheet, rows) => {
      const block = asRangeOr(rows, "PageLayout.setPrintTitleRows");
      // Of cells that are no whole rows Excel takes the rows they stand in.
      change(sheet, { repeatRows: `${block.row + 1}:${block.row + block.rows}` });
    },
  },
};

export const headersFootersClass: HostClass<SheetTarget> = {
  name: "HeaderFooterGroup",
  links: { defaultForAllPages: (sheet) => objectOf(headerFooterClass, sheet) },
};

type Edge = "header" | "footer";
type Side = keyof PageEdgeContent;

const EDGES: readonly (readonly [name: string, edge: Edge, side: Side])[] = [
  ["leftHeader", "header", "left"],
  ["centerHeader", "header", "center"],
  ["rightHeader", "header", "right"],
  ["leftFooter", "footer", "left"],
  ["centerFooter", "footer", "center"],
  ["rightFooter", "footer", "right"],
];

export const headerFooterClass: HostClass<SheetTarget> = {
  name: "HeaderFooter",
  properties: Object.fromEntries(
    EDGES.map(([name, edge, side]) => [name, (sheet: SheetTarget) => printOf(sheet)[edge]?.[side] ?? ""]),
  ),
  setters: Object.fromEntries(
    EDGES.map(([name, edge, side]) => [
      name,
      (sheet: SheetTarget, text: unknown) => change(sheet, { [edge]: { ...printOf(sheet)[edge], [side]: String(text) } }),
    ]),
  ),
};

function printOf(sheet: SheetTarget): PrintContent {
  sheetInfo(sheet, "PageLayout");
  return sheet.world.grid.sheetRecord(sheet.sheetId).print;
}

function change(sheet: SheetTarget, print: Partial<PrintContent>): void {
  sheet.world.grid.changeSheetRecord(sheet.sheetId, { print: { ...printOf(sheet), ...print } });
}

function zoomOf({ zoom }: PrintContent): Readonly<Record<string, number>> {
  if (zoom === undefined) return { scale: 100 };
  if ("scalePercent" in zoom) return { scale: zoom.scalePercent };
  const { pagesWide, pagesHigh } = zoom;
  return {
    ...(pagesWide === undefined ? {} : { horizontalFitToPages: pagesWide }),
    ...(pagesHigh === undefined ? {} : { verticalFitToPages: pagesHigh }),
  };
}

/** A new zoom replaces the old one whole. */
function zoomFrom(value: unknown): PrintZoom {
  const { scale, horizontalFitToPages: wide, verticalFitToPages: high } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof scale === "number") {
    if (scale < 10 || scale > 400) throw invalidArgument("PageLayout.zoom");
    return { scalePercent: scale };
  }
  return {
    ...(typeof wide === "number" ? { pagesWide: wide } : {}),
    ...(typeof high === "number" ? { pagesHigh: high } : {}),
  };
}
