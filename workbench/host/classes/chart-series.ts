import type { SeriesContent } from "../../content";
import { itemNotFound } from "../host-error";
import { PlainResult, type HostClass, type HostObject } from "../host-class";
import { changeChart, chartOf, type ChartTarget } from "./chart";
import { absoluteAddress } from "./chart-source";
import { asRange } from "./range-argument";
import { hexColor } from "./values";
import { objectOf } from "./world";

interface SeriesTarget {
  readonly chart: ChartTarget;
  readonly index: number;
}

export const seriesCollectionClass: HostClass<ChartTarget> = {
  name: "ChartSeriesCollection",
  properties: { count: (chart) => chartOf(chart).series.length },
  items: (chart) => chartOf(chart).series.map((_, index) => seriesObject(chart, index)),
  methods: {
    GetCount: (chart) => new PlainResult(chartOf(chart).series.length),
    GetItemAt: (chart, index) => seriesObject(chart, Number(index)),
    Add: (chart, name, index) => {
      const { series } = chartOf(chart);
      const at = typeof index === "number" ? Math.min(index, series.length) : series.length;
      const added: SeriesContent = { name: typeof name === "string" ? name : `Series${series.length + 1}` };
      changeChart(chart, { series: [...series.slice(0, at), added, ...series.slice(at)] });
      return seriesObject(chart, at);
    },
  },
};

export const seriesClass: HostClass<SeriesTarget> = {
  name: "ChartSeries",
  properties: { name: (target) => seriesOf(target).name },
  setters: { name: (target, name) => change(target, { name: String(name) }) },
  links: { format: (target) => objectOf(seriesFormatClass, target) },
  methods: {
    SetValues: (target, range) => change(target, { values: absoluteAddress(asRange(range, "ChartSeries.setValues")) }),
    SetXAxisValues: (target, range) => change(target, { categories: absoluteAddress(asRange(range, "ChartSeries.setXAxisValues")) }),
    Delete: ({ chart, index }) => changeChart(chart, { series: chartOf(chart).series.filter((_, at) => at !== index) }),
  },
};

export const seriesFormatClass: HostClass<SeriesTarget> = {
  name: "ChartSeriesFormat",
  links: {
    fill: (target) => objectOf(seriesFillClass, target),
    line: (target) => objectOf(seriesLineClass, target),
  },
};

/** A series has one colour here, whether it is filled or drawn as a line. */
export const seriesFillClass: HostClass<SeriesTarget> = {
  name: "ChartFill",
  methods: { SetSolidColor: (target, color) => change(target, { color: hexColor(color) }) },
};

export const seriesLineClass: HostClass<SeriesTarget> = {
  name: "ChartLineFormat",
  properties: { color: (target) => seriesOf(target).color ?? "" },
  setters: { color: (target, color) => change(target, { color: hexColor(color) }) },
};

function seriesObject(chart: ChartTarget, index: number): HostObject {
  return objectOf(seriesClass, { chart, index });
}

function seriesOf({ chart, index }: SeriesTarget): SeriesContent {
  const series = chartOf(chart).series[index];
  if (!series) throw itemNotFound("ChartSeries");
  return series;
}

function change(target: SeriesTarget, changed: Partial<SeriesContent>): void {
  seriesOf(target);
  const series = chartOf(target.chart).series.map((each, at) => (at === target.index ? { ...each, ...changed } : each));
  changeChart(target.chart, { series });
}

