/** An .xlsx file as a workbook: its formulas, the values it was saved with, its tables, names and looks. */
import {
  UnreadableFile,
  type NameContent,
  type SheetContent,
  type TableContent,
  type WorkbookContent,
} from "../content";
import { formulaFromFile } from "./formula-names";
import { Parts, type Relationship } from "./parts";
import { readPrint } from "./print-settings";
import { readCells, readSharedTexts, type SheetReading } from "./read-sheet";
import { readLooks } from "./read-styles";
import { blockAddress, parseAddress } from "../addresses";
import { elements, firstElement, unescapeXml, type XmlElement } from "./xml";

/** Pixels of one character of the usual font, the unit of column widths. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 4 / 3;
/** Widths past this column are a default for the rest of the sheet, not a choice. */
const MOST_WIDTHS = 256;

/** Throws UnreadableFile with a sentence. Workbooks that count days from 1904 come out counted from 1900. */
export function readXlsx(bytes: Uint8Array, fileName: string): WorkbookContent {
  const parts = Parts.open(bytes, fileName);
  const path = parts.relationships("").find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = parts.text(path);
  if (workbook === undefined) {
    throw new UnreadableFile(`"${fileName}" is not an Excel workbook. Open a workbook (.xlsx) or a trades file (.csv).`);
  }
  const related = parts.relationships(path);
  const part = (type: string): string => {
    const target = related.find((each) => each.type === type)?.target;
    return (target === undefined ? undefined : parts.text(target)) ?? "";
  };
  const reading: SheetReading = {
    sharedTexts: readSharedTexts(part("sharedStrings")),
    looks: readLooks(part("styles"), part("theme")),
    date1904: ["1", "true"].includes(firstElement(workbook, "workbookPr")?.attributes["date1904"] ?? ""),
  };
  const listed = [...elements(firstElement(workbook, "sheets")?.inner ?? "", "sheet")];
  const definedNames = [...elements(firstElement(workbook, "definedNames")?.inner ?? "", "definedName")];
  const sheets: SheetContent[] = [];
  const active = Number(firstElement(workbook, "workbookView")?.attributes["activeTab"] ?? 0);
  let activeSheet = 0;
  listed.forEach((entry, position) => {
    const relation = related.find(({ id }) => id === entry.attributes["id"]);
    // Sheets that are charts or macros have no cells.
    if (relation?.type !== "worksheet" || !parts.has(relation.target)) return;
    if (position === active) activeSheet = sheets.length;
    sheets.push(readSheet(parts, relation, entry, builtInNames(definedNames, position), reading));
  });
  if (sheets.length === 0) throw new UnreadableFile(`"${fileName}" has no sheet with cells.`);
  const isStructureProtected = isOn(firstElement(workbook, "workbookProtection")?.attributes["lockStructure"]);
  return {
    name: fileName,
    sheets,
    activeSheet,
    names: readNames(definedNames, listed),
    ...(isStructureProtected ? { isStructureProtected } : {}),
  };
}

function readSheet(
  parts: Parts,
  relation: Relationship,
  entry: XmlElement,
  builtIn: BuiltInNames,
  reading: SheetReading,
): SheetContent {
  const xml = parts.text(relation.target) ?? "";
  const cellsAt = xml.search(/<(?:[\w.-]+:)?sheetData[\s/>]/);
  const before = cellsAt < 0 ? xml : xml.slice(0, cellsAt);
  const after = xml.slice(Math.max(xml.lastIndexOf("sheetData"), 0));
  const freeze = readFreeze(before);
  const print = readPrint(before, after, builtIn.printTitles, builtIn.printArea);
  const tabColor = firstElement(before, "tabColor")?.attributes["rgb"];
  const heights = cellsAt < 0 ? {} : readHeights(xml.slice(cellsAt));
  const hidden = (entry.attributes["state"] ?? "visible") !== "visible";
  const gridlines = firstElement(before, "sheetView")?.attributes["showGridLines"] ?? "1";
  return {
    name: entry.attributes["name"] ?? "Sheet",
    rows: cellsAt < 0 ? {} : readCells(xml.slice(cellsAt), reading),
    columnWidthsPx: readWidths(before),
    tables: readTables(parts, relation.target),
    ...(freeze ? { freeze } : {}),
    ...(hidden ? { hidden } : {}),
    ...(["0", "false"].includes(gridlines) ? { hideGridlines: true } : {}),
    ...(Object.keys(heights).length > 0 ? { rowHeightsPx: heights } : {}),
    ...(tabColor === undefined ? {} : { tabColor: `#${tabColor.slice(-6).toUpperCase()}` }),
    ...(isOn(firstElement(after, "sheetProtection")?.attributes["sheet"]) ? { isProtected: true } : {}),
    ...(print ? { print } : {}),
  };
}

function readWidths(before: string): Record<number, number> {
  const widths: Record<number, number> = {};
  for (const { attributes } of elements(firstElement(before, "cols")?.inner ?? "", "col")) {
    const width = Number(attributes["width"] ?? NaN);
    const last = Math.min(Number(attributes["max"] ?? 0), MOST_WIDTHS);
    if (!Number.isFinite(width)) continue;
    for (let column = Number(attributes["min"] ?? 1); column <= last; column += 1) {
      widths[column - 1] = Math.round(width * PIXELS_PER_CHARACTER);
    }
  }
  return widths;
}

/** Heights that somebody chose; the others follow from the letters in the row. */
function readHeights(cells: string): Record<number, number> {
  const heights: Record<number, number> = {};
  for (const [, tag = ""] of cells.matchAll(/<(?:[\w.-]+:)?row(\s[^>]*?)\/?>/g)) {
    if (!/\scustomHeight="(?:1|true)"/.test(tag)) continue;
    const row = Number(/\sr="(\d+)"/.exec(tag)?.[1] ?? NaN);
    const points = Number(/\sht="([\d.]+)"/.exec(tag)?.[1] ?? NaN);
    if (Number.isFinite(row) && Number.isFinite(points)) heights[row - 1] = Math.round(points * PIXELS_PER_POINT);
  }
  return heights;
}

function isOn(flag: string | undefined): boolean {
  return flag === "1" || flag === "true";
}

function readFreeze(before: string): SheetContent["freeze"] {
  const pane = firstElement(before, "pane")?.attributes;
  if (!pane || !(pane["state"] ?? "").startsWith("frozen")) return undefined;
  return { rows: Number(pane["ySplit"] ?? 0), columns: Number(pane["xSplit"] ?? 0) };
}

/** Tables with a heading row. A row of totals is not in the range. */
function readTables(parts: Parts, sheetPath: string): TableContent[] {
  const tables: TableContent[] = [];
  for (const { type, target } of parts.relationships(sheetPath)) {
    const table = type === "table" ? firstElement(parts.text(target) ?? "", "table") : undefined;
    const block = parseAddress(table?.attributes["ref"] ?? "")?.block;
    if (!table || !block || table.attributes["headerRowCount"] === "0") continue;
    const style = firstElement(table.inner, "tableStyleInfo")?.attributes ?? {};
    const styleName = style["name"];
    const totals = Number(table.attributes["totalsRowCount"] ?? 0);
    tables.push({
      name: table.attributes["displayName"] ?? table.attributes["name"] ?? "Table",
      range: blockAddress({ ...block, rows: block.rows - totals }),
      ...(styleName === undefined ? {} : { styleName }),
      ...(totals > 0 ? { showTotals: true } : {}),
      ...(styleName !== undefined && !isOn(style["showRowStripes"]) ? { showBandedRows: false } : {}),
      ...(/<(?:[\w.-]+:)?autoFilter\b/.test(table.inner) ? {} : { showFilterButton: false }),
    });
  }
  return tables;
}

interface BuiltInNames {
  /** What repeats on every printed page: "Trades!$1:$1". */
  readonly printTitles: string;
  readonly printArea: string;
}

/** What the names that Excel keeps for a sheet say, hidden from the user. */
function builtInNames(definedNames: readonly XmlElement[], sheet: number): BuiltInNames {
  const saying = (name: string): string => {
    const found = definedNames.find(({ attributes }) => {
      return attributes["name"] === `_xlnm.${name}` && attributes["localSheetId"] === String(sheet);
    });
    return unescapeXml(found?.inner ?? "");
  };
  return { printTitles: saying("Print_Titles"), printArea: saying("Print_Area") };
}

/** Names that people made; those of Excel itself (_xlnm.…) and hidden ones are left out. */
function readNames(definedNames: readonly XmlElement[], listed: readonly XmlElement[]): NameContent[] {
  return definedNames
    .filter(({ attributes }) => !/^_xl/i.test(attributes["name"] ?? "_xl") && attributes["hidden"] !== "1")
    .map(({ attributes, inner }) => {
      const sheet = listed[Number(attributes["localSheetId"] ?? NaN)]?.attributes["name"];
      return {
        name: attributes["name"]!,
        refersTo: formulaFromFile(unescapeXml(inner)),
        ...(sheet === undefined ? {} : { sheet }),
      };
    });
}
