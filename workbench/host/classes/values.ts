/** Cell values on their way in and out of Range.values, Range.formulas and their like. */
import { isCellError, type CellContent } from "../../content";
import type { CellEntry } from "../../grid/grid";
import { HostError, invalidArgument } from "../host-error";
import type { RangeTarget } from "./world";

/** Excel shows what has no plain value, a card, as #VALUE! here. */
export function valueOf(cell: CellContent | undefined): string | number | boolean {
  if (cell?.card) return typeof cell.card.basicValue === "number" ? cell.card.basicValue : "#VALUE!";
  const value = cell?.value;
  if (value === undefined) return "";
  return isCellError(value) ? value.error : value;
}

export function formulaOf(cell: CellContent | undefined): string | number | boolean {
  return cell?.formula ?? valueOf(cell);
}

/** One cell as `Range.valuesAsJson` describes it. */
export function jsonValueOf(cell: CellContent | undefined): Readonly<Record<string, unknown>> {
  if (cell?.card) return cell.card;
  const value = cell?.value;
  if (value === undefined) return { type: "Empty", basicType: "Empty", basicValue: "" };
  if (isCellError(value)) {
    return { type: "Error", basicType: "Error", basicValue: value.error, errorType: ERROR_TYPES[value.error] ?? "Value" };
  }
  const type = valueTypeOf(cell);
  return { type, basicType: type, basicValue: value };
}

const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#NULL!": "Null",
  "#DIV/0!": "Div0",
  "#VALUE!": "Value",
  "#REF!": "Ref",
  "#NAME?": "Name",
  "#NUM!": "Num",
  "#N/A": "NotAvailable",
  "#SPILL!": "Spill",
  "#CALC!": "Calc",
  "#BUSY!": "Busy",
};

export function valueTypeOf(cell: CellContent | undefined): string {
  if (cell?.card) return "RichValue";
  const value = cell?.value;
  if (value === undefined) return "Empty";
  if (isCellError(value)) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** One value for every cell, or a table of exactly the range's size. */
export function tableFor<T>(range: RangeTarget, given: unknown, location: string, one: (value: unknown) => T): T[][] {
  if (!Array.isArray(given)) {
    const single = one(given);
    return Array.from({ length: range.rows }, () => Array.from({ length: range.columns }, () => single));
  }
  const fits = given.length === range.rows && given.every((row) => Array.isArray(row) && row.length === range.columns);
  if (!fits) throw wrongSize(location);
  return (given as unknown[][]).map((row) => row.map(one));
}

export function wrongSize(location: string): HostError {
  return new HostError(
    "InvalidArgument",
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    location,
  );
}

/** null leaves a cell as it is, "" empties it, a text that starts with "=" is a formula, an apostrophe keeps it a text. */
export function entryFrom(value: unknown): CellEntry | undefined {
  if (value === null || value === undefined) return undefined;
  if (value === "") return null;
  if (typeof value === "number" || typeof value === "boolean") return { value };
  if (typeof value !== "string") throw invalidArgument("Range.values");
  if (value.length > 1 && (value.startsWith("=") || value.startsWith("+="))) return { formula: value };
  return { value: value.startsWith("'") ? value.slice(1) : value };
}

/** "#RRGGBB" in capitals. */
export function hexColor(color: unknown): string {
  const text = String(color);
  if (!/^#[0-9a-f]{6}$/i.test(text)) {
    throw new HostError("NotImplemented", `The workbench knows colours as "#RRGGBB", not "${text}".`, "color");
  }
  return text.toUpperCase();
}
