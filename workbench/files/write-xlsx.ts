/**
 * A workbook as an .xlsx file that Excel opens with live formulas: functions of the add-in under their
 * stored names, spilled results as dynamic arrays with every value in place, newer functions prefixed.
 */
import { strToU8, zipSync, type Zippable } from "fflate";
import { absolute, quotedSheetName } from "../addresses";
import type { SheetContent, WorkbookContent } from "../content";
import { formulaForFile } from "./formula-names";
import { sheetXml, type Writing } from "./write-sheet";
import { Looks } from "./write-styles";
import { chartXml, drawingXml } from "./write-chart";
import { tableInPlace, tableXml, type TableInPlace } from "./write-table";
import { escapeCellText, escapeXml } from "./xml";

const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * Excel's number for its present way of calculating. A file without it, or with an older one, is
 * calculated on opening, and a reader without the add-in would lose every value of ours to #NAME?.
 */
const CALCULATION_ID = 191029;

/** The same content gives the same bytes: nothing in the file says when or where it was made. */
export function writeXlsx(content: WorkbookContent): Uint8Array {
  const texts = new Map<string, number>();
  const writing: Writing = {
    looks: new Looks(),
    textNumber: (text) => {
      const number = texts.get(text) ?? texts.size;
      texts.set(text, number);
      return number;
    },
    dynamic: false,
    uncalculated: false,
  };
  const files: Record<string, string> = {};
  let tableCount = 0;
  content.sheets.forEach((sheet, at) => {
    const tables = sheet.tables.map((table) => tableInPlace(sheet, table)).filter((table): table is TableInPlace => table !== null);
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, tables, at === content.activeSheet, writing);
    const targets: (readonly [type: string, target: string])[] = tables.map((table) => {
      tableCount += 1;
      files[`xl/tables/table${tableCount}.xml`] = tableXml(table, tableCount, sheet);
      return ["table", `../tables/table${tableCount}.xml`] as const;
    });
    if (sheet.charts?.length) {
      addDrawing(files, sheet, content);
      targets.push(["drawing", `../drawings/drawing${numberOf(files, "xl/drawings/drawing")}.xml`]);
    }
    if (targets.length === 0) return;
    files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationshipsXml(targets);
  });
  files["xl/styles.xml"] = writing.looks.xml();
  files["xl/sharedStrings.xml"] = sharedTextsXml([...texts.keys()]);
  if (writing.dynamic) files["xl/metadata.xml"] = DYNAMIC_ARRAY_METADATA;
  files["xl/workbook.xml"] = workbookXml(content, writing.uncalculated);
  files["xl/_rels/workbook.xml.rels"] = relationshipsXml([
    ...content.sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const),
    ["styles", "styles.xml"],
    ["sharedStrings", "sharedStrings.xml"],
    ...(writing.dynamic ? [["sheetMetadata", "metadata.xml"] as const] : []),
  ]);
  files["_rels/.rels"] = relationshipsXml([["officeDocument", "xl/workbook.xml"]]);
  return zipped({ "[Content_Types].xml": contentTypesXml(Object.keys(files)), ...files });
}

/** Charts are numbered through the workbook, in the order of sheets. */
function addDrawing(files: Record<string, string>, sheet: SheetContent, content: WorkbookContent): void {
  const charts = sheet.charts ?? [];
  const targets = charts.map((chart) => {
    const number = numberOf(files, "xl/charts/chart") + 1;
    files[`xl/charts/chart${number}.xml`] = chartXml(chart, content);
    return ["chart", `../charts/chart${number}.xml`] as const;
  });
  const number = numberOf(files, "xl/drawings/drawing") + 1;
  files[`xl/drawings/drawing${number}.xml`] = drawingXml(charts, sheet);
  files[`xl/drawings/_rels/drawing${number}.xml.rels`] = relationshipsXml(targets);
}

/** How many parts of a kind there are so far. */
function numberOf(files: Readonly<Record<string, string>>, start: string): number {
  return Object.keys(files).filter((path) => path.startsWith(start)).length;
}

function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Zippable = {};
  for (const [path, text] of Object.entries(files)) parts[path] = strToU8(text);
  // A fixed time, so that equal workbooks are equal files. Zip counts from 1980.
  return zipSync(parts, { mtime: "1980-01-01T12:00:00", level: 6 });
}

function relationshipsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(([type, target], at) => {
    return `<Relationship Id="rId${at + 1}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="${target}"/>`;
  });
  return `${XML_START}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${list.join("")}</Relationships>`;
}

const OTHER_PART_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/drawings\/drawing\d+\.xml$/, "application/vnd.openxmlformats-officedocument.drawing+xml"],
  [/^xl\/charts\/chart\d+\.xml$/, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
];

const PART_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, "sheet.main"],
  [/^xl\/worksheets\/sheet\d+\.xml$/, "worksheet"],
  [/^xl\/tables\//, "table"],
  [/^xl\/styles\.xml$/, "styles"],
  [/^xl\/sharedStrings\.xml$/, "sharedStrings"],
  [/^xl\/metadata\.xml$/, "sheetMetadata"],
];

function contentTypesXml(paths: readonly string[]): string {
  const overrides = paths.flatMap((path) => {
    const ours = PART_TYPES.find(([pattern]) => pattern.test(path))?.[1];
    const type = ours === undefined ? OTHER_PART_TYPES.find(([pattern]) => pattern.test(path))?.[1] : `${SPREADSHEET_TYPE}.${ours}+xml`;
    return type === undefined ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`];
  });
  return (
    `${XML_START}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
  );
}

function workbookXml(content: WorkbookContent, calculateOnOpening: boolean): string {
  const sheets = content.sheets.map(({ name, hidden }, at) => {
    return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`;
  });
  const names = definedNamesXml(content);
  return (
    `${XML_START}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}">` +
    `<workbookPr${content.date1904 ? ' date1904="1"' : ""}/>` +
    (content.isStructureProtected ? '<workbookProtection lockStructure="1"/>' : "") +
    `<bookViews><workbookView activeTab="${content.activeSheet}"/></bookViews>` +
    `<sheets>${sheets.join("")}</sheets>` +
    (names === "" ? "" : `<definedNames>${names}</definedNames>`) +
    `<calcPr calcId="${CALCULATION_ID}"${calculateOnOpening ? ' fullCalcOnLoad="1"' : ""}/></workbook>`
  );
}

function definedNamesXml(content: WorkbookContent): string {
  const names = content.names.map(({ name, refersTo, sheet }) => {
    const position = content.sheets.findIndex((each) => each.name === sheet);
    const local = sheet === undefined || position < 0 ? "" : ` localSheetId="${position}"`;
    return `<definedName name="${escapeXml(name)}"${local}>${escapeXml(formulaForFile(refersTo))}</definedName>`;
  });
  const titles = content.sheets.flatMap(({ name, print }, at) => {
    if (!print?.repeatRows) return [];
    const rows = escapeXml(`${quotedSheetName(name)}!${print.repeatRows.replace(/(\d+)/g, "$$$1")}`);
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${rows}</definedName>`];
  });
  const areas = content.sheets.flatMap(({ name, print }, at) => {
    if (!print?.area) return [];
    const area = escapeXml(absolute(`${quotedSheetName(name)}!${print.area}`));
    return [`<definedName name="_xlnm.Print_Area" localSheetId="${at}">${area}</definedName>`];
  });
  return [...names, ...areas, ...titles].join("");
}

function sharedTextsXml(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`);
  return `${XML_START}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join("")}</sst>`;
}

/** Says that cells marked cm="1" hold dynamic arrays, not the older arrays in braces. */
const DYNAMIC_ARRAY_METADATA =
  `${XML_START}<metadata xmlns="${MAIN}"` +
  ' xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1"' +
  ' pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1"' +
  ' coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
  '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';
