/** One sheet of an .xlsx file. */
import type { CellContent, CellError, CellValue, ErrorText, SheetContent } from "../content";
import { columnNumber, parseAddress } from "../addresses";
import { formulaFromFile } from "./formula-names";
import { showsDay } from "./number-formats";
import type { CellLook } from "./read-styles";
import { movedFormula } from "./shared-formulas";
import { attributesOf, elements, firstElement, unescapeXml } from "./xml";

export interface SheetReading {
  readonly sharedTexts: readonly string[];
  readonly looks: readonly CellLook[];
  /** The file counts days from 1904; dates are moved to the 1900 count. */
  readonly date1904: boolean;
}

type MutableRows = Record<number, Record<number, CellContent>>;

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Cells of the sheet part, sparse, by row and column from 0. */
export function readCells(xml: string, reading: SheetReading): SheetContent["rows"] {
  const rows: MutableRows = {};
  const shared = new Map<string, SharedFormula>();
  // Attribute values of rows and cells never hold ">", so tags are found without parsing attributes first.
  const tag = /<((?:[\w.-]+:)?(row|c))(\s[^>]*?)?(\/?)>/g;
  let row = -1;
  let column = -1;
  for (let found = tag.exec(xml); found; found = tag.exec(xml)) {
    const attributes = attributesOf(found[3] ?? "");
    if (found[2] === "row") {
      row = attributes["r"] === undefined ? row + 1 : Number(attributes["r"]) - 1;
      column = -1;
      continue;
    }
    const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(attributes["r"] ?? "");
    row = place ? Number(place[2]) - 1 : Math.max(row, 0);
    column = place ? columnNumber(place[1]!) : column + 1;
    let inner = "";
    if (found[4] !== "/") {
      const end = xml.indexOf(`</${found[1]}>`, tag.lastIndex);
      if (end < 0) break;
      inner = xml.slice(tag.lastIndex, end);
      tag.lastIndex = end;
    }
    const cell = readCell(attributes, inner, row, column, reading, shared);
    if (Object.keys(cell).length > 0) (rows[row] ??= {})[column] = cell;
  }
  return rows;
}

function readCell(
  attributes: Readonly<Record<string, string>>,
  inner: string,
  row: number,
  column: number,
  reading: SheetReading,
  shared: Map<string, SharedFormula>,
): CellContent {
  const look = reading.looks[Number(attributes["s"] ?? 0)] ?? {};
  const stored = readValue(attributes["t"] ?? "n", inner, reading.sharedTexts);
  const moves = reading.date1904 && typeof stored === "number" && showsDay(look.numberFormat);
  const value = moves ? stored + DAYS_FROM_1900_TO_1904 : stored;
  return {
    ...(value === undefined ? {} : { value }),
    ...readFormula(inner, row, column, shared),
    ...look,
  };
}

const DAYS_FROM_1900_TO_1904 = 1462;

function readValue(type: string, inner: string, sharedTexts: readonly string[]): CellValue | undefined {
  if (type === "inlineStr") return joinedText(firstElement(inner, "is")?.inner ?? "");
  const raw = firstElement(inner, "v")?.inner;
  if (raw === undefined) return undefined;
  switch (type) {
    case "s":
      return sharedTexts[Number(raw)];
    case "str":
      return cellText(raw);
    case "b":
      return raw.trim() === "1" || raw.trim() === "true";
    case "e":
      return cellError(raw.trim());
    case "d":
      return serialFromIso(raw.trim());
  }
  const number = raw.trim() === "" ? NaN : Number(raw);
  return Number.isFinite(number) ? number : undefined;
}

const ERRORS: ReadonlySet<string> = new Set<ErrorText>([
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#BUSY!",
]);

function cellError(text: string): CellError {
  if (ERRORS.has(text)) return { error: text as ErrorText };
  return { error: text === "#GETTING_DATA" ? "#BUSY!" : "#VALUE!" };
}

function serialFromIso(text: string): number | undefined {
  const milliseconds = Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : text.includes("T") ? `${text}Z` : text);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 86_400_000 + 25_569;
}

/** Formula and spill of a cell. A table of the "what if" kind has no formula to keep; its values stay. */
function readFormula(
  inner: string,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
): Pick<CellContent, "formula" | "spill"> {
  const found = firstElement(inner, "f");
  if (!found) return {};
  const { t: type, si: group = "", ref = "" } = found.attributes;
  const written = unescapeXml(found.inner);
  if (type === "dataTable") return {};
  if (type === "shared") {
    if (written !== "") shared.set(group, { row, column, formula: written });
    const first = shared.get(group);
    if (!first) return {};
    return { formula: formulaFromFile(movedFormula(first.formula, row - first.row, column - first.column)) };
  }
  if (written === "") return {};
  if (type !== "array") return { formula: formulaFromFile(written) };
  const block = parseAddress(ref)?.block;
  return {
    formula: formulaFromFile(written),
    spill: { rows: block?.rows ?? 1, columns: block?.columns ?? 1 },
  };
}

/** Texts that cells refer to by number. */
export function readSharedTexts(xml: string): string[] {
  return [...elements(xml, "si")].map(({ inner }) => joinedText(inner));
}

/** All runs of a text; how a Japanese text is pronounced is no part of it. */
function joinedText(inner: string): string {
  const spoken = inner.replace(/<(?:[\w.-]+:)?rPh\b[\s\S]*?<\/(?:[\w.-]+:)?rPh>/g, "");
  return [...elements(spoken, "t")].map((run) => cellText(run.inner)).join("");
}

/** XML text with the format's own escapes, _x000D_, undone. */
function cellText(raw: string): string {
  return unescapeXml(raw).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
