/** Print set-up, charts and cell formats of the fake Excel, recorded as they are set. */
import type { CellBlock } from "../../src/sheet/placing/addresses";
import type { FakeSheet } from "./fake-excel";
import { ExcelError, remote, type Waiting } from "./fake-remote";

export interface FakeSeries {
  name: string;
  values: CellBlock | null;
  categories: CellBlock | null;
}

export interface FakeChart {
  readonly type: string;
  readonly source: CellBlock;
  readonly series: FakeSeries[];
  title: string;
  at: readonly [CellBlock, CellBlock] | null;
}

type InRange = { readonly block: CellBlock };

export function chartsProxy(link: Waiting, sheet: FakeSheet): unknown {
  return remote(link, "charts", { count: () => sheet.charts.length }, {
    add: (type: string, range: InRange, seriesBy: string) => {
      if (seriesBy !== "Columns") throw new ExcelError("InvalidArgument");
      const chart: FakeChart = { type, source: range.block, series: [{ name: "", values: range.block, categories: null }], title: "", at: null };
      sheet.charts.push(chart);
      return remote(link, "chart", {}, {
        title: remote(link, "title", {}, { "set text": (text: string) => (chart.title = text) }),
        setPosition: (from: InRange, to: InRange) => (chart.at = [from.block, to.block]),
        series: {
          getItemAt: (index: number) => seriesProxy(link, chart.series[index]),
          add: (name: string) => seriesProxy(link, chart.series[chart.series.push({ name, values: null, categories: null }) - 1]),
        },
      });
    },
  });
}

function seriesProxy(link: Waiting, series: FakeSeries | undefined): unknown {
  if (series === undefined) throw new ExcelError("ItemNotFound");
  return remote(link, "series", {}, {
    setValues: (range: InRange) => (series.values = range.block),
    setXAxisValues: (range: InRange) => (series.categories = range.block),
  });
}

export function pageProxy(link: Waiting, sheet: FakeSheet): unknown {
  const put = (name: string) => (value: unknown) => sheet.page.set(name, value);
  const headersFooters = { defaultForAllPages: remote(link, "headersFooters", {}, { "set centerFooter": put("footer") }) };
  return remote(link, "pageLayout", {}, {
    "set orientation": put("orientation"),
    "set zoom": put("zoom"),
    setPrintTitleRows: put("titleRows"),
    headersFooters,
  });
}

export function formatProxy(link: Waiting, sheet: FakeSheet, block: CellBlock, each: (act: (key: string) => void) => void): unknown {
  const mark = (on: boolean): void => each((key) => (on ? sheet.filled.add(key) : sheet.filled.delete(key)));
  const look = (name: string) => (value: unknown) => each((key) => sheet.looks.set(`${key} ${name}`, value));
  const font = { "set bold": mark, "set color": look("color"), "set size": look("size") };
  return remote(link, "format", { columnWidth: () => sheet.widths.get(block.column) ?? 48 }, {
    "set columnWidth": (width: number) => sheet.widths.set(block.column, width),
    "set horizontalAlignment": look("alignment"),
    "set wrapText": look("wrap"),
    "set verticalAlignment": look("vertical"),
    "set indentLevel": look("indent"),
    font: remote(link, "font", {}, font),
    fill: remote(link, "fill", {}, { "set color": () => mark(true), clear: () => mark(false) }),
    borders: { getItem: (side: string) => remote(link, "border", {}, { "set style": look(side) }) },
  });
}
