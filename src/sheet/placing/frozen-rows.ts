/** The visible sheet `Taxlot Frozen`: which formula stood where, and what it showed when it was frozen. Pure. */
import { done, refuse, type Outcome } from "../../values/outcome";
import { addressWithinSheet, blockFromAddress, cellOf, sheetInFormula, type CellBlock } from "./addresses";
import { asText } from "./text-cells";

export const FROZEN_SHEET = "Taxlot Frozen";

export const FROZEN_HEADINGS = ["Sheet", "Address", "Filled", "Formula", "Frozen at", "Rules version", "Values"] as const;

export interface FrozenFormula {
  /** All cells that the formula filled; it stood in the first. */
  readonly block: CellBlock;
  readonly formula: string;
  /** As the pane writes the moment: "2026-12-05 14:30". */
  readonly frozenAt: string;
  readonly rulesVersion: string;
  /** Of the values that took its place: tells whether someone has changed one since, and which. */
  readonly checksum: string;
}

/** A formula on the sheet, with the row (from 0) it stands in. */
export interface FrozenRow extends FrozenFormula {
  readonly row: number;
}

export function rowOfFrozen({ block, formula, frozenAt, rulesVersion, checksum }: FrozenFormula): readonly string[] {
  const first = { ...block, rows: 1, columns: 1 };
  return [block.sheet, addressWithinSheet(first), addressWithinSheet(block), formula, frozenAt, rulesVersion, checksum].map(asText);
}

/** The rows below the headings. Blank rows are passed over; one that cannot be read refuses all. */
export function frozenOfRows(rows: readonly (readonly unknown[])[]): Outcome<readonly FrozenRow[]> {
  const frozen: FrozenRow[] = [];
  for (const [at, row] of rows.entries()) {
    const [sheet = "", first = "", filled = "", formula = "", frozenAt = "", rulesVersion = "", checksum = ""] = row.map((cell) => String(cell ?? ""));
    if (row.every((cell) => cell === "" || cell === null)) continue;
    const block = blockFromAddress(`${sheetInFormula(sheet)}!${filled}`);
    const begins = block !== null && addressWithinSheet({ ...block, rows: 1, columns: 1 }) === first;
    if (block === null || !begins || !formula.startsWith("=") || checksum === "") {
      return refuse("bad-input", `Row ${at + 2} of sheet ‘${FROZEN_SHEET}’ is no longer as it was written. Undo that change, or delete the row to keep the values it tells of.`);
    }
    frozen.push({ block, formula, frozenAt, rulesVersion, checksum, row: at + 1 });
  }
  return done(frozen);
}

const HEX_OF_ALL = 16;
const HEX_OF_CELL = 4;
/** A cell takes some thousand characters at most from us: of a larger block only the whole is told apart. */
const CELLS_MARKED_AT_MOST = 1_800;

/** 64 bits of all values, and, where they are not too many, 16 bits of each cell, row by row. */
export function checksumOf(values: readonly (readonly unknown[])[]): string {
  const cells = values.flat();
  const marks = cells.length > CELLS_MARKED_AT_MOST ? "" : cells.map((cell) => hashOf(cell === null ? "" : cell).slice(0, HEX_OF_CELL)).join("");
  return `${hashOf(values.map((row) => row.map((cell) => (cell === null ? "" : cell))))}${marks}`;
}

/** The cells of the block that no longer hold what they held; the whole block where that cannot be told. Empty: none changed. */
export function changedCells({ block, checksum }: Pick<FrozenFormula, "block" | "checksum">, values: readonly (readonly unknown[])[]): readonly CellBlock[] {
  const now = checksumOf(values);
  if (now.slice(0, HEX_OF_ALL) === checksum.slice(0, HEX_OF_ALL)) return [];
  if (now.length !== checksum.length || now.length === HEX_OF_ALL) return [block];
  const changed = values.flat().flatMap((_, at) => {
    const from = HEX_OF_ALL + at * HEX_OF_CELL;
    const isSame = now.slice(from, from + HEX_OF_CELL) === checksum.slice(from, from + HEX_OF_CELL);
    return isSame ? [] : [cellOf(block, Math.floor(at / block.columns), at % block.columns)];
  });
  return changed.length > 0 ? changed : [block];
}

/** Two halves of 32 bits (FNV-1a from two starts): a change of one cell does not go unseen. */
function hashOf(value: unknown): string {
  let [low, high] = [0x811c9dc5, 0x01234567];
  const text = JSON.stringify(value);
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193) >>> 0;
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  // The low bits have seen most: a cell keeps those.
  return `${hex(low).slice(-HEX_OF_CELL)}${hex(low).slice(0, -HEX_OF_CELL)}${hex(high)}`;
}

function hex(half: number): string {
  return half.toString(16).padStart(8, "0");
}
