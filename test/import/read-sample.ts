/** Sample files made up in the brokers' layouts, what is read from them, and the lots that the rows make on the sheet. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkTrades, openLots, realized } from "../../src/functions/the-book";
import { IMPORTED_HEADINGS } from "../../src/import/import-types";
import type { FileRead, ImportedCells, ImportedHeading, SourceFile, UnknownLayout } from "../../src/import/import-types";
import { readMappedFile } from "../../src/import/read-mapped-file";
import { readSourceFile } from "../../src/import/read-source-file";

const SAMPLES = join(__dirname, "samples");

export function sampleText(name: string): string {
  return readFileSync(join(SAMPLES, name), "utf8");
}

export function readSample(name: string): FileRead {
  return readText(name, sampleText(name));
}

/** @param account the user's word for a file that names none */
export function readText(name: string, text: string, account: string | null = null): FileRead {
  const outcome = readSourceFile(fileOfText(name, text), account);
  if (!outcome.ok) assert.fail(outcome.problem.sentence);
  if (!("format" in outcome.value)) assert.fail(`${name}: no format knows it`);
  return outcome.value;
}

export function fileOfText(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** The headings of a text that no format knows. */
export function layoutOf(name: string, text: string): UnknownLayout {
  const outcome = readSourceFile(fileOfText(name, text));
  if (!outcome.ok || outcome.value.is !== "unknown") assert.fail("a format knows it");
  return outcome.value;
}

/** Such a text by the columns that the user names. */
export function mapped(name: string, text: string, columns: readonly (ImportedHeading | null)[], account: string | null): FileRead {
  const outcome = readMappedFile(fileOfText(name, text), { fingerprint: layoutOf(name, text).fingerprint, columns, account });
  if (!outcome.ok) assert.fail(outcome.problem.sentence);
  return outcome.value;
}

/** The cells of the trades under some headings, one text each: `2025-03-03 Buy AAPL 10`. */
export function trades(read: FileRead, ...headings: readonly ImportedHeading[]): string[] {
  return read.trades.map(({ cells }) => shown(cells, headings));
}

export function shown(cells: ImportedCells, headings: readonly ImportedHeading[]): string {
  return headings.map((heading) => cells[heading] ?? "").join(" ").trim();
}

/** The one trade of a line. */
export function tradeOfLine(read: FileRead, line: number): FileRead["trades"][number] {
  const [found, another] = read.trades.filter((trade) => trade.line === line);
  if (found === undefined || another !== undefined) assert.fail(`line ${line} has ${found === undefined ? "no" : "more than one"} trade`);
  return found;
}

export function undecidedOfLine(read: FileRead, line: number): FileRead["undecided"][number] {
  const found = read.undecided.find((undecided) => undecided.line === line);
  return found ?? assert.fail(`line ${line} is not undecided`);
}

export function counts(read: FileRead): Record<string, number> {
  return Object.fromEntries(read.counted.map(({ label, lines }) => [label, lines.length]));
}

/** The trades as the sheet has them: headings first, and a last column that the reader of trades leaves alone. */
export function sheetRows(...files: readonly FileRead[]): string[][] {
  const rows = files.flatMap(({ name, trades: made }) =>
    made.map(({ line, cells }) => [...IMPORTED_HEADINGS.map((heading) => cells[heading] ?? ""), `${name}:${line}`]));
  return [[...IMPORTED_HEADINGS, "Source"], ...rows];
}

/** What the check of trades says of the rows; empty where every row can be booked. */
export function faults(...files: readonly FileRead[]): string[] {
  return checkTrades(sheetRows(...files)).slice(1).map((row) => String(row[2]));
}

function picked(table: readonly (readonly unknown[])[], headings: readonly string[]): string[] {
  const [names = [], ...rows] = table;
  const columns = headings.map((heading) => {
    const column = names.indexOf(heading);
    return column < 0 ? assert.fail(`no heading ${heading} among ${names.join(", ")}`) : column;
  });
  return rows.map((row) => columns.map((column) => String(row[column] ?? "")).join(" "));
}

/** Open lots of the rows as OPENLOTS has them. */
export function lotsOf(files: readonly FileRead[], ...headings: readonly string[]): string[] {
  return picked(openLots(sheetRows(...files)), headings);
}

export function gainsOf(files: readonly FileRead[], ...headings: readonly string[]): string[] {
  return picked(realized(sheetRows(...files)), headings);
}
