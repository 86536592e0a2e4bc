/** What goes into which cell of a sheet to be written. Pure: `src/workbook` carries it out. */
import { columnLetters, type CellBlock } from "./addresses";
import { leastWidthInPoints, LONGEST_TEXT, widthInPoints } from "./column-widths";
import { GENERAL, NUMBER_FORMATS } from "./result-tables";
import { addChart, addChartsBelow, CHART_ROWS, goBelowCharts, rowsUsed } from "./draft-charts";
import { rowHeights, ROWS_MEASURED } from "./row-heights";
import { runsOf } from "./runs";
import type { DraftBlock, DraftCell, DraftChart, DraftFormula, SheetDraft } from "./sheet-draft";
import { asCell, asText } from "./text-cells";

/** A block on a sheet whose name is not settled yet. */
export type Area = Omit<CellBlock, "sheet">;

/**
 * `lined`: totals under a border. `right`: headings over figures. `indented`: text beside the figures of the column to
 * its left. `wrapped`: sentences longer than their column; `top`: the rows of a table that has some.
 */
export type Dress = "title" | "grey" | "blockTitle" | "heading" | "right" | "indented" | "lined" | "top" | "wrapped";

export interface LaidOutChart {
  readonly draft: DraftChart;
  readonly categories: Area;
  /** With the heading above the figures. */
  readonly series: readonly Area[];
  readonly at: Area;
}

export interface LaidOutSheet {
  /** Row by row from A1; null leaves a cell alone. Formulas start with =, text never does. */
  readonly cells: readonly (readonly (string | number | boolean | null)[])[];
  readonly columns: number;
  /** What formulas are expected to give, where the draft tells, and the sums of totals: for files, which keep values beside formulas. */
  readonly expected: readonly { readonly row: number; readonly column: number; readonly value: DraftCell }[];
  /** Of each block: its headings and the rows below them, without totals; null where it has no table. */
  readonly tables: readonly (Area | null)[];
  /** Cells whose formula spills, with the block it is expected to fill. */
  readonly spills: readonly Area[];
  readonly dressed: readonly { readonly area: Area; readonly dress: Dress }[];
  readonly numberFormats: readonly { readonly area: Area; readonly format: string }[];
  /** In points, from column A. */
  readonly widths: readonly number[];
  /** Rows with headings of several lines; all others are as high as Excel makes them. */
  readonly heights: readonly { readonly row: number; readonly points: number }[];
  /** What is printed; null: all. A table that may grow is left out below others. */
  readonly printed: Area | null;
  /** Rows that stay in sight; 0: none. */
  readonly frozenRows: number;
  /** Row (from 0) repeated on every printed page; null when there is no table. */
  readonly repeatedRow: number | null;
  readonly names: readonly { readonly name: string; readonly area: Area }[];
  readonly charts: readonly LaidOutChart[];
}

export interface DayCount {
  /** The workbook counts days from 1904. */
  readonly from1904: boolean;
}

/** Excel's serials of one day differ by this much between the two ways to count. */
export const DAYS_1900_TO_1904 = 1462;
/** Formats of a spill reach this far below, for rows that it adds later. */
const ROOM_BELOW_SPILL = 200;
/** A taller heap of lines would leave no room to scroll. */
const ROWS_FROZEN_AT_MOST = 8;
/** Left of other columns a text leaves them less room. */
const LONGEST_TEXT_BETWEEN = 28;
/** Between a narrow table and the chart beside it: room for a last text that runs on. */
const COLUMNS_BEFORE_CHART = 3;

interface Sheet {
  readonly cells: (string | number | boolean | null)[][];
  readonly expected: { row: number; column: number; value: DraftCell }[];
  readonly spills: Area[];
  readonly dressed: { area: Area; dress: Dress }[];
  readonly numberFormats: { area: Area; format: string }[];
  readonly widths: number[];
  readonly names: { name: string; area: Area }[];
  /** Of each block: its headings and the rows below them; null when it has no table. */
  readonly tables: (Area | null)[];
  readonly charts: LaidOutChart[];
  /** Columns of the widest table. A narrower one shares its columns, and its last text runs on to the right. */
  readonly widest: number;
}

export function layOutDraft(draft: SheetDraft, { from1904 }: DayCount = { from1904: false }): LaidOutSheet {
  const widest = Math.max(1, ...draft.blocks.map((block) => block.columns.length));
  const sheet: Sheet = { cells: [], expected: [], spills: [], dressed: [], numberFormats: [], widths: [], names: [], tables: [], charts: [], widest };
  addLine(sheet, draft.title, "title");
  addLine(sheet, draft.madeBy, "grey");
  for (const note of draft.notes) addLine(sheet, note, null);
  const growing = draft.blocks.findIndex(({ content }) => content.kind === "spill");
  const standing = growing < 0 ? draft.blocks.length : growing;
  draft.blocks.slice(0, standing).forEach((block, at) => addBlockAndCharts(sheet, draft, block, at, from1904));
  addRemarks(sheet, draft.remarks ?? []);
  addChartsBelow(sheet, draft, standing);
  const printed = standing > 0 && growing >= 0 ? { row: 0, column: 0, rows: rowsUsed(sheet), columns: widestOf(draft.blocks.slice(0, standing)) } : null;
  draft.blocks.slice(standing).forEach((block, at) => addBlockAndCharts(sheet, draft, block, standing + at, from1904));
  const first = draft.isPage === true ? null : (sheet.tables.find((table) => table !== null) ?? null);
  // Not as arguments of one call: a worker's stack does not hold 100,000 of them.
  const columns = [...sheet.cells.map((row) => row.length), ...sheet.spills.map(({ columns: wide }) => wide)].reduce((most, wide) => Math.max(most, wide), 1);
  return {
    cells: sheet.cells,
    columns,
    expected: sheet.expected,
    tables: sheet.tables,
    spills: sheet.spills,
    dressed: sheet.dressed,
    numberFormats: sheet.numberFormats,
    widths: sheet.widths,
    heights: rowHeights(sheet, draft.blocks, (block) => runsOn(sheet, block)),
    printed,
    frozenRows: first !== null && first.row < ROWS_FROZEN_AT_MOST ? first.row + 1 : 0,
    repeatedRow: first?.row ?? null,
    names: sheet.names,
    charts: sheet.charts,
  };
}

function widestOf(blocks: readonly DraftBlock[]): number {
  return Math.max(1, ...blocks.map((block) => block.columns.length));
}

/** A sentence runs over the whole sheet, so it stands below a chart beside narrow tables. */
function addRemarks(sheet: Sheet, remarks: readonly string[]): void {
  if (remarks.length === 0) return;
  goBelowCharts(sheet);
  sheet.cells.push([]);
  for (const remark of remarks) addLine(sheet, remark, null);
}

function addLine(sheet: Sheet, text: string, dress: Dress | null): void {
  const row = sheet.cells.push([asCell(text)]) - 1;
  if (dress !== null) sheet.dressed.push({ area: { row, column: 0, rows: 1, columns: 1 }, dress });
}

function addBlockAndCharts(sheet: Sheet, draft: SheetDraft, block: DraftBlock, at: number, from1904: boolean): void {
  const left = Math.min(...sheet.charts.map((chart) => chart.at.column));
  if (block.columns.length > left || runsOn(sheet, block)) goBelowCharts(sheet);
  sheet.cells.push([]);
  const top = sheet.cells.length;
  addBlock(sheet, block, from1904);
  for (const chart of draft.charts) {
    if (chart.beside === at) addChart(sheet, draft, chart, { row: top, column: block.columns.length + COLUMNS_BEFORE_CHART });
  }
  if (block.content.kind !== "spill") return;
  // A spill may grow downward, so pictures of it stand to its right.
  const own = draft.charts.filter((chart) => chart.beside === undefined && chart.block === at);
  own.forEach((chart, place) => addChart(sheet, draft, chart, { row: (sheet.tables[at]?.row ?? top) + place * (CHART_ROWS + 1), column: sheet.widest + 1 }));
}

/** Its last text runs on over the cells to its right. */
function runsOn({ widest }: Sheet, { columns }: DraftBlock): boolean {
  return columns.length < widest && columns.at(-1)?.format === "text";
}

function addBlock(sheet: Sheet, block: DraftBlock, from1904: boolean): void {
  if (block.title !== null) addLine(sheet, block.title, "blockTitle");
  const row = sheet.cells.length;
  const columns = block.columns.length;
  const { content } = block;
  if (content.kind === "rows" && content.rows.length === 0) {
    addLine(sheet, block.whenEmpty, null);
    sheet.tables.push(null);
    return;
  }
  const rows = content.kind === "rows" ? content.rows.length + 1 : Math.max(1, content.rows);
  const table = { row, column: 0, rows, columns };
  if (content.kind === "spill") addSpill(sheet, table, content.formula);
  else addRows(sheet, block, content.rows, from1904);
  dressTable(sheet, block, table);
  if (block.name !== null) sheet.names.push({ name: block.name, area: table });
  sheet.tables.push(table);
  if (content.kind === "rows" && block.totals.length > 0) addTotals(sheet, block, content.rows, table);
  widen(sheet, block);
}

function addSpill(sheet: Sheet, table: Area, formula: string): void {
  sheet.cells.push([filledIn(formula, table.row, table)]);
  // The rows of the answer are Excel's to fill.
  for (let row = 1; row < table.rows; row++) sheet.cells.push([]);
  sheet.spills.push(table);
}

function addRows(
  sheet: Sheet,
  { columns }: DraftBlock,
  rows: readonly (readonly (DraftCell | DraftFormula)[])[],
  from1904: boolean,
): void {
  const table = { row: sheet.cells.length, column: 0, rows: rows.length + 1, columns: columns.length };
  sheet.cells.push(columns.map(({ heading }) => asText(heading)));
  for (const row of rows) {
    const at = sheet.cells.length;
    sheet.cells.push(
      columns.map(({ format }, column) => {
        const cell = row[column] ?? null;
        if (typeof cell === "object" && cell !== null) {
          if (cell.value !== undefined) sheet.expected.push({ row: at, column, value: cell.value });
          return filledIn(cell.formula, at, table);
        }
        const shifted = format === "date" && from1904 && typeof cell === "number";
        return asCell(shifted ? cell - DAYS_1900_TO_1904 : cell);
      }),
    );
  }
}

/** `{row}`: the row it stands in; `{first}` and `{last}`: the rows of its table below the headings; `{first+2}`: two rows below that. */
function filledIn(formula: string, row: number, table: Area): string {
  const written = formula.startsWith("=") ? formula : `=${formula}`;
  const rows: Readonly<Record<string, number>> = { row: row + 1, first: table.row + 2, last: table.row + table.rows };
  return written.replace(/\{(row|first|last)(?:\+(\d+))?\}/g, (_, from: string, further?: string) => String(rows[from]! + Number(further ?? 0)));
}

function addTotals(sheet: Sheet, { columns, totals, totalsCalled = "Total" }: DraftBlock, rows: readonly (readonly (DraftCell | DraftFormula)[])[], table: Area): void {
  const row = sheet.cells.length;
  const cells = columns.map(({ heading }, column) => {
    if (!totals.includes(heading)) return null;
    const letters = columnLetters(column);
    sheet.expected.push({ row, column, value: sumOf(rows.map((cells) => valueShown(cells[column] ?? null))) });
    return `=SUM(${letters}${table.row + 2}:${letters}${table.row + table.rows})`;
  });
  sheet.cells.push(cells[0] === null ? [asText(totalsCalled), ...cells.slice(1)] : cells);
  sheet.dressed.push({ area: { ...table, row, rows: 1 }, dress: "lined" });
}

/** Exact for cents up to 90 trillion dollars; other figures to the 15 digits of a cell. */
function sumOf(values: readonly DraftCell[]): number {
  const numbers = values.filter((value): value is number => typeof value === "number");
  const isCents = numbers.every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6);
  if (isCents) return numbers.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
  return Number(numbers.reduce((sum, value) => sum + value, 0).toPrecision(15));
}

function dressTable(sheet: Sheet, block: DraftBlock, table: Area): void {
  const { columns, content, totals } = block;
  const headings = { ...table, rows: 1 };
  sheet.dressed.push({ area: headings, dress: "heading" });
  if (columns.some(({ heading }) => heading.includes(" "))) sheet.dressed.push({ area: runsOn(sheet, block) ? { ...headings, columns: columns.length - 1 } : headings, dress: "wrapped" });
  for (const run of runsOf(columns.map(({ format }) => format === "text"))) {
    if (!run.value) sheet.dressed.push({ area: { ...headings, column: run.first, columns: run.length }, dress: "right" });
  }
  rightUnderText(sheet, columns, table);
  const totalRows = content.kind === "rows" && totals.length > 0 ? 1 : 0;
  const room = content.kind === "spill" ? ROOM_BELOW_SPILL : totalRows;
  for (const run of runsOf(columns.map(({ format }) => NUMBER_FORMATS[format]))) {
    if (run.value === GENERAL) continue;
    const area = { row: table.row + 1, rows: table.rows - 1 + room, column: run.first, columns: run.length };
    sheet.numberFormats.push({ area, format: run.value });
  }
  columns.forEach(({ format }, column) => {
    const besideFigures = format === "text" && column > 0 && columns[column - 1]?.format !== "text";
    const area = { ...table, rows: table.rows + (content.kind === "spill" ? ROOM_BELOW_SPILL : 0), column, columns: 1 };
    if (besideFigures) sheet.dressed.push({ area, dress: "indented" });
  });
  const below = { ...table, row: table.row + 1, rows: table.rows - 1 };
  if (content.kind === "rows") wrapLongTexts(sheet, block, content.rows, below);
  else if (content.like !== undefined) wrapLongTexts(sheet, block, content.like, { ...below, rows: below.rows + ROOM_BELOW_SPILL });
}

/** A table above that may grow lays its texts to the left far down: figures below it stay on the right. */
function rightUnderText(sheet: Sheet, columns: DraftBlock["columns"], table: Area): void {
  columns.forEach(({ format }, column) => {
    const isReached = sheet.dressed.some(({ area, dress }) => dress === "indented" && area.column === column && area.row < table.row && area.row + area.rows > table.row);
    if (format !== "text" && isReached) sheet.dressed.push({ area: { ...table, column, columns: 1 }, dress: "right" });
  });
}

function wrapLongTexts(sheet: Sheet, block: DraftBlock, rows: readonly (readonly (DraftCell | DraftFormula)[])[], below: Area): void {
  const last = below.columns - 1;
  const wrapped = Array.from({ length: below.columns }, (_, column) => column).filter((column) => {
    if (column === last && runsOn(sheet, block)) return false;
    const longest = column === last ? LONGEST_TEXT : LONGEST_TEXT_BETWEEN;
    return rows.some((row) => typeof row[column] === "string" && row[column].length > longest);
  });
  if (wrapped.length > 0) sheet.dressed.push({ area: below, dress: "top" });
  for (const column of wrapped) sheet.dressed.push({ area: { ...below, column, columns: 1 }, dress: "wrapped" });
}

/** Blocks share the columns of their sheet: the widest need wins. Headings wrap. */
function widen(sheet: Sheet, block: DraftBlock): void {
  const { columns, content } = block;
  const last = columns.length - 1;
  const rows = (content.kind === "rows" ? content.rows : (content.like ?? [])).slice(0, ROWS_MEASURED);
  columns.forEach((column, index) => {
    if (index === last && runsOn(sheet, block)) return;
    const values = rows.map((row) => valueShown(row[index] ?? null));
    const wanted = widthInPoints(column, values, index === last ? LONGEST_TEXT : LONGEST_TEXT_BETWEEN);
    // What a spill will hold one day is not known yet.
    const least = content.kind === "spill" ? leastWidthInPoints(column) : 0;
    sheet.widths[index] = Math.max(sheet.widths[index] ?? 0, wanted, least);
  });
}

function valueShown(cell: DraftCell | DraftFormula): DraftCell {
  if (typeof cell !== "object" || cell === null) return cell;
  return cell.value ?? null;
}
