/** The shipped `dist/functions.js`, loaded as any JavaScript engine may: it is what the cases are run through. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { answerOf, CustomFunctionError, tableOf, type Answer, type CustomFunction, type TableRow } from "./calling";

export { isErrorValue, type Answer, type CustomFunction, type TableRow } from "./calling";

const BUNDLE = resolve(__dirname, "../../dist/functions.js");

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

export function callFunction(name: string, ...args: unknown[]): Answer {
  return answerOf(builtFunctions(), name, args);
}

export function callTable(name: string, ...args: unknown[]): TableRow[] {
  return tableOf(name, callFunction(name, ...args));
}
