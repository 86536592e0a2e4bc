/** Cell addresses as Excel writes them: "A1", "'My sheet'!$A$1:$C$9", "B:D", "2:4". Rows and columns count from 0. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells on one sheet. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ParsedAddress {
  /** As written before "!", unquoted; null when the address names no sheet. */
  readonly sheet: string | null;
  readonly block: Block;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([0-9]{1,7})$/;

/** Null when the text is no address. */
export function parseAddress(text: string): ParsedAddress | null {
  const { sheet, rest } = splitSheet(text.trim().replace(/^=/, ""));
  const [from, to, ...more] = rest.split(":");
  if (from === undefined || more.length > 0) return null;
  const block = blockBetween(from.trim(), (to ?? from).trim(), to !== undefined);
  return block === null ? null : { sheet, block };
}

function splitSheet(text: string): { sheet: string | null; rest: string } {
  const bang = text.lastIndexOf("!");
  if (bang < 0) return { sheet: null, rest: text };
  const name = text.slice(0, bang);
  const unquoted = name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
  return { sheet: unquoted, rest: text.slice(bang + 1) };
}

function blockBetween(from: string, to: string, isRange: boolean): Block | null {
  const [a, b] = [cornerOf(from), cornerOf(to)];
  if (a === null || b === null || a.kind !== b.kind) return null;
  if (a.kind !== "cell" && !isRange) return null;
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = a.kind === "column" ? MAX_ROWS : Math.abs(a.row - b.row) + 1;
  const columns = a.kind === "row" ? MAX_COLUMNS : Math.abs(a.column - b.column) + 1;
  if (row < 0 || column < 0 || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) return null;
  return { row, column, rows, columns };
}

function cornerOf(text: string): { kind: "cell" | "column" | "row"; row: number; column: number } | null {
  const cell = CELL.exec(text);
  if (cell) return { kind: "cell", row: Number(cell[2]) - 1, column: columnNumber(cell[1] ?? "") };
  const column = COLUMN.exec(text);
  if (column) return { kind: "column", row: 0, column: columnNumber(column[1] ?? "") };
  const row = ROW.exec(text);
  return row ? { kind: "row", row: Number(row[1]) - 1, column: 0 } : null;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number - 1;
}

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "A1:C9", "A1" for one cell, "B:D" and "2:4" for whole columns and rows. */
export function blockAddress(block: Block): string {
  const lastRow = block.row + block.rows - 1;
  const lastColumn = block.column + block.columns - 1;
  if (block.rows === MAX_ROWS) return `${columnLetters(block.column)}:${columnLetters(lastColumn)}`;
  if (block.columns === MAX_COLUMNS) return `${block.row + 1}:${lastRow + 1}`;
  const first = cellAddress(block.row, block.column);
  return block.rows === 1 && block.columns === 1 ? first : `${first}:${cellAddress(lastRow, lastColumn)}`;
}

/** "Trades!A1:C9", "'My sheet'!A1". */
export function fullAddress(sheet: string, block: Block): string {
  return `${quotedSheetName(sheet)}!${blockAddress(block)}`;
}

export function quotedSheetName(sheet: string): string {
  const plain = /^[A-Za-z_\u0080-\uffff][A-Za-z0-9_.\u0080-\uffff]*$/.test(sheet) && !CELL.test(sheet);
  return plain ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}

/** "Sheet1!A1:B2" to "Sheet1!$A$1:$B$2". */
export function absolute(address: string): string {
  const bang = address.lastIndexOf("!");
  return address.slice(0, bang + 1) + address.slice(bang + 1).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** The part of a block that lies inside another, or null. */
export function overlap(a: Block, b: Block): Block | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const endRow = Math.min(a.row + a.rows, b.row + b.rows);
  const endColumn = Math.min(a.column + a.columns, b.column + b.columns);
  return endRow > row && endColumn > column
    ? { row, column, rows: endRow - row, columns: endColumn - column }
    : null;
}

/** The smallest block that holds both. */
export function around(a: Block, b: Block): Block {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const endRow = Math.max(a.row + a.rows, b.row + b.rows);
  const endColumn = Math.max(a.column + a.columns, b.column + b.columns);
  return { row, column, rows: endRow - row, columns: endColumn - column };
}
