/**
 * The custom functions as they ship: `dist/functions.js`, built first where it is older than its sources.
 * TAXLOT_FUNCTIONS=source runs the sources instead, for a quick look without a build.
 */
import { builtFunctions, type CustomFunction } from "../cases/built-functions";
import { ensureBuilt } from "../shipping/built";

export type { CustomFunction };

let loaded: Record<string, CustomFunction> | null = null;

/** The functions by id (`OPENLOTS`). An error they throw, or put into a cell, is told by `isErrorValue`. */
export function loadFunctions(): Record<string, CustomFunction> {
  loaded ??= process.env["TAXLOT_FUNCTIONS"] === "source" ? sourceFunctions() : shippedFunctions();
  return loaded;
}

/** An error value of Excel: `{ code: "#VALUE!", message: "Row 41: …" }`. */
export function isErrorValue(value: unknown): value is { readonly code: string; readonly message: string } {
  return typeof value === "object" && value !== null && "code" in value && String(value.code).startsWith("#");
}

function shippedFunctions(): Record<string, CustomFunction> {
  ensureBuilt();
  return Object.fromEntries(builtFunctions());
}

class StandInError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

/** The exported functions of src/functions are called as their ids are, but for the case of letters. */
function sourceFunctions(): Record<string, CustomFunction> {
  (globalThis as Record<string, unknown>)["CustomFunctions"] = { Error: StandInError };
  const { functionFiles } = require("../../build/function-files") as { functionFiles(): string[] };
  const exported = functionFiles().flatMap((file) => Object.entries(require(file) as Record<string, CustomFunction>));
  return Object.fromEntries(exported.map(([name, body]) => [name.toUpperCase(), body]));
}
