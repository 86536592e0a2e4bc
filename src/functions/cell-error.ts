/** The edge to Excel's error values: a problem becomes an error cell with its sentence as message. */
import type { Cell, Table } from "../sheet/tables/cell";
import type { Outcome, Problem, ProblemKind } from "../values/outcome";

/**
 * Written out, because an engine that runs the bundle need offer only CustomFunctions.Error; the names of
 * CustomFunctions.ErrorCode stand for these same texts.
 */
const CODES: Readonly<Record<ProblemKind, string>> = {
  "bad-input": "#VALUE!",
  "missing-fact": "#N/A",
  "impossible-number": "#NUM!",
};

export function errorValue(problem: Problem): CustomFunctions.Error {
  return new CustomFunctions.Error(CODES[problem.kind] as CustomFunctions.ErrorCode, problem.sentence);
}

/** The value of an outcome; a problem ends the function with its error value. */
export function given<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw errorValue(outcome.problem);
}

/** Ends a function that spills: its error cells become Excel's. */
export function spill(compute: () => Table): any[][] {
  return answering(() => {
    const table: unknown[][] = compute();
    for (const row of table) {
      for (let column = 0; column < row.length; column++) {
        if (typeof row[column] === "object") row[column] = errorValue(row[column] as Problem);
      }
    }
    return table;
  });
}

/** Ends a function of one value. */
export function single(compute: () => Cell): any {
  return answering(() => {
    const cell = compute();
    if (typeof cell === "object") throw errorValue(cell);
    return cell;
  });
}

/** Nothing but an error value may leave a function: an unexpected fault is said, not swallowed. */
function answering<T>(compute: () => T): T {
  try {
    return compute();
  } catch (thrown) {
    if (thrown instanceof CustomFunctions.Error) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw errorValue({
      kind: "bad-input",
      sentence: `Taxlot could not compute this (${reason}). This is a fault of Taxlot, not of your trades; please report it.`,
    });
  }
}
