/** Calls a custom function as a cell does: its value, its spilled table, or the error the cell would show. */
export type CustomFunction = (...args: unknown[]) => unknown;

/** A result, or the error a cell would show: `{ error: "#VALUE!", message }`. */
export type Answer = { readonly value: unknown } | { readonly error: string; readonly message: string };

export type TableRow = Readonly<Record<string, unknown>>;

/** What the functions throw in the place of Excel's `CustomFunctions.Error`. */
export class CustomFunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

/** An error a function threw or put in a cell of a spill. */
export function isErrorValue(value: unknown): value is { readonly code: string; readonly message: string } {
  return value instanceof CustomFunctionError;
}

/** Throws where `functions` has none of this name. */
export function answerOf(functions: ReadonlyMap<string, CustomFunction>, name: string, args: readonly unknown[]): Answer {
  const body = functions.get(name);
  if (body === undefined) throw new Error(`There is no function ${name}.`);
  try {
    return { value: body(...args) };
  } catch (error) {
    if (isErrorValue(error)) return { error: error.code, message: error.message };
    throw error;
  }
}

/** A spilled table as one record a row, by heading. Throws the sentence when the whole answer is an error. */
export function tableOf(name: string, answer: Answer): TableRow[] {
  if ("error" in answer) throw new Error(`${name} answers ${answer.error}: ${answer.message}`);
  const [headings, ...rows] = answer.value as unknown[][];
  return rows.map((row) => Object.fromEntries((headings ?? []).map((heading, index) => [String(heading), row[index]])));
}
