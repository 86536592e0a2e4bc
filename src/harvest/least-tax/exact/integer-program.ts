/** A linear program over numbers of which some must be whole, and who solves it. Least cost; sparse rows. */

export interface Column {
  readonly cost: number;
  readonly least: number;
  /** Infinity: no end. */
  readonly most: number;
  readonly isWhole: boolean;
}

export interface Row {
  /** −Infinity: no end. */
  readonly least: number;
  readonly most: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

export interface Program {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The search may end when it has proven its answer to be within so much of the least. */
  readonly within: number;
  /** And must end after so many seconds with what it has. */
  readonly seconds: number;
}

export interface Solved {
  /** stopped: the time was up. */
  readonly end: "least" | "impossible" | "stopped";
  /** By column; null: none was found. */
  readonly values: Float64Array | null;
  /** No choice costs less. −Infinity: nothing is known. */
  readonly bound: number;
  /** By row, of a program without whole numbers; empty otherwise: what one unit more of the row would cost. */
  readonly prices: Float64Array;
}

export type Solve = (program: Program) => Promise<Solved>;
