/** Looks, print set-up and pictures of a sheet we wrote. A kindness: where Excel refuses one, the numbers stay. */
import type { Area, Dress, LaidOutChart, LaidOutSheet } from "../sheet/placing/draft-layout";
import { HEADING_FILL, ORIGIN_GREY, setNumberFormat } from "./looks";
import { rangeOf } from "./read-sheets";
import { excelHas } from "./run-in-excel";

const TITLE_POINTS = 14;

/** Answers what could not be done, in a sentence, or null. */
export async function dressSheet(
  context: Excel.RequestContext,
  sheet: string,
  layout: LaidOutSheet,
  landscape: boolean,
): Promise<string | null> {
  const steps: readonly (readonly [what: string, step: () => void])[] = [
    ["their formats", () => dressCells(context, sheet, layout)],
    ["the page set-up for printing", () => setUpPage(context, sheet, layout, landscape)],
    ["the charts", () => drawCharts(context, sheet, layout.charts)],
  ];
  const refused: string[] = [];
  for (const [what, step] of steps) {
    try {
      step();
      await context.sync();
    } catch {
      refused.push(what);
    }
  }
  return refused.length === 0 ? null : `The numbers are there, but Excel refused ${refused.join(" and ")}.`;
}

function dressCells(context: Excel.RequestContext, sheet: string, layout: LaidOutSheet): void {
  const range = (area: Area): Excel.Range => rangeOf(context, { sheet, ...area });
  for (const { area, format } of layout.numberFormats) setNumberFormat(range(area), format);
  for (const { area, dress } of layout.dressed) DRESSES[dress](range(area));
  layout.widths.forEach((width, column) => {
    range({ row: 0, column, rows: 1, columns: 1 }).format.columnWidth = width;
  });
  for (const { row, points } of layout.heights) range({ row, column: 0, rows: 1, columns: 1 }).format.rowHeight = points;
  if (layout.frozenRows > 0) context.workbook.worksheets.getItem(sheet).freezePanes.freezeRows(layout.frozenRows);
}

const DRESSES: Readonly<Record<Dress, (range: Excel.Range) => void>> = {
  title: (range) => {
    range.format.font.bold = true;
    range.format.font.size = TITLE_POINTS;
  },
  grey: (range) => {
    range.format.font.color = ORIGIN_GREY;
  },
  blockTitle: (range) => {
    range.format.font.bold = true;
  },
  heading: (range) => {
    range.format.font.bold = true;
    range.format.fill.color = HEADING_FILL;
    range.format.verticalAlignment = "Center";
  },
  right: (range) => {
    range.format.horizontalAlignment = "Right";
  },
  lined: (range) => {
    range.format.font.bold = true;
    range.format.borders.getItem("EdgeTop").style = "Continuous";
  },
  indented: (range) => {
    // Without a side to be indented from, other programs indent nothing.
    range.format.horizontalAlignment = "Left";
    if (excelHas("1.9")) range.format.indentLevel = 1;
  },
  top: (range) => {
    range.format.verticalAlignment = "Top";
  },
  wrapped: (range) => {
    range.format.wrapText = true;
  },
};

/** Excel can be told from ExcelApi 1.9 on. */
function setUpPage(context: Excel.RequestContext, sheet: string, { repeatedRow, printed }: LaidOutSheet, landscape: boolean): void {
  if (!excelHas("1.9")) return;
  const page = context.workbook.worksheets.getItem(sheet).pageLayout;
  page.orientation = landscape ? "Landscape" : "Portrait";
  page.zoom = { horizontalFitToPages: 1 };
  if (printed !== null) page.setPrintArea(rangeOf(context, { sheet, ...printed }));
  if (repeatedRow !== null) page.setPrintTitleRows(`$${repeatedRow + 1}:$${repeatedRow + 1}`);
  page.headersFooters.defaultForAllPages.centerFooter = "Page &P of &N";
}

/** Native charts over the written cells (ExcelApi 1.7 for several series over one column of categories). */
function drawCharts(context: Excel.RequestContext, sheet: string, charts: readonly LaidOutChart[]): void {
  const range = (area: Area): Excel.Range => rangeOf(context, { sheet, ...area });
  for (const { draft, categories, series, at } of charts) {
    const [first, ...others] = series;
    if (first === undefined) continue;
    const chart = context.workbook.worksheets.getItem(sheet).charts.add(draft.type, range(first), "Columns");
    chart.title.text = draft.title;
    chart.setPosition(range({ ...at, rows: 1, columns: 1 }), range({ row: at.row + at.rows - 1, column: at.column + at.columns - 1, rows: 1, columns: 1 }));
    chart.series.getItemAt(0).setXAxisValues(range(categories));
    others.forEach((area, index) => {
      const line = chart.series.add(draft.series[index + 1]);
      line.setValues(range({ ...area, row: area.row + 1, rows: area.rows - 1 }));
      line.setXAxisValues(range(categories));
    });
  }
}
