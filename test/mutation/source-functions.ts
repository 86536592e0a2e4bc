/** Stands in for test/cases/built-functions: the custom functions from their sources, which need no build. */
import { FUNCTION_FILES, functionIds } from "./function-files";
import { answerOf, CustomFunctionError, tableOf, type Answer, type CustomFunction, type TableRow } from "../cases/calling";

export { isErrorValue, type Answer, type CustomFunction, type TableRow } from "../cases/calling";

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

export function callFunction(name: string, ...args: unknown[]): Answer {
  return answerOf(builtFunctions(), name, args);
}

export function callTable(name: string, ...args: unknown[]): TableRow[] {
  return tableOf(name, callFunction(name, ...args));
}
