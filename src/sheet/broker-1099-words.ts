/** The words of a broker's form for term, basis reported, form and box (R-8949-1). A blank is null; another word is a fault. */
import type { ReportedSale } from "../report/form-8949-types";
import { quoteCell, readCell } from "./cells";
import type { CellFault } from "./number-cells";

export type ReportedBox = Pick<ReportedSale, "term" | "basisReported" | "form" | "isOrdinary">;

/** Checkbox X of a 1099-B and Y of a 1099-DA: the broker does not know the term. */
const TERM_UNKNOWN = ["x", "y", "unknown", "undetermined", "term unknown", "not known"];

const TERMS = wordsOf<"Short" | "Long" | null>([
  ["Short", ["short", "s", "st", "short-term", "short term", "shortterm", "short-term gain", "short-term loss"]],
  ["Long", ["long", "l", "lt", "long-term", "long term", "longterm", "long-term gain", "long-term loss"]],
  [null, TERM_UNKNOWN],
]);

const REPORTED = wordsOf<boolean>([
  [true, ["yes", "y", "true", "reported", "covered", "basis reported", "x", "checked", "✓", "✔", "☑", "☒"]],
  [false, ["no", "n", "false", "not reported", "noncovered", "non-covered", "not covered", "uncovered", "basis not reported", "unchecked", "☐"]],
]);

const FORMS = wordsOf<"1099-B" | "1099-DA" | "none">([
  ["1099-B", ["1099-b", "1099b", "form 1099-b", "b", "1099 b"]],
  ["1099-DA", ["1099-da", "1099da", "form 1099-da", "da", "1099 da"]],
  ["none", ["none", "no", "no form", "not reported"]],
]);

export function termWord(cell: unknown): ReportedSale["term"] | CellFault {
  const read = readCell(cell);
  const term = read.kind === "text" ? read.value.replace(ORDINARY, "").replace(/[\s,;/&+-]+$/, "") : cell;
  return worded(term, TERMS, "Short or Long");
}

/** Box 2 of the form may say ordinary income beside a term, or for one (R-8949-4). */
const ORDINARY = /\bordinary( income)?\b[\s,;/&+-]*/i;

export function saysOrdinary(cell: unknown): boolean {
  const read = readCell(cell);
  return read.kind === "text" && ORDINARY.test(read.value);
}

/** Checkbox X or Y: then the basis was not reported either (R-8949-1). */
export function saysTermUnknown(cell: unknown): boolean {
  const read = readCell(cell);
  return read.kind === "text" && TERM_UNKNOWN.includes(read.value.toLowerCase());
}

export function reportedWord(cell: unknown): boolean | null | CellFault {
  const read = readCell(cell);
  return read.kind === "boolean" ? read.value : worded(cell, REPORTED, "Yes or No");
}

/** Box 5 of Form 1099-B: a tick says that the basis was not reported; the words mean what they say. */
export function noncoveredWord(cell: unknown): boolean | null | CellFault {
  const said = reportedWord(cell);
  const read = readCell(cell);
  return typeof said !== "boolean" || (read.kind === "text" && /cover|report/i.test(read.value)) ? said : !said;
}

export function formWord(cell: unknown): ReportedSale["form"] | CellFault {
  return worded(cell, FORMS, "1099-B, 1099-DA or None");
}

/** A letter of Form 8949 says all three; X and Y that the term, and so the basis, was not reported. */
export function boxWord(cell: unknown): ReportedBox | null | CellFault {
  const read = readCell(cell);
  if (read.kind === "blank") return null;
  const letter = read.kind === "text" ? read.value.toUpperCase().replace(/^(BOX|CODE)\s+/, "") : "";
  if (letter === "X" || letter === "Y") return { term: null, basisReported: false, form: letter === "X" ? "1099-B" : "1099-DA" };
  const place = letter.length === 1 ? "ABCDEFGHIJKL".indexOf(letter) : -1;
  if (place < 0) return { says: `is ${quoteCell(cell)}; write a letter from A to L` };
  const [kind, isLong, isDigital] = [place % 3, Math.floor(place / 3) % 2 === 1, place >= 6];
  return { term: isLong ? "Long" : "Short", basisReported: kind === 0, form: kind === 2 ? "none" : isDigital ? "1099-DA" : "1099-B" };
}

const NOT_SAID = /^(n\/?a|-+)$/;

function worded<W>(cell: unknown, words: ReadonlyMap<string, W>, allowed: string): W | null | CellFault {
  const read = readCell(cell);
  if (read.kind === "blank") return null;
  const word = read.kind === "text" ? read.value.toLowerCase().replace(/[\s\u00a0]+/g, " ") : null;
  if (word !== null && NOT_SAID.test(word)) return null;
  if (word !== null && words.has(word)) return words.get(word)!;
  return { says: read.kind === "error" ? `holds the error ${read.code}` : `is ${quoteCell(cell)}; write ${allowed}` };
}

function wordsOf<W>(words: readonly (readonly [W, readonly string[]])[]): ReadonlyMap<string, W> {
  return new Map(words.flatMap(([meaning, spellings]) => spellings.map((spelling) => [spelling, meaning] as const)));
}
