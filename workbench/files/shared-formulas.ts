/** Formulas that a file stores once for a block of cells and moves along with each of them. */
import { columnLetters, columnNumber, MAX_COLUMNS, MAX_ROWS } from "../addresses";
import { formulaWords, type Word } from "./formula-words";

/** The formula as it reads in a cell `down` rows below and `right` columns beside the one it was written for. */
export function movedFormula(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula;
  const words = formulaWords(formula);
  return words.map((word, at) => moved(word, words[at - 1], words[at + 1], down, right)).join("");
}

function moved(word: Word, before: Word | undefined, after: Word | undefined, down: number, right: number): string {
  if (word.kind !== "name" && word.kind !== "number") return word.text;
  const cell = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i.exec(word.text);
  if (cell) {
    const column = movedColumn(cell[1]!, cell[2]!, right);
    const row = movedRow(cell[3]!, cell[4]!, down);
    return column === null || row === null ? "#REF!" : column + row;
  }
  if (before?.text !== ":" && after?.text !== ":") return word.text;
  // A whole column in A:C or a whole row in 1:3. Anything else beside a colon is a name.
  const column = /^(\$?)([A-Z]{1,3})$/i.exec(word.text);
  if (column) return movedColumn(column[1]!, column[2]!, right) ?? "#REF!";
  const row = /^(\$?)(\d{1,7})$/.exec(word.text);
  return row ? (movedRow(row[1]!, row[2]!, down) ?? "#REF!") : word.text;
}

function movedColumn(fixed: string, letters: string, right: number): string | null {
  if (fixed) return fixed + letters;
  const column = columnNumber(letters) + right;
  return column >= 0 && column < MAX_COLUMNS ? columnLetters(column) : null;
}

function movedRow(fixed: string, row: string, down: number): string | null {
  if (fixed) return fixed + row;
  const moved = Number(row) + down;
  return moved >= 1 && moved <= MAX_ROWS ? String(moved) : null;
}
