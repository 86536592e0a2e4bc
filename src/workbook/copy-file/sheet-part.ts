/** One sheet of the copy as a part of a workbook file. */
import type { CopySheet } from "../../sheet/copy/copy-types";
import { addressWithinSheet, columnLetters, sheetInFormula } from "../../sheet/placing/addresses";
import type { Area, LaidOutSheet } from "../../sheet/placing/draft-layout";
import { ROW_POINTS } from "../../sheet/placing/row-heights";
import type { DraftCell } from "../../sheet/placing/sheet-draft";
import { CellLooks } from "./cell-looks";
import type { Looks } from "./looks-part";
import { mergedLines, type MergedLines } from "./merged-lines";
import { MARGINS, printedPages, type PrintedPages } from "./printed-pages";
import { escapeCellText, escapeXml, MAIN, XML_START } from "./xml";

/** A point is 4/3 pixels, and a character of the normal font 7. */
const CHARACTERS_PER_POINT = 4 / 3 / 7;

/** What the sheets of one file share. */
export interface Writing {
  readonly looks: Looks;
  /** Number of a text among all texts of the file. */
  readonly textNumber: (text: string) => number;
  /** At the foot of every printed page, left. */
  readonly footer: string;
}

export function sheetPart(sheet: CopySheet, layout: LaidOutSheet, isFirst: boolean, writing: Writing): string {
  const looks = new CellLooks(layout, sheet);
  const lines = mergedLines(layout, (row, column) => looks.of(row, column).wrapped === true);
  const pages = printedPages(layout, lines.heights, sheet.draft.isPage === true);
  return (
    `${XML_START}<worksheet xmlns="${MAIN}">` +
    `<sheetPr>${sheet.alarming.length > 0 ? '<tabColor rgb="FFB10E1C"/>' : ""}<pageSetUpPr fitToPage="1"/></sheetPr>` +
    viewXml(layout.frozenRows, isFirst) +
    `<sheetFormatPr defaultRowHeight="${ROW_POINTS}"/>` +
    columnsXml(layout.widths) +
    `<sheetData>${rowsXml(layout, looks, lines, writing)}</sheetData>` +
    (sheet.protected ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>' : "") +
    mergesXml(lines.merged) +
    differencesXml(sheet.differences) +
    linksXml(sheet) +
    printXml(pages, writing.footer) +
    "</worksheet>"
  );
}

function viewXml(frozenRows: number, isFirst: boolean): string {
  const start = `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0"`;
  if (frozenRows === 0) return `${start}/></sheetViews>`;
  return `${start}><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>`;
}

function columnsXml(widths: readonly number[]): string {
  const columns = widths.map((points, at) => `<col min="${at + 1}" max="${at + 1}" width="${(points * CHARACTERS_PER_POINT).toFixed(2)}" customWidth="1"/>`);
  return columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
}

function rowsXml(layout: LaidOutSheet, looks: CellLooks, { merged, heights }: MergedLines, writing: Writing): string {
  const values = new Map<number, Map<number, DraftCell>>();
  for (const { row, column, value } of layout.expected) {
    const ofRow = values.get(row) ?? new Map<number, DraftCell>();
    values.set(row, ofRow.set(column, value));
  }
  const columnsOf = columnsOfRow(layout);
  const joined = new Set(merged.map(({ row, column }) => `${row} ${column}`));
  const headingRows = new Set(layout.tables.map((table) => table?.row));
  const rows = layout.cells.map((cells, row) => {
    const written: string[] = [];
    const points = heights.get(row);
    for (let column = 0; column < Math.max(cells.length, columnsOf(row)); column++) {
      const isJoined = merged.length > 0 && joined.has(`${row} ${column}`);
      written.push(cellXml(cells[column] ?? null, { row, column, isJoined, isTall: points !== undefined && !headingRows.has(row), value: values.get(row)?.get(column) }, looks, writing));
    }
    if (points === undefined && written.every((cell) => cell === "")) return "";
    return `<row r="${row + 1}"${points === undefined ? "" : ` ht="${points}" customHeight="1"`}>${written.join("")}</row>`;
  });
  return rows.join("");
}

/** Blank cells of a table are written too, since they may be open or under a line. */
function columnsOfRow({ tables }: LaidOutSheet): (row: number) => number {
  return (row) => Math.max(0, ...tables.map((table) => (table !== null && row >= table.row && row <= table.row + table.rows ? table.columns : 0)));
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly isJoined: boolean;
  /** In a row of several lines, which is read from its top. */
  readonly isTall: boolean;
  /** What a formula gives. */
  readonly value: DraftCell | undefined;
}

/** As `layOutDraft` writes cells: a formula starts with =, and an apostrophe before a text says that it is one. */
function cellXml(cell: string | number | boolean | null, { row, column, isJoined, isTall, value }: CellPlace, looks: CellLooks, writing: Writing): string {
  const isText = typeof cell === "string" && !cell.startsWith("=");
  const quoted = isText && cell.startsWith("'");
  const own = looks.of(row, column);
  const look = writing.looks.numberOf({ ...own, ...(isTall ? { vertical: "top" as const } : {}), ...(isJoined ? { wrapped: true } : {}), ...(quoted ? { quoted } : {}) });
  const start = `<c r="${columnLetters(column)}${row + 1}"${look > 0 ? ` s="${look}"` : ""}`;
  if (cell === null) return look > 0 ? `${start}/>` : "";
  if (typeof cell === "string") {
    if (isText) return `${start} t="s"><v>${writing.textNumber(quoted ? cell.slice(1) : cell)}</v></c>`;
    const { type, xml } = storedValue(value ?? null);
    return `${start}${type}><f>${escapeXml(cell.slice(1))}</f>${xml}</c>`;
  }
  const { type, xml } = storedValue(cell);
  return `${start}${type}>${xml}</c>`;
}

function storedValue(value: DraftCell): { readonly type: string; readonly xml: string } {
  if (value === null) return { type: "", xml: "" };
  if (typeof value === "string") return { type: ' t="str"', xml: `<v>${escapeCellText(value)}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', xml: `<v>${value ? 1 : 0}</v>` };
  return { type: "", xml: `<v>${value === 0 ? 0 : value}</v>` };
}

function mergesXml(merged: readonly Area[]): string {
  if (merged.length === 0) return "";
  const refs = merged.map((area) => `<mergeCell ref="${addressWithinSheet({ sheet: "", ...area })}"/>`);
  return `<mergeCells count="${merged.length}">${refs.join("")}</mergeCells>`;
}

function differencesXml(differences: readonly string[]): string {
  if (differences.length === 0) return "";
  return `<conditionalFormatting sqref="${differences.join(" ")}"><cfRule type="cellIs" dxfId="0" priority="1" operator="notEqual"><formula>0</formula></cfRule></conditionalFormatting>`;
}

/** Inside the file: there is no address of anything else. */
function linksXml({ links }: CopySheet): string {
  if (links.length === 0) return "";
  const list = links.map(({ cell, sheet }) => `<hyperlink ref="${cell}" location="${escapeXml(`${sheetInFormula(sheet)}!A1`)}" display="${escapeXml(sheet)}"/>`);
  return `<hyperlinks>${list.join("")}</hyperlinks>`;
}

const LETTER = 1;

/** Every sheet of the copy lies on its side, so that forms, sales and cover are bound as one. */
function printXml({ breaksBefore, wide }: PrintedPages, footer: string): string {
  // &A is the name of the sheet; an ampersand of ours is doubled.
  const foot = `&L&8${cutFooter(footer)}&C&8Page &P of &N&R&8&A`;
  const breaks = breaksBefore.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  return (
    `<pageMargins ${Object.entries(MARGINS).map(([name, inches]) => `${name}="${inches}"`).join(" ")}/>` +
    `<pageSetup paperSize="${LETTER}" orientation="landscape" fitToWidth="${wide}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeXml(foot)}</oddFooter></headerFooter>` +
    (breaks.length === 0 ? "" : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join("")}</rowBreaks>`)
  );
}

/** Excel takes 255 signs of a footer, and mends a file that has more: room for the number of the page is left. */
const LONGEST_OWN_FOOTER = 200;

function cutFooter(footer: string): string {
  const doubled = [...footer.replace(/[\u0000-\u001f]+/g, " ")].map((sign) => (sign === "&" ? "&&" : sign));
  let text = "";
  for (const sign of doubled) {
    if (text.length + sign.length >= LONGEST_OWN_FOOTER) return `${text}…`;
    text += sign;
  }
  return text;
}
