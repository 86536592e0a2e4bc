/** Stands in for test/cases/built-functions: the custom functions from their sources, which need no build. */
import { FUNCTION_FILES, functionIds } from "./function-files";

export type CustomFunction = (...args: unknown[]) => unknown;

class CustomFunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

let loaded: ReadonlyMap<string, CustomFunction> | null = null;

export function builtFunctions(): ReadonlyMap<string, CustomFunction> {
  (globalThis as Record<string, unknown>)["CustomFunctions"] = { Error: CustomFunctionError };
  loaded ??= new Map(
    FUNCTION_FILES.flatMap((file) => {
      const exported = require(`../../${file}`) as Record<string, CustomFunction>;
      return functionIds(file).map(({ id, name }): [string, CustomFunction] => [id, exported[name]!]);
    }),
  );
  return loaded;
}

export type Answer = { readonly value: unknown } | { readonly error: string; readonly message: string };

export function callFunction(name: string, ...args: unknown[]): Answer {
  const body = builtFunctions().get(name);
  if (body === undefined) throw new Error(`There is no function ${name}.`);
  try {
    return { value: body(...args) };
  } catch (error) {
    if (isErrorValue(error)) return { error: error.code, message: error.message };
    throw error;
  }
}

export function isErrorValue(value: unknown): value is { readonly code: string; readonly message: string } {
  return value instanceof CustomFunctionError;
}

export type TableRow = Readonly<Record<string, unknown>>;

export function callTable(name: string, ...args: unknown[]): TableRow[] {
  const answer = callFunction(name, ...args);
  if ("error" in answer) throw new Error(`${name} answers ${answer.error}: ${answer.message}`);
  const [headings, ...rows] = answer.value as unknown[][];
  return rows.map((row) => Object.fromEntries((headings ?? []).map((heading, index) => [String(heading), row[index]])));
}
