/** The shipped `dist/functions.js`, loaded as any JavaScript engine may: it is what the cases are run through. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createContext, runInContext } from "node:vm";

export type CustomFunction = (...args: unknown[]) => unknown;

const BUNDLE = resolve(__dirname, "../../dist/functions.js");

class CustomFunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

let loaded: ReadonlyMap<string, CustomFunction> | null = null;

/** The functions by id. Throws when the bundle was not built. */
export function builtFunctions(): ReadonlyMap<string, CustomFunction> {
  if (loaded !== null) return loaded;
  if (!existsSync(BUNDLE)) throw new Error("dist/functions.js is missing. Run npm run build first.");
  const functions = new Map<string, CustomFunction>();
  const customFunctions = {
    associate(idOrTable: string | Record<string, CustomFunction>, body?: CustomFunction) {
      if (typeof idOrTable === "string") functions.set(idOrTable, body as CustomFunction);
      else for (const [id, one] of Object.entries(idOrTable)) functions.set(id, one);
    },
    Error: CustomFunctionError,
    ErrorCode: {
      invalidValue: "#VALUE!",
      notAvailable: "#N/A",
      divisionByZero: "#DIV/0!",
      invalidNumber: "#NUM!",
      nullReference: "#NULL!",
      invalidName: "#NAME?",
      invalidReference: "#REF!",
    },
  };
  runInContext(readFileSync(BUNDLE, "utf8"), createContext({ CustomFunctions: customFunctions, console }), { filename: BUNDLE });
  loaded = functions;
  return functions;
}

/** A result, or the error a cell would show: `{ error: "#VALUE!", message }`. */
export type Answer = { readonly value: unknown } | { readonly error: string; readonly message: string };

export function callFunction(name: string, ...args: unknown[]): Answer {
  const body = builtFunctions().get(name);
  if (body === undefined) throw new Error(`dist/functions.js has no function ${name}.`);
  try {
    return { value: body(...args) };
  } catch (error) {
    if (isErrorValue(error)) return { error: error.code, message: error.message };
    throw error;
  }
}

/** An error a function threw or put in a cell of a spill. */
export function isErrorValue(value: unknown): value is { readonly code: string; readonly message: string } {
  return value instanceof CustomFunctionError;
}

export type TableRow = Readonly<Record<string, unknown>>;

/** A spilled table as one record a row, by heading. Throws the sentence when the whole answer is an error. */
export function callTable(name: string, ...args: unknown[]): TableRow[] {
  const answer = callFunction(name, ...args);
  if ("error" in answer) throw new Error(`${name} answers ${answer.error}: ${answer.message}`);
  const [headings, ...rows] = answer.value as unknown[][];
  return rows.map((row) => Object.fromEntries((headings ?? []).map((heading, index) => [String(heading), row[index]])));
}
