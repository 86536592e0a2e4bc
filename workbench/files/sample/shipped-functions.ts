/** The built custom functions, called as Excel would, to fill the sample with the values they give. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import type { CellValue, ErrorText } from "../../content";

type CustomFunction = (...args: unknown[]) => unknown;

/** What Excel calls its error codes, by the name that add-ins use. */
const ERROR_CODES = {
  divisionByZero: "#DIV/0!", invalidName: "#NAME?", invalidNumber: "#NUM!", invalidReference: "#REF!",
  invalidValue: "#VALUE!", notAvailable: "#N/A", nullReference: "#NULL!",
} as const;

class CustomFunctionError extends Error {
  constructor(readonly code: string, message?: string) {
    super(message);
  }
}

export class ShippedFunctions {
  private constructor(private readonly functions: ReadonlyMap<string, CustomFunction>) {}

  /** @param dist the folder that the build wrote */
  static load(dist: string): ShippedFunctions {
    const file = join(dist, "functions.js");
    if (!existsSync(file)) throw new Error("dist/functions.js is missing. Run npm run build first.");
    const functions = new Map<string, CustomFunction>();
    const CustomFunctions = {
      associate: (id: string, body: CustomFunction) => functions.set(id, body),
      Error: CustomFunctionError,
      ErrorCode: ERROR_CODES,
    };
    runInNewContext(readFileSync(file, "utf8"), { CustomFunctions, console, self: {} });
    return new ShippedFunctions(functions);
  }

  /** A spilled table, or one value as a table of one cell. Cells of ranges are passed as Excel passes them: blank is "". */
  call(name: string, ...args: readonly unknown[]): CellValue[][] {
    const body = this.functions.get(name);
    if (!body) throw new Error(`The built add-in has no function ${name}.`);
    let answer: unknown;
    try {
      answer = body(...args);
    } catch (failure) {
      answer = failure;
    }
    const table: unknown[][] = Array.isArray(answer) ? (answer as unknown[][]) : [[answer]];
    return table.map((row) => row.map(cellValue));
  }
}

function cellValue(answer: unknown): CellValue {
  if (typeof answer === "number" || typeof answer === "string" || typeof answer === "boolean") return answer;
  if (answer instanceof CustomFunctionError) return { error: answer.code as ErrorText };
  throw new Error(`A function answered ${String(answer)}, which no cell can show.`);
}
