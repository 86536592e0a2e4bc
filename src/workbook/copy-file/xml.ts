/** Text inside the parts of a workbook file. */

export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** XML knows no way to write these; a workbook writes them by number. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** What would be read back as such a number. */
const LOOKS_NUMBERED = /_(?=x[0-9a-f]{4}_)/gi;

/** For attributes and formulas; what XML cannot say is left out. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}

/** For the texts of cells: nothing is left out. */
export function escapeCellText(text: string): string {
  return text
    .replace(LOOKS_NUMBERED, "_x005F_")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
    .replace(/\r/g, "_x000D_")
    .replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}
