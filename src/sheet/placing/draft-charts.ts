/** Where the charts of a sheet stand: beside a narrow table, below the tables, or right of one that may grow; on no cell that is written. */
import type { Area, LaidOutChart } from "./draft-layout";
import type { DraftChart, SheetDraft } from "./sheet-draft";

export const CHART_ROWS = 16;
const CHART_COLUMNS = 8;

/** A sheet while it is laid out. */
interface Sheet {
  readonly cells: (string | number | boolean | null)[][];
  readonly tables: readonly (Area | null)[];
  readonly charts: LaidOutChart[];
}

export function addChartsBelow(sheet: Sheet, draft: SheetDraft, standing: number): void {
  const below = draft.charts.filter((chart) => chart.beside === undefined && chart.block < standing);
  for (const chart of below) {
    goBelowCharts(sheet);
    addChart(sheet, draft, chart, { row: sheet.cells.length + 1, column: 0 });
  }
  if (standing < draft.blocks.length) goBelowCharts(sheet);
}

export function addChart(sheet: Sheet, { blocks }: SheetDraft, chart: DraftChart, { row, column }: Pick<Area, "row" | "column">): void {
  const table = sheet.tables[chart.block] ?? null;
  const headings = blocks[chart.block]?.columns.map(({ heading }) => heading) ?? [];
  const categories = headings.indexOf(chart.categories);
  const series = chart.series.map((heading) => headings.indexOf(heading));
  if (table === null || table.rows < 2 || categories < 0 || series.some((at) => at < 0)) return;
  sheet.charts.push({
    draft: chart,
    categories: { ...table, row: table.row + 1, rows: table.rows - 1, column: categories, columns: 1 },
    series: series.map((at) => ({ ...table, column: at, columns: 1 })),
    at: { row, column, rows: CHART_ROWS, columns: CHART_COLUMNS },
  });
}

/** The first row below all that stands on the sheet so far. */
export function rowsUsed({ cells, charts }: Sheet): number {
  return Math.max(cells.length, ...charts.map(({ at }) => at.row + at.rows));
}

export function goBelowCharts(sheet: Sheet): void {
  for (let missing = rowsUsed(sheet) - sheet.cells.length; missing > 0; missing--) sheet.cells.push([]);
}
