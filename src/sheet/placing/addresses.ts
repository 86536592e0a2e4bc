/** Blocks of cells and the way Excel writes them: `Sheet1!A1:H120`, `'My trades'!$A$1:$H$120`. */

/** A rectangle of cells on a sheet. Rows and columns count from 0, as in the Excel API. */
export interface CellBlock {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnFromLetters(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}

/** Sheet names that are plain words stand bare in a formula; all others are quoted, quotes doubled. */
export function sheetInFormula(sheet: string): string {
  const bare = /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) && !looksLikeCell(sheet);
  return bare ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}

/** `Q1`, `R1C1`, `TRUE`: names that Excel would read as something else. */
function looksLikeCell(sheet: string): boolean {
  return /^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*|true|false)$/i.test(sheet);
}

/** `A1:H120`, or `A1` for one cell. */
export function addressWithinSheet(block: CellBlock): string {
  const first = columnLetters(block.column) + String(block.row + 1);
  if (block.rows === 1 && block.columns === 1) return first;
  return `${first}:${columnLetters(block.column + block.columns - 1)}${block.row + block.rows}`;
}

/** `Sheet1!$A$1:$H$120`: for a formula that must not shift when copied. */
export function absoluteAddress(block: CellBlock): string {
  const fixed = addressWithinSheet(block).replace(/([A-Z]+)(\d+)/g, (_, column, row) => `$${column}$${row}`);
  return `${sheetInFormula(block.sheet)}!${fixed}`;
}

/** `‘Trades’!A1:H120`: for sentences. */
export function addressForReading(block: CellBlock): string {
  return `‘${block.sheet}’!${addressWithinSheet(block)}`;
}

const ADDRESS = /^(?:'((?:[^']|'')+)'|([^'!,]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;

/** Reads an address as the Excel API gives it; null when it is not one block of cells. */
export function blockFromAddress(address: string): CellBlock | null {
  const parts = ADDRESS.exec(address);
  if (!parts) return null;
  const [, quoted, bare, letters = "", digits, lastLetters = letters, lastDigits = digits] = parts;
  const column = columnFromLetters(letters);
  const row = Number(digits) - 1;
  return {
    sheet: quoted?.replace(/''/g, "'") ?? bare ?? "",
    row,
    column,
    rows: Number(lastDigits) - row,
    columns: columnFromLetters(lastLetters) - column + 1,
  };
}

/** The cell `row`, `column` (from 0) of a block. */
export function cellOf(block: CellBlock, row: number, column: number): CellBlock {
  return { sheet: block.sheet, row: block.row + row, column: block.column + column, rows: 1, columns: 1 };
}
