/**
 * A formula cut into its words, so that names can be changed without touching text in quotes,
 * sheet names or column names of tables. The words joined again are the formula.
 */

export type WordKind =
  | "text"
  | "sheet"
  | "brackets"
  | "function"
  | "name"
  | "number"
  | "error"
  | "space"
  | "sign";

export interface Word {
  readonly kind: WordKind;
  readonly text: string;
}

const NAME = /[\p{L}_\\$][\p{L}\p{N}_.\\?$]*/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|BUSY!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)/iy;
const SPACE = /[ \t\r\n]+/y;
const QUOTED_TEXT = /"(?:[^"]|"")*"?/y;
const QUOTED_SHEET = /'(?:[^']|'')*'?/y;

/** Words of a formula, with or without its "=". Anything odd comes out as a sign of one character. */
export function formulaWords(formula: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < formula.length; ) {
    const word = wordAt(formula, at);
    words.push(word);
    at += word.text.length;
  }
  return words;
}

export function joinWords(words: readonly Word[]): string {
  return words.map((word) => word.text).join("");
}

function wordAt(formula: string, at: number): Word {
  switch (formula[at]) {
    case '"':
      return { kind: "text", text: matched(QUOTED_TEXT, formula, at) };
    case "'":
      return { kind: "sheet", text: matched(QUOTED_SHEET, formula, at) };
    case "[":
      return bracketsAt(formula, at);
  }
  const space = matched(SPACE, formula, at);
  if (space) return { kind: "space", text: space };
  const error = matched(ERROR, formula, at);
  if (error) return { kind: "error", text: error };
  const name = matched(NAME, formula, at);
  if (name) return { kind: kindOfName(formula[at + name.length]), text: name };
  const number = matched(NUMBER, formula, at);
  if (number) return { kind: "number", text: number };
  return { kind: "sign", text: formula[at]! };
}

function kindOfName(next: string | undefined): WordKind {
  if (next === "(") return "function";
  return next === "!" ? "sheet" : "name";
}

function matched(pattern: RegExp, formula: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(formula)?.[0] ?? "";
}

/** "[[#This Row],[Amount]]" whole, or a file number "[1]". An apostrophe hides the next character. */
function bracketsAt(formula: string, at: number): Word {
  let depth = 0;
  for (let end = at; end < formula.length; end += 1) {
    const mark = formula[end];
    if (mark === "'") end += 1;
    else if (mark === "[") depth += 1;
    else if (mark === "]" && (depth -= 1) === 0) {
      return { kind: "brackets", text: formula.slice(at, end + 1) };
    }
  }
  return { kind: "brackets", text: formula.slice(at) };
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** Does the name read as a cell ("$B$7")? */
export function isCellWord(word: Word): boolean {
  return word.kind === "name" && CELL.test(word.text);
}
