import { refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import type { TradesReading } from "./reading-types";

/** Reads a trades range: rows into columns, wrong rows into faults (design sections 4 and 7). */
export function readTrades(cells: readonly (readonly unknown[])[]): Outcome<TradesReading> {
  return refuse("bad-input", `The reader of the ${cells.length} trades rows has not landed yet.`);
}
