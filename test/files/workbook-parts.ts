/** Builds and opens .xlsx files by their parts, for tests that must not depend on our own writer or reader. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** The smallest workbook around one sheet, as parts by path; `more` adds or replaces parts. */
export function oneSheetFile(sheetData: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships ${PACKAGE}><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Trades" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships ${PACKAGE}><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATIONSHIPS}/styles" Target="/xl/styles.xml"/>` +
      `<Relationship Id="rId3" Type="${RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${MAIN}><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  };
  return fileOfParts(parts);
}

export function fileOfParts(parts: Readonly<Record<string, string>>): Uint8Array {
  const zip: Zippable = {};
  for (const [path, text] of Object.entries(parts)) zip[path] = strToU8(`<?xml version="1.0"?>${text}`);
  return zipSync(zip);
}

export function partsOfFile(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}
