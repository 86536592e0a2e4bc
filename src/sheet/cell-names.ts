/** A cell as a name: a symbol, an account, a lot. */
import { readCell } from "./cells";

/**
 * Text, or null when blank. Excel turns the ticker TRUE into a boolean and an account number into a number;
 * 0 is how old builds send an empty cell.
 */
export function nameIn(cell: unknown): string | null {
  if (cell === null || cell === "" || cell === undefined) return null;
  const read = readCell(cell);
  switch (read.kind) {
    case "text":
      return read.value;
    case "number":
      return read.value === 0 ? null : String(read.value);
    case "boolean":
      return read.value ? "TRUE" : "FALSE";
    default:
      return null;
  }
}
