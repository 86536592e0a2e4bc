/**
 * Names in formulas: as people read them, and as an .xlsx file stores them.
 *
 *   TAXLOT.LOTGAIN(A1)      _xldudf_TAXLOT_LOTGAIN(A1)     functions of an add-in (office-js#3558)
 *   TAKE(A1:A9,2)           _xlfn.TAKE(A1:A9,2)            functions newer than the format
 *   FILTER(…)               _xlfn._xlws.FILTER(…)
 *   LET(x,1,x+1)            _xlfn.LET(_xlpm.x,1,_xlpm.x+1)
 *   A1#                     _xlfn.ANCHORARRAY(A1)
 *   @A1:A9                  _xlfn.SINGLE(A1:A9)
 *   [@Amount]               Trades[[#This Row],[Amount]]   inside the table Trades
 *
 * Functions of other add-ins keep their stored name: their file name does not say which
 * underscore was a dot.
 */
import { closing, withFunctions, withOperators, withThisRow } from "./formula-operators";
import { formulaWords, joinWords, type Word } from "./formula-words";
import { FILE_PREFIX } from "./newer-functions";

const OUR_FUNCTION_IN_FILE = /^(?:_xlfn\.)?_xldudf_(TAXLOT|TAXLOTDEV)_([A-Z0-9]+)$/i;
const OUR_FUNCTION = /^(TAXLOT|TAXLOTDEV)\.([A-Z0-9]+)$/i;

/** A stored formula (without "=") as the formula bar shows it (with "="). */
export function formulaFromFile(stored: string): string {
  const words = formulaWords(stored).map(nameFromFile);
  return `=${joinWords(withOperators(words))}`;
}

/** A formula as people read it (with "=") as a file stores it. `table`: the table the cell is in. */
export function formulaForFile(formula: string, table?: string): string {
  const shown = formula.startsWith("=") ? formula.slice(1) : formula;
  const words = formulaWords(shown);
  const parameters = parameterNames(words);
  const stored = words.map((word, at) => nameForFile(word, at, words, parameters));
  return joinWords(withFunctions(withThisRow(stored, table)));
}

function nameFromFile(word: Word): Word {
  if (word.kind === "name" && word.text.startsWith("_xlpm.")) return { kind: "name", text: word.text.slice(6) };
  if (word.kind !== "function") return word;
  const ours = OUR_FUNCTION_IN_FILE.exec(word.text);
  if (ours) return { kind: "function", text: `${ours[1]}.${ours[2]}`.toUpperCase() };
  // A LET or LAMBDA parameter that holds a function is called like one.
  const name = word.text.replace(/^(?:_xlfn\.)?(?:_xlws\.)?(?:_xlpm\.)?/i, "");
  const known = FILE_PREFIX.has(name.toUpperCase()) || /^_xlpm\./.test(word.text) || isOperatorFunction(word);
  return known ? { kind: "function", text: name } : word;
}

function isOperatorFunction(word: Word): boolean {
  return /^_xlfn\.(?:SINGLE|ANCHORARRAY)$/i.test(word.text);
}

/** Names that LET and LAMBDA introduce, in capitals: the arguments that are only a name. */
function parameterNames(words: readonly Word[]): ReadonlySet<string> {
  const names = new Set<string>();
  words.forEach((word, at) => {
    const introduces = word.kind === "function" ? word.text.toUpperCase() : "";
    if (introduces !== "LET" && introduces !== "LAMBDA") return;
    const parts = argumentsOf(words, at + 1);
    parts.slice(0, -1).forEach((part, position) => {
      const only = part.filter((each) => each.kind !== "space");
      const isName = only.length === 1 && only[0]!.kind === "name";
      if (isName && (introduces === "LAMBDA" || position % 2 === 0)) names.add(only[0]!.text.toUpperCase());
    });
  });
  return names;
}

/** The arguments between the bracket at `open` and its closing one. */
function argumentsOf(words: readonly Word[], open: number): Word[][] {
  const end = closing(words, open);
  if (end < 0) return [];
  const parts: Word[][] = [[]];
  let depth = 0;
  for (const word of words.slice(open + 1, end)) {
    if (word.kind === "sign" && "({".includes(word.text)) depth += 1;
    if (word.kind === "sign" && ")}".includes(word.text)) depth -= 1;
    if (word.kind === "sign" && word.text === "," && depth === 0) parts.push([]);
    else parts[parts.length - 1]!.push(word);
  }
  return parts;
}

function nameForFile(word: Word, at: number, words: readonly Word[], parameters: ReadonlySet<string>): Word {
  const capitals = word.text.toUpperCase();
  const isParameter = (word.kind === "name" || word.kind === "function") && parameters.has(capitals);
  if (isParameter && words[at - 1]?.kind !== "sheet") return { kind: word.kind, text: `_xlpm.${word.text}` };
  if (word.kind !== "function") return word;
  const ours = OUR_FUNCTION.exec(word.text);
  if (ours) return { kind: "function", text: `_xldudf_${ours[1]!.toUpperCase()}_${ours[2]!.toUpperCase()}` };
  const prefix = FILE_PREFIX.get(capitals);
  return prefix === undefined ? word : { kind: "function", text: prefix + capitals };
}
