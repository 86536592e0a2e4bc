/** The tables of a file as lines, whatever it is written in: one, or of a workbook one a sheet. */
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import type { SheetOfFile, SourceFile } from "./import-types";
import { linesOfJson } from "./json-lines";
import { sourceLines } from "./source-lines";
import type { SourceLine } from "./source-lines";
import { textOfBytes } from "./text-of-bytes";

export interface TableOfFile {
  /** Lines with content. */
  readonly lines: readonly SourceLine[];
  /** Which sheet of several is read, for the user; empty: there is no other. */
  readonly note: string;
}

/** At least one; refused (bad-input) where there is nothing to read. */
export function tablesOfFile({ name, bytes, sheets }: SourceFile): Outcome<readonly TableOfFile[]> {
  if (sheets !== undefined) return done(sheets.map((sheet) => ({ lines: linesOfSheet(sheet), note: noteOfSheets(sheet, sheets) })));
  const text = textOfBytes(bytes, name);
  if (!text.ok) return text;
  const lines = linesIn(text.value);
  if (lines > LINES_OF_SHEET) {
    return refuse("bad-input", `${name} has ${lines.toLocaleString("en-US")} lines, and a sheet holds ${LINES_OF_SHEET.toLocaleString("en-US")}. Download it in parts, such as a year each.`);
  }
  if (!/^\ufeff?\s*[[{]/.test(text.value)) return done([{ lines: sourceLines(text.value), note: "" }]);
  const records = linesOfJson(text.value);
  return records === null
    ? refuse("bad-input", `${name} holds no list of transactions that can be read. Download it as CSV.`)
    : done([{ lines: records, note: "" }]);
}

/** Rows of a sheet of Excel, on which every line of the file is to stand. */
const LINES_OF_SHEET = 1_048_576;

function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < text.length - 1; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

function linesOfSheet({ rows }: SheetOfFile): SourceLine[] {
  return rows.flatMap((cells, at): SourceLine[] => {
    return cells.every((cell) => cell.trim() === "") ? [] : [{ line: at + 1, cells, text: cells.join(",").replace(/,+$/, ""), isDamaged: false }];
  });
}

function noteOfSheets(read: SheetOfFile, sheets: readonly SheetOfFile[]): string {
  const others = sheets.filter((sheet) => sheet !== read).map(({ name }) => `‘${name}’`);
  const last = others.pop();
  if (last === undefined) return "";
  return `Sheet ‘${read.name}’ is read. ${others.length === 0 ? `${last} is` : `${others.join(", ")} and ${last} are`} not.`;
}
