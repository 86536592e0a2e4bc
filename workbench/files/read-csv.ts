/** A file of comma-separated values (or tabs, or semicolons) as a workbook of one sheet. */
import { UnreadableFile, type CellContent, type WorkbookContent } from "../content";
import { MAX_COLUMNS, MAX_ROWS } from "../addresses";
import { cellFromText } from "./csv-cells";
import { splitFields } from "./csv-fields";
import { findSeparator, textFromBytes } from "./csv-text";

const NARROWEST_PX = 64;
const WIDEST_PX = 300;
const PIXELS_PER_CHARACTER = 8;
const MARGIN_PX = 10;

/**
 * Rows keep their numbers: preambles, blank lines and footers stand where Excel would show them.
 * Throws UnreadableFile with a sentence.
 */
export function readCsv(bytes: Uint8Array, fileName: string): WorkbookContent {
  const { text, separator } = findSeparator(textFromBytes(bytes, fileName));
  if (text.trim() === "") {
    throw new UnreadableFile(`"${fileName}" is empty. Open a file that holds trades, with headings in one row.`);
  }
  const { rows: fields, openRow } = splitFields(text, separator);
  if (openRow !== undefined) {
    throw new UnreadableFile(
      `"${fileName}", row ${openRow.toLocaleString("en-US")}: a quotation mark opens and never closes, so the rows after it cannot be told apart. Close it, and open the file again.`,
    );
  }
  refuseWhatNoSheetHolds(fields, fileName);

  const rows: Record<number, Record<number, CellContent>> = {};
  const longest: number[] = [];
  fields.forEach((row, rowNumber) => {
    row.forEach((field, column) => {
      const cell = cellFromText(field);
      if (!cell) return;
      (rows[rowNumber] ??= {})[column] = cell;
      // A long line alone in its row is a title or a disclaimer and may run over its neighbours.
      if (row.length > 1) longest[column] = Math.max(longest[column] ?? 0, field.length);
    });
  });
  return {
    name: fileName,
    sheets: [{ name: sheetName(fileName), rows, columnWidthsPx: widths(longest), tables: [] }],
    activeSheet: 0,
    names: [],
  };
}

function refuseWhatNoSheetHolds(fields: readonly (readonly string[])[], fileName: string): void {
  if (fields.length > MAX_ROWS + 1 || (fields.length === MAX_ROWS + 1 && fields[MAX_ROWS]!.join("") !== "")) {
    throw new UnreadableFile(
      `"${fileName}" has ${fields.length.toLocaleString("en-US")} rows; a sheet holds ${MAX_ROWS.toLocaleString("en-US")}. Split the file, for example by account.`,
    );
  }
  const wide = fields.findIndex((row) => row.length > MAX_COLUMNS);
  if (wide >= 0) {
    throw new UnreadableFile(
      `"${fileName}", row ${wide + 1} has ${fields[wide]!.length.toLocaleString("en-US")} columns; a sheet holds ${MAX_COLUMNS.toLocaleString("en-US")}. Check which character separates the columns.`,
    );
  }
}

function widths(longest: readonly (number | undefined)[]): Record<number, number> {
  const found: Record<number, number> = {};
  longest.forEach((length, column) => {
    if (length === undefined) return;
    found[column] = Math.min(Math.max(length * PIXELS_PER_CHARACTER + MARGIN_PX, NARROWEST_PX), WIDEST_PX);
  });
  return found;
}

/** The file's name without its ending, as Excel names the sheet, within what a sheet may be called. */
export function sheetName(fileName: string): string {
  const stem = fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  const allowed = stem.replace(/[[\]:*?/\\\u0000-\u001f]/g, " ").trim().slice(0, 31).replace(/^'+|'+$/g, "").trim();
  // "History" is a name that Excel keeps for itself.
  if (/^history$/i.test(allowed)) return `${allowed} 1`;
  return allowed === "" ? "Sheet1" : allowed;
}
