/** Calls a function as Excel does and gives the answer in a form that tests can compare. */
import { isErrorValue, loadFunctions } from "./load-functions";

/** A build may be due, which takes longer than a test may. */
before(function () {
  this.timeout(240_000);
  loadFunctions();
});

export type Shown = string | number | boolean;

/** An error value as a test writes it: its sign and its sentence. */
export interface ShownError {
  readonly code: string;
  readonly message: string;
}

/** A spill. Error cells are their sign, such as `#VALUE!`. */
export function spilled(name: string, ...args: unknown[]): Shown[][] {
  const answer = call(name, args);
  if (!Array.isArray(answer)) throw new Error(`${name} answered ${JSON.stringify(answer)}, not a spill.`);
  return Array.from(answer as unknown[][], (row) => Array.from(row, (cell) => (isErrorValue(cell) ? cell.code : (cell as Shown))));
}

/** A spill without its headings, as records by heading. */
export function records(name: string, ...args: unknown[]): Record<string, Shown>[] {
  const [headings = [], ...rows] = spilled(name, ...args);
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [String(heading), row[at]!])));
}

/** The one value of a function that does not spill. */
export function value(name: string, ...args: unknown[]): unknown {
  return call(name, args);
}

/** The error that ends a function as a whole. */
export function errorOf(name: string, ...args: unknown[]): ShownError {
  try {
    const answer = call(name, args);
    throw new Error(`${name} answered ${JSON.stringify(answer)}, not an error.`);
  } catch (thrown) {
    if (!isErrorValue(thrown)) throw thrown;
    return { code: thrown.code, message: thrown.message };
  }
}

function call(name: string, args: readonly unknown[]): unknown {
  const body = loadFunctions()[name];
  if (body === undefined) throw new Error(`There is no function ${name}.`);
  return body(...args);
}

/** Excel's serial number of a date. */
export function serial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
}

export function isoOfSerial(day: Shown): string {
  return new Date((Number(day) - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
