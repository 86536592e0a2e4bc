/** The operators that files store as functions: @ (one value of a range), # (all of a spill), [@Column]. */
import { isCellWord, joinWords, type Word } from "./formula-words";

/** SINGLE(x) becomes @x and ANCHORARRAY(x) becomes x#. */
export function withOperators(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const operator = word.kind === "function" ? word.text.toUpperCase() : "";
    const end = operator === "SINGLE" || operator === "ANCHORARRAY" ? closing(words, at + 1) : -1;
    if (end < 0) {
      result.push(word);
      continue;
    }
    const inside = withOperators(words.slice(at + 2, end));
    const sign: Word = { kind: "sign", text: operator === "SINGLE" ? "@" : "#" };
    result.push(...(operator === "SINGLE" ? [sign, ...inside] : [...inside, sign]));
    at = end;
  }
  return result;
}

/** Position of the bracket that closes the one at `open`, or -1. */
export function closing(words: readonly Word[], open: number): number {
  let depth = 0;
  for (let at = open; at < words.length; at += 1) {
    if (words[at]!.kind !== "sign") continue;
    if (words[at]!.text === "(") depth += 1;
    else if (words[at]!.text === ")" && (depth -= 1) === 0) return at;
  }
  return -1;
}

/** Trades[@Amount] and, inside the table, [@Amount] in the long form that files use. */
export function withThisRow(words: readonly Word[], table: string | undefined): Word[] {
  return words.map((word, at) => {
    const short = word.kind === "brackets" ? /^\[@(.*)\]$/s.exec(word.text) : null;
    if (!short) return word;
    const column = short[1]!;
    const named = words[at - 1]?.kind === "name" || table === undefined ? "" : table;
    if (column === "") return { kind: "brackets", text: `${named}[#This Row]` };
    return { kind: "brackets", text: `${named}[[#This Row],${column.startsWith("[") ? column : `[${column}]`}]` };
  });
}

/** x# and @x as the functions that files use. */
export function withFunctions(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (const word of words) {
    if (word.kind !== "sign" || word.text !== "#") {
      result.push(word);
      continue;
    }
    let from = result.length - 1;
    if (result[from - 1]?.text === "!" && result[from - 2]?.kind === "sheet") from -= 2;
    if (from < 0) continue;
    const anchor = joinWords(result.splice(from));
    result.push({ kind: "brackets", text: `_xlfn.ANCHORARRAY(${anchor})` });
  }
  return withSingle(result);
}

function withSingle(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]!.kind !== "sign" || words[at]!.text !== "@") {
      result.push(words[at]!);
      continue;
    }
    const end = operandEnd(words, at + 1);
    const operand = joinWords(withSingle(words.slice(at + 1, end)));
    result.push({ kind: "brackets", text: `_xlfn.SINGLE(${operand})` });
    at = end - 1;
  }
  return result;
}

/** Where the operand that starts at `from` ends: a call, a bracket, or a reference with sheet and range. */
function operandEnd(words: readonly Word[], from: number): number {
  let at = from;
  if (words[at]?.kind === "function") at += 1;
  if (words[at]?.text === "(") return Math.max(closing(words, at), at) + 1;
  while (at < words.length && (isReferencePart(words[at]!) || isCellWord(words[at]!))) at += 1;
  return Math.max(at, from + 1);
}

function isReferencePart(word: Word): boolean {
  if (word.kind === "sign") return word.text === "!" || word.text === ":";
  return ["sheet", "name", "brackets", "number"].includes(word.kind);
}
