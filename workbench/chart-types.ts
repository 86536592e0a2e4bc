/** Kinds of chart the workbench knows, by the names of Excel's API. Others are refused by name. */

export type ChartDrawing = "column" | "bar" | "line" | "area" | "scatter";

export interface ChartKind {
  readonly drawing: ChartDrawing;
  readonly grouping: "clustered" | "standard" | "stacked" | "percentStacked";
  /** Points are marked; without, lines only. */
  readonly marked?: boolean;
  /** Points are joined. */
  readonly lined?: boolean;
}

const KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: { drawing: "column", grouping: "clustered" },
  ColumnStacked: { drawing: "column", grouping: "stacked" },
  ColumnStacked100: { drawing: "column", grouping: "percentStacked" },
  BarClustered: { drawing: "bar", grouping: "clustered" },
  BarStacked: { drawing: "bar", grouping: "stacked" },
  BarStacked100: { drawing: "bar", grouping: "percentStacked" },
  Line: { drawing: "line", grouping: "standard", lined: true },
  LineMarkers: { drawing: "line", grouping: "standard", marked: true, lined: true },
  Area: { drawing: "area", grouping: "standard" },
  AreaStacked: { drawing: "area", grouping: "stacked" },
  XYScatter: { drawing: "scatter", grouping: "standard", marked: true },
  XYScatterLines: { drawing: "scatter", grouping: "standard", marked: true, lined: true },
  XYScatterLinesNoMarkers: { drawing: "scatter", grouping: "standard", lined: true },
};

export function chartKind(type: string): ChartKind | undefined {
  return Object.prototype.hasOwnProperty.call(KINDS, type) ? KINDS[type] : undefined;
}
