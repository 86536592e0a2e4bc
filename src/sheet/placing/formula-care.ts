/** What repairing, freezing and thawing answer. */
import type { CellBlock } from "./addresses";

export interface Repaired {
  /** Cells whose formula was entered again and is known now. */
  readonly repaired: number;
  /** Cells that show #NAME? or #SPILL! all the same, or that Excel did not let us write. */
  readonly left: readonly CellBlock[];
  /** Sheets with formulas to repair that are protected, and so untouched. */
  readonly protectedSheets: readonly string[];
}

export interface FreezeRequest {
  readonly namespace: string;
  /** The moment, as it is to stand on the sheet: "2026-12-05 14:30". */
  readonly frozenAt: string;
}

export interface Frozen {
  /** Formulas replaced by the values they showed. */
  readonly formulas: number;
  /** Sheets with formulas of ours that are protected, and so still live. */
  readonly protectedSheets: readonly string[];
}

export interface Thawed {
  /** Formulas that stand where they stood. */
  readonly formulas: number;
  /** Formulas that still wait: cells of theirs, or cells that they look at, were changed since. */
  readonly waiting: number;
  /** The cells that were changed since; they stay as they are. */
  readonly changed: readonly CellBlock[];
}
