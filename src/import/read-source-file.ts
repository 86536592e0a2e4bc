/** Reads a broker's file, told by what stands in it and never by its name. */
import { done } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import { FileInProgress } from "./file-in-progress";
import type { Format } from "./formats/format";
import { FORMATS } from "./formats/table";
import type { FileRead, SourceFile, UnknownLayout } from "./import-types";
import { tablesOfFile } from "./lines-of-file";
import type { TableOfFile } from "./lines-of-file";
import { bareHeading } from "./plain-heading";
import { sha256 } from "./sha-256";
import { LINES_SEARCHED } from "./source-lines";
import type { SourceLine } from "./source-lines";
import { unknownLayout } from "./unknown-layout";

/**
 * What the file says, or its headings where no format is known by them (`is` tells which). Refused (bad-input) only where
 * there is no text or table in it.
 * @param account the user's word for a file that names none, else null
 */
export function readSourceFile(file: SourceFile, account: string | null = null): Outcome<FileRead | UnknownLayout> {
  const tables = tablesOfFile(file);
  if (!tables.ok) return tables;
  for (const { lines, note } of tables.value) {
    const found = formatOf(lines);
    if (found === null) continue;
    const { format, headingAt } = found;
    const work = new FileInProgress(format, file.name, lines, headingAt);
    format.read(work, { name: file.name, lines, headingAt, account });
    if (note !== "") work.note(note);
    return done(work.finish(sha256(file.bytes)));
  }
  return layoutOfOne(file.name, tables.value);
}

/** Of the first table that has headings. */
function layoutOfOne(name: string, tables: readonly TableOfFile[]): Outcome<UnknownLayout> {
  const layouts = tables.map(({ lines }) => unknownLayout(name, lines));
  return layouts.find(({ ok }) => ok) ?? layouts[0] ?? unknownLayout(name, []);
}

/** The first line near the top that is the headings of a format. */
function formatOf(lines: readonly SourceLine[]): { readonly format: Format; readonly headingAt: number } | null {
  for (let headingAt = 0; headingAt < Math.min(lines.length, LINES_SEARCHED); headingAt++) {
    const headings = (lines[headingAt]?.cells ?? []).map(bareHeading);
    const format = FORMATS.find(({ isHeading }) => isHeading(headings));
    if (format) return { format, headingAt };
  }
  return null;
}
