/** Reads this year's results of one term: a number, or a range of them, in dollars. */
import { Exact, wholeCents } from "../tax/exact";
import { done, refuse, type Outcome } from "../values/outcome";
import { readCell } from "./cells";
import { readNumberCell } from "./number-cells";
import { LARGEST_AMOUNT_CENTS } from "./tax-facts-at-odds";
import { plainWord } from "./setting-values";

/** The column of REALIZED and TRADEGAIN that nets; not Gain, Short or Long, from which no washed loss has been taken. */
const HEADING = plainWord("Allowed gain");

/**
 * The sum in whole cents, rounded once, half away from zero; blank cells count nothing, and so does an argument left out.
 * bad-input names the cell that is no number; impossible-number: more than $10 trillion.
 */
export function resultsArgument(cells: readonly (readonly unknown[])[] | null, name: string): Outcome<number> {
  let dollars = new Exact(0);
  for (const [row, line] of (cells ?? []).entries()) {
    for (const [column, cell] of line.entries()) {
      if (row === 0 && cells!.length > 1 && isHeading(cell)) continue;
      const amount = readNumberCell(cell);
      if (amount !== null && typeof amount === "object") {
        return refuse("bad-input", `${placeOf(cells!, name, row, column)} ${amount.says}. Give dollars: gains positive, losses negative.`);
      }
      dollars = dollars.plus(amount ?? 0);
    }
  }
  if (dollars.abs().times(100).gt(LARGEST_AMOUNT_CENTS)) {
    return refuse("impossible-number", `${name} comes to more than $10 trillion. Check the amounts.`);
  }
  return done(wholeCents(dollars.times(100)));
}

function isHeading(cell: unknown): boolean {
  const read = readCell(cell);
  return read.kind === "text" && plainWord(read.value) === HEADING;
}

/** "short", "short row 3", "short row 3, column 2"; rows of the range count from 1. */
function placeOf(cells: readonly (readonly unknown[])[], name: string, row: number, column: number): string {
  const columns = cells[row]!.length;
  if (cells.length === 1 && columns === 1) return name;
  return `${name} row ${row + 1}${columns === 1 ? "" : `, column ${column + 1}`}`;
}
