/** Symbols that no broker writes: a quotation mark, a comma or an end of line got into the cell, so it may name another security. */
import type { Doubt } from "./doubts";
import { symbolsOf } from "./one-spelling";
import type { ImportedCells } from "./import-types";

/** The name of a fund that stands for its symbol may have a comma before a blank. */
const DAMAGED = /["\t\r\n;]|,(?! )/;

export function doubtOfSymbols(cells: ImportedCells): Doubt | null {
  const damaged = symbolsOf(cells).find((symbol) => DAMAGED.test(symbol));
  if (damaged === undefined) return null;
  const shown = damaged.replace(/\s+/g, " ").slice(0, 40);
  return { sentence: `The symbol reads ‘${shown}’, so its cell may be damaged. Fill in Symbol.`, blank: ["Symbol", "New symbol", "Underlying"] };
}
