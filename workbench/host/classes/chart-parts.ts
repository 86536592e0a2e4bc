import type { HostClass } from "../host-class";
import { changeChart, chartOf, type ChartTarget } from "./chart";
import { objectOf } from "./world";

export const chartTitleClass: HostClass<ChartTarget> = {
  name: "ChartTitle",
  properties: { text: (chart) => chartOf(chart).title, visible: (chart) => chartOf(chart).showTitle },
  setters: {
    text: (chart, text) => changeChart(chart, { title: String(text), showTitle: true }),
    visible: (chart, on) => changeChart(chart, { showTitle: on === true }),
  },
};

export const chartLegendClass: HostClass<ChartTarget> = {
  name: "ChartLegend",
  properties: { visible: (chart) => chartOf(chart).showLegend, position: (chart) => chartOf(chart).legendSide },
  setters: {
    visible: (chart, on) => changeChart(chart, { showLegend: on === true }),
    position: (chart, side) => changeChart(chart, { legendSide: String(side), showLegend: true }),
  },
};

export const axesClass: HostClass<ChartTarget> = {
  name: "ChartAxes",
  links: {
    categoryAxis: (chart) => objectOf(axisClass, { chart, axis: "categoryAxisTitle" }),
    valueAxis: (chart) => objectOf(axisClass, { chart, axis: "valueAxisTitle" }),
  },
};

interface AxisTarget {
  readonly chart: ChartTarget;
  readonly axis: "categoryAxisTitle" | "valueAxisTitle";
}

export const axisClass: HostClass<AxisTarget> = {
  name: "ChartAxis",
  links: { title: (target) => objectOf(axisTitleClass, target) },
};

export const axisTitleClass: HostClass<AxisTarget> = {
  name: "ChartAxisTitle",
  properties: {
    text: ({ chart, axis }) => chartOf(chart)[axis] ?? "",
    visible: ({ chart, axis }) => chartOf(chart)[axis] !== undefined,
  },
  setters: {
    text: ({ chart, axis }, text) => changeChart(chart, { [axis]: String(text) }),
    visible: ({ chart, axis }, on) => {
      if (on !== true) changeChart(chart, { [axis]: undefined });
    },
  },
};
