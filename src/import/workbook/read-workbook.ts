/**
 * The sheets of an .xlsx workbook as texts, such as a CSV file of them would hold: days as ISO days, figures as plain decimals.
 * Loaded only when a workbook is chosen, for the package is as large as half of all the rest.
 */
import { read, SSF } from "@e965/xlsx/dist/xlsx.mini.min";
import type { CellObject, WorkSheet } from "@e965/xlsx";
import { isoFromDay, dayFromSerial } from "../../values/plain-date";
import { done, refuse } from "../../values/outcome";
import type { Outcome } from "../../values/outcome";
import { Exact, figureOf } from "../figures";
import type { SheetOfFile } from "../import-types";
import { timeOfDay } from "../written-date";
import { plainWorkbook } from "./parts-of-zip";

/** Refused (bad-input) where the bytes hold no workbook that can be read whole. @param name as a sentence calls the file */
export function readWorkbook(bytes: Uint8Array, name: string): Outcome<readonly SheetOfFile[]> {
  const plain = plainWorkbook(bytes, name);
  if (!plain.ok) return plain;
  const opened = opening(plain.value);
  if (opened === null) return refuse("bad-input", `${name} cannot be read as a workbook. Open it in Excel, save it as CSV, and choose that.`);
  const is1904 = opened.Workbook?.WBProps?.date1904 === true;
  const sheets: SheetOfFile[] = [];
  for (const sheetName of opened.SheetNames) {
    const rows = rowsOfSheet(opened.Sheets[sheetName], is1904);
    if (typeof rows === "string") {
      return refuse("bad-input", `${name} has a formula without its value in cell ${rows} of sheet ‘${sheetName}’. Open it in Excel, save it, and choose it again.`);
    }
    if (rows.length > 0) sheets.push({ name: sheetName, rows });
  }
  return sheets.length === 0 ? refuse("bad-input", `${name} has no sheet with cells. Download it again.`) : done(sheets);
}

function opening(bytes: Uint8Array): ReturnType<typeof read> | null {
  try {
    return read(bytes, { type: "array", dense: true, cellNF: true, cellText: false, cellHTML: false });
  } catch {
    return null;
  }
}

/** Rows as wide as the widest, so that none seems cut off; or the address of a formula that was saved without a value. */
function rowsOfSheet(sheet: WorkSheet | undefined, is1904: boolean): string[][] | string {
  const cells = (sheet as { "!data"?: (CellObject | undefined)[][] } | undefined)?.["!data"] ?? [];
  const rows: string[][] = [];
  let width = 0;
  for (let row = 0; row < cells.length; row++) {
    const texts: string[] = [];
    const found = cells[row] ?? [];
    for (let column = 0; column < found.length; column++) {
      const cell = found[column];
      if (cell?.f !== undefined && cell.v === undefined) return `${columnLetters(column)}${row + 1}`;
      texts.push(cell === undefined ? "" : textOfCell(cell, is1904));
    }
    while (texts.length > 0 && texts[texts.length - 1] === "") texts.pop();
    width = Math.max(width, texts.length);
    rows.push(texts);
  }
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return rows.map((texts) => (texts.length === 0 ? texts : [...texts, ...Array<string>(width - texts.length).fill("")]));
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? "" : columnLetters(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

/** By the number that stands in the file for each (ECMA-376 writes the text, the package gives the number). */
const ERRORS: Readonly<Record<number, string>> = { 0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A" };

function textOfCell(cell: CellObject, is1904: boolean): string {
  const { t: type, v: value } = cell;
  if (value === undefined) return "";
  if (type === "e") return ERRORS[Number(value)] ?? "#VALUE!";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return String(value);
  return SSF.is_date(String(cell.z ?? "General")) ? textOfSerial(value + (is1904 ? DAYS_FROM_1900_TO_1904 : 0)) : figureOf(new Exact(value.toPrecision(DIGITS_SHOWN)));
}

/** Excel shows fifteen digits, and the file holds what binary made of them. */
const DIGITS_SHOWN = 15;
const DAYS_FROM_1900_TO_1904 = 1462;
const SECONDS_OF_DAY = 86_400;

function textOfSerial(serial: number): string {
  const seconds = Math.round(serial * SECONDS_OF_DAY);
  const [days, rest] = [Math.floor(seconds / SECONDS_OF_DAY), seconds % SECONDS_OF_DAY];
  if (days < 1) return timeOfDay(rest);
  return rest === 0 ? isoFromDay(dayFromSerial(days)) : `${isoFromDay(dayFromSerial(days))} ${timeOfDay(rest)}`;
}
