import type { ChartContent, ChartPlace } from "../../content";
import { chartKind } from "../../chart-types";
import { HostError, invalidArgument, itemNotFound } from "../host-error";
import { PlainResult, type HostClass, type HostObject } from "../host-class";
import { axesClass, chartLegendClass, chartTitleClass } from "./chart-parts";
import { seriesCollectionClass } from "./chart-series";
import { placeOfCells } from "./chart-place";
import { seriesFrom, type SeriesBy } from "./chart-source";
import { asRange, rangeNamed } from "./range-argument";
import { checkMayChange, sheetInfo } from "./sheet-info";
import { worksheetObject } from "./worksheet";
import { objectOf, type ExcelWorld, type SheetTarget } from "./world";

/** A chart of a sheet, as data: nothing is drawn by Excel's rules here. */
export interface ChartTarget extends SheetTarget {
  readonly chartId: string;
}

/** Where Excel puts a new chart, and how large it makes it. */
const NEW_PLACE: ChartPlace = { left: 60, top: 60, width: 360, height: 216 };

export const chartClass: HostClass<ChartTarget> = {
  name: "Chart",
  identity: ({ chartId }) => ({ Id: chartId }),
  properties: {
    id: ({ chartId }) => chartId,
    name: (target) => chartOf(target).name,
    chartType: (target) => chartOf(target).type,
    left: (target) => chartOf(target).place.left,
    top: (target) => chartOf(target).place.top,
    width: (target) => chartOf(target).place.width,
    height: (target) => chartOf(target).place.height,
  },
  setters: {
    name: (target, name) => changeChart(target, { name: String(name) }),
    chartType: (target, type) => changeChart(target, { type: knownType(type) }),
    left: (target, points) => move(target, { left: Number(points) }),
    top: (target, points) => move(target, { top: Number(points) }),
    width: (target, points) => move(target, { width: Number(points) }),
    height: (target, points) => move(target, { height: Number(points) }),
  },
  links: {
    title: (target) => objectOf(chartTitleClass, target),
    legend: (target) => objectOf(chartLegendClass, target),
    axes: (target) => objectOf(axesClass, target),
    series: (target) => objectOf(seriesCollectionClass, target),
    worksheet: (target) => worksheetObject(target.world, target.sheetId),
  },
  methods: {
    Delete: (target) => {
      checkMayChange(target, "Chart.delete");
      keep(target, chartsOf(target).filter(({ id }) => id !== chartOf(target).id));
    },
    SetPosition: (target, startCell, endCell) => {
      const start = rangeNamed(target.world, startCell, target.sheetId, "Chart.setPosition");
      const end = endCell === undefined || endCell === null ? null : rangeNamed(target.world, endCell, target.sheetId, "Chart.setPosition");
      move(target, placeOfCells(start, end, chartOf(target).place));
    },
    SetData: (target, source, seriesBy) =>
      changeChart(target, { series: seriesFrom(asRange(source, "Chart.setData"), chartOf(target).type, sidesOf(seriesBy)) }),
  },
};

export const chartsClass: HostClass<SheetTarget> = {
  name: "ChartCollection",
  properties: { count: (sheet) => chartsOf(sheet).length },
  items: (sheet) => chartsOf(sheet).map(({ id }) => chartObject(sheet, id)),
  indexer: (sheet, key) => chartOrThrow(sheet, key),
  methods: {
    Add: (sheet, type, source, seriesBy) => add(sheet, knownType(type), source, sidesOf(seriesBy)),
    GetCount: (sheet) => new PlainResult(chartsOf(sheet).length),
    GetItem: (sheet, name) => chartOrThrow(sheet, name),
    GetItemAt: (sheet, index) => {
      const chart = chartsOf(sheet)[Number(index)];
      if (!chart) throw itemNotFound("ChartCollection.getItemAt");
      return chartObject(sheet, chart.id);
    },
    GetItemOrNullObject: (sheet, name) => findChart(sheet, name),
  },
};

/** ItemNotFound for a chart that is gone. */
export function chartOf(target: ChartTarget): ChartContent {
  const chart = chartsOf(target).find(({ id }) => id === target.chartId);
  if (!chart) throw itemNotFound("Chart");
  return chart;
}

export function changeChart(target: ChartTarget, change: Partial<ChartContent>): void {
  checkMayChange(target, "Chart");
  const changed = { ...chartOf(target), ...change };
  keep(target, chartsOf(target).map((chart) => (chart.id === changed.id ? changed : chart)));
}

function move(target: ChartTarget, place: Partial<ChartPlace>): void {
  changeChart(target, { place: { ...chartOf(target).place, ...place } });
}

function chartsOf(sheet: SheetTarget): readonly ChartContent[] {
  sheetInfo(sheet, "Chart");
  return sheet.world.grid.sheetRecord(sheet.sheetId).charts;
}

function keep(sheet: SheetTarget, charts: readonly ChartContent[]): void {
  sheet.world.grid.changeSheetRecord(sheet.sheetId, { charts });
}

function add(sheet: SheetTarget, type: string, source: unknown, seriesBy: SeriesBy): HostObject {
  checkMayChange(sheet, "ChartCollection.add");
  const series = seriesFrom(asRange(source, "ChartCollection.add"), type, seriesBy);
  const number = nextNumber(sheet.world);
  // With one series its name is the chart's title, as Excel has it.
  const only = series.length === 1 ? series[0] : undefined;
  const chart: ChartContent = {
    id: `chart-${number}`,
    name: `Chart ${number}`,
    type,
    title: only?.name || "Chart Title",
    showTitle: true,
    showLegend: series.length > 1,
    legendSide: "Bottom",
    series,
    place: NEW_PLACE,
  };
  keep(sheet, [...chartsOf(sheet), chart]);
  return chartObject(sheet, chart.id);
}

function nextNumber(world: ExcelWorld): number {
  const ids = world.grid.sheets().flatMap(({ id }) => world.grid.sheetRecord(id).charts.map((chart) => Number(chart.id.replace("chart-", ""))));
  return Math.max(0, ...ids.filter(Number.isFinite)) + 1;
}

function chartObject({ world, sheetId }: SheetTarget, chartId: string): HostObject {
  return objectOf(chartClass, { world, sheetId, chartId });
}

/** By name or by id. */
function findChart(sheet: SheetTarget, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const found = chartsOf(sheet).find(({ id, name }) => id === key || name.toLowerCase() === wanted);
  return found ? chartObject(sheet, found.id) : null;
}

function chartOrThrow(sheet: SheetTarget, key: unknown): HostObject {
  const chart = findChart(sheet, key);
  if (!chart) throw itemNotFound("ChartCollection.getItem");
  return chart;
}

function knownType(type: unknown): string {
  if (chartKind(String(type))) return String(type);
  throw new HostError("NotImplemented", `The workbench has no chart "${String(type)}".`, "ChartCollection.add");
}

function sidesOf(seriesBy: unknown): SeriesBy {
  if (seriesBy === undefined || seriesBy === null || seriesBy === "Auto") return "Auto";
  if (seriesBy === "Columns" || seriesBy === "Rows") return seriesBy;
  throw invalidArgument("ChartCollection.add");
}
