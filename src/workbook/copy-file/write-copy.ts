/**
 * The accountant's copy as the bytes of an .xlsx file: values, plain formulas with their values, looks, print set-up and
 * protection. No formula of ours, no link to another file, no time but the day of the copy: equal copies are equal bytes.
 * The pane loads this when a copy is asked for: `await import("../workbook/copy-file/write-copy")`.
 */
import { strToU8, zipSync, type Zippable } from "fflate";
import type { AccountantCopy } from "../../sheet/copy/copy-types";
import { absoluteAddress, sheetInFormula } from "../../sheet/placing/addresses";
import { layOutDraft, type LaidOutSheet } from "../../sheet/placing/draft-layout";
import { isoFromDay } from "../../values/plain-date";
import { Looks } from "./looks-part";
import { sheetPart, type Writing } from "./sheet-part";
import { escapeCellText, escapeXml, MAIN, OFFICE_RELATIONSHIPS, XML_START } from "./xml";

const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Excel's number for its present way of calculating: a file without it asks to be saved again when it is closed. */
const CALCULATION_ID = 191029;

export async function writeCopy(copy: AccountantCopy): Promise<Uint8Array> {
  const texts = new Map<string, number>();
  const writing: Writing = {
    looks: new Looks(),
    textNumber: (text) => {
      const number = texts.get(text) ?? texts.size;
      texts.set(text, number);
      return number;
    },
    footer: `${copy.title}, ${copy.madeBy}, ${isoFromDay(copy.madeOn)}`,
  };
  const parts: Record<string, string> = {};
  const layouts: LaidOutSheet[] = [];
  for (const [at, sheet] of copy.sheets.entries()) {
    const layout = layOutDraft(sheet.draft);
    refuseForeignFormulas(layout, sheet.draft.sheetName);
    layouts.push({ ...layout, cells: [] });
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetPart(sheet, layout, at === 0, writing);
    // Lets the pane draw between one sheet and the next.
    await Promise.resolve();
  }
  parts["xl/styles.xml"] = writing.looks.xml();
  parts["xl/sharedStrings.xml"] = textsPart([...texts.keys()]);
  parts["xl/workbook.xml"] = workbookPart(copy, layouts);
  parts["xl/_rels/workbook.xml.rels"] = relationshipsPart([
    ...copy.sheets.map((_, at) => [`${OFFICE_RELATIONSHIPS}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
    [`${OFFICE_RELATIONSHIPS}/styles`, "styles.xml"],
    [`${OFFICE_RELATIONSHIPS}/sharedStrings`, "sharedStrings.xml"],
  ]);
  parts["docProps/core.xml"] = corePart(copy);
  parts["docProps/app.xml"] = appPart();
  parts["_rels/.rels"] = relationshipsPart([
    [`${OFFICE_RELATIONSHIPS}/officeDocument`, "xl/workbook.xml"],
    ["http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"],
    [`${OFFICE_RELATIONSHIPS}/extended-properties`, "docProps/app.xml"],
  ]);
  return zipped({ "[Content_Types].xml": contentTypesPart(copy.sheets.length), ...parts });
}

const FOREIGN = /TAXLOT|_xldudf|\[|HYPERLINK|WEBSERVICE/i;

/** A bug of ours if it happens: the reader of the copy has no add-in, and no other file. */
function refuseForeignFormulas({ cells }: LaidOutSheet, sheet: string): void {
  for (const row of cells) {
    for (const cell of row) {
      if (typeof cell !== "string" || !cell.startsWith("=")) continue;
      const withoutSheetNames = cell.replace(/'(?:[^']|'')*'/g, "");
      if (FOREIGN.test(withoutSheetNames)) throw new Error(`The formula ${cell} of ‘${sheet}’ has no place in a copy.`);
    }
  }
}

function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {};
  for (const [path, text] of Object.entries(parts)) files[path] = strToU8(text);
  // A fixed time. Zip counts from 1980, in local time.
  return zipSync(files, { mtime: "1980-01-01T12:00:00", level: 6 });
}

function relationshipsPart(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`);
  return `${XML_START}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${list.join("")}</Relationships>`;
}

function contentTypesPart(sheets: number): string {
  const overrides = [
    ["xl/workbook.xml", `${SPREADSHEET_TYPE}.sheet.main+xml`],
    ...Array.from({ length: sheets }, (_, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${SPREADSHEET_TYPE}.worksheet+xml`]),
    ["xl/styles.xml", `${SPREADSHEET_TYPE}.styles+xml`],
    ["xl/sharedStrings.xml", `${SPREADSHEET_TYPE}.sharedStrings+xml`],
    ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
  ].map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return (
    `${XML_START}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
  );
}

function workbookPart({ sheets }: AccountantCopy, layouts: readonly LaidOutSheet[]): string {
  const list = sheets.map(({ draft }, at) => `<sheet name="${escapeXml(draft.sheetName)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const names = layouts.flatMap((layout, at) => definedNames(layout, sheets[at]!.draft.sheetName, at));
  return (
    `${XML_START}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}"><workbookPr/>` +
    '<bookViews><workbookView activeTab="0" tabRatio="850"/></bookViews>' +
    `<sheets>${list.join("")}</sheets>` +
    (names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`) +
    `<calcPr calcId="${CALCULATION_ID}"/></workbook>`
  );
}

function definedNames({ names, repeatedRow }: LaidOutSheet, sheet: string, at: number): string[] {
  const own = names.map(({ name, area }) => `<definedName name="${escapeXml(name)}">${escapeXml(absoluteAddress({ sheet, ...area }))}</definedName>`);
  if (repeatedRow === null) return own;
  const rows = `${sheetInFormula(sheet)}!$${repeatedRow + 1}:$${repeatedRow + 1}`;
  return [...own, `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escapeXml(rows)}</definedName>`];
}

function textsPart(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`);
  return `${XML_START}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join("")}</sst>`;
}

function corePart({ title, madeBy, madeOn }: AccountantCopy): string {
  const moment = `${isoFromDay(madeOn)}T00:00:00Z`;
  const dated = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return (
    `${XML_START}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(madeBy)}</dc:creator>${dated("created")}${dated("modified")}</cp:coreProperties>`
  );
}

function appPart(): string {
  return `${XML_START}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Taxlot for Excel</Application></Properties>`;
}
