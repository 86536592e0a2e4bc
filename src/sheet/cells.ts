/**
 * One reader for every kind of cell that Excel hands to a function or a pane.
 * Blank comes as null, "" or undefined; data types come as objects that carry a `basicValue`;
 * errors come as error objects or as their own text.
 */
import { cleanNumber } from "../values/decimals";

export type Cell =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly code: string };

const BLANK: Cell = { kind: "blank" };

/** `#N/A`, `#VALUE!`, `#DIV/0!`, `#NAME?`, `#GETTING_DATA` …; a comment such as `# note` is none. */
const ERROR_TEXT = /^#(N\/A|GETTING_DATA|[A-Z][A-Z0-9/]*[!?])$/;

/** What a cell holds. Text is trimmed; a number is cleaned to the 15 significant digits that Excel shows. */
export function readCell(cell: unknown): Cell {
  switch (typeof cell) {
    case "number":
      return Number.isFinite(cell) ? { kind: "number", value: cleanNumber(cell) } : { kind: "error", code: "#NUM!" };
    case "string":
      return readText(cell);
    case "boolean":
      return { kind: "boolean", value: cell };
    case "bigint":
      return { kind: "number", value: cleanNumber(Number(cell)) };
    case "object":
      return cell === null ? BLANK : readDataType(cell as DataTypeCell);
    default:
      return BLANK;
  }
}

/** The error a cell holds, such as `#N/A`, or null. */
export function errorIn(cell: unknown): string | null {
  const mayBeError = typeof cell === "object" ? cell !== null : typeof cell === "string" ? cell.includes("#") : typeof cell === "number";
  if (!mayBeError) return null;
  const read = readCell(cell);
  return read.kind === "error" ? read.code : null;
}

/** A cell as a problem sentence quotes it: at most 40 characters. */
export function quoteCell(cell: unknown): string {
  const read = readCell(cell);
  switch (read.kind) {
    case "blank":
      return "a blank";
    case "error":
      return read.code;
    case "number":
      return String(read.value);
    case "boolean":
      return read.value ? "TRUE" : "FALSE";
    case "text":
      return `"${read.value.length > 40 ? `${read.value.slice(0, 39)}…` : read.value}"`;
  }
}

interface DataTypeCell {
  readonly type?: unknown;
  readonly basicType?: unknown;
  readonly basicValue?: unknown;
  readonly text?: unknown;
  readonly code?: unknown;
}

function readText(text: string): Cell {
  const trimmed = text.trim();
  if (trimmed === "") return BLANK;
  if (trimmed.charCodeAt(0) === 35 && ERROR_TEXT.test(trimmed)) return { kind: "error", code: trimmed };
  return { kind: "text", value: trimmed };
}

function readDataType(cell: DataTypeCell): Cell {
  // CustomFunctions.Error keeps its sign in `code`.
  if (typeof cell.code === "string" && cell.code.startsWith("#")) return { kind: "error", code: cell.code };
  // A stock or other entity card has the error #VALUE! as its basic value and its name as text.
  const isCard = cell.type === "Entity" || cell.type === "LinkedEntity";
  if (isCard && cell.basicType !== "Double" && typeof cell.text === "string") return readText(cell.text);
  if (cell.type === "Error" || cell.basicType === "Error") {
    return { kind: "error", code: typeof cell.basicValue === "string" ? cell.basicValue : "#VALUE!" };
  }
  const basic = cell.basicValue;
  if (basic === undefined || typeof basic === "object") return { kind: "error", code: "#VALUE!" };
  return readCell(basic);
}
