/**
 * Which formulas must be stored as dynamic arrays. A formula stored the old way that could give
 * several values is opened by Excel with an @ in front of the doubtful part, and shows one value.
 * A formula stored as a dynamic array that gives one value looks and works like any other, so
 * whatever is not plainly of one value is stored as one.
 */
import { formulaWords, isCellWord, type Word } from "./formula-words";

/** One value, whatever ranges they are given whole. */
const REDUCES_RANGES = new Set(
  "SUM AVERAGE COUNT COUNTA COUNTBLANK MIN MAX PRODUCT MEDIAN STDEV VAR SUMSQ SUBTOTAL AND OR ROWS COLUMNS".split(" "),
);
/** One value from one value. */
const KEEPS_ONE_VALUE = new Set(
  ("IF IFERROR IFNA NOT ROUND ROUNDUP ROUNDDOWN ABS INT MOD SIGN SQRT DATE YEAR MONTH DAY TODAY NOW EDATE EOMONTH " +
    "TEXT LEFT RIGHT MID LEN TRIM UPPER LOWER VALUE CONCATENATE TRUE FALSE PI NA N T ISNUMBER ISBLANK ISERROR ISNA ISTEXT").split(" "),
);

export function mayGiveSeveralValues(formula: string): boolean {
  const words = formulaWords(formula.replace(/^=/, "")).filter(({ kind }) => kind !== "space");
  const calls: string[] = [];
  let before: Word | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (word.text === "(") calls.push(before?.kind === "function" ? before.text.toUpperCase() : "");
    else if (word.text === ")") calls.pop();
    else if (word.kind === "function") {
      const name = word.text.toUpperCase();
      if (!REDUCES_RANGES.has(name) && !KEEPS_ONE_VALUE.has(name)) return true;
    } else if (word.kind === "sign" && "{@#".includes(word.text)) return true;
    else if (startsReference(word)) {
      const end = referenceEnd(words, at);
      const oneCell = isOneCell(words.slice(at, end));
      const whole = "(,".includes(before?.text ?? "?") && "),".includes(words[end]?.text ?? "?");
      if (!oneCell && !(whole && REDUCES_RANGES.has(calls[calls.length - 1] ?? ""))) return true;
      at = end - 1;
    }
    before = words[at];
  }
  return false;
}

function startsReference(word: Word): boolean {
  return word.kind === "name" || word.kind === "sheet" || word.kind === "brackets";
}

/** A reference with its sheet, its range sign and its columns: 'My trades'!A1:B9, Trades[Amount], 1:3. */
function referenceEnd(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length) {
    const word = words[at]!;
    const joins = word.kind === "sign" && (word.text === ":" || word.text === "!");
    if (!joins && !startsReference(word) && word.kind !== "number") break;
    at += 1;
  }
  return at;
}

function isOneCell(reference: readonly Word[]): boolean {
  const cell = reference[reference.length - 1]!;
  const rest = reference.slice(0, -1).filter(({ kind, text }) => kind !== "sheet" && text !== "!");
  if (cell.kind === "brackets") return THIS_ROW.test(cell.text);
  return rest.length === 0 && (isCellWord(cell) || /^(?:TRUE|FALSE)$/i.test(cell.text));
}

/** One column of the row the formula is in: [@Amount], [@[Net amount]], [[#This Row],[Amount]]. */
const THIS_ROW = /^\[(?:@[^[\]:]+|@\[[^[\]]+\]|\[#This Row\],\[[^[\]]+\])\]$/i;
