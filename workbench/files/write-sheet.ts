/** One sheet of an .xlsx file. */
import { isCellError, type CellContent, type CellValue, type SheetContent } from "../content";
import { blockAddress, cellAddress, type Block } from "../addresses";
import { mayGiveSeveralValues } from "./dynamic-formulas";
import { formulaForFile } from "./formula-names";
import { fitsToPages, printXml } from "./print-settings";
import type { Looks } from "./write-styles";
import type { TableInPlace } from "./write-table";
import { escapeCellText, escapeXml } from "./xml";

const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 4 / 3;
/** Longer texts make Excel call the file damaged. */
const LONGEST_TEXT = 32_767;

/** What the sheets of one workbook share while they are written. */
export interface Writing {
  readonly looks: Looks;
  /** Number of a text among all texts of the workbook. */
  textNumber(text: string): number;
  /** Set when a formula was stored as a dynamic array. */
  dynamic: boolean;
  /** Set when a formula has no value yet, so that Excel must calculate before it shows the file. */
  uncalculated: boolean;
}

/** The sheet part. `tables` get relationships rId1, rId2 … in order; the drawing of its charts comes after them. */
export function sheetXml(sheet: SheetContent, tables: readonly TableInPlace[], isActive: boolean, writing: Writing): string {
  const { print, tabColor } = sheet;
  const properties =
    (tabColor === undefined ? "" : `<tabColor rgb="FF${tabColor.slice(1)}"/>`) +
    (print && fitsToPages(print) ? '<pageSetUpPr fitToPage="1"/>' : "");
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    (properties === "" ? "" : `<sheetPr>${properties}</sheetPr>`) +
    viewXml(sheet, isActive) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsXml(sheet.columnWidthsPx) +
    `<sheetData>${rowsXml(sheet, tables, writing)}</sheetData>` +
    (sheet.isProtected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : "") +
    (print ? printXml(print) : "") +
    (sheet.charts?.length ? `<drawing r:id="rId${tables.length + 1}"/>` : "") +
    (tables.length === 0
      ? ""
      : `<tableParts count="${tables.length}">${tables.map((_, at) => `<tablePart r:id="rId${at + 1}"/>`).join("")}</tableParts>`) +
    "</worksheet>"
  );
}

function viewXml(sheet: SheetContent, isActive: boolean): string {
  const gridlines = sheet.hideGridlines ? ' showGridLines="0"' : "";
  const selected = isActive ? ' tabSelected="1"' : "";
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  const start = `<sheetViews><sheetView${gridlines}${selected} workbookViewId="0"`;
  if (rows === 0 && columns === 0) return `${start}/></sheetViews>`;
  const side = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
  const pane = `<pane${split} topLeftCell="${cellAddress(rows, columns)}" activePane="${side}" state="frozen"/>`;
  return `${start}>${pane}<selection pane="${side}"/></sheetView></sheetViews>`;
}

function columnsXml(widthsPx: SheetContent["columnWidthsPx"]): string {
  const columns = numericKeys(widthsPx).map((column) => {
    const width = Math.round((widthsPx[column]! / PIXELS_PER_CHARACTER) * 256) / 256;
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
}

function rowsXml(sheet: SheetContent, tables: readonly TableInPlace[], writing: Writing): string {
  const headingRows = new Set(tables.map(({ block }) => block.row));
  const heights = sheet.rowHeightsPx ?? {};
  const rows = new Set([...numericKeys(sheet.rows), ...numericKeys(heights), ...headingRows]);
  return [...rows].sort((a, b) => a - b).map((row) => {
    const cells: Record<number, CellContent> = { ...sheet.rows[row] };
    for (const { block, headings: texts } of tables) {
      if (block.row !== row) continue;
      texts.forEach((text, at) => {
        const { numberFormat, style } = cells[block.column + at] ?? {};
        cells[block.column + at] = { value: text, ...(numberFormat ? { numberFormat } : {}), ...(style ? { style } : {}) };
      });
    }
    const written = numericKeys(cells).map((column) => cellXml(cells[column]!, row, column, tables, writing));
    const height = heights[row];
    const chosen = height === undefined ? "" : ` ht="${height / PIXELS_PER_POINT}" customHeight="1"`;
    return `<row r="${row + 1}"${chosen}>${written.join("")}</row>`;
  }).join("");
}

function cellXml(cell: CellContent, row: number, column: number, tables: readonly TableInPlace[], writing: Writing): string {
  const look = writing.looks.numberOf(cell, cell.formula === undefined && looksLikeFormula(cell.value));
  const place = `r="${cellAddress(row, column)}"${look > 0 ? ` s="${look}"` : ""}`;
  if (cell.formula === undefined) {
    if (typeof cell.value === "string") return `<c ${place} t="s"><v>${writing.textNumber(shortened(cell.value))}</v></c>`;
    const { type, value } = storedValue(cell.value);
    return value === "" ? `<c ${place}/>` : `<c ${place}${type}>${value}</c>`;
  }
  const table = tables.find(({ block }) => isInside(block, row, column))?.table.name;
  const formula = escapeXml(formulaForFile(cell.formula, table));
  // A spill that begins with "" is calculated and blank; any other formula without a value is yet to be calculated.
  const { type, value } = storedValue(cell.value ?? (cell.spill ? "" : undefined));
  if (cell.value === undefined && cell.spill === undefined) writing.uncalculated = true;
  if (cell.spill === undefined && !mayGiveSeveralValues(cell.formula)) {
    return `<c ${place}${type}><f>${formula}</f>${value}</c>`;
  }
  writing.dynamic = true;
  const ref = blockAddress({ row, column, rows: cell.spill?.rows ?? 1, columns: cell.spill?.columns ?? 1 });
  return `<c ${place}${type} cm="1"><f t="array" ref="${ref}">${formula}</f>${value}</c>`;
}

/** Type attribute and value element of a value that is not looked up among the shared texts. */
function storedValue(value: CellValue | undefined): { readonly type: string; readonly value: string } {
  if (value === undefined) return { type: "", value: "" };
  if (typeof value === "string") return { type: ' t="str"', value: `<v>${escapeCellText(shortened(value))}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', value: `<v>${value ? 1 : 0}</v>` };
  if (isCellError(value)) return { type: ' t="e"', value: `<v>${storedError(value.error)}</v>` };
  if (!Number.isFinite(value)) return { type: ' t="e"', value: "<v>#NUM!</v>" };
  return { type: "", value: `<v>${value === 0 ? 0 : value}</v>` };
}

/** Excel would take such a text for a formula once its cell is edited, were it not marked as text. */
function looksLikeFormula(value: CellValue | undefined): boolean {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value);
}

/** Errors newer than the format are stored as the error that older programs show for them. */
function storedError(error: string): string {
  if (error === "#SPILL!" || error === "#CALC!") return "#VALUE!";
  return error === "#BUSY!" ? "#N/A" : error;
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
}

function isInside(block: Block, row: number, column: number): boolean {
  return row >= block.row && row < block.row + block.rows && column >= block.column && column < block.column + block.columns;
}

function numericKeys(record: Readonly<Record<number, unknown>>): number[] {
  return Object.keys(record).map(Number).sort((a, b) => a - b);
}
