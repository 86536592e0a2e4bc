/** The visible sheet `Taxlot Frozen`: which formula stood where, and what it showed when it was frozen. Pure. */
import { done, refuse, type Outcome } from "../../values/outcome";
import { addressWithinSheet, blockFromAddress, sheetInFormula, type CellBlock } from "./addresses";
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
  /** Of the values that took its place: tells whether someone has changed one since. */
  readonly checksum: string;
}

export function rowOfFrozen({ block, formula, frozenAt, rulesVersion, checksum }: FrozenFormula): readonly string[] {
  const first = { ...block, rows: 1, columns: 1 };
  return [block.sheet, addressWithinSheet(first), addressWithinSheet(block), formula, frozenAt, rulesVersion, checksum].map(asText);
}

/** The rows below the headings. Blank rows are passed over; one that cannot be read refuses all. */
export function frozenOfRows(rows: readonly (readonly unknown[])[]): Outcome<readonly FrozenFormula[]> {
  const frozen: FrozenFormula[] = [];
  for (const [at, row] of rows.entries()) {
    const [sheet = "", first = "", filled = "", formula = "", frozenAt = "", rulesVersion = "", checksum = ""] = row.map((cell) => String(cell ?? ""));
    if (row.every((cell) => cell === "" || cell === null)) continue;
    const block = blockFromAddress(`${sheetInFormula(sheet)}!${filled}`);
    const begins = block !== null && addressWithinSheet({ ...block, rows: 1, columns: 1 }) === first;
    if (block === null || !begins || !formula.startsWith("=") || checksum === "") {
      return refuse("bad-input", `Row ${at + 2} of sheet ‘${FROZEN_SHEET}’ is no longer as it was written. Undo that change, or delete the row to keep the values it tells of.`);
    }
    frozen.push({ block, formula, frozenAt, rulesVersion, checksum });
  }
  return done(frozen);
}

/** Two halves of 32 bits (FNV-1a from two starts): a change of one cell does not go unseen. */
export function checksumOf(values: readonly (readonly unknown[])[]): string {
  let [low, high] = [0x811c9dc5, 0x01234567];
  const text = JSON.stringify(values.map((row) => row.map((cell) => (cell === null ? "" : cell))));
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193) >>> 0;
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return `${hex(low)}${hex(high)}`;
}

function hex(half: number): string {
  return half.toString(16).padStart(8, "0");
}
