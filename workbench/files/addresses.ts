/** Cell addresses as files write them: "B7", "A1:H120". Rows and columns count from 0. */

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** 0 is "A", 26 is "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export function blockAddress(block: Block): string {
  const first = cellAddress(block.row, block.column);
  if (block.rows === 1 && block.columns === 1) return first;
  return `${first}:${cellAddress(block.row + block.rows - 1, block.column + block.columns - 1)}`;
}

/** "B2:C9", "$B$2" or "B2" as a block; null for anything else. */
export function blockFromAddress(address: string): Block | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(address.trim());
  if (!found) return null;
  const column = columnNumber(found[1]!);
  const row = Number(found[2]) - 1;
  const lastColumn = found[3] === undefined ? column : columnNumber(found[3]);
  const lastRow = found[4] === undefined ? row : Number(found[4]) - 1;
  if (row < 0 || lastRow < row || lastColumn < column) return null;
  if (lastRow >= MOST_ROWS || lastColumn >= MOST_COLUMNS) return null;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}
