/** What office.js delivers for a call, as cells show it. */
import type { ErrorText } from "../content";
import type { ArgumentMatrix, ArgumentValue } from "../grid/grid";

/** `[id, succeeded, value, errorCode?, timing?]`, as SetInvocationArrayResults carries it. */
export type InvocationResult = readonly [number, boolean, unknown, ...unknown[]];

export interface FunctionResult {
  readonly answer: ArgumentMatrix | ArgumentValue;
  /** Why the answer is an error, where the function said so. */
  readonly message: string | null;
}

// The codes office.js gives in place of an error's name.
const ERROR_OF_CODE: Readonly<Record<number, ErrorText>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

export function functionResult(result: InvocationResult): FunctionResult {
  const [, succeeded, value, errorCode] = result;
  if (!succeeded) {
    const error = ERROR_OF_CODE[Number(errorCode)] ?? "#VALUE!";
    return { answer: { error }, message: typeof value === "string" && value !== "" ? value : null };
  }
  if (!Array.isArray(value)) return { answer: cellValue(value), message: messageOf(value) };
  if (!value.every(Array.isArray)) return { answer: { error: "#VALUE!" }, message: "The result is not a table." };
  return { answer: (value as unknown[][]).map((row) => row.map(cellValue)), message: null };
}

/** Excel shows null as 0 (office-js#1503); an error object shows its error. */
function cellValue(value: unknown): ArgumentValue {
  if (value === null || value === undefined) return 0;
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (!isRecord(value)) return { error: "#VALUE!" };
  const basic = value.basicValue ?? value.code;
  if (value.type === "Error" || value.basicType === "Error") return { error: String(basic ?? "#VALUE!") as ErrorText };
  return typeof basic === "object" ? { error: "#VALUE!" } : cellValue(basic);
}

function messageOf(value: unknown): string | null {
  return isRecord(value) && typeof value.message === "string" ? value.message : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
