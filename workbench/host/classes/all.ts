/** Every class of the object model that the workbench has, for its documentation and its tests. */
import { own } from "../dispatcher";
import type { HostClass } from "../host-class";
import { chartClass, chartsClass } from "./chart";
import { axesClass, axisClass, axisTitleClass, chartLegendClass, chartTitleClass } from "./chart-parts";
import { seriesClass, seriesCollectionClass, seriesFillClass, seriesFormatClass, seriesLineClass } from "./chart-series";
import { wacWorkbookClass } from "./created-workbook";
import { eventBegunBy } from "./events";
import { namedItemClass, namedItemsClass } from "./named-item";
import { headerFooterClass, headersFootersClass, pageLayoutClass } from "./page-layout";
import { rangeClass } from "./range";
import { borderClass, bordersClass, rangeFillClass, rangeFontClass, rangeFormatClass } from "./range-format";
import { tableClass, tablesClass } from "./table";
import { tableColumnClass, tableColumnsClass, tableRowClass, tableRowsClass } from "./table-parts";
import { applicationClass, workbookClass } from "./workbook";
import { freezePanesClass, worksheetClass, worksheetsClass } from "./worksheet";
import { functionResultClass, functionsClass } from "./worksheet-functions";
import { protectionClass, workbookProtectionClass } from "./protection";

// Tables of different targets have nothing in common but their member names, which is all that is read here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const ALL_CLASSES: readonly HostClass<any>[] = [
  workbookClass,
  workbookProtectionClass,
  applicationClass,
  wacWorkbookClass,
  functionsClass,
  functionResultClass,
  worksheetsClass,
  worksheetClass,
  protectionClass,
  freezePanesClass,
  pageLayoutClass,
  headersFootersClass,
  headerFooterClass,
  rangeClass,
  rangeFormatClass,
  rangeFillClass,
  rangeFontClass,
  bordersClass,
  borderClass,
  tablesClass,
  tableClass,
  tableRowsClass,
  tableRowClass,
  tableColumnsClass,
  tableColumnClass,
  namedItemsClass,
  namedItemClass,
  chartsClass,
  chartClass,
  chartTitleClass,
  chartLegendClass,
  axesClass,
  axisClass,
  axisTitleClass,
  seriesCollectionClass,
  seriesClass,
  seriesFormatClass,
  seriesFillClass,
  seriesLineClass,
];

/** office.js asks for these without a method of their object. */
const EVENTS_OF_THEIR_OWN: Readonly<Record<string, readonly string[]>> = { Workbook: ["onSelectionChanged"] };

/** Members by class, as add-in code names them: methods with "()", events by their name, what can also be set with "=". */
export function supportedMembers(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    ALL_CLASSES.map((hostClass) => {
      const settable = Object.keys(hostClass.setters ?? {}).map(asDocumented);
      const readable = Object.keys(hostClass.properties ?? {}).map((name) =>
        settable.includes(name) ? `${name}=` : name,
      );
      const onlySettable = settable.filter((name) => !own(hostClass.properties, name)).map((name) => `${name}=`);
      const methods = Object.keys(hostClass.methods ?? {}).flatMap(methodName);
      const items = hostClass.items ? ["items"] : [];
      const events = EVENTS_OF_THEIR_OWN[hostClass.name] ?? [];
      const all = [...events, ...readable, ...onlySettable, ...Object.keys(hostClass.links ?? {}), ...items, ...methods];
      return [hostClass.name, [...new Set(all)].sort((a, b) => a.localeCompare(b))];
    }),
  );
}

/** office.js sets one property under another name than add-in code uses. */
function asDocumented(setter: string): string {
  return setter === "gridlines" ? "showGridlines" : setter;
}

/** Methods that start with "_" are how office.js asks for events. */
function methodName(name: string): readonly string[] {
  const event = eventBegunBy(name);
  if (event !== undefined) return [event];
  if (name.startsWith("_")) return [];
  return [`${name.charAt(0).toLowerCase()}${name.slice(1)}()`];
}
