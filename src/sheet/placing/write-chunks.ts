/** Parts rows into requests that Excel on the web accepts: 5 MB each at most, cells and our own wrapping included. */

export interface Chunk<Cell> {
  /** Row (from 0) of its first row. */
  readonly first: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** Well below 5 MB even when every character takes three bytes. */
const CHARACTERS_AT_MOST = 1_000_000;
const CELLS_AT_MOST = 60_000;
/** Quotes, comma and the escapes of a cell. */
const AROUND_A_CELL = 6;

export function chunksOf<Cell>(rows: readonly (readonly Cell[])[]): readonly Chunk<Cell>[] {
  const chunks: Chunk<Cell>[] = [];
  let [first, characters, cells] = [0, 0, 0];
  rows.forEach((row, index) => {
    const more = row.reduce<number>((sum, cell) => sum + String(cell ?? "").length + AROUND_A_CELL, 0);
    if (index > first && (characters + more > CHARACTERS_AT_MOST || cells + row.length > CELLS_AT_MOST)) {
      chunks.push({ first, rows: rows.slice(first, index) });
      [first, characters, cells] = [index, 0, 0];
    }
    characters += more;
    cells += row.length;
  });
  if (rows.length > first) chunks.push({ first, rows: rows.slice(first) });
  return chunks;
}
